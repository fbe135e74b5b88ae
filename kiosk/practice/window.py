"""Practice with a display: the kiosk on invented data, with a coach beside its gate."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app import STOP_SECONDS, Desktop, application
from kiosk.clock import SystemClock
from kiosk.desk import LaneDesk
from kiosk.desk.lanes import Lanes
from kiosk.desk.practice import PracticeDesk
from kiosk.domain.devices import Source
from kiosk.operations.ports import Server
from kiosk.operations.recording import NotEnrolled
from kiosk.practice.room import prepare
from kiosk.settings import Settings
from kiosk.store.database import Database
from kiosk.store.lane import StoreLane
from kiosk.ui.screens.practice.coach import Coach
from kiosk.ui.widgets.striped_frame import StripedFrame


class Practice(QObject):
    """The window in its striped frame. Who practised is kept in the kiosk's own folder."""

    def __init__(self, app: QApplication, data_dir: Path, settings: Settings) -> None:
        super().__init__()
        self._data_dir = data_dir
        self.desktop = Desktop(app, prepare(data_dir), settings, alone=False)
        self.desktop.furnish()
        self._frame = StripedFrame(self.desktop.window)
        self._real = StoreLane(lambda: Database.open_or_create(data_dir))
        self._coach: Coach | None = None
        self.desktop.started.connect(self._begin)

    def stop(self) -> None:
        """Ends the window and both stores."""
        self.desktop.stop()
        self._real.stop(STOP_SECONDS)

    def _begin(self, desk: LaneDesk) -> None:
        window = self.desktop.window
        self._real.start()
        real = Lanes(self._real, SystemClock(), connect=_no_server, operator="")
        self._coach = Coach(
            PracticeDesk(played=desk.lanes, real=real),
            scan=lambda text: window.scan(text, Source.IMAGE),
            begun=window.refresh,
            left=self._leave,
        )
        window.gate.make_room(self._coach.card)
        window.listen(self._coach.recorded)
        self._coach.open()

    def _leave(self) -> None:
        """Practice is over: the kiosk itself opens again, as a program of its own."""
        QTimer.singleShot(0, self._open_kiosk)

    def _open_kiosk(self) -> None:
        self.stop()
        command = ["-m", "kiosk", "run", "--data-dir", str(self._data_dir)]
        QProcess.startDetached(sys.executable, command)
        QApplication.quit()


def run_practice(data_dir: Path) -> int:
    """Opens practice and runs it until its window is closed; returns the exit status.

    Raises StoreError, NotForPractice, BadSettings.
    """
    settings = Settings.load()
    app = application()
    practice = Practice(app, data_dir, settings)
    practice.desktop.show()
    try:
        return app.exec()
    finally:
        practice.stop()


def _no_server(_url: str) -> Server:
    """Nothing of practice is ever sent."""
    raise NotEnrolled
