"""A scan at the gate: one way in, one verdict out, durable before anybody sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.domain.admission import Desk, Note, Verdict, VerdictName, decide, group_pending
from kiosk.domain.history import History
from kiosk.domain.movements import Passage
from kiosk.domain.programme import Event, Site
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketFacts
from kiosk.domain.true_time import Instant, TrueTime, corrected
from kiosk.journal.canonical import digest
from kiosk.operations.identify import Seen, history_of, identify, identify_listed
from kiosk.operations.place import own_site
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, NotEnrolled, append

REPEAT_WINDOW_MS = 15_000
"""A code that comes again within this time, with no other scan between, is the same scan."""

SEARCH = "search"
"""The source of an entry that was found by name."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What the gate shows for one scan.

    `record` is durable. `repeat` tells that it was written by an earlier scan of the same code.
    `passage` is whom a later answer is about, None where no ticket was understood. `by` is the name
    of who recorded the earlier arrival that the verdict names, where the staff list knows it.
    """

    verdict: Verdict
    record: Record
    seen: Seen
    passage: Passage | None
    repeat: bool = False
    by: str = ""


def check_in(
    uow: UnitOfWork, moment: Moment, text: str, *, source: str, typed: bool = False
) -> CheckIn:
    """Answers a scanned text and records the answer.

    A group's ticket is answered with `group_pending`: the scan is recorded, and how many came is
    another record. `typed` tells that a person typed the text, so that ten digits may be a short
    code. Raises NotEnrolled before the kiosk has a site, MistypedCode, OutOfPlace.
    """
    return _answer(uow, moment, identify(uow, text, typed=typed), text, source)


def check_in_listed(uow: UnitOfWork, moment: Moment, ticket: int, who: str = "") -> CheckIn:
    """Answers for a ticket that was found by its holder's name. Raises NotEnrolled.

    `who` tells the members of a group apart who come on its one ticket: choosing another one is no
    repeat of the first.
    """
    return _answer(uow, moment, identify_listed(uow, ticket), f"listed {ticket} {who}", SEARCH)


def place_of(uow: UnitOfWork) -> tuple[Event, Site]:
    """The kiosk's event and site. Raises NotEnrolled."""
    event, site = uow.roster.event(), own_site(uow)
    if event is None or site is None:
        raise NotEnrolled
    return event, site


def scan_mark(uow: UnitOfWork, text: str) -> str:
    """What tells one scanned code from another in this device's journal, without holding the code.

    The device's key goes in, or the ten digits of a short code could be found by trying them all.
    """
    secret = uow.journal.signer().identity.to_bytes()
    return digest("kiosk-scan-1", secret, text.strip().upper().encode())[:32]


def same_scan(uow: UnitOfWork, at: Instant, mark: str) -> Record | None:
    """The record of the last scan, if it was this code's, has just been, and still stands."""
    last = uow.journal.last_scan()
    if last is None or last.text("scan") != mark or uow.journal.is_retracted(last.hash):
        return None
    same_timebase = last.timebase_id == at.timebase_id
    passed = at.elapsed_ms - last.elapsed_ms if same_timebase else at.wall_ms - last.recorded_at
    return last if 0 <= passed <= REPEAT_WINDOW_MS else None


def _answer(uow: UnitOfWork, moment: Moment, seen: Seen, text: str, source: str) -> CheckIn:
    event, site = place_of(uow)
    passage = seen.passage(source)
    now = corrected(moment.at, uow.journal.anchor(moment.at.timebase_id))
    desk = _desk(event, site, now)
    history = history_of(uow, seen)
    verdict = decide(seen.reading, seen.facts, seen.listed, seen.slot, desk, history)
    mark = scan_mark(uow, text)
    earlier = same_scan(uow, moment.at, mark)
    shown = _shown_again(earlier, seen.facts, history) if earlier else None
    if earlier is not None and shown is not None:
        return CheckIn(shown, earlier, seen, passage, repeat=True)
    by = _recorded_by(uow, verdict)
    if earlier is not None and _is_about(earlier, verdict):
        return CheckIn(verdict, earlier, seen, passage, repeat=True, by=by)
    record = append(uow, moment, *_what_to_record(verdict, passage, mark, source))
    return CheckIn(verdict, record, seen, passage, by=by)


def _recorded_by(uow: UnitOfWork, verdict: Verdict) -> str:
    operator = verdict.earlier.operator if verdict.earlier else ""
    member = uow.roster.staff_member(operator) if operator else None
    return member.name if member else ""


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


def _is_about(record: Record, verdict: Verdict) -> bool:
    if verdict.name is VerdictName.GROUP_PENDING:
        return record.kind == Kind.GROUP_PENDING
    return record.kind == Kind.REFUSAL and record.text("verdict") == verdict.name


def _shown_again(record: Record, facts: TicketFacts | None, history: History) -> Verdict | None:
    """The verdict that a record was written for, where another one would be given by now.

    That is so of an arrival, and of a group that was let in against the rule.
    """
    notes = frozenset(Note(note) for note in record.data.get("notes", ()))
    if record.kind == Kind.ARRIVAL:
        return Verdict(VerdictName.ADMITTED, facts, notes, record.integer("heads"))
    if record.kind == Kind.GROUP_PENDING and record.text("override") and facts is not None:
        return group_pending(facts, notes, history)
    return None


def _what_to_record(
    verdict: Verdict, passage: Passage | None, mark: str, source: str
) -> tuple[Kind, dict[str, Any]]:
    notes = sorted(note.value for note in verdict.notes)
    if verdict.name is VerdictName.ADMITTED and passage is not None:
        return Kind.ARRIVAL, passage.data(heads=verdict.heads, scan=mark, notes=notes)
    if verdict.name is VerdictName.GROUP_PENDING and passage is not None:
        return Kind.GROUP_PENDING, passage.data(scan=mark, notes=notes)
    data: dict[str, Any] = {"verdict": verdict.name.value, "scan": mark, "source": source}
    if passage is not None and verdict.name is not VerdictName.WRONG_EVENT:
        data["ticket"] = passage.ticket  # of another event it would be somebody else's number
    return Kind.REFUSAL, data
