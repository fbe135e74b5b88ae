"""What entering from paper shows, as facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.programme import hhmm
from kiosk.ui.failure import Failure
from kiosk.ui.screens.search.state import FoundRow

_TIME = re.compile(r"(\d{1,2}):?(\d{2})", re.ASCII)


class Notice(StrEnum):
    """Why something was not entered."""

    NO_TIME = "no_time"
    NOT_YET = "not_yet"
    IN_ALREADY = "in_already"
    NOT_ON_THE_LIST = "not_on_the_list"
    WITHOUT_TICKET = "without_ticket"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Entered:
    """Something that was entered in this sitting, under a record's number `seq`.

    `row` is whom it is about and `at` the time that stands on the paper.
    """

    seq: int
    row: FoundRow
    heads: int
    at: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class PaperState:
    """The whole screen.

    `time` is what was typed for the time, `rows` are the answer to `text` if `answered`. While a
    class is being counted, `group` is that class, `pupils` and `adults` what was typed for it.
    `entered` is newest first. `busy`: a record is on its way.
    """

    time: str = ""
    text: str = ""
    rows: tuple[FoundRow, ...] = ()
    selected: int = 0
    answered: bool = False
    group: FoundRow | None = None
    pupils: str = ""
    adults: str = ""
    entered: tuple[Entered, ...] = ()
    notice: Notice | None = None
    failure: Failure | None = None
    busy: bool = False

    @property
    def minute(self) -> int | None:
        """The minute of the day that was typed: «0945», «945» and «9:45» are one."""
        found = _TIME.fullmatch(self.time.strip())
        if found is None or int(found[1]) > 23 or int(found[2]) > 59:
            return None
        return int(found[1]) * 60 + int(found[2])

    @property
    def tidy_time(self) -> str:
        """«09:45», or what was typed where that is no time."""
        return hhmm(self.minute) if self.minute is not None else self.time

    @property
    def heads(self) -> int:
        """The people of sheets and lines that stand."""
        return sum(line.heads for line in self.entered if not line.undone)
