"""`kiosk group`: how many of a group came."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import iso, say
from kiosk.domain.records import Record
from kiosk.operations.count_group import NotAGroup, count_group, last_asked
from kiosk.operations.identify import identify
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.scanning.scan import Source, scan_of

app = typer.Typer(help="Groups: how many of them came.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Groups: how many of them came."""


@app.command(no_args_is_help=True)
def count(
    code: Annotated[str, typer.Argument(help="The group's short code or its ticket's text.")],
    pupils: Annotated[int, typer.Option(min=0, help="Pupils who came now.")],
    adults: Annotated[int, typer.Option(min=0, help="Adults who came now.")] = 0,
    allow: Annotated[
        str, typer.Option(help="Why more may come than the ticket has; it is kept.")
    ] = "",
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    operator: As = "",
) -> None:
    """Record how many of a group came: after its scan, or for those who come later."""
    scanned = scan_of(code, Source.TYPED)

    def job(uow: UnitOfWork, moment: Moment) -> Record:
        seen = identify(uow, scanned.text, typed=True)
        passage = seen.passage(Source.TYPED.value)
        if passage is None or not seen.is_group:
            raise NotAGroup
        return count_group(
            uow,
            moment,
            passage,
            pupils=pupils,
            adults=adults,
            pending=last_asked(uow, passage.ticket),
            allowed=allow,
        )

    with open_kiosk(data_dir, at=at, operator=operator) as kiosk:
        moment = kiosk.moment()
        written = kiosk.store.write(lambda uow: job(uow, moment))
    fields = {
        "seq": written.seq,
        "device_id": written.device_id,
        "recorded_at": iso(written.recorded_at),
        "heads": pupils + adults,
        "pupils": pupils,
        "adults": adults,
    }
    say(fields, f"record {written.seq}: {pupils} pupils and {adults} adults came", as_json=as_json)
