"""What a scanned text stands for: the ticket's facts, and what the roster knows of its holder."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.admission import VerdictName, facts_of
from kiosk.domain.history import History
from kiosk.domain.movements import Passage
from kiosk.domain.programme import Site, Slot
from kiosk.domain.tickets import (
    External,
    Listed,
    PracticeTicket,
    Reading,
    RealTicket,
    ShortCode,
    Signed,
    TicketFacts,
    TicketKind,
    WalkInTicket,
)
from kiosk.domain.visitors import RosterTicket
from kiosk.domain.walk_ins import WalkIn
from kiosk.operations.ports import Roster, UnitOfWork
from kiosk.tickets import short_code
from kiosk.tickets.codec import read


class MistypedCode(Exception):
    """Ten typed digits whose check digit does not fit: nothing is answered or recorded."""


class OutOfPlace(Exception):
    """A practice card on the day, or a ticket of the day in practice: nothing is answered or
    recorded. `verdict` tells which.
    """

    def __init__(self, verdict: VerdictName) -> None:
        super().__init__(_OUT_OF_PLACE[verdict])
        self.verdict = verdict


_OUT_OF_PLACE = {
    VerdictName.PRACTICE_TICKET: "This is a practice card: it counts in practice only.",
    VerdictName.REAL_TICKET: "This is a real ticket, and this is practice: show a practice card.",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a ticket, each None where nothing is.

    `site` is the one that the ticket names: another than the kiosk's for `wrong_site`. `walk_in` is
    who was registered here without a ticket.
    """

    reading: Reading
    facts: TicketFacts | None = None
    listed: RosterTicket | None = None
    walk_in: WalkIn | None = None
    slot: Slot | None = None
    site: Site | None = None

    @property
    def number(self) -> int | None:
        """The ticket's number; a walk-in's says itself what it is, before anybody is known."""
        if self.facts is None:
            return self.reading.number if isinstance(self.reading, WalkInTicket) else None
        return self.facts.number

    @property
    def group(self) -> int:
        """The ticket of the group to which the holder belongs; 0 for nobody's member."""
        return self.listed.group if self.listed else 0

    @property
    def is_group(self) -> bool:
        """Whether the ticket stands for several people."""
        return self.facts is not None and self.facts.heads > 1

    def passage(self, source: str) -> Passage | None:
        """What a record of the holder's coming or going names."""
        if self.facts is None:
            return None
        return Passage(
            ticket=self.facts.number,
            kind=self.facts.kind,
            size=self.facts.heads,
            source=source,
            group=self.group,
            registration=self.walk_in.hash if self.walk_in else "",
        )


def identify(uow: UnitOfWork, text: str, *, typed: bool = False) -> Seen:
    """What a text stands for.

    `typed` tells that a person typed it, so that ten digits may be a ticket's short code and
    «1-017» a walk-in's number. Raises MistypedCode, OutOfPlace.
    """
    binding = uow.binding()
    practice = binding is not None and binding.is_practice
    reading = read(text, uow.roster.ticket_keys(), typed=typed, practice=practice)
    if isinstance(reading, PracticeTicket):
        raise OutOfPlace(VerdictName.PRACTICE_TICKET)
    if isinstance(reading, RealTicket):
        raise OutOfPlace(VerdictName.REAL_TICKET)
    if isinstance(reading, WalkInTicket) and uow.roster.ticket_by_external(text.strip()):
        reading = External(text.strip())  # other systems have short numbers too
    seen = _seen(uow, reading)
    if typed and seen.facts is None and short_code.is_mistyped(text):
        raise MistypedCode
    return seen


def identify_listed(uow: UnitOfWork, ticket: int) -> Seen:
    """What the roster knows of a ticket that was found by its holder's name."""
    return _seen(uow, Listed(ticket))


def history_of(uow: UnitOfWork, seen: Seen) -> History:
    """What the journal knows of whom a ticket stands for."""
    if seen.facts is None:
        return History()
    return uow.attendance.history(seen.facts.number, seen.group or seen.facts.number)


def _seen(uow: UnitOfWork, reading: Reading) -> Seen:
    if isinstance(reading, WalkInTicket):
        return _walk_in(uow, reading)
    listed = _listed(uow.roster, reading)
    facts = facts_of(reading, listed)
    if facts is None:
        return Seen(reading, listed=listed)
    here = uow.binding()
    slot = uow.roster.slot(facts.slot) if here and facts.site == here.site else None
    return Seen(reading, facts, listed, None, slot, uow.roster.site(facts.site))


def _listed(roster: Roster, reading: Reading) -> RosterTicket | None:
    """The roster's entry for what was read, if it has one.

    Another event's ticket may bear the number of somebody of this one.
    """
    if isinstance(reading, Signed):
        listed = roster.ticket(reading.facts.number)
        return listed if listed is not None and listed.event == reading.facts.event else None
    if isinstance(reading, Listed):
        return roster.ticket(reading.number)
    if isinstance(reading, ShortCode):
        return roster.ticket_by_code(reading.digits)
    if isinstance(reading, External):
        return roster.ticket_by_external(reading.text)
    return None


def _walk_in(uow: UnitOfWork, reading: WalkInTicket) -> Seen:
    """Somebody who was registered at a kiosk of this site, as far as this one has heard."""
    registered = uow.attendance.walk_ins(reading.number)
    binding = uow.binding()
    if not registered or binding is None:
        return Seen(reading)
    heads = sum(one.heads for one in registered)
    first = registered[0]
    kind = first.ticket_kind if heads == 1 else TicketKind.GROUP
    size = heads if kind is TicketKind.GROUP else 0
    facts = TicketFacts(binding.event, reading.number, binding.site, kind, size)
    return Seen(reading, facts, walk_in=first)
