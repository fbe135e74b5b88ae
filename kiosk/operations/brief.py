"""The safety briefing (инструктаж): who has had it, one by one, by group or by time slot."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.programme import Slot
from kiosk.domain.records import Kind, Record
from kiosk.operations.identify import Seen, identify
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append


class NobodyToBrief(Exception):
    """The text is nobody's ticket here, or there is no such slot. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Briefed:
    """Who was marked, with the record; `again`: they had been marked before."""

    seen: Seen | None
    record: Record | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class SlotBriefing:
    """A time slot, and whether everybody of it was marked."""

    slot: Slot
    briefed: bool


def brief(uow: UnitOfWork, moment: Moment, text: str, *, typed: bool = False) -> Briefed:
    """Marks the holder of a ticket, or a whole group, as briefed. Raises NobodyToBrief.

    The number of a walk-in is taken before this kiosk has heard of them.
    """
    seen = identify(uow, text, typed=typed)
    ticket = seen.number
    if ticket is None:
        raise NobodyToBrief("No such ticket: scan it again, or send the visitor to the entrance.")
    binding = uow.binding()
    if binding is not None and seen.facts is not None and seen.facts.event != binding.event:
        raise NobodyToBrief("This ticket is for another event: send the visitor to the entrance.")
    if is_briefed(uow, seen):
        return Briefed(seen, None, again=True)
    return Briefed(seen, append(uow, moment, Kind.BRIEFING, {"ticket": ticket}))


def brief_slot(uow: UnitOfWork, moment: Moment, slot: int) -> Briefed:
    """Marks everybody of a time slot as briefed. Raises NobodyToBrief."""
    if uow.roster.slot(slot) is None:
        raise NobodyToBrief(f"There is no time slot {slot} on this site.")
    if uow.attendance.is_briefed((), slot):
        return Briefed(None, None, again=True)
    return Briefed(None, append(uow, moment, Kind.BRIEFING, {"slot": slot}))


def briefings(uow: UnitOfWork) -> list[SlotBriefing]:
    """All time slots of the site, the earliest first."""
    return [
        SlotBriefing(slot, uow.attendance.is_briefed((), slot.number))
        for slot in uow.roster.slots()
    ]


def is_briefed(uow: UnitOfWork, seen: Seen) -> bool:
    """Whether a holder was briefed: by their own ticket, with their group or with their slot."""
    tickets = [ticket for ticket in (seen.number, seen.group) if ticket]
    return uow.attendance.is_briefed(tickets, seen.facts.slot if seen.facts else 0)
