"""The desktop's composition root: builds every part, knows them all, ends them in order.

The window is painted first, so what is imported here is what the first paint needs.
"""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QProcess, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from kiosk.settings import Settings
from kiosk.ui import language
from kiosk.ui.theme.state import dress
from kiosk.ui.window import MainWindow

if TYPE_CHECKING:
    from kiosk.app.fittings import Fittings
    from kiosk.app.press import QueuedPress
    from kiosk.desk import LaneDesk
    from kiosk.domain.devices import Purpose, Source
    from kiosk.exchange.schedule import Backoff
    from kiosk.operations.ports import Server
    from kiosk.operations.sync import SyncReport
    from kiosk.scanning.devices import Devices
    from kiosk.store.database import Database
    from kiosk.store.lane import StoreLane

STOP_SECONDS = 5.0
"""How long the end of the program waits for the store."""


def application() -> QApplication:
    """The Qt application, ended by Ctrl-C and SIGTERM too."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kiosk")
    for number in (signal.SIGINT, signal.SIGTERM):
        # Python looks at signals when it runs next: the window's clock ticks once a second.
        signal.signal(number, lambda *_: app.quit())
    return app


class Desktop(QObject):
    """The kiosk's window with everything behind it.

    The outline of the window is painted first, then the gate; the database, the operations and the
    courier are imported and opened behind it. `operator` is the id that stands in the records until
    somebody signs in, `settings` are this computer's. `alone`: nothing else is put into the window
    or around it, as a demo and practice do.
    """

    started = Signal(object)
    """The LaneDesk, once the window works at it."""
    _mended = Signal()

    def __init__(
        self,
        app: QApplication,
        data_dir: Path,
        settings: Settings,
        *,
        operator: str = "",
        alone: bool = True,
    ) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._data_dir = data_dir
        self._operator = operator
        self._alone = alone
        self._lane: StoreLane | None = None
        self._desk: LaneDesk | None = None
        self._backoff: Backoff | None = None
        self._next_sync = QTimer(self, singleShot=True)
        self._next_sync.timeout.connect(self.sync)
        self._mended.connect(self._show_mended)
        self.window = MainWindow(now=_now)
        self.window.installEventFilter(self)
        self._scanners: Devices | None = None
        self._fittings: Fittings | None = None
        self._last_sync: SyncReport | None = None

    def show(self) -> None:
        """Shows the window over the whole screen, also where no window manager enlarges it."""
        self.window.resize(self._app.primaryScreen().availableSize())
        self.window.showMaximized()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Starts the rest when the window has been painted for the first time."""
        if event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self._open)
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        """Shows the gate, listens to scanners, and begins to open the store.

        The keys of an early scan wait all the while: the event loop has no turn in between.
        """
        gc.disable()  # until the store is open: what the start makes, it keeps
        self.furnish()
        self.window.repaint()  # before the store's libraries take their share of the time

        from kiosk.domain.devices import DeviceSettings
        from kiosk.scanning.devices import Devices
        from kiosk.store.lane import StoreLane

        self._lane = StoreLane(self._open_database)
        self._lane.start()
        scanners = self._settings.devices or DeviceSettings()
        self._scanners = Devices(self._app, scanners, now=_now)
        self._scanners.scanned.connect(self._scan)
        QTimer.singleShot(0, self._start)

    def furnish(self) -> None:
        """Gives the application its language and its looks, and the window its gate.

        It comes by itself after the first paint; whoever adds to the window calls it before.
        """
        language.install(self._app, self._settings.language)
        dress(self._app)
        self.window.furnish()

    def _start(self) -> None:
        """Gives the painted window its desk, and exchanges once the store has answered."""
        if self._lane is None:
            return
        from kiosk.clock import SystemClock
        from kiosk.desk import LaneDesk
        from kiosk.exchange.schedule import Backoff

        self._backoff = Backoff()
        self._desk = LaneDesk(
            self._lane,
            SystemClock(),
            connect=_connect,
            operator=self._operator,
            open_demo=_open_demo,
            open_practice=self._open_practice,
            folder=self._data_dir,
            scanned_at=self._scanned_at,
            press=self._press,
        )
        if self._scanners is None:
            return
        from kiosk.app.fittings import Fittings

        self._fittings = Fittings(
            self, self._desk, self._data_dir, self._settings, self._scanners, alone=self._alone
        )
        self._fittings.language_changed.connect(self._speak_anew)
        self._bring_to_life(self.window)
        self.started.emit(self._desk)
        self._desk.overview(lambda _: QTimer.singleShot(0, self._settle_in), self._not_synced)

    def _bring_to_life(self, window: MainWindow) -> None:
        if self._desk is not None and self._fittings is not None:
            window.start(
                self._desk,
                more=self._fittings.screens(),
                asks_who=not self._operator,
                sound=self._fittings.sounds.play,
            )

    def _settle_in(self) -> None:
        """The gate answers; now come the sounds, the ports and the camera, and the network."""
        if self._desk is not None and self._fittings is not None:
            self._fittings.begin()
            self._fittings.settle(self.window)
            self.sync()

    def _speak_anew(self) -> None:
        """Another language was chosen: a new window takes the place of the old one."""
        if self._desk is None or self._fittings is None:
            return
        old, self.window = self.window, MainWindow(now=_now)
        language.install(self._app, self._fittings.settings.language)
        self.window.furnish()
        self.window.setGeometry(old.geometry())
        self._bring_to_life(self.window)
        if self._last_sync is not None:
            self.window.synced(self._last_sync)
        self.window.setWindowState(old.windowState())
        self.window.show()
        self._fittings.settle(self.window)
        old.close()
        self._desk.overview(lambda _: old.deleteLater(), lambda _: old.deleteLater())

    def _open_practice(self) -> None:
        """Starts practice as a program of its own and ends this one. Raises OSError."""
        _start("practice", "--data-dir", str(self._data_dir))

    def _scanned_at(self) -> int | None:
        states = self._scanners.states if self._scanners is not None else ()
        return max((state.last_scan_at or 0 for state in states), default=0) or None

    def _press(self) -> QueuedPress:
        """Nobody prints before the window has its fittings."""
        if self._fittings is None:
            raise LookupError("the window is not fitted yet")
        return self._fittings.press

    def sync(self) -> None:
        """Exchanges now; afterwards again and again, sooner or later as it went."""
        if self._desk is not None:
            self._next_sync.stop()
            self.window.exchanging()
            self._desk.sync(self._synced, self._not_synced)

    def stop(self) -> None:
        """Ends the scanner, the timers and the threads; what was taken on is written."""
        self._next_sync.stop()
        if self._fittings is not None:
            self._fittings.stop()
        if self._scanners is not None:
            self._scanners.stop()
        if self._desk is not None:
            self._desk.stop()
            self._desk = None
        if self._lane is not None:
            self._lane.stop(STOP_SECONDS)
            self._lane = None

    def _open_database(self) -> Database:
        """Runs in the store's writer thread, so that its libraries are imported there."""
        try:
            from kiosk.store.database import Database

            database = Database.open_or_create(self._data_dir)
        finally:
            gc.freeze()  # to look through all of the start would hold the window up for 0.15 s
            gc.enable()
        if database.warning:
            self._mended.emit()
        return database

    @Slot()
    def _show_mended(self) -> None:
        self.window.mended()

    def _scan(self, text: str, source: Source, purpose: Purpose) -> None:
        from kiosk.domain.devices import Purpose

        if self._fittings is not None:
            self._fittings.touched()
        self.window.scan(text, source, leaving=purpose is Purpose.DEPARTURE)

    def _synced(self, report: SyncReport) -> None:
        self._last_sync = report
        self.window.synced(report)
        self._schedule(ok=not report.troubles)

    def _not_synced(self, _error: Exception) -> None:
        """Not enrolled yet, or the store cannot be read: the window says so by itself."""
        self._schedule(ok=False)

    def _schedule(self, *, ok: bool) -> None:
        if self._desk is None or self._backoff is None:
            return
        from random import SystemRandom

        seconds = self._backoff.next(ok=ok, random=SystemRandom().random)
        self._next_sync.start(round(seconds * 1000))


def run_kiosk(data_dir: Path) -> int:
    """Opens the kiosk and runs it until its window is closed; returns the exit status."""
    settings = Settings.load()
    app = application()
    desktop = Desktop(app, data_dir, settings)
    desktop.show()
    try:
        return app.exec()
    finally:
        desktop.stop()


def _now() -> int:
    """UTC milliseconds."""
    return time_ns() // 1_000_000


def _connect(server_url: str) -> Server:
    from kiosk.exchange.client import HttpServer

    return HttpServer(server_url, ca_file=Settings.load().ca_file)


def _open_demo() -> None:
    """Starts the demo as a program of its own and ends this one. Raises OSError."""
    _start("demo")


def _start(*command: str) -> None:
    """Starts another program of the kiosk and ends this one. Raises OSError."""
    started, _ = QProcess.startDetached(sys.executable, ["-m", "kiosk", *command])
    if not started:
        raise OSError(f"{command[0]} could not be started")
    QApplication.quit()
