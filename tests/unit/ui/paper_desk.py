"""A desk for entering from paper: it answers from the invented site, at once or later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.domain.admission import VerdictName
from kiosk.domain.records import Kind, Record
from kiosk.domain.visitors import RosterTicket, Visitor, VisitorKind
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import Match
from kiosk.operations.search import Found
from kiosk.ui.desk import Failed
from tests.gui import world
from tests.gui.evening import LONG_CLASS

UNLISTED = Visitor("v9", VisitorKind.PUPIL, "Елисеев Пётр", "МБОУ СОШ № 7", "10А")


def found(listed: RosterTicket) -> Found:
    return Found(Match(listed.holder, listed), slot=world.SLOT)


@dataclass
class PaperDesk:
    """`answer` replaces every answer while it is set. Codes find whom `codes` names."""

    later: bool = False
    answer: Any = None
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    found: dict[str, list[Found]] = field(
        default_factory=lambda: {
            "ел": [found(world.MARIA), found(world.ILYA), Found(Match(UNLISTED, None))],
            "9в": [found(world.GROUP), found(LONG_CLASS)],
        }
    )
    codes: dict[str, Found] = field(
        default_factory=lambda: {"sheet": found(world.GROUP), "1234564471": found(world.MARIA)}
    )
    waiting: list[Callable[[], None]] = field(default_factory=list)
    _seq: int = 40

    def asked(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def give(self) -> None:
        """Gives the answers that wait, in order."""
        waiting, self.waiting = self.waiting, []
        for answer in waiting:
            answer()

    def search(self, text: str, done: Callable[[list[Found]], None], failed: Failed) -> None:
        self.calls.append(("search", text))
        self._reply(self.found.get(text, []), done, failed)

    def find_on_list(
        self, text: str, source: str, done: Callable[[Found], None], failed: Failed
    ) -> None:
        self.calls.append(("find_on_list", text, source))
        self._reply(self.codes[text], done, failed)

    def enter_from_paper(
        self,
        ticket: int,
        *,
        heads: int,
        adults: int,
        minute: int,
        done: Callable[[CheckIn], None],
        failed: Failed,
    ) -> None:
        self.calls.append(("enter_from_paper", ticket, heads, adults, minute))
        self._seq += 1
        self._reply(replace(world.admitted(), record=self._record()), done, failed)

    def undo(self, seq: int, reason: str, done: Callable[[Record], None], failed: Failed) -> None:
        self.calls.append(("undo", seq, reason))
        self._reply(world.record(900, Kind.RETRACTION, world.at(10, 8)), done, failed)

    def _record(self) -> Record:
        return world.record(self._seq, Kind.ARRIVAL, world.at(10, 8))

    def _reply(self, answer: Any, done: Callable[[Any], None], failed: Failed) -> None:
        answer = answer if self.answer is None else self.answer

        def tell() -> None:
            failed(answer) if isinstance(answer, Exception) else done(answer)

        self.waiting.append(tell) if self.later else tell()


def in_already() -> CheckIn:
    return world.refused(VerdictName.ALREADY_INSIDE)
