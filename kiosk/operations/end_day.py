"""«Завершить работу киоска»: the last thing that a kiosk writes."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.closing import branch_ended
from kiosk.domain.records import Kind
from kiosk.journal.lines import parse
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
    signer = uow.journal.signer()
    own = uow.journal.run(signer.identity.device_id, 0, signer.seq)
    return branch_ended(parse(entry.line) for entry in own)
