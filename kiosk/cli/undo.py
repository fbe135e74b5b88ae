"""`kiosk undo`: take an arrival or a trial result back."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import say
from kiosk.domain.records import Record
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.staff import require_undo
from kiosk.operations.undo import undo as take_back


def undo(
    seq: Annotated[int, typer.Argument(help="The record's number on this kiosk.")],
    reason: Annotated[str, typer.Option(help="Why; it is kept.")],
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    operator: As = "",
) -> None:
    """Take back this kiosk's record number SEQ. The record stays; a retraction follows it."""
    with open_kiosk(data_dir, at=at, operator=operator) as kiosk:
        moment = kiosk.moment()
        written = kiosk.store.write(lambda uow: _take_back(uow, moment, seq, reason))
    fields = {"seq": written.seq, "target_seq": seq}
    say(fields, f"Record {seq} is taken back by record {written.seq}.", as_json=as_json)


def _take_back(uow: UnitOfWork, moment: Moment, seq: int, reason: str) -> Record:
    """Somebody who is named takes another's record back only by right."""
    target = uow.journal.own_record(seq)
    if moment.operator and target is not None:
        require_undo(uow, moment.operator, target)
    return take_back(uow, moment, seq, reason)
