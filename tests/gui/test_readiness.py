"""The readiness screen: every line without scrolling, by keyboard alone and by clicks alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.readiness import Check, Line
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui import language
from kiosk.ui.desk import Failed
from kiosk.ui.screens.readiness import wording
from kiosk.ui.screens.readiness.presenter import ReadinessPresenter
from kiosk.ui.screens.readiness.state import ReadinessState
from kiosk.ui.screens.readiness.view import ReadinessView
from kiosk.ui.theme.state import dress
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.mark import VerdictMark
from tests.gui import readiness_examples as examples
from tests.gui.test_pictures import describe, is_cut_off

PICTURES = Path(__file__).parents[2] / "build" / "pictures"
HEADER = 60
SIZES = [(1366, 768), (1920, 1080)]
LOOKS = {"good": examples.GOOD, "bad": examples.BAD, "unknown": examples.UNKNOWN}


@dataclass
class FakeExaminer:
    """Answers when the test says so; an error goes to `failed`."""

    answer: tuple[Line, ...] | Exception = examples.GOOD
    waiting: list[Callable[[], None]] = field(default_factory=list)
    looks: int = 0

    def readiness(self, done: Callable[[tuple[Line, ...]], None], failed: Failed) -> None:
        self.looks += 1
        answer = self.answer
        if isinstance(answer, Exception):
            self.waiting.append(lambda: failed(answer))
        else:
            self.waiting.append(lambda: done(answer))

    def give(self) -> None:
        """Gives the answer, and lets the screen show it."""
        self.waiting.pop(0)()
        QApplication.processEvents()


@dataclass
class Opened:
    """The screen in its window, and the desk behind it."""

    window: QWidget
    view: ReadinessView
    presenter: ReadinessPresenter
    desk: FakeExaminer
    left: list[bool] = field(default_factory=list)


class Keys(QWidget):
    """Stands for the window: it hands keys on to the screen that is shown."""

    def __init__(self, view: ReadinessView) -> None:
        super().__init__()
        self._view = view
        view.setParent(self)

    def keyPressEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        self._view.take_key(event)  # type: ignore[arg-type]


@pytest.fixture
def open_screen(qtbot: QtBot, qapp: QApplication) -> Callable[..., Opened]:
    def open_it(
        look: tuple[Line, ...] | Exception = examples.GOOD,
        *,
        speaking: str = "en",
        size: tuple[int, int] = SIZES[0],
    ) -> Opened:
        dress(qapp)
        language.install(qapp, speaking)
        view, desk = ReadinessView(), FakeExaminer(look)
        window = Keys(view)
        qtbot.addWidget(window)
        window.resize(size[0], size[1] - HEADER)
        view.resize(window.size())
        presenter = ReadinessPresenter(desk, view.show_state)
        view.again_wanted.connect(presenter.open)
        opened = Opened(window, view, presenter, desk)
        view.left.connect(lambda: opened.left.append(True))
        window.show()
        qtbot.waitExposed(window)
        presenter.open()
        return opened

    return open_it


def rows(view: QWidget) -> list[QFrame]:
    return [r for r in view.findChildren(QFrame, "row") if r.isVisible()]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("name", LOOKS)
def test_every_line_fits(
    qtbot: QtBot,
    open_screen: Callable[..., Opened],
    name: str,
    speaking: str,
    size: tuple[int, int],
) -> None:
    opened = open_screen(LOOKS[name], speaking=speaking, size=size)
    opened.desk.give()
    view = opened.view

    def nothing_is_cut_off() -> None:
        parts = view.findChildren(QWidget)
        assert [describe(part) for part in parts if is_cut_off(part)] == []

    qtbot.waitUntil(nothing_is_cut_off, timeout=1_000)
    folder = PICTURES / f"{speaking}-{size[0]}"
    folder.mkdir(parents=True, exist_ok=True)
    view.grab().save(str(folder / f"14-readiness-{name}.png"))
    assert len(rows(view)) == len(Check)
    whole = view.rect()
    places = [QRect(r.mapTo(view, r.rect().topLeft()), r.size()) for r in rows(view)]
    assert all(whole.contains(place) for place in places)
    assert all(r.height() >= r.minimumSizeHint().height() for r in rows(view))
    assert view.findChildren(QScrollArea) == []
    assert view.size().toTuple() == (size[0], size[1] - HEADER)


def test_a_mark_tells_how_each_line_stands(open_screen: Callable[..., Opened]) -> None:
    opened = open_screen(examples.BAD)
    opened.desk.give()
    marks = [r.findChild(VerdictMark) for r in rows(opened.view)]
    tones = [mark.tone for mark in marks if mark is not None]
    assert tones.count(Tone.FAIL) == 4
    assert tones.count(Tone.HEED) == 10
    names = [r.accessibleName() for r in rows(opened.view)]
    assert "Clock. 47 min slow. Set the computer's date and time" in names
    assert all(mark.accessibleName() for mark in marks if mark is not None)


def test_what_is_not_known_is_grey(open_screen: Callable[..., Opened]) -> None:
    opened = open_screen(examples.UNKNOWN)
    opened.desk.give()
    marks = [r.findChild(VerdictMark) for r in rows(opened.view)]
    assert {mark.tone for mark in marks if mark is not None} == {Tone.IDLE}
    assert "Printer. not known on this system. Look for yourself" in [
        r.accessibleName() for r in rows(opened.view)
    ]


@pytest.mark.parametrize(
    ("look", "strong", "rest", "tone"),
    [
        (examples.GOOD, "Ready for the day", "", Tone.GO),
        (examples.BAD, "Not ready yet:", "site, ticket keys, data, disk", Tone.HEED),
        (examples.UNKNOWN, "Not ready yet:", "site, ticket keys, data, disk", Tone.HEED),
        (examples.UNHEARD, "Ready. Worth a look:", "sound, scanner", Tone.IDLE),
        ((), "", "Looking at the kiosk and the computer…", Tone.IDLE),
    ],
)
def test_one_sentence_says_how_it_stands(
    qapp: QApplication, look: tuple[Line, ...], strong: str, rest: str, tone: Tone
) -> None:
    language.install(qapp, "en")
    assert wording.banner(ReadinessState(look)) == (strong, rest, tone)


def test_by_keys_alone(open_screen: Callable[..., Opened]) -> None:
    opened = open_screen()
    opened.desk.give()
    QTest.keyClick(opened.window, Qt.Key.Key_Return)
    assert opened.desk.looks == 2
    QTest.keyClick(opened.window, Qt.Key.Key_Return)
    assert opened.desk.looks == 2, "one look at a time"
    QTest.keyClick(opened.window, Qt.Key.Key_Escape)
    assert opened.left == [True]


def test_by_clicks_alone(open_screen: Callable[..., Opened]) -> None:
    opened = open_screen(examples.BAD)
    opened.desk.give()
    opened.desk.answer = examples.GOOD
    QTest.mouseClick(opened.view.again, Qt.MouseButton.LeftButton)
    assert not opened.view.again.isEnabled()
    assert len(rows(opened.view)) == len(Check), "what was seen stays until the answer is there"
    opened.desk.give()
    assert opened.view.again.isEnabled()
    marks = [r.findChild(VerdictMark) for r in rows(opened.view)]
    assert {mark.tone for mark in marks if mark is not None} == {Tone.GO}
    QTest.mouseClick(opened.view.leave, Qt.MouseButton.LeftButton)
    assert opened.left == [True]


def test_a_look_that_fails_is_said(open_screen: Callable[..., Opened]) -> None:
    opened = open_screen(NotRecorded(Cause.READ_ONLY, "no"))
    opened.desk.give()
    assert rows(opened.view) == []
    assert opened.view.again.isEnabled()
