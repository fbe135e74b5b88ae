"""What the briefing marks show, as facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.ui.failure import Failure
from kiosk.ui.holder import Holder


class Notice(StrEnum):
    """What is to be said of a mark that was not made."""

    AGAIN = "again"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A time slot: «10:30», its route, and where its briefing is at what time."""

    number: int
    start: str
    route: str
    briefing: str
    briefed: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of this sitting under a record's number: a slot's, or somebody's.

    `holder` is None for a slot and for somebody of whom the list knows nothing; `words` are the
    slot's time, or the ticket's number.
    """

    seq: int
    words: str
    holder: Holder | None = None
    named: bool = False
    slot: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class BriefingState:
    """The whole screen. `marks` are newest first. `busy`: a record is on its way."""

    slots: tuple[SlotRow, ...] = ()
    selected: int = 0
    marks: tuple[Mark, ...] = ()
    notice: Notice | None = None
    failure: Failure | None = None
    busy: bool = False
