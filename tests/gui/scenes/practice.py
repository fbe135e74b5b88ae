"""Practice: the striped frame, and the coach beside the gate."""

from __future__ import annotations

from kiosk.domain.practice import Situation
from kiosk.ui.screens.practice.state import PracticeState, Stage
from kiosk.ui.screens.practice.view import CoachCard
from kiosk.ui.widgets.striped_frame import StripedFrame
from kiosk.ui.window import MainWindow
from tests.gui import world
from tests.gui.fake_desk import FakeDesk
from tests.gui.scenes.gate import scanned
from tests.gui.scenes.scene import Play, Scene, in_turn

ALL = tuple(Situation)
WITH_TICKET = 5
"""As many of the first cards have a ticket that can be scanned."""


def coached(state: PracticeState) -> Play:
    def play(window: MainWindow, _desk: FakeDesk) -> None:
        StripedFrame(window)
        card = CoachCard()
        window.gate.make_room(card)
        card.show_state(state)
        assert card.isVisible(), "the coach is in the picture"

    return play


def at_card(number: int, *, begun: bool = False, asked: bool = False) -> Play:
    """The card of that number, all before it solved."""
    solved = ALL[: number - 1]
    return coached(
        PracticeState(
            solved=solved,
            current=ALL[number - 1],
            begun=begun,
            asked=asked,
            praised=solved[-1] if solved and not begun else None,
            counted=(24, 2),
            code="9876543062",
            can_show=number <= WITH_TICKET,
        )
    )


ENDED = PracticeState(stage=Stage.ENDING, solved=ALL, praised=ALL[-1], current=None)
SCENES: dict[str, Scene] = {
    "16-practice": Scene(at_card(1)),
    "16-practice-answering": Scene(at_card(2, begun=True, asked=True)),
    "16-practice-counting": Scene(at_card(3, begun=True)),
    "16-practice-praise": Scene(in_turn(at_card(2), scanned(world.admitted()))),
    **{f"16-practice-card-{n}": Scene(at_card(n)) for n in range(3, 9)},
    "16-practice-ended": Scene(coached(ENDED)),
}
