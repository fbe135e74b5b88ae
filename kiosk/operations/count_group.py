"""How many of a group came: the answer to «Сколько пришло?», on the scan or for stragglers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.admission import Verdict, VerdictName
from kiosk.domain.headcount import MOST_HEADS
from kiosk.domain.history import History
from kiosk.domain.movements import Passage
from kiosk.domain.records import Kind, Record
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append

GROUP = "group"
"""The source of heads that somebody counted."""


class NotAGroup(Exception):
    """Only a group is counted; a person's ticket is scanned."""


class NobodyCounted(ValueError):
    """A count of nobody: a group that did not come is taken back instead."""


class ImpossibleCount(ValueError):
    """More than anybody counts at once: the number is a slip."""


class TooManyHeads(Exception):
    """More heads than the ticket has places left: `room` says how many."""

    def __init__(self, room: int) -> None:
        super().__init__(
            f"The ticket has room for {room} more. Count again, or let the manager allow it."
        )
        self.room = room


def count_group(
    uow: UnitOfWork,
    moment: Moment,
    passage: Passage,
    *,
    pupils: int,
    adults: int,
    pending: Record | None = None,
    named: Iterable[int] = (),
    allowed: str = "",
) -> Record:
    """Records how many of a group came now; those who are in already are not counted again.

    `pending` is the scan that this answers and `named` are tickets of members who were named.
    `allowed` is the reason why more may come than the ticket has. Raises NobodyCounted,
    ImpossibleCount, TooManyHeads.
    """
    check_count(pupils, adults)
    heads = pupils + adults
    history = uow.attendance.history(passage.ticket, passage.group or passage.ticket)
    room = max(passage.size - history.presence.inside, 0)
    more = {"override": _allow(uow, moment, passage, allowed, room)} if heads > room else {}
    data = passage.data(
        heads=heads,
        adults=adults,
        size=max(passage.size, _needed(history, heads)),
        source=GROUP,
        named=sorted(named),
        apart=list(history.apart),
        scan=pending.text("scan") if pending else "",
        pending=pending.hash if pending else "",
        notes=pending.data.get("notes", []) if pending else [],
        **more,
    )
    return append(uow, moment, Kind.ARRIVAL, data)


def check_count(*numbers: int) -> None:
    """Whether somebody can have counted so many. Raises NobodyCounted, ImpossibleCount."""
    if min(numbers) < 0 or sum(numbers) == 0:
        raise NobodyCounted
    if max(numbers) > MOST_HEADS:
        raise ImpossibleCount


def counted(asked: CheckIn, record: Record) -> CheckIn:
    """The answer to a group's scan once `record` tells how many of it came, or left."""
    left = asked.verdict.name is VerdictName.DEPARTED
    name = VerdictName.DEPARTED if left else VerdictName.ADMITTED
    verdict = Verdict(name, asked.verdict.facts, asked.verdict.notes, record.integer("heads"))
    return replace(asked, verdict=verdict, record=record, repeat=False)


def last_asked(uow: UnitOfWork, ticket: int) -> Record | None:
    """This kiosk's scan of a group that waits for its count."""
    last = uow.journal.last_scan()
    waits = (
        last is not None and last.kind == Kind.GROUP_PENDING and last.integer("ticket") == ticket
    )
    return last if waits and last and not uow.journal.is_retracted(last.hash) else None


def _needed(history: History, heads: int) -> int:
    """How many places the ticket needs, so that every head is counted."""
    return history.presence.counted + heads - min(heads, history.presence.away)


def _allow(uow: UnitOfWork, moment: Moment, passage: Passage, reason: str, room: int) -> str:
    if not reason.strip():
        raise TooManyHeads(room)
    data = {"ticket": passage.ticket, "verdict": "too_many_heads", "reason": reason.strip()}
    return append(uow, moment, Kind.OVERRIDE, data).hash
