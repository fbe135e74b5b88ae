"""What a manager looks at in the evening besides the numbers, as facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.attendance import Attendance
from kiosk.domain.movements import Movement
from kiosk.domain.names import short
from kiosk.domain.programme import Site
from kiosk.domain.records import Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.true_time import true_time
from kiosk.domain.visitors import Group, RosterTicket
from kiosk.domain.walk_ins import WalkInNumber
from kiosk.ui.holder import class_name

if TYPE_CHECKING:
    from kiosk.operations.close_site import Closing


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the arrivals on one ticket, or a scan that nobody answered."""

    at: str
    kiosk: str
    entrance: str


@dataclass(frozen=True, slots=True)
class DoubleEntry:
    """Arrivals that admitted more people on a ticket than it stands for."""

    ticket: int
    kind: TicketKind
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose ticket it is: a class and its school, or a person; `number` is what is always known."""

    number: str
    name: str = ""
    grade: str = ""
    school: str = ""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A group whose ticket was scanned and whose heads nobody has counted since."""

    whose: Whose
    scan: Entry


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision against a rule (`verdict` names the rule), or a reported copy without a reason."""

    whose: Whose
    entry: Entry
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that does not fit together, or that somebody decided. `walk_ins` are heads."""

    doubles: tuple[DoubleEntry, ...] = ()
    trials_without_entry: int = 0
    uncounted: tuple[Uncounted, ...] = ()
    copies: tuple[Decision, ...] = ()
    overrides: tuple[Decision, ...] = ()
    walk_ins: int = 0

    @property
    def any(self) -> bool:
        """Whether there is anything to look into."""
        parts = (self.doubles, self.uncounted, self.copies, self.overrides)
        return any(parts) or self.trials_without_entry > 0


def findings_of(closing: Closing, site: Site) -> Findings:
    """The findings of a closing page, their times on the site's clock."""
    counted = closing.attendance
    known = {age.device_id: age.label for age in closing.kiosks}
    names = known | {device.device_id: device.name for device in closing.devices}
    doubles = (_double(pair, counted, site, names) for pair in counted.double_entries())
    return Findings(
        doubles=tuple(doubles),
        trials_without_entry=sum(not counted.came(ticket) for ticket, _ in closing.results),
        uncounted=tuple(
            Uncounted(_whose(moved.party, closing.holders), _entry(moved, counted, site, names))
            for moved in counted.uncounted()
        ),
        copies=tuple(_decision(record, closing, site, names) for record in closing.copies),
        overrides=tuple(_decision(record, closing, site, names) for record in closing.overrides),
        walk_ins=counted.without_ticket(),
    )


def _double(
    arrivals: Sequence[Movement], counted: Attendance, site: Site, names: Mapping[str, str]
) -> DoubleEntry:
    entries = tuple(_entry(arrival, counted, site, names) for arrival in arrivals)
    return DoubleEntry(arrivals[0].ticket, arrivals[0].kind, entries)


def _decision(record: Record, closing: Closing, site: Site, names: Mapping[str, str]) -> Decision:
    return Decision(
        whose=_whose(record.integer("ticket"), closing.holders),
        entry=_entry(record, closing.attendance, site, names),
        verdict=record.text("verdict"),
        reason=record.text("reason"),
    )


def _entry(
    told: Movement | Record, counted: Attendance, site: Site, names: Mapping[str, str]
) -> Entry:
    known = counted.anchors
    when = told.when(known) if isinstance(told, Movement) else true_time(told, known)
    return Entry(
        at=f"{site.local(when.ms):%H:%M}",
        kiosk=names.get(told.device_id, told.device_id[:8]),
        entrance=told.entrance,
    )


def _whose(ticket: int, holders: Mapping[int, RosterTicket]) -> Whose:
    listed = holders.get(ticket)
    walk_in = WalkInNumber.of_ticket(ticket)
    number = walk_in.label if walk_in else str(ticket)
    if listed is None:
        return Whose(number)
    holder = listed.holder
    named = not isinstance(holder, Group) and listed.may_be_named
    return Whose(
        number, short(listed.label) if named else "", class_name(holder.grade), holder.school
    )
