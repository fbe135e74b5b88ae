"""«Начать день»: counting starts, and what was scanned to try the kiosk out is kept as tests."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.records import Kind, Record
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append

TEST = "test"
"""The reason why a scan before the day's start does not count."""

_COUNTED = (Kind.ARRIVAL, Kind.DEPARTURE, Kind.GROUP_PENDING, Kind.TRIAL_RESULT)


@dataclass(frozen=True, slots=True)
class DayStart:
    """The record of the start, and how many earlier records are tests now."""

    record: Record
    tests: int


def earlier_scans(uow: UnitOfWork) -> list[Record]:
    """This kiosk's standing records since its last start that would become tests."""
    signer = uow.journal.signer()
    own = list(uow.journal.records(signer.identity.device_id))
    started = max((r.seq for r in own if r.kind == Kind.DAY_STARTED), default=0)
    return [
        record
        for record in own
        if record.seq > started
        and record.kind in _COUNTED
        and not uow.journal.is_retracted(record.hash)
    ]


def start_day(uow: UnitOfWork, moment: Moment, *, keep_scans: bool = False) -> DayStart:
    """Starts the day. Earlier scans of this kiosk are taken back as tests, unless `keep_scans`.

    They stay in the journal like every record that is taken back.
    """
    tests = [] if keep_scans else earlier_scans(uow)
    for record in tests:
        data = {"target": record.hash, "target_seq": record.seq, "reason": TEST}
        if ticket := record.integer("ticket"):
            data["ticket"] = ticket
        append(uow, moment, Kind.RETRACTION, data)
    started = append(uow, moment, Kind.DAY_STARTED, {"tests": len(tests)})
    return DayStart(started, len(tests))
