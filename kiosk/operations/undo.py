"""Taking a record back: another record says so, the first one stays."""

from __future__ import annotations

from kiosk.domain.records import Kind, Record
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append

_CAN_BE_TAKEN_BACK = (
    Kind.ARRIVAL,
    Kind.GROUP_PENDING,
    Kind.DEPARTURE,
    Kind.BRIEFING,
    Kind.TRIAL_RESULT,
)


class CannotUndo(Exception):
    """The record cannot be taken back. The message says why."""


def undo(uow: UnitOfWork, moment: Moment, seq: int, reason: str) -> Record:
    """Takes back what happened at this kiosk under the number `seq`; the reason is kept.

    Raises CannotUndo, also without a reason.
    """
    if not reason.strip():
        raise CannotUndo("Say why it is taken back: give a reason.")
    target = uow.journal.own_record(seq)
    if target is None:
        raise CannotUndo(f"This kiosk has no record {seq}.")
    if target.kind not in _CAN_BE_TAKEN_BACK:
        raise CannotUndo(f"Record {seq} is nothing that can be taken back.")
    if uow.journal.is_retracted(target.hash):
        raise CannotUndo(f"Record {seq} is taken back already.")
    data = {"target": target.hash, "target_seq": seq, "reason": reason.strip()}
    if ticket := target.integer("ticket"):
        data["ticket"] = ticket
    return append(uow, moment, Kind.RETRACTION, data)
