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
from kiosk.operations.practise import (
    Progress,
    begin_practice,
    note_practised,
    practice_progress,
)
from kiosk.operations.recording import Moment
from kiosk.practice.room import prepare
from kiosk.store.database import Database
from kiosk.ui import language
from kiosk.ui.desk import Failed
from kiosk.ui.screens.gate.view import GateView
from kiosk.ui.screens.practice.coach import Coach
from kiosk.ui.screens.practice.state import PracticeState, Stage
from kiosk.ui.screens.practice.view import CoachCard
from kiosk.ui.screens.practice.wording import to_do
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
    window.card.name.setFocus()
    QTest.keyClick(window.card.name, Qt.Key.Key_Return)  # an Enter meant for the gate
    assert window.left == 0
    QTest.keyClicks(window.card.name, "Anna K.")
    click(window.card.leave)
    assert window.left == 1
    (kept,) = window.real.read(lambda uow: uow.sign_ins.practised())
    assert (kept.name, kept.is_complete) == ("Anna K.", True)
    assert window.player.store.read(lambda uow: uow.sign_ins.practised()) == []


def test_without_the_card_its_ticket_is_shown(window: Window) -> None:
    click(window.card.without_card)
    assert "Card 2 of 8" in window.words()
    click(window.card.without_card)
    assert "Now answer" in window.words()


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


STATES = [
    *(
        PracticeState(
            solved=ALL[:index],
            praised=ALL[index - 1] if index else None,
            current=situation,
            begun=begun,
            counted=(24, 2),
            code="9876543062",
            can_show=True,
        )
        for index, situation in enumerate(ALL)
        for begun in (False, True)
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
