"""What the closing page shows, as facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.domain.attendance import Attendance
from kiosk.domain.closing import DeviceStatus
from kiosk.domain.headcount import arrivals_of
from kiosk.domain.on_site import KioskAge
from kiosk.domain.programme import Site
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import completed
from kiosk.ui.failure import Failure, failure_of
from kiosk.ui.screens.closing.findings import Findings, findings_of

if TYPE_CHECKING:
    from kiosk.operations.close_site import Closing
    from kiosk.operations.end_day import DayEnd

CLOCK_IS_WRONG_MS = 60_000
"""A clock that is off by more than this is shown."""

SHORTEST_REASON = 3
"""A reason to close without a kiosk has at least so many characters: «2» explains nothing."""

SPAN_MINUTES = 30
"""The width of one bar of the arrivals' chart."""


class Work(StrEnum):
    """What is under way: nothing, or one of the long operations."""

    NONE = "none"
    LOOKING = "looking"
    CLOSING = "closing"
    ENDING = "ending"
    SAVING = "saving"


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One kiosk of the site. Times are the site's; `clock_off` is in whole minutes, 0 if right.

    `reason` is why the day may be closed without it.
    """

    device_id: str
    name: str
    this_one: bool
    last_seen: str
    clock_off: int
    on_server: int
    recorded: int
    at_least: bool
    missing: int
    ended: bool
    excused: bool
    in_the_way: bool
    doubled: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KnownKiosk:
    """A kiosk of which records are held here, shown while the server cannot be asked.

    `as_of` is the time of the last of them, `minutes` how long ago that is.
    """

    name: str
    this_one: bool
    as_of: str
    minutes: int
    records: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Heads counted once, and how many of them are known from paper."""

    heads: int = 0
    paper: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """The day in figures. People are counted once; a group's people are not told apart.

    `inside` have not left, None where exits are not tracked.
    """

    unique: Figure = Figure()
    trials_completed: int = 0
    pupils: Figure = Figure()
    in_groups: Figure = Figure()
    parents: Figure = Figure()
    teachers: Figure = Figure()
    guests: Figure = Figure()
    inside: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What is proved as of now. `receipt` is a short number such as 7F3A-91C2, or empty.

    `known` are the kiosks of which this one holds records, told where `devices` are not.
    """

    closed: bool
    devices: tuple[DeviceRow, ...]
    findings: Findings
    totals: Totals
    arrivals: tuple[tuple[str, int], ...]
    failure: Failure | None
    closed_at: str
    closed_on: str
    closed_by: str
    receipt: str
    known: tuple[KnownKiosk, ...] = ()

    @property
    def in_the_way(self) -> tuple[DeviceRow, ...]:
        return tuple(device for device in self.devices if device.in_the_way)

    @property
    def excused(self) -> tuple[DeviceRow, ...]:
        """Devices that were left out, and did not settle after all."""
        return tuple(d for d in self.devices if d.excused and (d.missing or not d.ended))

    @property
    def on_server(self) -> int:
        return sum(device.on_server for device in self.devices)

    @property
    def recorded(self) -> int:
        return sum(device.recorded for device in self.devices)


@dataclass(frozen=True, slots=True)
class HeadShown:
    """The end of this kiosk's journal, for other eyes: a QR code's text, and digits."""

    qr: str
    seq: int
    digits: str
    pending: int


@dataclass(frozen=True, slots=True)
class EndQuestion:
    """What to know before this kiosk's day is ended: groups not counted, records not sent."""

    uncounted: int
    pending: int


@dataclass(frozen=True, slots=True)
class ClosingState:
    """The whole screen. `page` is None before the first look.

    `ending` is there while the end of this kiosk's day is to be confirmed.
    """

    work: Work = Work.NONE
    page: Page | None = None
    head: HeadShown | None = None
    asking_reason: bool = False
    ending: EndQuestion | None = None
    failure: Failure | None = None
    saved_to: str = ""


