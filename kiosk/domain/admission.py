"""The admission rule: what the desk says to a ticket.

The questions come in a fixed order (readable, genuine, cancelled, event, site, day, clearance,
already in), so that the visitor hears the reason that helps most: validity before duplicate.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.headcount import Presence
from kiosk.domain.history import History
from kiosk.domain.movements import Movement
from kiosk.domain.programme import SitePolicy, Slot
from kiosk.domain.tickets import (
    Forged,
    Reading,
    ShortCode,
    Signed,
    TicketFacts,
    TicketKind,
    Unreadable,
    WalkInTicket,
)
from kiosk.domain.visitors import RosterTicket


class VerdictName(StrEnum):
    """The verdicts, named as the design's list of words names them."""

    ADMITTED = "admitted"
    ALREADY_INSIDE = "already_inside"
    WRONG_SITE = "wrong_site"
    WRONG_DAY = "wrong_day"
    WRONG_TIME = "wrong_time"
    WRONG_EVENT = "wrong_event"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    FORGED = "forged"
    NOT_CLEARED = "not_cleared"
    UNREADABLE = "unreadable"
    NOT_RECORDED = "not_recorded"
    GROUP_PENDING = "group_pending"
    DEPARTED = "departed"
    NOT_INSIDE = "not_inside"
    """Somebody leaves whose arrival is not known here; their departure is recorded all the same."""
    PRACTICE_TICKET = "practice_ticket"
    """A practice card on the day: nothing is answered or recorded."""
    REAL_TICKET = "real_ticket"
    """A ticket of the day in practice: nothing is answered or recorded."""


OVERRULABLE = frozenset(
    {
        VerdictName.WRONG_SITE,
        VerdictName.WRONG_DAY,
        VerdictName.WRONG_TIME,
        VerdictName.CANCELLED,
        VerdictName.NOT_CLEARED,
    }
)
"""Refusals of a genuine ticket, which a person may overrule."""


class Reply(StrEnum):
    """What the question of a second scan may be answered with, as the records hold it."""

    SAME_PERSON = "same_person"
    COPY = "copy"
    WITH_GROUP = "with_group"
    APART = "apart"


LET_THROUGH = frozenset({VerdictName.ADMITTED, VerdictName.DEPARTED, VerdictName.NOT_INSIDE})
"""Verdicts after which somebody goes on, in or out."""


class Note(StrEnum):
    """What an admission is marked with."""

    NOT_LISTED = "not_listed"
    EARLY = "early"
    LATE = "late"
    CHECK_CLOCK = "check_clock"
    """The kiosk's unconfirmed clock shows a day that is not the event's."""
    COMPARE_NAME = "compare_name"
    """The code was typed by hand: compare the name before letting in."""
    RE_ENTRY = "re_entry"
    WITH_GROUP = "with_group"
    """Their group was counted by heads: ask whether they were among them."""
    NO_CONSENT = "no_consent"
    """No parent's consent to the name: counted without it, and not shown."""


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
class Verdict:
    """The answer.

    `facts` are the ticket's, where one was understood. `heads` come in; of a group that is still to
    be counted they are the places left. `presence` is what was counted of the party before, and
    `earlier` the arrival that stands.
    """

    name: VerdictName
    facts: TicketFacts | None = None
    notes: frozenset[Note] = frozenset()
    heads: int = 0
    earlier: Movement | None = None
    presence: Presence = field(default_factory=Presence)


def decide(
    reading: Reading,
    facts: TicketFacts | None,
    listed: RosterTicket | None,
    slot: Slot | None,
    desk: Desk,
    history: History,
) -> Verdict:
    """Answers a ticket.

    `facts` are what its text or the roster say of it, `listed` is the roster's entry and `slot` its
    time slot, each None where there is none.
    """
    if isinstance(reading, Unreadable):
        return Verdict(VerdictName.UNREADABLE)
    if isinstance(reading, Forged):
        return Verdict(VerdictName.FORGED)
    if facts is None:
        return Verdict(VerdictName.UNKNOWN)
    cleared = listed.cleared if listed else isinstance(reading, WalkInTicket)
    refusal = _invalid(facts, listed, slot, desk, cleared=cleared)
    if refusal is not None:
        return Verdict(refusal, facts)
    notes = _notes(reading, listed, slot, desk)
    return _by_history(facts, notes, history)


def _by_history(facts: TicketFacts, notes: frozenset[Note], history: History) -> Verdict:
    if facts.heads > 1 and history.presence.inside < facts.heads:
        return group_pending(facts, notes, history)
    if facts.heads > 1 or history.is_in or history.maybe_in:
        return already_inside(facts, history)
    if history.returning:
        notes |= {Note.RE_ENTRY}
    return Verdict(VerdictName.ADMITTED, facts, notes, heads=1, presence=history.presence)


def group_pending(facts: TicketFacts, notes: frozenset[Note], history: History) -> Verdict:
    """The question how many of a group came, with the places left."""
    found = history.presence
    room = max(facts.heads - found.inside, 0)
    return Verdict(VerdictName.GROUP_PENDING, facts, notes, room, history.first, found)


def already_inside(facts: TicketFacts, history: History) -> Verdict:
    """The answer to a second entry, with the arrival that stands."""
    asks = frozenset({Note.WITH_GROUP}) if history.maybe_in else frozenset[Note]()
    name = VerdictName.ALREADY_INSIDE
    return Verdict(name, facts, asks, 0, history.first, history.presence)


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
    facts: TicketFacts,
    listed: RosterTicket | None,
    slot: Slot | None,
    desk: Desk,
    *,
    cleared: bool,
) -> VerdictName | None:
    reasons = (
        (VerdictName.CANCELLED, listed is not None and listed.cancelled),
        (VerdictName.WRONG_EVENT, facts.event != desk.event),
        (VerdictName.WRONG_SITE, facts.site not in (0, desk.site)),
        (VerdictName.WRONG_DAY, desk.day is None and desk.clock_confirmed),
        (VerdictName.WRONG_DAY, desk.day is not None and facts.day not in (0, desk.day)),
        (VerdictName.WRONG_TIME, desk.policy.keeps_slots and _lateness(slot, desk) is not None),
        (VerdictName.NOT_CLEARED, desk.policy.asks_clearance and not cleared),
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
    if listed is None and isinstance(reading, Signed):
        notes.add(Note.NOT_LISTED)
    if listed is not None and not listed.may_be_named:
        notes.add(Note.NO_CONSENT)
    if desk.day is None:
        notes.add(Note.CHECK_CLOCK)
    if isinstance(reading, ShortCode):
        notes.add(Note.COMPARE_NAME)
    return frozenset(note for note in notes if note is not None)
