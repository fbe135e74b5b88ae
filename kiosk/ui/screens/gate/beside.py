"""What stands beside the gate's stage, as facts: the counts and the latest scans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.domain.admission import VerdictName
from kiosk.domain.headcount import PAPER
from kiosk.domain.programme import Site
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.ui.holder import Holder
from kiosk.ui.tone import Tone, tone_of

if TYPE_CHECKING:
    from kiosk.operations.overview import Overview, RecentScan

_VERDICTS = {
    Kind.GROUP_PENDING: VerdictName.GROUP_PENDING,
    Kind.DEPARTURE: VerdictName.DEPARTED,
}
"""What a record of another kind than a refusal is shown as; an arrival is shown as its holder."""

_OF_SOMEBODY = (Kind.ARRIVAL, Kind.DEPARTURE, Kind.GROUP_PENDING)


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One of the latest scans. `verdict` is None for an arrival; `number` is a
    walk-in's, or the last four digits of a ticket's code.

    `from_paper`: the entry was written down on paper first. `can_undo`: whoever works the
    kiosk may take it back.
    """

    at: str
    tone: Tone
    verdict: VerdictName | None
    holder: Holder | None
    number: str
    retracted: bool
    from_paper: bool = False
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Heads here, and at the whole site as of a time; `as_of` is empty while no other is known.

    `inside` is None where exits are not tracked. `paper` are known from paper, `uncounted` the
    groups that were scanned and not counted.
    """

    this_kiosk: int = 0
    site: int = 0
    expected: int = 0
    as_of: str = ""
    inside: int | None = None
    paper: int = 0
    uncounted: int = 0


def counts_of(overview: Overview) -> Counts:
    tally, site = overview.tally, overview.site
    known = site is not None and tally.as_of is not None
    as_of = clock(site.local(tally.as_of)) if known and site and tally.as_of else ""
    return Counts(
        tally.this_kiosk,
        tally.site,
        tally.expected,
        as_of,
        inside=tally.inside if site and site.policy.tracks_exits else None,
        paper=tally.paper,
        uncounted=overview.uncounted,
    )


def recent_rows(overview: Overview, may_undo: Callable[[str], bool]) -> tuple[RecentRow, ...]:
    """A row for each of the latest scans; `may_undo` is asked of an operator's id."""
    site = overview.site
    return tuple(_row(scan, site, may_undo) for scan in overview.recent) if site else ()


def last_passage(overview: Overview | None) -> RecentScan | None:
    """The latest arrival or departure at this kiosk that was not taken back."""
    recent = overview.recent if overview else ()
    return next((s for s in recent if _can_undo(s)), None)


def _can_undo(scan: RecentScan) -> bool:
    return scan.record.kind in (Kind.ARRIVAL, Kind.DEPARTURE) and not scan.retracted


def _row(scan: RecentScan, site: Site, may_undo: Callable[[str], bool]) -> RecentRow:
    record = scan.record
    verdict = _verdict(record)
    return RecentRow(
        at=site.local(record.recorded_at).strftime("%H:%M:%S"),
        tone=tone_of(verdict or VerdictName.ADMITTED),
        verdict=verdict,
        holder=holder_of(scan) if record.kind in _OF_SOMEBODY else None,
        number=_number(scan),
        retracted=scan.retracted,
        from_paper=record.text("source") == PAPER,
        can_undo=_can_undo(scan) and may_undo(record.operator),
    )


def _number(scan: RecentScan) -> str:
    if scan.walk_in is not None:
        return scan.walk_in.number.label
    return f"·{scan.listed.code[-4:]}" if scan.listed else ""


def holder_of(scan: RecentScan) -> Holder:
    """Whom one of the latest scans was of."""
    if scan.walk_in is not None:
        return Holder.of_walk_in(scan.walk_in)
    kinds = {kind.value: kind for kind in TicketKind}
    kind = kinds.get(scan.record.text("ticket_kind"), TicketKind.GUEST)
    return Holder.of(kind, scan.record.integer("heads", 1), scan.listed)


def _verdict(record: Record) -> VerdictName | None:
    """A later version's verdict, which this one cannot name, was in any case not understood."""
    if record.kind == Kind.ARRIVAL:
        return None
    known = next((name for kind, name in _VERDICTS.items() if record.kind == kind), None)
    name = record.text("verdict")
    return known or (VerdictName(name) if name in set(VerdictName) else VerdictName.UNREADABLE)


def clock(at: datetime) -> str:
    """A time of the day: «10:07»."""
    return at.strftime("%H:%M")
