"""The real window over the real store: from a scanner's Enter to the painted verdict.

And how long the window's thread is held up while everything else goes on beside it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.app import Desktop, application
from kiosk.central.admin import Central
from kiosk.clock import SystemClock
from kiosk.exchange.client import HttpServer
from kiosk.operations.enrol import enrol
from kiosk.operations.overview import Overview
from kiosk.operations.search import search
from kiosk.operations.sync import sync
from kiosk.scanning.layouts import EVDEV_OFFSET, us_character
from kiosk.settings import Settings
from kiosk.store.database import Database
from kiosk.ui.screens.gate.state import Answer, GateState
from tests.bench.filled import fill
from tests.bench.options import Options
from tests.bench.result import Goal, Row
from tests.bench.servers import central_server
from tests.bench.site import BINDING, EVENT, SITE, Crowd
from tests.bench.timing import Times

NAME = "window"
_PATIENCE_S = 60
_CODES = {us_character(code, shift=False, offset=EVDEV_OFFSET): code for code in range(9, 128)}
_ENTER_CODE = 36
_TYPED = ("ма", "мар", "мари", "мария", "мария и", "мария ив", "мария ива")
_TICK_MS = 1
_TYPING_MS = 120


def rows(options: Options) -> Iterator[Row]:
    app = QApplication.instance() or application()
    assert isinstance(app, QApplication)
    yield from _verdicts(app, options)
    yield _gaps(app, options)


def _verdicts(app: QApplication, options: Options) -> Iterator[Row]:
    crowd = Crowd(options.size(20_000, tiny=30))
    folder = options.folder / "kiosk"
    crowd.kiosk(folder).close()
    scans = options.size(500, tiny=3)
    times = Times()
    with _desktop(app, folder) as desktop:
        gate = _Gate(desktop)
        _scan(app, gate, crowd.text(0), Times())
        gc.collect()
        for index in range(1, scans + 1):
            _scan(app, gate, crowd.text(index), times)
            _until(app, partial(_has_counted, desktop, index + 1))
    what = f"Enter to painted verdict, {crowd.size:,} visitors"
    yield Row(NAME, f"{what}, p50", times.median, "ms", scans)
    yield Row(NAME, f"{what}, p99", times.percentile(99), "ms", scans, goal=Goal(16.7))


def _gaps(app: QApplication, options: Options) -> Row:
    """The longest time between two turns of the window's event loop, during a large sync."""
    records = options.size(20_000, tiny=40)
    crowd = Crowd(options.size(5_000, tiny=30))
    with (
        _owing(options.folder / "owing", records, crowd) as kiosk,
        _desktop(app, kiosk, busy=True) as desktop,
    ):
        beat = _Heartbeat()
        typing = QTimer(interval=_TYPING_MS)
        typing.timeout.connect(_typist(desktop))
        typing.start()
        _until(app, lambda: _pending(desktop) == 0)
        typing.stop()
        beat.stop()
    what = f"the window's longest gap while {records:,} records are sent and a name is typed"
    return Row(NAME, what, beat.longest, "ms", beat.count, goal=Goal(50))


class _Gate(QObject):
    """Watches the gate's stage: whether an answer that was just given has been painted."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self.desktop = desktop
        self._view = desktop.window.gate
        self._answer: Answer | None = None
        self._fresh = False
        self.painted = False
        self._show = self._view.show_state
        self._view.show_state = self._shown  # type: ignore[method-assign]
        self._view.answer.installEventFilter(self)

    def expect(self) -> None:
        self._fresh = self.painted = False

    def _shown(self, state: GateState) -> None:
        self._show(state)
        self._fresh |= state.answer is not None and state.answer is not self._answer
        self._answer = state.answer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._fresh:
            self.painted = True
        return super().eventFilter(watched, event)


class _Heartbeat(QObject):
    """Ticks as often as the event loop lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self.count = 0.0, 0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.count += 1
        self._last = now


def _scan(app: QApplication, gate: _Gate, text: str, times: Times) -> None:
    """Types a ticket as a scanner does; the time runs from Enter until all is painted."""
    gate.expect()
    handle = gate.desktop.window.windowHandle()
    for character in text:
        _key(handle, Qt.Key(ord(character)), _CODES[character.lower()], character)
    with times.taken():
        _key(handle, Qt.Key.Key_Return, _ENTER_CODE, "\r")
        _until(app, lambda: gate.painted)


def _key(window: QObject, key: Qt.Key, code: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, code, 0, 0, text)
        QCoreApplication.sendEvent(window, event)


def _typist(desktop: Desktop) -> Callable[[], None]:
    """Asks for a name, one letter more at each call."""
    typed = iter(_TYPED * 1_000)
    lane = desktop._lane
    assert lane is not None

    def ask() -> None:
        text = next(typed)
        lane.submit_read(lambda uow: search(uow, text), lambda _: None, _fail)

    return ask


@contextmanager
def _desktop(app: QApplication, folder: Path, *, busy: bool = False) -> Iterator[Desktop]:
    """The kiosk's window, ready; `busy` lets it go on exchanging."""
    desktop = Desktop(app, folder, Settings(data_dir=folder, sound=False))
    desktop.window.resize(1366, 768)
    desktop.window.show()
    try:
        _until(app, lambda: _is_ready(desktop))
        if not busy:
            desktop._next_sync.stop()
        yield desktop
    finally:
        desktop.stop()
        desktop.window.close()
        desktop.window.deleteLater()


def _is_ready(desktop: Desktop) -> bool:
    conductor = desktop.window._conductor
    return conductor is not None and conductor.site is not None


def _pending(desktop: Desktop) -> int | None:
    overview = _overview(desktop)
    return overview.pending if overview is not None else None


def _has_counted(desktop: Desktop, visitors: int) -> bool:
    """Whether the counts beside the verdict have followed it."""
    overview = _overview(desktop)
    return overview is not None and overview.tally.this_kiosk == visitors


def _overview(desktop: Desktop) -> Overview | None:
    conductor = desktop.window._conductor
    return conductor.surroundings.overview if conductor is not None else None


@contextmanager
def _owing(folder: Path, records: int, crowd: Crowd) -> Iterator[Path]:
    """An enrolled kiosk that owes its server so many records and lacks its roster's people."""
    with closing(Central.init(folder / "central")) as central:
        central.add_site(EVENT, SITE)
        code, fingerprint = (
            central.enrol_code(SITE.number, BINDING.device_name),
            central.fingerprint,
        )
    with central_server(folder / "central") as address:
        with Database.create(folder / "kiosk") as store, HttpServer(address) as server:
            enrol(store, server, server_url=address, code=code, fingerprint=fingerprint)
            sync(store, server, SystemClock())
            fill(store, records)
        with closing(Central.open(folder / "central")) as central:
            central.put_roster(SITE.number, crowd.people())
        yield folder / "kiosk"


def _until(app: QApplication, holds: Callable[[], bool]) -> None:
    """Runs the event loop until something holds. Raises TimeoutError."""
    deadline = time.monotonic() + _PATIENCE_S
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError("the window did not come so far")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _fail(error: BaseException) -> None:
    raise error
