"""A clock and a store in memory, written by hand for the ports of the operations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from kiosk.domain import attendance, trials
from kiosk.domain.history import History, history_of
from kiosk.domain.local_policy import LocalPolicy
from kiosk.domain.movements import Movement
from kiosk.domain.pin_lock import WrongTries
from kiosk.domain.practice import Practised
from kiosk.domain.programme import Event, Site, Slot, Trial
from kiosk.domain.records import Kind, Record
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.domain.staff import StaffMember
from kiosk.domain.trials import TrialResult
from kiosk.domain.true_time import Anchor, Instant, anchors
from kiosk.domain.visitors import Group, RosterTicket, Visitor
from kiosk.domain.walk_ins import WalkIn
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import line_hash, parse
from kiosk.journal.receipts import Receipt
from kiosk.operations.ports import (
    Binding,
    Entry,
    Match,
    NotRecorded,
    Present,
    Priority,
    Reach,
    Signer,
    Tally,
    Vector,
)

T = TypeVar("T")
GATE_KINDS = (Kind.ARRIVAL, Kind.DEPARTURE, Kind.GROUP_PENDING, Kind.REFUSAL)


class FakeClock:
    """Clocks that a test moves: `pass_ms` moves both, `wall_ms` may be set to anything."""

    def __init__(self, wall_ms: int, timebase_id: str = "boot") -> None:
        self.wall_ms = wall_ms
        self.timebase_id = timebase_id
        self.elapsed_ms = 0

    def now(self) -> Instant:
        return Instant(self.wall_ms, self.timebase_id, self.elapsed_ms)

    def pass_ms(self, ms: int) -> None:
        self.wall_ms += ms
        self.elapsed_ms += ms


@dataclass
class RosterData:
    """What a server told of a site; `log` is what was taken over, in order."""

    event: Event | None = None
    sites: dict[int, Site] = field(default_factory=dict)
    slots: dict[int, Slot] = field(default_factory=dict)
    trials: dict[str, Trial] = field(default_factory=dict)
    keys: dict[int, bytes] = field(default_factory=dict)
    tickets: dict[int, RosterTicket] = field(default_factory=dict)
    visitors: tuple[Visitor, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    cursor: RosterCursor = field(default_factory=RosterCursor)
    log: tuple[tuple[str, RosterCursor], ...] = ()


@dataclass
class Contents:
    """Everything that the store keeps."""

    signers: tuple[Signer, ...]
    roster: RosterData = field(default_factory=RosterData)
    entries: dict[str, Entry] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    receipts: dict[str, Receipt] = field(default_factory=dict)
    binding: Binding | None = None
    exchanged_at: int | None = None
    present: Present | None = None
    wrong_tries: dict[str, WrongTries] = field(default_factory=dict)
    recovery: str = ""
    policies: dict[int, LocalPolicy] = field(default_factory=dict)
    practised: tuple[Practised, ...] = ()

    def copy(self) -> Contents:
        return replace(
            self,
            roster=replace(self.roster),
            entries=dict(self.entries),
            receipts=dict(self.receipts),
            wrong_tries=dict(self.wrong_tries),
            policies=dict(self.policies),
        )


class MemoryStore:
    """A store whose write is atomic. With `fault` set, a write fails after its job ran."""

    def __init__(self, identity: Identity) -> None:
        self.contents = Contents((Signer(identity, 0, genesis(identity.public)),))
        self.fault: NotRecorded | None = None
        self.writes = 0

    def copy(self) -> MemoryStore:
        """The same folder once more, as on a cloned laptop."""
        clone = MemoryStore(self.contents.signers[0].identity)
        clone.contents = self.contents.copy()
        return clone

    def write(
        self, job: Callable[[MemoryUnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> T:
        after = self.contents.copy()
        result = job(MemoryUnitOfWork(after))
        if self.fault is not None:
            raise self.fault
        self.contents = after
        self.writes += 1
        return result

    def read(self, job: Callable[[MemoryUnitOfWork], T]) -> T:
        return job(MemoryUnitOfWork(self.contents.copy()))


class MemoryUnitOfWork:
    """One transaction on the contents."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self.journal = MemoryJournal(contents)
        self.roster = MemoryRoster(contents.roster)
        self.attendance = MemoryAttendance(contents)
        self.sign_ins = MemorySignIns(contents)

    def binding(self) -> Binding | None:
        return self._contents.binding

    def save_binding(self, binding: Binding) -> None:
        self._contents.binding = binding

    def local_policy(self, site: int) -> LocalPolicy:
        return self._contents.policies.get(site, LocalPolicy())

    def save_local_policy(self, site: int, policy: LocalPolicy) -> None:
        self._contents.policies[site] = policy


