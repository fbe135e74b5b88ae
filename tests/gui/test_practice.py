"""The coach over a real practice folder, as somebody sees it who has never seen the kiosk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.clock import SystemClock
from kiosk.domain.practice import Practised, Situation
from kiosk.operations.override import report_copy
from kiosk.operations.practise import (
    Progress,
    begin_practice,
    note_practised,
    practice_progress,
)
from kiosk.operations.recording import Moment
from kiosk.operations.undo import undo
from kiosk.practice.room import prepare
from kiosk.store.database import Database
from kiosk.tickets.practice import text_of
from kiosk.ui import language
from kiosk.ui.desk import Failed
from kiosk.ui.screens.gate.view import GateView
from kiosk.ui.screens.practice.coach import Coach
from kiosk.ui.screens.practice.state import PracticeState, Stage
from kiosk.ui.screens.practice.view import CoachCard
from kiosk.ui.screens.practice.wording import praise, to_do
from kiosk.ui.theme.state import dress
from kiosk.ui.theme.tokens import COLOURS
from kiosk.ui.widgets.counts_card import CountsCard
from kiosk.ui.widgets.striped_frame import WIDTH, StripedFrame
from kiosk.ui.window import MainWindow
from tests.gui.test_pictures import describe, is_cut_off
from tests.integration.test_practice import Player

ALL = tuple(Situation)


def beside(gate: GateView, card: CoachCard) -> None:
    """Gives the coach the place of the counts and of the latest scans."""
    for part in (*gate.findChildren(CountsCard), gate.recent):
        part.hide()
    aside = gate.find_button.parentWidget()
    assert aside is not None
    layout = aside.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, card, 1)


class Window:
    """A gate in practice. Everything is answered at once, and durable in the folder."""

    def __init__(self, folder: Path) -> None:
        self.real = Database.create(folder)
        self.player = Player(Database.open(prepare(folder)))
        self.clock = SystemClock()
        self.begun = self.left = 0
        self.coach = Coach(self, scan=self._scan, begun=self._begin, left=self._leave)
        self.card = self.coach.card
        self.whole = MainWindow(now=lambda: 0)
        self.whole.resize(1366, 768)
        self.whole.furnish()
        beside(self.whole.gate, self.card)
        self.frame = StripedFrame(self.whole)

    def begin_practice(self, done: Callable[[Progress], None], _failed: Failed) -> None:
        done(self.player.do(begin_practice))

    def practice_progress(self, done: Callable[[Progress], None], _failed: Failed) -> None:
        done(self.player.store.read(practice_progress))

    def note_practised(
        self, name: str, score: int, done: Callable[[Practised], None], _failed: Failed
    ) -> None:
        now = Moment(self.clock.now())
        done(self.real.write(lambda uow: note_practised(uow, now, name=name, score=score)))

    def play(self, situation: Situation) -> None:
        self.player.play(situation)
        self.coach.recorded()

    def count(self, *, pupils: int) -> None:
        """Answers the group's count, two adults among them."""
        self.player.count(self.player.scan(text_of(Situation.GROUP)), pupils=pupils)
        self.coach.recorded()

    def undo(self) -> None:
        """Takes back what was recorded last."""
        seq = self.player.store.read(lambda uow: uow.journal.signer()).seq
        self.player.do(lambda uow, now: undo(uow, now, seq, "slip"))
        self.coach.recorded()

    def words(self) -> str:
        """All that can be read on the card."""
        labels = self.card.findChildren(QLabel)
        return " | ".join(part.text() for part in labels if part.isVisible())

    def close(self) -> None:
        self.player.store.close()
        self.real.close()

    def _scan(self, text: str) -> None:
        self.player.scan(text)
        self.coach.recorded()

    def _begin(self) -> None:
        self.begun += 1

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    dress(qapp)
    language.install(qapp, "en")
    window = Window(tmp_path / "kiosk")
    qtbot.addWidget(window.whole)
    with qtbot.waitExposed(window.whole):
        window.whole.show()
    window.coach.open()
    yield window
    window.close()


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_all_cards_are_played_and_the_name_is_kept(window: Window) -> None:
    for situation in Situation:
        assert f"Card {situation.card} of 8" in window.words()
        window.play(situation)
        assert "✓ Right." in window.words()
    assert "8 of 8" in window.words()
    assert window.card.name.hasFocus()
    QTest.keyClick(window.card.name, Qt.Key.Key_Return)  # an Enter meant for the gate
    assert window.left == 0
    QTest.keyClicks(window.whole.focusWidget(), "Anna K.")
    click(window.card.leave)
    assert window.left == 1
    (kept,) = window.real.read(lambda uow: uow.sign_ins.practised())
    assert (kept.name, kept.is_complete) == ("Anna K.", True)
    assert window.player.store.read(lambda uow: uow.sign_ins.practised()) == []


def test_without_the_card_its_ticket_is_shown(window: Window) -> None:
    click(window.card.without_card)
    assert "Card 2 of 8" in window.words()
    assert "back from the bus" in window.words()
    click(window.card.without_card)
    assert "back from the bus. Which answer fits?" in window.words()
    assert "✓" not in window.words()


