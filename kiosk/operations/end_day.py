"""«Завершить работу киоска»: the last thing that a kiosk writes."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.records import AFTER_DAY_END, Kind
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
    """Ends this kiosk's day. Called again with nothing new since, it writes nothing new."""
    if not day_ended(uow):
        append(uow, moment, Kind.DAY_ENDED, {})
    signer = uow.journal.signer()
    return DayEnd(signer.identity.device_id, signer.seq, signer.hash, uow.journal.pending())


def day_ended(uow: UnitOfWork) -> bool:
    """Whether this kiosk's day is ended, and nothing came since that reopened it."""
    return ended_at(uow) is not None


def ended_at(uow: UnitOfWork) -> int | None:
    """When this kiosk's day was ended, by its own clock (UTC ms); None while the day goes on.

    Cheap: it reads from the last record back, and most records decide it at once.
    """
    seq = uow.journal.signer().seq
    while (last := uow.journal.own_record(seq)) is not None and last.kind in AFTER_DAY_END:
        if last.kind == Kind.DAY_ENDED:
            return last.recorded_at
        seq -= 1
    return None