class MemoryJournal:
    """The journal: entries by their hash, some of them this kiosk's own."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def signer(self) -> Signer:
        return self._contents.signers[-1]

    def signers(self) -> list[Signer]:
        return list(self._contents.signers)

    def add_signer(self, signer: Signer) -> None:
        self._contents.signers += (signer,)

    def save_token(self, device_id: str, token: str) -> None:
        self._change(device_id, token=token)

    def save_number(self, device_id: str, number: int) -> None:
        self._change(device_id, number=number)

    def _change(self, device_id: str, **given: Any) -> None:
        self._contents.signers = tuple(
            replace(s, **given) if s.identity.device_id == device_id else s
            for s in self._contents.signers
        )

    def append(self, entry: Entry, record: Record, head: Head) -> None:
        signer = self.signer()
        assert (record.seq, record.prev) == (signer.seq + 1, signer.hash)
        assert (head.seq, head.hash) == (record.seq, line_hash(entry.line))
        assert head.is_genuine(signer.identity.public)
        moved = replace(signer, seq=record.seq, hash=record.hash)
        self._contents.signers = (*self._contents.signers[:-1], moved)
        self._contents.entries[record.hash] = entry
        self._contents.own |= {record.hash}

    def merge(self, entries: Sequence[Entry]) -> int:
        told = {line_hash(entry.line): entry for entry in entries}
        fresh = {h: entry for h, entry in told.items() if h not in self._contents.entries}
        self._contents.entries.update(fresh)
        return len(fresh)

    def own_record(self, seq: int) -> Record | None:
        return next((r for r in self._own(self._me()) if r.seq == seq), None)

    def last_scan(self) -> Record | None:
        scans = [r for r in self._own(self._me()) if r.kind in GATE_KINDS and r.text("scan")]
        return scans[-1] if scans else None

    def is_retracted(self, record_hash: str) -> bool:
        return record_hash in attendance.retracted(self.records())

    def run(self, device_id: str, after: int, limit: int) -> list[Entry]:
        found = [r for r in self._own(device_id) if r.seq > after]
        return [self._contents.entries[r.hash] for r in found[:limit]]

    def recent(self, limit: int) -> list[Record]:
        gate = [r for r in self._own(self._me()) if r.kind in GATE_KINDS]
        return gate[::-1][:limit]

    def own_walk_ins(self) -> Iterator[Record]:
        return (r for r in self._own(self._me())[::-1] if r.kind == Kind.WALK_IN)

    def records(self, device_id: str | None = None) -> Iterator[Record]:
        found = (parse(entry.line) for entry in self._contents.entries.values())
        mine = (r for r in found if device_id in (None, r.device_id))
        return iter(sorted(mine, key=lambda r: (r.device_id, r.seq, r.hash)))

    def entries(self, device_id: str) -> Iterator[Entry]:
        return (self._contents.entries[r.hash] for r in self.records(device_id))

    def vector(self) -> Vector:
        found: dict[str, Reach] = {}
        for record in self.records():
            known = found.get(record.device_id, Reach(0, 0))
            found[record.device_id] = Reach(max(known.seq, record.seq), known.count + 1)
        return found

    def latest(self) -> list[Record]:
        found: dict[str, Record] = {}
        for record in sorted(self.records(), key=lambda r: r.recorded_at):
            found[record.device_id] = record
        return list(found.values())

    def mark_exchanged(self, at_ms: int) -> None:
        self._contents.exchanged_at = at_ms

    def pending(self) -> int:
        return sum(
            signer.seq - (receipt.seq if (receipt := self.receipt(device)) else 0)
            for signer in self._contents.signers
            for device in [signer.identity.device_id]
        )

    def receipt(self, device_id: str) -> Receipt | None:
        return self._contents.receipts.get(device_id)

    def save_receipt(self, receipt: Receipt) -> None:
        self._contents.receipts[receipt.device_id] = receipt

    def anchor(self, timebase_id: str) -> Anchor | None:
        return anchors(self.records()).get(timebase_id)

    def _me(self) -> str:
        return self.signer().identity.device_id

    def _own(self, device_id: str) -> list[Record]:
        return [r for r in self.records(device_id) if r.hash in self._contents.own]


class MemoryRoster:
    """The roster, as the test put it there."""

    def __init__(self, data: RosterData) -> None:
        self._data = data

    def event(self) -> Event | None:
        return self._data.event

    def site(self, number: int) -> Site | None:
        return self._data.sites.get(number)

    def slots(self) -> list[Slot]:
        return sorted(self._data.slots.values(), key=lambda slot: (slot.start, slot.number))

    def slot(self, number: int) -> Slot | None:
        return self._data.slots.get(number)

    def trials(self) -> list[Trial]:
        return list(self._data.trials.values())

    def trial(self, trial_id: str) -> Trial | None:
        return self._data.trials.get(trial_id)

    def ticket_keys(self) -> Mapping[int, bytes]:
        return self._data.keys

    def ticket(self, number: int) -> RosterTicket | None:
        return self._data.tickets.get(number)

    def ticket_by_code(self, digits: str) -> RosterTicket | None:
        return next((t for t in self._data.tickets.values() if t.code == digits), None)

    def ticket_by_external(self, text: str) -> RosterTicket | None:
        return next((t for t in self._data.tickets.values() if t.external == text), None)

    def staff(self) -> list[StaffMember]:
        return sorted(self._data.staff, key=lambda member: member.name)

    def staff_member(self, staff_id: str) -> StaffMember | None:
        return next((one for one in self._data.staff if one.staff_id == staff_id), None)

    def search(self, text: str, limit: int) -> list[Match]:
        fits = [t for t in self._data.tickets.values() if text in t.label]
        return [Match(t.holder, t) for t in fits[:limit]]

    def cursor(self) -> RosterCursor:
        return self._data.cursor

    def apply(self, changes: Sequence[RosterChange], cursor: RosterCursor) -> None:
        self._data.cursor = cursor
        self._data.log += (("applied", cursor),)

    def finish_epoch(self, cursor: RosterCursor) -> None:
        self._data.log += (("finished", cursor),)

    def members(self, group_id: str) -> list[Visitor]:
        return [v for v in self._people() if v.group_id == group_id]

    def members_tickets(self, group_id: str) -> dict[str, int]:
        held = ((t.holder, t.number) for t in self._data.tickets.values() if not t.cancelled)
        return {
            holder.visitor_id: number
            for holder, number in held
            if isinstance(holder, Visitor) and holder.group_id == group_id
        }

    def schools(self) -> list[str]:
        people = (*(t.holder for t in self._data.tickets.values()), *self._data.visitors)
        return sorted({person.school for person in people if person.school})

    def everybody(self) -> Iterator[Match]:
        for holder in {t.holder: None for t in self._data.tickets.values()}:
            yield Match(holder, self._ticket_of(holder))
        for visitor in self._data.visitors:
            yield Match(visitor, self._ticket_of(visitor))

    def _people(self) -> list[Visitor]:
        holders = [t.holder for t in self._data.tickets.values()]
        return [*(h for h in holders if isinstance(h, Visitor)), *self._data.visitors]

    def _ticket_of(self, holder: Visitor | Group) -> RosterTicket | None:
        """A holder's own ticket, a standing one before a cancelled one, or else their group's."""
        tickets = sorted(self._data.tickets.values(), key=lambda t: (t.cancelled, t.number))
        own = next((t for t in tickets if t.holder == holder), None)
        groups = (t for t in tickets if isinstance(t.holder, Group))
        return own or next((t for t in groups if t.holder.group_id == holder.group_id), None)


class MemoryAttendance:
    """Projections, folded afresh by the domain's own rules."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def history(self, ticket: int, party: int) -> History:
        folded = self._fold()
        return history_of(ticket, folded.by_party.get(party, ()), folded.anchors)

    def tally(self) -> Tally:
        device = self._contents.signers[-1].identity.device_id
        own = attendance.fold(r for r in self._records() if r.device_id == device)
        came = self._fold()
        return Tally(
            this_kiosk=own.unique_visitors(),
            site=came.unique_visitors(),
            inside=came.inside(),
            paper=came.from_paper(),
            expected=sum(t.heads for t in self._contents.roster.tickets.values()),
            as_of=self._contents.exchanged_at,
        )

    def inside(self) -> list[tuple[int, int]]:
        counts = self._fold().counts.items()
        return [(party, found.inside) for party, found in counts if found.inside]

    def double_entries(self) -> list[tuple[Movement, ...]]:
        return self._fold().double_entries()

    def uncounted(self) -> list[int]:
        return sorted(moved.party for moved in self._fold().uncounted())

    def walk_ins(self, ticket: int) -> list[WalkIn]:
        found = (WalkIn.from_record(record) for record in self._records())
        mine = (one for one in found if one is not None and one.number.ticket == ticket)
        return sorted(mine, key=lambda one: one.hash)

    def own_walk_ins(self) -> int:
        me = self._contents.signers[-1].identity.device_id
        return sum(WalkIn.from_record(r) is not None for r in self._records() if r.device_id == me)

    def is_briefed(self, tickets: Iterable[int], slot: int) -> bool:
        records, asked = self._records(), set(tickets)
        gone = attendance.retracted(records)
        return any(
            record.integer("ticket") in asked or (slot and record.integer("slot") == slot)
            for record in records
            if record.kind == Kind.BRIEFING and record.hash not in gone
        )

    def results(self, trial_id: str) -> list[TrialResult]:
        found = trials.fold(self._records())
        mine = [r for (_, trial), r in found.items() if trial == trial_id]
        return sorted(mine, key=lambda r: (r.recorded_at, r.hash), reverse=True)

    def result(self, ticket: int, trial_id: str) -> TrialResult | None:
        return trials.fold(self._records()).get((ticket, trial_id))

    def _records(self) -> list[Record]:
        return [parse(entry.line) for entry in self._contents.entries.values()]

    def _fold(self) -> attendance.Attendance:
        return attendance.fold(self._records())


class MemorySignIns:
    """Who is signed in, and whose PIN was wrong how often."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def present(self) -> Present | None:
        return self._contents.present

    def save_present(self, present: Present) -> None:
        self._contents.present = present

    def wrong_tries(self, staff_id: str) -> WrongTries | None:
        return self._contents.wrong_tries.get(staff_id)

    def save_wrong_tries(self, staff_id: str, tries: WrongTries | None) -> None:
        if tries is None:
            self._contents.wrong_tries.pop(staff_id, None)
        else:
            self._contents.wrong_tries[staff_id] = tries

    def recovery(self) -> str:
        return self._contents.recovery

    def save_recovery(self, hashed: str) -> None:
        self._contents.recovery = hashed

    def practised(self) -> list[Practised]:
        return list(self._contents.practised)

    def save_practised(self, practised: Practised) -> None:
        self._contents.practised += (practised,)
