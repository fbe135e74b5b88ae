"""The page of a group's count as people use it: by keys alone, by clicks alone, and looked at."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QStackedLayout, QWidget
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from kiosk.domain.headcount import Presence
from kiosk.domain.records import Kind
from kiosk.scanning.key_events import KeyEventScanner
from kiosk.ui import language
from kiosk.ui.screens.count.names import NameTick
from kiosk.ui.screens.count.presenter import MORE_CAME, CountPresenter
from kiosk.ui.screens.count.state import Member, arriving, leaving
from kiosk.ui.screens.count.view import CountPage, connect
from kiosk.ui.theme.state import dress
from tests.gui.test_key_events import TICKET, Keyboard
from tests.gui.test_pictures import PICTURES, describe, is_cut_off
from tests.unit.ui.test_count_presenter import HERE_25, LISTED, PASSAGE, SLOT, Desk, record

STAGES = {"1366x768": (976, 668), "1920x1080": (1530, 980)}
"""What the window's size leaves to the stage."""
NAMES = ("Алиев Руслан оглы", "Александровская Екатерина", "Ёлкина Мария", "Салтыков Демид")
SETTLED_WITHIN_MS = 1_000
LEAST_TARGET = 60


class Stage(QFrame):
    """The gate's stage around the page, which gives it the window's keys."""

    def __init__(self, size: tuple[int, int] = STAGES["1366x768"]) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.setProperty("tone", "ask")
        self.setFixedSize(*size)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.desk = Desk(names=[(100 + n, NAMES[n % 4], n in (3, 9)) for n in range(28)])
        self.told: list[str] = []
        self.page = CountPage()
        self.page.setContentsMargins(40, 32, 40, 32)
        QStackedLayout(self).addWidget(self.page)
        self.presenter = CountPresenter(
            self.desk,
            self.page.show_state,
            counted=lambda _record: self.told.append("counted"),
            dismissed=lambda: self.told.append("dismissed"),
            failed=lambda _error: self.told.append("failed"),
        )
        connect(self.page, self.presenter)
        self.ask()

    def ask(self, presence: Presence | None = None, *, may_override: bool = False) -> None:
        state = arriving(PASSAGE, presence or Presence(), LISTED, slot=SLOT)
        self.presenter.ask(PASSAGE, record(), state)
        self.presenter.may_override(may_override)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.page.take_key(event):
            super().keyPressEvent(event)

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(count.value for count in self.presenter.state.counts)


@pytest.fixture
def open_stage(qtbot: QtBot, qapp: QApplication) -> Callable[..., Stage]:
    def open_it(speaking: str = "ru", size: tuple[int, int] = STAGES["1366x768"]) -> Stage:
        dress(qapp)
        language.install(qapp, speaking)
        stage = Stage(size)
        qtbot.addWidget(stage)
        stage.show()
        qtbot.waitExposed(stage)
        stage.activateWindow()
        stage.setFocus()
        return stage

    return open_it


@pytest.fixture
def stage(open_stage: Callable[..., Stage], qtbot: QtBot) -> Stage:
    stage = open_stage()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is stage)
    return stage


