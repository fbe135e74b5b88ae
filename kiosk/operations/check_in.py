"""A scan at the gate: one way in, one verdict out, durable before anybody sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.domain.admission import (
    Desk,
    History,
    Note,
    Verdict,
    VerdictName,
    decide,
    facts_of,
)
from kiosk.domain.attendance import Arrival
from kiosk.domain.programme import Event, Site, Slot
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import External, Reading, ShortCode, Signed, TicketFacts
from kiosk.domain.true_time import Instant, TrueTime, corrected
from kiosk.domain.visitors import RosterTicket
from kiosk.journal.canonical import digest
from kiosk.journal.identity import Identity
from kiosk.operations.ports import Roster, UnitOfWork
from kiosk.operations.recording import Moment, NotEnrolled, append
from kiosk.tickets import short_code
from kiosk.tickets.codec import read

REPEAT_WINDOW_MS = 15_000
"""A code that comes again within this time, with no other scan between, is the same scan."""


class MistypedCode(Exception):
    """Ten typed digits whose check digit does not fit: nothing is answered or recorded."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the roster knows of a scanned ticket, each None where it knows nothing.

    `site` is the one that the ticket names: another than the kiosk's for `wrong_site`.
    """

    listed: RosterTicket | None
    slot: Slot | None
    site: Site | None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What the gate shows for one scan.

    `record` is durable. `repeat` tells that it was written by an earlier scan of the same code.
    """

    verdict: Verdict
    record: Record
    seen: Seen
    repeat: bool


def check_in(
    uow: UnitOfWork, moment: Moment, text: str, *, source: str, typed: bool = False
) -> CheckIn:
    """Answers a scanned text and records the answer.

    `typed` tells that a person typed it, so that ten digits may be a ticket's short code.
    Raises NotEnrolled before the kiosk has a site, MistypedCode.
    """
    event, site = _event_and_site(uow)
    reading = read(text, uow.roster.ticket_keys(), typed=typed)
    listed = find_listed(uow.roster, reading)
    if typed and listed is None and short_code.is_mistyped(text):
        raise MistypedCode
    facts = facts_of(reading, listed)
    slot = uow.roster.slot(facts.slot) if facts and facts.site == site.number else None
    seen = Seen(listed, slot, uow.roster.site(facts.site) if facts else None)
    history = uow.attendance.history(facts.number) if facts else History()
    now = corrected(moment.at, uow.journal.anchor(moment.at.timebase_id))
    verdict = decide(reading, listed, slot, _desk(event, site, now), history)
    mark = _scan_mark(uow.journal.signer().identity, text)
    earlier = _same_scan(uow, moment.at, mark)
    if earlier is not None and earlier.kind == Kind.ARRIVAL:
        return CheckIn(_admitted_by(earlier, facts), earlier, seen, repeat=True)
    if earlier is not None and earlier.text("verdict") == verdict.name:
        return CheckIn(verdict, earlier, seen, repeat=True)
    record = append(uow, moment, *_what_to_record(verdict, mark, source))
    return CheckIn(verdict, record, seen, repeat=False)


def find_listed(roster: Roster, reading: Reading) -> RosterTicket | None:
    """The roster's entry for what was read, if it has one.

    Another event's ticket may bear the number of somebody of this one.
    """
    if isinstance(reading, Signed):
        listed = roster.ticket(reading.facts.number)
        return listed if listed is not None and listed.event == reading.facts.event else None
    if isinstance(reading, ShortCode):
        return roster.ticket_by_code(reading.digits)
    if isinstance(reading, External):
        return roster.ticket_by_external(reading.text)
    return None


def _scan_mark(identity: Identity, text: str) -> str:
    """What tells one scanned code from another in this device's journal, without holding the code.

    The device's key goes in, or the ten digits of a short code could be found by trying them all.
    """
    return digest("kiosk-scan-1", identity.to_bytes(), text.strip().upper().encode())[:32]


def _event_and_site(uow: UnitOfWork) -> tuple[Event, Site]:
    binding = uow.binding()
    event = uow.roster.event()
    site = uow.roster.site(binding.site) if binding else None
    if event is None or site is None:
        raise NotEnrolled
    return event, site


def _desk(event: Event, site: Site, now: TrueTime) -> Desk:
    local = site.local(now.ms)
    return Desk(
        event=event.number,
        site=site.number,
        day=event.day_number(local.date()),
        minute=local.hour * 60 + local.minute,
        policy=site.policy,
        demo=event.demo,
        clock_confirmed=now.confirmed,
    )


def _same_scan(uow: UnitOfWork, at: Instant, mark: str) -> Record | None:
    last = uow.journal.last_scan()
    if last is None or last.text("scan") != mark or uow.journal.is_retracted(last.hash):
        return None
    same_timebase = last.timebase_id == at.timebase_id
    passed = at.elapsed_ms - last.elapsed_ms if same_timebase else at.wall_ms - last.recorded_at
    return last if 0 <= passed <= REPEAT_WINDOW_MS else None


def _admitted_by(record: Record, facts: TicketFacts | None) -> Verdict:
    """The verdict that an arrival was written for, so that a repeated scan shows it again."""
    notes = frozenset(Note(note) for note in record.data["notes"])
    return Verdict(VerdictName.ADMITTED, facts, notes, record.integer("heads"))


def _what_to_record(verdict: Verdict, mark: str, source: str) -> tuple[Kind, dict[str, Any]]:
    facts = verdict.facts
    if verdict.name is VerdictName.ADMITTED and facts is not None:
        notes = sorted(note.value for note in verdict.notes)
        data = Arrival.data(
            facts.number,
            facts.kind,
            heads=verdict.heads,
            size=facts.heads,
            source=source,
            scan=mark,
            notes=notes,
        )
        return Kind.ARRIVAL, data
    data = {"verdict": verdict.name.value, "scan": mark, "source": source}
    if facts is not None:
        data["ticket"] = facts.number
    return Kind.REFUSAL, data
