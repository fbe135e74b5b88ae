"""`kiosk brief`: who has had the safety briefing."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import say
from kiosk.domain.devices import Source
from kiosk.domain.roster import LARGEST_NUMBER
from kiosk.operations.brief import Briefed, NobodyToBrief, brief_slot
from kiosk.operations.brief import brief as mark
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.scanning.scan import scan_of


def brief(
    code: Annotated[str, typer.Argument(help="A short code, a ticket's text or a number.")] = "",
    slot: Annotated[
        int,
        typer.Option(min=0, max=LARGEST_NUMBER, help="Everybody of this time slot instead."),
    ] = 0,
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    operator: As = "",
) -> None:
    """Mark a person, a whole group or a time slot as briefed."""
    scanned = scan_of(code, Source.TYPED)

    def job(uow: UnitOfWork, moment: Moment) -> Briefed:
        if not code and not slot:
            raise NobodyToBrief("Give a ticket, or a time slot with --slot.")
        if slot:
            return brief_slot(uow, moment, slot)
        return mark(uow, moment, scanned.text, typed=True)

    with open_kiosk(data_dir, at=at, operator=operator) as kiosk:
        moment = kiosk.moment()
        done = kiosk.store.write(lambda uow: job(uow, moment))
    seq = done.record.seq if done.record else None
    sentence = "briefed before" if done.again else f"briefed, record {seq}"
    say({"seq": seq, "again": done.again}, sentence, as_json=as_json)
