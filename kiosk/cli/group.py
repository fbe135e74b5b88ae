"""`kiosk group`: how many of a group came."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import iso, say
from kiosk.domain.admission import VerdictName
from kiosk.domain.devices import Source
from kiosk.domain.records import Record
from kiosk.operations.check_in import check_in
from kiosk.operations.count_group import NotAGroup, count_group, last_asked
from kiosk.operations.identify import identify
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.scanning.scan import Scan, scan_of

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
    """Record how many of a group came: after its scan, or for those who come later.

    Exit status 1 when the ticket is refused.
    """
    scanned = scan_of(code, Source.TYPED)

    def job(uow: UnitOfWork, moment: Moment) -> tuple[VerdictName, Record]:
        return _count(uow, moment, scanned, pupils=pupils, adults=adults, allow=allow)

    with open_kiosk(data_dir, at=at, operator=operator) as kiosk:
        moment = kiosk.moment()
        verdict, record = kiosk.store.write(lambda uow: job(uow, moment))
    admitted = verdict is VerdictName.ADMITTED
    came = {"heads": pupils + adults, "pupils": pupils, "adults": adults}
    fields = {
        "verdict": verdict,
        "seq": record.seq,
        "device_id": record.device_id,
        "recorded_at": iso(record.recorded_at),
        **(came if admitted else dict.fromkeys(came, 0)),
    }
    what = f"{pupils} pupils and {adults} adults came" if admitted else verdict
    say(fields, f"record {record.seq}: {what.replace('_', ' ')}", as_json=as_json)
    if not admitted:
        raise typer.Exit(1)


def _count(
    uow: UnitOfWork, moment: Moment, scanned: Scan, *, pupils: int, adults: int, allow: str
) -> tuple[VerdictName, Record]:
    """Counts a group that was just scanned; any other ticket is checked first, like at the gate."""
    seen = identify(uow, scanned.text, typed=True)
    passage = seen.passage(Source.TYPED.value)
    if passage is None or not seen.is_group:
        raise NotAGroup
    pending = last_asked(uow, passage.ticket)
    if pending is None:
        checked = check_in(uow, moment, scanned.text, source=Source.TYPED.value, typed=True)
        if checked.verdict.name is VerdictName.GROUP_PENDING:
            pending = checked.record
        elif checked.verdict.name is not VerdictName.ALREADY_INSIDE:
            return checked.verdict.name, checked.record
    record = count_group(
        uow, moment, passage, pupils=pupils, adults=adults, pending=pending, allowed=allow
    )
    return VerdictName.ADMITTED, record
