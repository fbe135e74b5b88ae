"""The admission rule: what the desk says to a ticket.

The questions come in a fixed order (readable, genuine, cancelled, event, site, day, clearance,
already in), so that the visitor hears the reason that helps most: validity before duplicate.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.attendance import Arrival, Presence
from kiosk.domain.programme import SitePolicy, Slot
from kiosk.domain.tickets import (
    Forged,
    Reading,
    ShortCode,
    Signed,
    TicketFacts,
    TicketKind,
    Unreadable,
)
from kiosk.domain.visitors import RosterTicket


class VerdictName(StrEnum):
    """The verdicts, named as the design's list of words names them."""

    ADMITTED = "admitted"
    ALREADY_INSIDE = "already_inside"
    WRONG_SITE = "wrong_site"
    WRONG_DAY = "wrong_day"
    WRONG_EVENT = "wrong_event"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    FORGED = "forged"
    NOT_CLEARED = "not_cleared"
    UNREADABLE = "unreadable"
    NOT_RECORDED = "not_recorded"


class Note(StrEnum):
    """What an admission is marked with."""

    NOT_LISTED = "not_listed"
    EARLY = "early"
    LATE = "late"
    CHECK_CLOCK = "check_clock"
    """The kiosk's unconfirmed clock shows a day that is not the event's."""
    COMPARE_NAME = "compare_name"
    """The code was typed by hand: compare the name before letting in."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where and when the question is asked. `minute` is the minute of the site's local day.

    `day` is the event's day number today, or None on a day that is not the event's. Only a
    confirmed clock refuses for that: a doubtful one refuses nobody.
    """

    event: int
    site: int
    day: int | None
    minute: int
    policy: SitePolicy = field(default_factory=SitePolicy)
    demo: bool = False
    clock_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """What the journal knows of a ticket: its presence, and the arrival that counts."""

    presence: Presence = field(default_factory=Presence)
    first: Arrival | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. `facts` are the ticket's, where one was understood; `heads` come in."""

    name: VerdictName
    facts: TicketFacts | None = None
    notes: frozenset[Note] = frozenset()
    heads: int = 0
    earlier: Arrival | None = None


def decide(
    reading: Reading,
    listed: RosterTicket | None,
    slot: Slot | None,
    desk: Desk,
    history: History,
) -> Verdict:
    """Answers a ticket.

    `listed` is the roster's entry for it and `slot` its time slot, each None where the roster has
    none.
    """
    if isinstance(reading, Unreadable):
        return Verdict(VerdictName.UNREADABLE)
    if isinstance(reading, Forged):
        return Verdict(VerdictName.FORGED)
    facts = facts_of(reading, listed)
    if facts is None:
        return Verdict(VerdictName.UNKNOWN)
    refusal = _invalid(facts, listed, slot, desk)
    if refusal is not None:
        return Verdict(refusal, facts)
    if history.presence.counted >= facts.heads:
        return Verdict(VerdictName.ALREADY_INSIDE, facts, earlier=history.first)
    notes = _notes(reading, listed, slot, desk)
    return Verdict(VerdictName.ADMITTED, facts, notes, heads=facts.heads - history.presence.counted)


def facts_of(reading: Reading, listed: RosterTicket | None) -> TicketFacts | None:
    """The signed facts, or for another system's ticket what the roster says of it."""
    if isinstance(reading, Signed):
        return reading.facts
    if listed is None:
        return None
    return TicketFacts(
        event=listed.event,
        number=listed.number,
        site=listed.site,
        kind=listed.kind,
        group_size=listed.heads if listed.kind is TicketKind.GROUP else 0,
        day=listed.day,
        slot=listed.slot,
    )


def _invalid(
    facts: TicketFacts, listed: RosterTicket | None, slot: Slot | None, desk: Desk
) -> VerdictName | None:
    reasons = (
        (VerdictName.CANCELLED, listed is not None and listed.cancelled),
        (VerdictName.WRONG_EVENT, facts.event != desk.event),
        (VerdictName.WRONG_SITE, facts.site not in (0, desk.site)),
        (VerdictName.WRONG_DAY, desk.day is None and desk.clock_confirmed),
        (VerdictName.WRONG_DAY, desk.day is not None and facts.day not in (0, desk.day)),
        (VerdictName.WRONG_DAY, desk.policy.keeps_slots and _lateness(slot, desk) is not None),
        (
            VerdictName.NOT_CLEARED,
            desk.policy.asks_clearance and not (listed is not None and listed.cleared),
        ),
    )
    return next((name for name, holds in reasons if holds), None)


def _lateness(slot: Slot | None, desk: Desk) -> Note | None:
    if slot is None or desk.demo or slot.start <= desk.minute <= slot.end:
        return None
    return Note.EARLY if desk.minute < slot.start else Note.LATE


def _notes(
    reading: Reading, listed: RosterTicket | None, slot: Slot | None, desk: Desk
) -> frozenset[Note]:
    notes = {_lateness(slot, desk)}
    if listed is None:
        notes.add(Note.NOT_LISTED)
    if desk.day is None:
        notes.add(Note.CHECK_CLOCK)
    if isinstance(reading, ShortCode):
        notes.add(Note.COMPARE_NAME)
    return frozenset(note for note in notes if note is not None)
