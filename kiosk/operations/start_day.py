"""«Начать день»: counting starts, and what was scanned to try the kiosk out is kept as tests."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.records import Kind, Record
from kiosk.domain.true_time import Instant, reading
from kiosk.operations.check_in import place_of
from kiosk.operations.event_day import date_of
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append

TEST = "test"
"""The reason why a scan before the day's start does not count."""

_COUNTED = (
    Kind.ARRIVAL,
    Kind.DEPARTURE,
    Kind.GROUP_PENDING,
    Kind.BRIEFING,
    Kind.TRIAL_RESULT,
)


@dataclass(frozen=True, slots=True)
class DayStart:
    """The record of the start, and how many earlier records are tests now."""

    record: Record
    tests: int


@dataclass(frozen=True, slots=True)
class DaySoFar:
    """Today's start, None before it, and how many earlier records a start would make tests."""

    started: Record | None
    scans: int


def day_so_far(uow: UnitOfWork, now: Instant) -> DaySoFar:
    """What a manager should know before the day is started. Raises NotEnrolled."""
    started = _start_of_today(uow, now)
    return DaySoFar(started, 0 if started else len(earlier_scans(uow, now)))


def earlier_scans(uow: UnitOfWork, now: Instant) -> list[Record]:
    """This kiosk's standing records that become tests when a day is started.

    What was recorded on an earlier day of the event is none of them, whether that day was started
    and ended or not: those people came. Raises NotEnrolled.
    """
    last = _last_start(uow)
    own = uow.journal.records(uow.journal.signer().identity.device_id)
    scans = [
        record
        for record in own
        if record.seq > (last.seq if last else 0)
        and record.kind in _COUNTED
        and not uow.journal.is_retracted(record.hash)
    ]
    if _is_practice(uow):
        return scans
    return [record for record in scans if not _was_on_earlier_day(uow, record, now)]


def _was_on_earlier_day(uow: UnitOfWork, record: Record, now: Instant) -> bool:
    event, site = place_of(uow)
    day = date_of(uow, site, reading(record))
    return event.day_number(day) is not None and day != date_of(uow, site, now)


def start_day(uow: UnitOfWork, moment: Moment, *, keep_scans: bool = False) -> DayStart:
    """Starts the day. Earlier scans of this kiosk are taken back as tests, unless `keep_scans`.

    They stay in the journal like every record that is taken back. Whoever starts a day twice
    changes nothing; practice may begin again. Raises NotEnrolled.
    """
    if (started := _start_of_today(uow, moment.at)) is not None:
        return DayStart(started, 0)
    tests = [] if keep_scans else earlier_scans(uow, moment.at)
    for record in tests:
        data = {"target": record.hash, "target_seq": record.seq, "reason": TEST}
        if ticket := record.integer("ticket"):
            data["ticket"] = ticket
        append(uow, moment, Kind.RETRACTION, data)
    return DayStart(append(uow, moment, Kind.DAY_STARTED, {"tests": len(tests)}), len(tests))


def _start_of_today(uow: UnitOfWork, now: Instant) -> Record | None:
    """The start of this day; practice may begin as often as it likes, and has none."""
    _, site = place_of(uow)
    last = _last_start(uow)
    if last is None or _is_practice(uow):
        return None
    same_day = date_of(uow, site, reading(last)) == date_of(uow, site, now)
    return last if same_day else None


def _last_start(uow: UnitOfWork) -> Record | None:
    own = uow.journal.records(uow.journal.signer().identity.device_id)
    starts = (record for record in own if record.kind == Kind.DAY_STARTED)
    return max(starts, key=lambda record: record.seq, default=None)


def _is_practice(uow: UnitOfWork) -> bool:
    binding = uow.binding()
    return binding is not None and binding.is_practice
