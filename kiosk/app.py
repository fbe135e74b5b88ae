"""The desktop's composition root: builds every part, knows them all, ends them in order."""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QProcess, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from kiosk.clock import SystemClock
from kiosk.exchange.schedule import Backoff
from kiosk.settings import Settings
from kiosk.store.lane import StoreLane
from kiosk.ui import language
from kiosk.ui.theme.state import dress
from kiosk.ui.window import MainWindow

if TYPE_CHECKING:
    from kiosk.desk import LaneDesk
    from kiosk.operations.ports import Server
    from kiosk.operations.sync import SyncReport
    from kiosk.scanning.key_events import KeyEventScanner
    from kiosk.store.database import Database

STOP_SECONDS = 5.0
"""How long the end of the program waits for the store."""


def application(words: str) -> QApplication:
    """The Qt application with the kiosk's language and looks, ended by Ctrl-C and SIGTERM too."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kiosk")
    language.install(app, words)
    dress(app)
    for number in (signal.SIGINT, signal.SIGTERM):
        # Python looks at signals when it runs next: the window's clock ticks once a second.
        signal.signal(number, lambda *_: app.quit())
    return app


class Desktop(QObject):
    """The kiosk's window with everything behind it.

    The window is painted first; the database, the operations and the courier are imported and
    opened after that. `operator` is the id that stands in the records.
    """

    _mended = Signal()

    def __init__(self, app: QApplication, data_dir: Path, *, operator: str = "") -> None:
        super().__init__()
        self._app = app
        self._data_dir = data_dir
        self._operator = operator
        self._clock = SystemClock()
        self._backoff = Backoff()
        self._lane = StoreLane(self._open_database)
        self._desk: LaneDesk | None = None
        self._next_sync = QTimer(self, singleShot=True)
        self._next_sync.timeout.connect(self.sync)
        self._mended.connect(self._show_mended)
        self.window = MainWindow(now=lambda: self._clock.now().wall_ms)
        self.window.installEventFilter(self)
        self._scanner: KeyEventScanner | None = None

    def show(self) -> None:
        """Shows the window over the whole screen, also where no window manager enlarges it."""
        self.window.resize(self._app.primaryScreen().availableSize())
        self.window.showMaximized()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Starts the rest when the window has been painted for the first time."""
        if event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self.start)
        return super().eventFilter(watched, event)

    def start(self) -> None:
        """Listens to scanners, starts the lanes, gives the window its desk, and exchanges."""
        from kiosk.scanning.key_events import KeyEventScanner

        self._scanner = KeyEventScanner(self._app)
        self._scanner.scanned.connect(self._scan)
        self._lane.start()

        from kiosk.desk import LaneDesk

        self._desk = LaneDesk(
            self._lane,
            self._clock,
            connect=_connect,
            operator=self._operator,
            open_demo=_open_demo,
        )
        self.window.start(self._desk)
        self.sync()

    def sync(self) -> None:
        """Exchanges now; afterwards again and again, sooner or later as it went."""
        if self._desk is not None:
            self._next_sync.stop()
            self._desk.sync(self._synced, self._not_synced)

    def stop(self) -> None:
        """Ends the scanner, the timers and the threads; what was taken on is written."""
        self._next_sync.stop()
        if self._scanner is not None:
            self._scanner.stop()
        if self._desk is not None:
            self._desk.stop()
            self._desk = None
            self._lane.stop(STOP_SECONDS)

    def _open_database(self) -> Database:
        """Runs in the store's writer thread, so that its libraries are imported there."""
        from kiosk.store.database import Database

        database = Database.open_or_create(self._data_dir)
        if database.warning:
            self._mended.emit()
        gc.freeze()  # to look through all that the start made would hold the window up for 0.15 s
        return database

    @Slot()
    def _show_mended(self) -> None:
        self.window.mended()

    def _scan(self, text: str) -> None:
        from kiosk.scanning.scan import Source

        self.window.scan(text, Source.WEDGE)

    def _synced(self, report: SyncReport) -> None:
        self.window.synced(report)
        self._schedule(ok=not report.troubles)

    def _not_synced(self, _error: Exception) -> None:
        """Not enrolled yet, or the store cannot be read: the window says so by itself."""
        self._schedule(ok=False)

    def _schedule(self, *, ok: bool) -> None:
        if self._desk is None:
            return
        seconds = self._backoff.next(ok=ok, random=SystemRandom().random)
        self._next_sync.start(round(seconds * 1000))


def run_kiosk(data_dir: Path) -> int:
    """Opens the kiosk and runs it until its window is closed; returns the exit status."""
    app = application(Settings.load().language)
    desktop = Desktop(app, data_dir)
    desktop.show()
    try:
        return app.exec()
    finally:
        desktop.stop()


def _connect(server_url: str) -> Server:
    from kiosk.exchange.client import HttpServer

    return HttpServer(server_url, ca_file=Settings.load().ca_file)


def _open_demo() -> None:
    """Starts the demo as a program of its own and ends this one. Raises OSError."""
    started, _ = QProcess.startDetached(sys.executable, ["-m", "kiosk", "demo"])
    if not started:
        raise OSError("the demo could not be started")
    QApplication.quit()