def press(*keys: Qt.Key | str) -> None:
    """Presses keys where the focus is, as a keyboard does."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


def click(part: QWidget, times: int = 1) -> None:
    assert part.isVisible()
    for _ in range(times):
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def words(stage: Stage) -> str:
    """All words that can be seen."""
    labels, buttons = stage.findChildren(QLabel), stage.findChildren(QPushButton)
    parts: list[QLabel | QPushButton] = [*labels, *buttons]
    return "\n".join(part.text() for part in parts if part.isVisible())


def test_twenty_eight_of_one_ticket_are_one_key_after_the_scan(stage: Stage) -> None:
    press(Qt.Key.Key_Return)
    assert stage.desk.counts[0]["pupils"] == 28
    stage.desk.answer()
    assert stage.told == ["counted"]


def test_by_keys_alone(stage: Stage) -> None:
    press("25", Qt.Key.Key_Tab, "1", Qt.Key.Key_Up, "+", "-", Qt.Key.Key_Left, Qt.Key.Key_Down)
    assert stage.values == (24, 2)
    press(Qt.Key.Key_Backtab, "0", Qt.Key.Key_Backtab, Qt.Key.Key_Backspace, "3", Qt.Key.Key_Enter)
    assert (stage.desk.counts[0]["pupils"], stage.desk.counts[0]["adults"]) == (23, 0)


def test_all_again_by_the_star(stage: Stage) -> None:
    press("3", "*")
    assert stage.values == (28, 2)


def test_by_clicks_alone(stage: Stage) -> None:
    asks = stage.page.question
    click(asks.counters[0].fewer, 3)
    click(asks.counters[1].more)
    assert stage.values == (25, 3)
    click(asks.everybody)
    assert stage.values == (28, 2)
    click(asks.counters[1].fewer, 2)
    assert not asks.counters[1].fewer.isEnabled()
    click(asks.confirm)
    assert not asks.confirm.isEnabled()
    click(asks.confirm)
    (asked,) = stage.desk.counts
    assert (asked["pupils"], asked["adults"]) == (28, 0)


def test_a_touched_number_is_typed_into(stage: Stage) -> None:
    QTest.mouseClick(
        stage.page.question.counters[1], Qt.MouseButton.LeftButton, pos=QPoint(180, 80)
    )
    press("4")
    assert stage.values == (28, 4)


@pytest.mark.parametrize("by", ["key", "click"])
def test_nobody_came(stage: Stage, by: str) -> None:
    if by == "key":
        press(Qt.Key.Key_Escape)
    else:
        click(stage.page.question.nobody)
    assert [seq for seq, _ in stage.desk.undone] == [77]
    stage.desk.answer()
    assert stage.told == ["dismissed"]


@pytest.mark.parametrize("by", ["key", "click"])
def test_more_than_the_ticket_has(stage: Stage, by: str) -> None:
    stage.ask(HERE_25, may_override=True)
    asks = stage.page.question
    if by == "key":
        press("8", Qt.Key.Key_Return, "2", "7", Qt.Key.Key_Return, Qt.Key.Key_Return, "1")
    else:
        click(asks.counters[0].more)
        click(asks.confirm)
        click(asks.again)
        click(asks.counters[0].more)
        click(asks.confirm)
        click(asks.let_in)
    (asked,) = stage.desk.counts
    assert (asked["pupils"], asked["allowed"]) == (7, MORE_CAME)


def test_without_the_right_the_manager_is_called(stage: Stage) -> None:
    stage.ask(HERE_25)
    press("8", Qt.Key.Key_Return)
    assert not stage.page.question.let_in.isVisible()
    press("1", Qt.Key.Key_Return)
    assert stage.desk.counts == []
    stage.presenter.may_override(True)
    click(stage.page.question.let_in)
    assert len(stage.desk.counts) == 1


def test_names_by_keys_alone(stage: Stage) -> None:
    press("/", "12", Qt.Key.Key_Space, Qt.Key.Key_Right, " ", Qt.Key.Key_Down, " ")
    assert stage.values == (25, 2)
    press(Qt.Key.Key_Return)
    asked = stage.desk.counts[0]
    assert (asked["pupils"], len(asked["named"])) == (25, 23)
    assert not {111, 118, 119} & set(asked["named"])


def test_names_by_clicks_alone(stage: Stage) -> None:
    click(stage.page.question.names)
    names = stage.page.names
    click(names.tick(0))
    click(names.tick(1), 2)
    click(names.tick(3))  # who is here already cannot be ticked
    assert (stage.values, names.tick(0).isChecked(), names.tick(1).isChecked()) == (
        (27, 2),
        False,
        True,
    )
    click(names.everybody)
    assert stage.values == (28, 2)
    click(names.back)
    click(stage.page.question.confirm)
    assert stage.desk.counts[0]["pupils"] == 28


def test_how_many_left(stage: Stage) -> None:
    departure = record(Kind.DEPARTURE, heads=28)
    stage.presenter.ask(PASSAGE, departure, leaving(PASSAGE, 28, LISTED, slot=SLOT))
    assert not stage.page.question.counters[1].isVisible()
    assert not stage.page.question.names.isVisible()
    press("25", Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert stage.desk.corrections == [(departure, 25)]


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[KeyEventScanner]:
    scanner = KeyEventScanner(qapp)
    yield scanner
    scanner.stop()
    scanner.deleteLater()


@pytest.mark.parametrize("ending", ["enter", "tab"])
def test_a_scan_types_and_presses_nothing(
    stage: Stage, scanner: KeyEventScanner, ending: str, qtbot: QtBot
) -> None:
    scans: list[str] = []
    scanner.scanned.connect(scans.append)
    keyboard = Keyboard(stage.windowHandle(), scan_codes=True).type(TICKET)
    if ending == "enter":
        keyboard.enter()
    else:
        keyboard.tab()
    assert scans == [TICKET]
    state = stage.presenter.state
    assert (stage.values, state.selected, stage.desk.counts) == ((28, 2), 0, [])


Scene = Callable[[Stage], None]


def first(_stage: Stage) -> None:
    """All are still awaited."""


def stragglers(stage: Stage) -> None:
    stage.ask(HERE_25)


def over(stage: Stage) -> None:
    stage.ask(HERE_25)
    press("88", Qt.Key.Key_Tab, "12")


def may_let_in(stage: Stage) -> None:
    over(stage)
    stage.presenter.may_override(True)
    press(Qt.Key.Key_Return)


def may_not_let_in(stage: Stage) -> None:
    over(stage)
    press(Qt.Key.Key_Return)


def recording(stage: Stage) -> None:
    press(Qt.Key.Key_Return)


def unlisted(stage: Stage) -> None:
    stage.presenter.ask(PASSAGE, record(), arriving(PASSAGE, HERE_25))


def no_names(stage: Stage) -> None:
    stage.desk.names = ()
    over(stage)
    press("/")


def names(stage: Stage) -> None:
    press("/", "5", " ")


def going(stage: Stage) -> None:
    departure = record(Kind.DEPARTURE, heads=28)
    stage.presenter.ask(PASSAGE, departure, leaving(PASSAGE, 28, LISTED, slot=SLOT))


SCENES: tuple[Scene, ...] = (
    first,
    stragglers,
    over,
    may_let_in,
    may_not_let_in,
    recording,
    unlisted,
    no_names,
    names,
    going,
)


@pytest.mark.parametrize("size", STAGES)
@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_the_page_is_whole(
    open_stage: Callable[..., Stage], qtbot: QtBot, scene: Scene, speaking: str, size: str
) -> None:
    stage = open_stage(speaking, STAGES[size])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is stage)
    scene(stage)
    wrong: list[str] = []

    def all_is_well() -> bool:
        parts = [part for part in stage.findChildren(QWidget) if part.isVisible()]
        wrong[:] = [describe(part) for part in parts if is_cut_off(part) or sticks_out(part, stage)]
        return not wrong

    with contextlib.suppress(NotInTime):  # the layouts settle; then the assertion tells more
        qtbot.waitUntil(all_is_well, timeout=SETTLED_WITHIN_MS)
    folder: Path = PICTURES / f"{speaking}-{size.partition('x')[0]}"
    folder.mkdir(parents=True, exist_ok=True)
    stage.grab().save(str(folder / f"06-count-{scene.__name__}.png"))
    assert wrong == []
    buttons = [button for button in stage.findChildren(QPushButton) if button.isVisible()]
    assert [b.text() for b in buttons if min(b.width(), b.height()) < LEAST_TARGET] == []
    assert all(button.accessibleName() for button in buttons)


def sticks_out(part: QWidget, stage: Stage) -> bool:
    """Whether a part lies outside the stage's margins; the list of names may be scrolled."""
    if stage.page.names.isAncestorOf(part):
        return False
    place = part.mapTo(stage, QPoint(0, 0))
    right, bottom = place.x() + part.width(), place.y() + part.height()
    inner = stage.page.contentsRect()
    holder = part is stage.page or part is stage.page.question
    return not holder and (right > inner.right() + 1 or bottom > inner.bottom() + 1)


