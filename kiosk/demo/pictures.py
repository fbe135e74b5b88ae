"""Pictures of every screen, taken from the played day without a display."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kiosk.demo.headless import PlayedDay
from kiosk.domain.admission import VerdictName
from kiosk.domain.devices import Source
from kiosk.domain.languages import Language
from kiosk.domain.programme import Trial
from kiosk.operations.check_in import CheckIn
from kiosk.operations.close_site import Closing
from kiosk.operations.log_trial import TrialLine, trial_list
from kiosk.operations.overview import Overview, overview
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.operations.staff import Operator
from kiosk.operations.sync import SyncReport
from kiosk.ui import language
from kiosk.ui.desk import Failed
from kiosk.ui.screen import Screen
from kiosk.ui.theme.state import dress
from kiosk.ui.whole_desk import WholeDesk
from kiosk.ui.window import MainWindow

SIZE = QSize(1366, 768)


def take_pictures(day: PlayedDay, folder: Path) -> None:
    """Paints every screen in both languages into a folder, as NAME.LANGUAGE.png."""
    folder.mkdir(exist_ok=True)
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("pictures need an application with widgets")
    dress(app)
    qInstallMessageHandler(lambda *_: None)  # the platform without a display speaks of each window
    for words in Language:
        language.install(app, words)
        for name, scene in _scenes(day).items():
            page = day.before if name == "closing-incomplete" else day.after
            window = _open(Album(day, page), day.now_ms)
            scene(window)
            app.processEvents()
            window.grab().save(str(folder / f"{name}.{words}.png"))
            window.close()
            window.deleteLater()  # or its clock would tick on
    qInstallMessageHandler(None)


class Album:
    """A desk that answers again what the played day answered; nothing is recorded any more."""

    def __init__(self, day: PlayedDay, page: Closing) -> None:
        self._store = day.kiosks[0].store
        self._scans = {
            name.value: found
            for kiosk in reversed(day.kiosks)
            for name, found in kiosk.examples.items()
        }
        self._page = page

    def overview(self, done: Callable[[Overview], None], _failed: Failed) -> None:
        done(self._store.read(overview))

    def check_in(
        self, text: str, _source: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        """`text` names the verdict to show again."""
        if text in self._scans:
            done(self._scans[text])
        else:
            failed(NotRecorded(Cause.DISK_FULL, ""))

    def staff(self, done: Callable[[list[Operator]], None], _failed: Failed) -> None:
        done([])

    def trials(self, done: Callable[[list[Trial]], None], _failed: Failed) -> None:
        done(self._store.read(lambda uow: uow.roster.trials()))

    def trial_list(
        self, trial_id: str, done: Callable[[list[TrialLine]], None], _failed: Failed
    ) -> None:
        done(self._store.read(lambda uow: trial_list(uow, trial_id)))

    def look_at_closing(self, done: Callable[[Closing], None], _failed: Failed) -> None:
        done(self._page)


Scene = Callable[[MainWindow], None]


def _scenes(day: PlayedDay) -> dict[str, Scene]:
    """Every screen by its picture's name; of verdicts those that the day brought."""
    seen = sorted({name for kiosk in day.kiosks for name in kiosk.examples})
    verdicts = {f"gate-{v.value}": _scanned(v) for v in (*seen, VerdictName.NOT_RECORDED)}
    return {
        "gate-ready": lambda _: None,
        **verdicts,
        "trials-choice": lambda window: window.show_screen(Screen.TRIALS),
        "trials": _at_a_trial(day.after),
        "closing-incomplete": lambda window: window.show_screen(Screen.CLOSING),
        "closing-done": lambda window: window.show_screen(Screen.CLOSING),
        "welcome": lambda window: window.show_screen(Screen.WELCOME),
    }


def _scanned(verdict: VerdictName) -> Scene:
    return lambda window: window.scan(verdict.value, Source.IMAGE)


def _at_a_trial(page: Closing) -> Scene:
    """The trial that most people did."""
    busiest = Counter(trial for _, trial in page.results).most_common(1)

    def scene(window: MainWindow) -> None:
        window.show_screen(Screen.TRIALS)
        for trial, _ in busiest:
            window.view_of(Screen.TRIALS).chosen.emit(trial)

    return scene


def _open(album: Album, now_ms: int) -> MainWindow:
    window = MainWindow(now=lambda: now_ms)
    window.start(cast("WholeDesk", album))  # the screens shown ask for no more
    window.synced(SyncReport())
    window.resize(SIZE)
    return window
