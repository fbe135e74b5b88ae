"""«Завершить работу киоска»: the last thing that a kiosk writes."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.records import AFTER_DAY_END, Kind, Record
from kiosk.operations.event_day import of_present_day
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append


@dataclass(frozen=True, slots=True)
class DayEnd:
    """The end of this kiosk's journal, for other eyes: show it as a QR code and as digits."""

    device_id: str
    seq: int
    hash: str
    pending: int


def end_day(uow: UnitOfWork, moment: Moment) -> DayEnd:
    """Ends this kiosk's day. Called again with nothing new since, it writes nothing new.

    Each day of the event is ended for itself.
    """
    last = _last_end(uow)
    if last is None or not of_present_day(uow, moment.at)(last):
        append(uow, moment, Kind.DAY_ENDED, {})
    signer = uow.journal.signer()
    return DayEnd(signer.identity.device_id, signer.seq, signer.hash, uow.journal.pending())


def ended_at(uow: UnitOfWork) -> int | None:
    """When this kiosk's day was ended, by its own clock (UTC ms); None while the day goes on."""
    last = _last_end(uow)
    return last.recorded_at if last is not None else None


def _last_end(uow: UnitOfWork) -> Record | None:
    """The end of a day that nothing has reopened since.

    Cheap: it reads from the last record back, and most records decide it at once.
    """
    seq = uow.journal.signer().seq
    while (last := uow.journal.own_record(seq)) is not None and last.kind in AFTER_DAY_END:
        if last.kind == Kind.DAY_ENDED:
            return last
        seq -= 1
    return None