def test_a_copy_is_corrected(window: Window) -> None:
    window.play(Situation.GOOD)
    answer = window.player.scan(text_of(Situation.RETURNED))
    window.player.do(lambda uow, now: report_copy(uow, now, answer))
    window.coach.recorded()
    assert "Card 2 of 8" in window.words()
    assert "No copy" in window.words()
    assert "Scan card 2 again and press 1" in window.words()
    assert "✓" not in window.words()


def test_a_wrong_count_is_told_and_leads_on(window: Window) -> None:
    for situation in ALL[:2]:
        window.play(situation)
    click(window.card.without_card)
    assert "Count 25 pupils and 2 adults, then Enter" in window.words()
    assert "✓" not in window.words()
    window.count(pupils=28)
    came, counted = "25\xa0+\xa02", "28\xa0+\xa02"
    wrong = f"{counted} counted, {came} came. Press F8, then scan card 3 again"
    assert wrong in window.words()
    assert "✓" not in window.words()
    window.undo()
    assert "Scan card 3 again and count: 25 pupils and 2 adults" in window.words()
    click(window.card.without_card)
    assert "Count 25 pupils and 2 adults, then Enter" in window.words()
    window.count(pupils=25)
    assert "✓ Right. Stragglers" in window.words()


def test_every_card_that_is_begun_has_its_own_words() -> None:
    states = [
        PracticeState(current=card, begun=True, asked=asked, code="9876543062")
        for card in ALL
        for asked in (False, True)
    ]
    said = {card: {to_do(s) for s in states if s.current is card} for card in ALL}
    assert len(set.union(*said.values())) == sum(len(words) for words in said.values())
    assert [card for card in ALL if any("Not read" in words for words in said[card])] == [
        Situation.DAMAGED
    ]


def test_the_name_is_typed_at_once(window: Window) -> None:
    """However the end is come to, whatever held the keys before: a number's page, a button."""
    click(window.card.end)
    QTest.keyClicks(window.whole.focusWidget(), "An")
    click(window.card.go_on)
    window.whole.gate.setFocus()
    for situation in ALL:
        window.play(situation)
    QTest.keyClicks(window.whole.focusWidget(), "na")
    assert window.card.name.text() == "Anna"
    window.whole.gate.setFocus()
    window.coach.recorded()  # nothing new: keys are not taken from where they went since
    assert not window.card.name.hasFocus()


def test_it_may_be_ended_early_and_begun_again(window: Window) -> None:
    window.play(Situation.GOOD)
    click(window.card.end)
    assert "1 of 8" in window.words()
    click(window.card.go_on)
    assert "Card 2 of 8" in window.words()
    for situation in ALL[1:]:
        window.play(situation)
    click(window.card.again)
    assert "Card 1 of 8" in window.words()
    assert window.begun == 2


def test_the_colours_are_told_as_they_are(qapp: QApplication) -> None:
    """Amber may let nobody in, too."""
    language.install(qapp, "ru")
    assert praise(Situation.CANCELLED) == (
        "Верно. Красный — всегда «стоп». Жёлтый: прочтите и сделайте, что сказано"
    )


STATES = [
    *(
        PracticeState(
            solved=ALL[:index],
            praised=ALL[index - 1] if index else None,
            current=situation,
            begun=begun,
            asked=asked,
            counted=counted,
            code="9876543062",
            can_show=True,
        )
        for index, situation in enumerate(ALL)
        for begun, asked in ((False, False), (True, False), (True, True))
        for counted in ((0, 0), (24, 2))
    ),
    PracticeState(stage=Stage.ENDING, solved=ALL, praised=ALL[-1], current=None),
    PracticeState(stage=Stage.ENDING, solved=ALL[:2], praised=ALL[1], current=ALL[2]),
]


@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_nothing_is_cut_off_and_the_gate_keeps_its_room(
    qapp: QApplication, qtbot: QtBot, speaking: str, size: tuple[int, int]
) -> None:
    dress(qapp)
    language.install(qapp, speaking)
    window, card = MainWindow(now=lambda: 0), CoachCard()
    qtbot.addWidget(window)
    window.resize(*size)
    window.furnish()
    beside(window.gate, card)
    with qtbot.waitExposed(window):
        window.show()
    for state in STATES:
        card.show_state(state)
        qapp.processEvents()
        assert window.size().toTuple() == size, to_do(state)
        parts = card.findChildren(QWidget)
        assert [describe(part) for part in parts if is_cut_off(part)] == [], to_do(state)
        shown = [part for part in card.findChildren(QPushButton) if part.isVisible()]
        assert all(part.accessibleName() for part in shown)


def test_the_frame_goes_round_everything(window: Window) -> None:
    picture = window.whole.grab().toImage()
    tape = {QColor(COLOURS[name]).name() for name in ("heed", "ink")}
    wide, high = picture.width(), picture.height()
    for side in (
        [QPoint(x, WIDTH // 2) for x in range(wide)],
        [QPoint(x, high - WIDTH // 2) for x in range(wide)],
        [QPoint(WIDTH // 2, y) for y in range(high)],
        [QPoint(wide - WIDTH // 2, y) for y in range(high)],
    ):
        assert tape <= {picture.pixelColor(point).name() for point in side}
    assert (
        picture.pixelColor(WIDTH + 1, high - WIDTH - 2).name() == QColor(COLOURS["ground"]).name()
    )
