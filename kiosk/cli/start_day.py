"""`kiosk start-day`: counting begins."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import say
from kiosk.domain.staff import Right
from kiosk.operations import start_day as operation


def start_day(
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    operator: As = "",
    keep_scans: Annotated[
        bool, typer.Option("--keep-scans", help="Earlier scans count too.")
    ] = False,
) -> None:
    """Start the day at this kiosk; what was scanned to try it out is kept as tests."""
    with open_kiosk(data_dir, at=at, operator=operator, right=Right.CLOSING) as kiosk:
        moment = kiosk.moment()
        start = kiosk.store.write(
            lambda uow: operation.start_day(uow, moment, keep_scans=keep_scans)
        )
    record = start.record
    fields = {"started_at": record.recorded_at, "seq": record.seq, "tests": start.tests}
    sentence = "The day is started."
    if start.tests:
        sentence += f" Earlier records kept as tests: {start.tests}."
    say(fields, sentence, as_json=as_json)