def page_of(closing: Closing, site: Site, kiosk: str) -> Page:
    """The facts of a closing page; `kiosk` is this kiosk's name."""
    receipt = closing.receipt
    own = receipt.device_id if receipt else ""
    way = {device.device_id for device in closing.in_the_way}
    closed_at = site.local(closing.closed_at) if closing.closed_at else None
    counted = closing.attendance
    return Page(
        closed=closing.closed,
        devices=tuple(_device(d, own, kiosk, way, site) for d in closing.devices),
        findings=findings_of(closing, site),
        totals=_totals(closing, site),
        arrivals=arrivals_by_time(counted, site),
        failure=failure_of(closing.troubles[0]) if closing.troubles else None,
        closed_at=f"{closed_at:%H:%M}" if closed_at else "",
        closed_on=f"{closed_at:%d.%m}" if closed_at else "",
        closed_by=closing.closed_by,
        receipt=short_number(receipt.hash) if receipt else "",
        known=() if closing.devices else _known(closing.kiosks, site),
    )


def head_of(end: DayEnd) -> HeadShown:
    """The head as it is shown. Its QR stays in the alphanumeric mode, which is the smallest."""
    text = f"KIOSK-HEAD:{end.device_id}:{end.seq}:{end.hash}".upper()
    return HeadShown(text, end.seq, short_number(end.hash), end.pending)


def is_reason(text: str) -> bool:
    """Whether a text is long enough to be the reason for closing without a kiosk."""
    return len(text.strip()) >= SHORTEST_REASON


def short_number(record_hash: str) -> str:
    """The first eight digits of a hash as people compare them: 7F3A-91C2."""
    return f"{record_hash[:4]}-{record_hash[4:8]}".upper()


def arrivals_by_time(attendance: Attendance, site: Site) -> tuple[tuple[str, int], ...]:
    """Heads that came in each half hour, from the first to the last, with its beginning."""
    spans: Counter[datetime] = Counter()
    for movements in attendance.by_party.values():
        for arrival in arrivals_of(movements):
            at = site.local(arrival.when(attendance.anchors).ms)
            minute = at.minute // SPAN_MINUTES * SPAN_MINUTES
            spans[at.replace(minute=minute, second=0, microsecond=0)] += arrival.heads
    if not spans:
        return ()
    first, last, step = min(spans), max(spans), timedelta(minutes=SPAN_MINUTES)
    count = (last - first) // step + 1
    times = (first + index * step for index in range(count))
    return tuple((f"{at:%H:%M}", spans[at]) for at in times)


def _device(
    device: DeviceStatus, own: str, kiosk: str, in_the_way: set[str], site: Site
) -> DeviceRow:
    offset = device.clock_offset_ms or 0
    return DeviceRow(
        device_id=device.device_id,
        name=device.name,
        this_one=device.device_id == own if own else device.name == kiosk,
        last_seen=f"{site.local(device.last_seen):%H:%M}" if device.last_seen else "",
        clock_off=round(offset / 60_000) if abs(offset) > CLOCK_IS_WRONG_MS else 0,
        on_server=device.on_server,
        recorded=device.recorded,
        at_least=not device.ended,
        missing=device.missing,
        ended=device.ended,
        excused=device.excused,
        in_the_way=device.device_id in in_the_way,
        doubled=device.doubled,
        reason=device.reason,
    )


def _known(kiosks: Sequence[KioskAge], site: Site) -> tuple[KnownKiosk, ...]:
    now = max((age.as_of for age in kiosks if age.here and age.as_of), default=0)
    return tuple(
        KnownKiosk(
            name=age.label,
            this_one=age.here,
            as_of=f"{site.local(age.as_of):%H:%M}" if age.as_of else "",
            minutes=max(now - age.as_of, 0) // 60_000 if age.as_of else 0,
            records=age.records,
        )
        for age in kiosks
    )


def _totals(closing: Closing, site: Site) -> Totals:
    attendance = closing.attendance
    counts, paper = attendance.counted_by_kind(), attendance.paper_by_kind()

    def of(kind: TicketKind) -> Figure:
        return Figure(counts.get(kind, 0), paper.get(kind, 0))

    return Totals(
        unique=Figure(attendance.unique_visitors(), attendance.from_paper()),
        trials_completed=completed(closing.results.values()),
        pupils=of(TicketKind.PUPIL),
        in_groups=of(TicketKind.GROUP),
        parents=of(TicketKind.PARENT),
        teachers=of(TicketKind.TEACHER),
        guests=of(TicketKind.GUEST),
        inside=attendance.inside() if site.policy.tracks_exits else None,
    )
