"""What the gate shows, as facts: no translated word, no colour."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.movements import Movement
from kiosk.domain.programme import Event, Site, Slot, hhmm
from kiosk.domain.records import Kind
from kiosk.domain.tickets import TicketKind
from kiosk.ui.failure import Failure
from kiosk.ui.holder import Holder
from kiosk.ui.tone import Tone, tone_of

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn
    from kiosk.operations.overview import Overview, RecentScan


class Stage(StrEnum):
    """What fills the stage."""

    READY = "ready"
    CODE = "code"
    ANSWER = "answer"
    UNDONE = "undone"
    NOT_RECORDED = "not_recorded"


class NameShown(StrEnum):
    """How much of a name stands on the stage, where the queue reads it too."""

    SHORT = "short"
    HIDDEN = "hidden"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Turn:
    """When and where the visitor goes next; times are «10:20»."""

    start: str
    route: str
    briefing_at: str
    briefing_place: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """The arrival that is there already."""

    at: str
    entrance: str
    operator: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One scan's verdict. `seq` is its record's number, `recorded_at` the site's time «10:07»."""

    verdict: VerdictName
    tone: Tone
    seq: int
    recorded_at: str
    repeat: bool = False
    holder: Holder | None = None
    heads: int = 0
    turn: Turn | None = None
    notes: frozenset[Note] = frozenset()
    earlier: Earlier | None = None
    other_site: str = ""
    address: str = ""
    day: date | None = None
    day_is_over: bool = False

    @property
    def has_name(self) -> bool:
        return self.holder is not None and bool(self.holder.name)


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One of the latest scans. `verdict` is None for an arrival; `code_end` are four digits."""

    at: str
    tone: Tone
    verdict: VerdictName | None
    holder: Holder | None
    code_end: str
    retracted: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """Heads here, and at the whole site as of a time; `as_of` is empty while no other is known."""

    this_kiosk: int = 0
    site: int = 0
    expected: int = 0
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class GateState:
    """The whole gate. `answer` is None unless the stage shows one; `code` is what was typed."""

    stage: Stage = Stage.READY
    answer: Answer | None = None
    name: NameShown = NameShown.SHORT
    code: str = ""
    failure: Failure | None = None
    counts: Counts = field(default_factory=Counts)
    recent: tuple[RecentRow, ...] = ()
    can_undo_last: bool = False


def answer_of(checked: CheckIn, site: Site, event: Event | None) -> Answer:
    """The facts of a scan's verdict, its times on the site's clock."""
    verdict, seen = checked.verdict, checked.seen
    facts = verdict.facts
    at = site.local(checked.record.recorded_at)
    other = seen.site if verdict.name is VerdictName.WRONG_SITE else None
    day = event.date_of(facts.day) if event and facts else None
    return Answer(
        verdict=verdict.name,
        tone=tone_of(verdict.name),
        seq=checked.record.seq,
        recorded_at=_clock(at),
        repeat=checked.repeat,
        holder=Holder.of(facts.kind, facts.heads, seen.listed) if facts else None,
        heads=verdict.heads,
        turn=_turn(seen.slot),
        notes=verdict.notes,
        earlier=_earlier(verdict.earlier, site),
        other_site=other.name if other else "",
        address=other.address if other else "",
        day=day,
        day_is_over=day is not None and day < at.date(),
    )


def counts_of(overview: Overview) -> Counts:
    tally, site = overview.tally, overview.site
    known = site is not None and tally.as_of is not None
    as_of = _clock(site.local(tally.as_of)) if known and site and tally.as_of else ""
    return Counts(tally.this_kiosk, tally.site, tally.expected, as_of)


def recent_rows(overview: Overview) -> tuple[RecentRow, ...]:
    site = overview.site
    return tuple(_row(scan, site) for scan in overview.recent) if site else ()


def last_arrival(overview: Overview | None) -> RecentScan | None:
    """The latest arrival at this kiosk that was not taken back."""
    recent = overview.recent if overview else ()
    return next((s for s in recent if s.record.kind == Kind.ARRIVAL and not s.retracted), None)


def undone(scan: RecentScan, site: Site) -> Answer:
    """The facts of an arrival that is taken back from the list of the latest scans."""
    return Answer(
        verdict=VerdictName.ADMITTED,
        tone=Tone.IDLE,
        seq=scan.record.seq,
        recorded_at=_clock(site.local(scan.record.recorded_at)),
        holder=_holder(scan),
        heads=scan.record.integer("heads"),
    )


def _row(scan: RecentScan, site: Site) -> RecentRow:
    record = scan.record
    arrival = record.kind == Kind.ARRIVAL
    verdict = None if arrival else _verdict(record.text("verdict"))
    return RecentRow(
        at=site.local(record.recorded_at).strftime("%H:%M:%S"),
        tone=tone_of(verdict or VerdictName.ADMITTED),
        verdict=verdict,
        holder=_holder(scan) if arrival else None,
        code_end=scan.listed.code[-4:] if scan.listed else "",
        retracted=scan.retracted,
    )


def _holder(scan: RecentScan) -> Holder:
    kinds = {kind.value: kind for kind in TicketKind}
    kind = kinds.get(scan.record.text("ticket_kind"), TicketKind.GUEST)
    return Holder.of(kind, scan.record.integer("heads", 1), scan.listed)


def _verdict(name: str) -> VerdictName:
    """A later version's verdict, which this one cannot name, was in any case not understood."""
    return VerdictName(name) if name in set(VerdictName) else VerdictName.UNREADABLE


def _turn(slot: Slot | None) -> Turn | None:
    if slot is None:
        return None
    return Turn(hhmm(slot.start), slot.route, hhmm(slot.briefing_at), slot.briefing_place)


def _earlier(arrival: Movement | None, site: Site) -> Earlier | None:
    if arrival is None:
        return None
    return Earlier(_clock(site.local(arrival.recorded_at)), arrival.entrance, arrival.operator)


def _clock(at: datetime) -> str:
    return at.strftime("%H:%M")
