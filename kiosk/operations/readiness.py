"""Ready for the day: what the store and the machine tell of this kiosk, gathered and judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from kiosk.domain.devices import DeviceKind
from kiosk.domain.names import short
from kiosk.domain.practice import Practised
from kiosk.domain.programme import Site
from kiosk.domain.readiness import Line, judge
from kiosk.domain.readiness_facts import (
    Battery,
    ComputerClock,
    DataFile,
    Disk,
    Enrolled,
    Facts,
    Pending,
    PeopleList,
    Practice,
    Printers,
    Scanner,
    Sleep,
    TicketKeys,
    TimeZones,
    Volume,
)
from kiosk.domain.true_time import Instant, corrected
from kiosk.journal.lines import MalformedLine, parse
from kiosk.operations.ports import Store, StoreError, UnitOfWork


class Machine(Protocol):
    """The computer under the kiosk. Each answer is None where this system does not tell.

    An answer may take a second or two: programs of the system are asked.
    """

    def disk(self, folder: Path) -> Disk | None:
        """The room on the disk that holds a folder, or will hold it."""

    def battery(self) -> Battery | None: ...
    def sleep(self) -> Sleep | None: ...
    def volume(self) -> Volume | None: ...
    def printers(self) -> Printers | None: ...

    def time_zone(self, at_ms: int) -> tuple[str, int] | None:
        """The computer's time zone: its name, and minutes ahead of UTC at a time (UTC ms)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What only the running program knows.

    `data_file` is the outcome of a check of the data; `scanned_at` is when a device last brought
    something (UTC ms of the computer's clock).
    """

    data_file: DataFile | None = None
    scanned_at: int | None = None


@dataclass(frozen=True, slots=True)
class _Stored:
    """The store's part of the facts, and the site that the computer's time zone is held against."""

    facts: Facts
    site: Site | None = None


def readiness(
    store: Store | None, machine: Machine, folder: Path, at: Instant, told: Told
) -> tuple[Line, ...]:
    """The lines of a kiosk whose data lie in a folder; without a store, what the machine tells.

    Raises nothing where the store cannot be read: that is the line on the data file. It asks the
    machine outside of any transaction, so it may run beside the window and never in its thread.
    """
    stored = _Stored(Facts(data_file=told.data_file))
    if store is not None:
        try:
            stored = store.read(lambda uow: _stored(uow, at, told))
        except (StoreError, MalformedLine) as error:
            stored = _Stored(Facts(data_file=DataFile(sound=False, problem=str(error))))
    facts = replace(
        stored.facts,
        time_zones=_time_zones(machine, stored.site, at),
        disk=machine.disk(folder),
        battery=machine.battery(),
        sleep=machine.sleep(),
        volume=machine.volume(),
        printers=machine.printers(),
    )
    return judge(facts)


def _stored(uow: UnitOfWork, at: Instant, told: Told) -> _Stored:
    binding = uow.binding()
    site = uow.roster.site(binding.site) if binding else None
    enrolment = Enrolled(enrolled=False)
    if binding is not None:
        enrolment = Enrolled(
            enrolled=True, kiosk=binding.device_name, site=site.name if site else ""
        )
    facts = Facts(
        enrolment=enrolment,
        people_list=_people_list(uow, at),
        ticket_keys=TicketKeys(len(uow.roster.ticket_keys())),
        clock=_clock(uow, at),
        data_file=told.data_file,
        pending=_pending(uow, at, site),
        scanner=_scanner(uow, at, told),
        practice=_practice(uow),
    )
    return _Stored(facts, site)


def _people_list(uow: UnitOfWork, at: Instant) -> PeopleList:
    tally = uow.attendance.tally()
    return PeopleList(tally.expected, None if tally.as_of is None else at.wall_ms - tally.as_of)


def _clock(uow: UnitOfWork, at: Instant) -> ComputerClock:
    true = corrected(at, uow.journal.anchor(at.timebase_id))
    return ComputerClock(at.wall_ms - true.ms if true.confirmed else None)


def _pending(uow: UnitOfWork, at: Instant, site: Site | None) -> Pending:
    """The oldest unsent record is the first after some identity's receipt."""
    written: list[int] = []
    for signer in uow.journal.signers():
        device = signer.identity.device_id
        receipt = uow.journal.receipt(device)
        first = uow.journal.run(device, receipt.seq if receipt else 0, 1)
        written += [parse(entry.line).recorded_at for entry in first]
    today = _date(site, at.wall_ms)
    days = max(((today - _date(site, ms)).days for ms in written), default=0)
    return Pending(uow.journal.pending(), days)


def _date(site: Site | None, at_ms: int) -> date:
    moment = site.local(at_ms) if site else datetime.fromtimestamp(at_ms / 1000, UTC)
    return moment.date()


def _scanner(uow: UnitOfWork, at: Instant, told: Told) -> Scanner:
    """By the running program's word, or else by the last scan in the journal."""
    times = [] if told.scanned_at is None else [told.scanned_at]
    last = uow.journal.last_scan()
    if last is not None and last.text("source") in set(DeviceKind):
        times.append(last.recorded_at)
    return Scanner(max(at.wall_ms - max(times), 0) if times else None)


def _practice(uow: UnitOfWork) -> Practice:
    """Those who solved every card, each once, under the name that the staff list has now."""
    complete = [one for one in uow.sign_ins.practised() if one.is_complete]
    return Practice(tuple(dict.fromkeys(_name(uow, one) for one in complete)))


def _name(uow: UnitOfWork, practised: Practised) -> str:
    member = uow.roster.staff_member(practised.staff_id)
    return short(member.name) if member else practised.name or practised.staff_id


def _time_zones(machine: Machine, site: Site | None, at: Instant) -> TimeZones | None:
    computer = machine.time_zone(at.wall_ms)
    if computer is None or site is None:
        return None
    offset = site.local(at.wall_ms).utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset is not None else 0
    return TimeZones(*computer, site.timezone, minutes)
