"""A desk for the briefing marks: three slots, and tickets by their texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.programme import Slot
from kiosk.domain.records import Kind, Record
from kiosk.domain.visitors import RosterTicket
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.operations.brief import Briefed, SlotBriefing
from kiosk.operations.identify import Seen
from kiosk.ui.desk import Failed
from tests.gui import world
from tests.gui.crowd_inside import unnamed

SLOTS = [
    world.SLOT,
    Slot(2, 660, 720, "А", 650, "учебный класс второго корпуса за проходной"),
    Slot(3, 690, 750, "В", 680, "актовый зал"),
]


def seen(listed: RosterTicket) -> Seen:
    ticket = world.admitted(listed).seen
    return Seen(ticket.reading, ticket.facts, listed)


def seen_walk_in() -> Seen:
    ticket = world.admitted().seen
    walk_in = WalkIn.one(WalkInNumber(1, 17), WalkInKind.PUPIL)
    return Seen(ticket.reading, ticket.facts, None, walk_in)


SEEN = {
    "maria": seen(world.MARIA),
    "group": seen(world.GROUP),
    "ilya": seen(unnamed(world.ILYA)),
    "walk-in": seen_walk_in(),
}


@dataclass
class BriefingDesk:
    """`answer` replaces every answer while it is set; what is marked stays so until an undo."""

    later: bool = False
    answer: Any = None
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    briefed: dict[int, int] = field(default_factory=dict)
    waiting: list[Callable[[], None]] = field(default_factory=list)
    _seq: int = 70

    def asked(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def give(self) -> None:
        waiting, self.waiting = self.waiting, []
        for answer in waiting:
            answer()

    def briefings(self, done: Callable[[list[SlotBriefing]], None], failed: Failed) -> None:
        done([SlotBriefing(slot, slot.number in self.briefed) for slot in SLOTS])

    def brief(
        self, text: str, source: str, done: Callable[[Briefed], None], failed: Failed
    ) -> None:
        self.calls.append(("brief", text, source))
        self._reply(Briefed(SEEN[text], self._record()), done, failed)

    def brief_slot(self, slot: int, done: Callable[[Briefed], None], failed: Failed) -> None:
        self.calls.append(("brief_slot", slot))
        if slot in self.briefed:
            self._reply(Briefed(None, None, again=True), done, failed)
            return
        record = self._record()
        self.briefed[slot] = record.seq
        self._reply(Briefed(None, record), done, failed)

    def undo(self, seq: int, reason: str, done: Callable[[Record], None], failed: Failed) -> None:
        self.calls.append(("undo", seq, reason))
        self.briefed = {slot: record for slot, record in self.briefed.items() if record != seq}
        self._reply(world.record(900, Kind.RETRACTION, world.at(10, 8)), done, failed)

    def _record(self) -> Record:
        self._seq += 1
        return world.record(self._seq, Kind.BRIEFING, world.at(10, 8))

    def _reply(self, answer: Any, done: Callable[[Any], None], failed: Failed) -> None:
        answer = answer if self.answer is None else self.answer

        def tell() -> None:
            failed(answer) if isinstance(answer, Exception) else done(answer)

        self.waiting.append(tell) if self.later else tell()
