"""What the coach shows, as facts: no translated word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.practice import Situation
from kiosk.ui.failure import Failure


class Stage(StrEnum):
    """What the coach's card is for now."""

    PLAYING = "playing"
    ENDING = "ending"
    """The score, and whose it is."""


@dataclass(frozen=True, slots=True)
class PracticeState:
    """A round of practice.

    `current` is the card to play, None when all are solved; it is `begun` when half of its way is
    gone or a wrong one was taken, and `asked` while its question waits on the screen. `praised` was
    solved last, until the next card is begun. `counted` are the pupils and adults of the group so
    far, `code` the digits on the damaged card. `can_show`: the card's ticket can be shown without
    the card. `name` is who practises, where it is known.
    """

    stage: Stage = Stage.PLAYING
    solved: tuple[Situation, ...] = ()
    current: Situation | None = Situation.GOOD
    begun: bool = False
    asked: bool = False
    praised: Situation | None = None
    counted: tuple[int, int] = (0, 0)
    code: str = ""
    can_show: bool = False
    name: str = ""
    busy: bool = False
    failure: Failure | None = None

    @property
    def score(self) -> int:
        """How many cards are solved."""
        return len(self.solved)
