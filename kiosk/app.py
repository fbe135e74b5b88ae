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
    from kiosk.desk import LaneDesk
    from kiosk.exchange.schedule import Backoff
    from kiosk.operations.ports import Server
    from kiosk.operations.sync import SyncReport
    from kiosk.scanning.key_events import KeyEventScanner
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
    courier are imported and opened behind it. `operator` is the id that stands in the records,
    `words` the language of the screens.
    """

    _mended = Signal()

    def __init__(
        self, app: QApplication, data_dir: Path, *, operator: str = "", words: str = "ru"
    ) -> None:
        super().__init__()
        self._app = app
        self._words = words
        self._data_dir = data_dir
        self._operator = operator
        self._lane: StoreLane | None = None
        self._desk: LaneDesk | None = None
        self._backoff: Backoff | None = None
        self._next_sync = QTimer(self, singleShot=True)
        self._next_sync.timeout.connect(self.sync)
        self._mended.connect(self._show_mended)
        self.window = MainWindow(now=lambda: time_ns() // 1_000_000)
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
            QTimer.singleShot(0, self._open)
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        """Shows the gate, listens to scanners, and begins to open the store.

        The keys of an early scan wait all the while: the event loop has no turn in between.
        """
        gc.disable()  # until the store is open: what the start makes, it keeps
        self.furnish()
        self.window.repaint()  # before the store's libraries take their share of the time

        from kiosk.scanning.key_events import KeyEventScanner
        from kiosk.store.lane import StoreLane

        self._lane = StoreLane(self._open_database)
        self._lane.start()
        self._scanner = KeyEventScanner(self._app)
        self._scanner.scanned.connect(self._scan)
        QTimer.singleShot(0, self._start)

    def furnish(self) -> None:
        """Gives the application its language and its looks, and the window its gate.

        It comes by itself after the first paint; whoever adds to the window calls it before.
        """
        language.install(self._app, self._words)
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
        )
        self.window.start(self._desk)
        self._desk.overview(lambda _: self.sync(), self._not_synced)

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
        if self._desk is None or self._backoff is None:
            return
        from random import SystemRandom

        seconds = self._backoff.next(ok=ok, random=SystemRandom().random)
        self._next_sync.start(round(seconds * 1000))


def run_kiosk(data_dir: Path) -> int:
    """Opens the kiosk and runs it until its window is closed; returns the exit status."""
    words = Settings.load().language
    app = application()
    desktop = Desktop(app, data_dir, words=words)
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