def test_what_is_shown_can_be_told_apart_by_a_screen_reader(stage: Stage) -> None:
    asks = stage.page.question
    names = [b.accessibleName() for counter in asks.counters for b in (counter.fewer, counter.more)]
    assert len(set(names)) == 4
    said = [part.accessibleName() for part in stage.findChildren(QLabel)]
    assert any("28" in name for name in said)
    press("/")
    ticks = [stage.page.names.tick(index).accessibleName() for index in range(28)]
    assert ticks[1] == "2. Александровская Екатерина"
    assert len(set(ticks)) == 28


@pytest.mark.parametrize(("speaking", "told"), [("ru", "без имени"), ("en", "no name")])
def test_who_has_not_agreed_to_their_name_is_told_so(
    qtbot: QtBot, qapp: QApplication, speaking: str, told: str
) -> None:
    language.install(qapp, speaking)
    tick = NameTick(14)
    qtbot.addWidget(tick)
    tick.show_member(Member(101, "", is_in=False), current=False)
    assert (tick.accessibleName(), tick._lines) == (f"14. {told}", (told, ""))
    tick.show_member(Member(101, "", is_in=True), current=False)
    assert tick._lines[0] == told


def test_the_words_of_each_question_differ(stage: Stage) -> None:
    said = set()
    for scene in SCENES:
        stage.ask()
        scene(stage)
        said.add(words(stage))
    assert len(said) == len(SCENES)
