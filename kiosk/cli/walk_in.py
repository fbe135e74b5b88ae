"""`kiosk walk-in`: people who come without a ticket."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import iso, say
from kiosk.domain.walk_ins import WalkInKind
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.register_walk_in import Registered, register_class, register_walk_in
from kiosk.tickets import walk_in_code


def walk_in(
    kind: Annotated[WalkInKind, typer.Option(help="Who comes; `class` is a whole class.")],
    grade: Annotated[str, typer.Option(help="Such as 9 or 9Б.")] = "",
    school: Annotated[str, typer.Option()] = "",
    name: Annotated[
        str, typer.Option(help="Only with a parent's consent; kept beside the record, not in it.")
    ] = "",
    pupils: Annotated[int, typer.Option(min=0, help="Of a class: how many pupils.")] = 0,
    adults: Annotated[int, typer.Option(min=0, help="Of a class: how many adults.")] = 1,
    cleared: Annotated[
        bool, typer.Option("--cleared", help="The clearance is agreed, where the site asks for it.")
    ] = False,
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    operator: As = "",
) -> None:
    """Register somebody without a ticket, count them in, and print the number for their sticker."""

    def job(uow: UnitOfWork, moment: Moment) -> Registered:
        if kind is WalkInKind.CLASS:
            return register_class(
                uow,
                moment,
                school=school,
                grade=grade,
                leader=name,
                pupils=pupils,
                adults=adults,
                cleared=cleared,
            )
        return register_walk_in(
            uow, moment, kind, grade=grade, school=school, name=name, cleared=cleared
        )

    with open_kiosk(data_dir, at=at, operator=operator) as kiosk:
        moment = kiosk.moment()
        done = kiosk.store.write(lambda uow: job(uow, moment))
    number = done.walk_in.number
    fields = {
        "number": number.label,
        "text": walk_in_code.text_of(number),
        "heads": done.walk_in.heads,
        "seq": done.record.seq,
        "device_id": done.record.device_id,
        "recorded_at": iso(done.record.recorded_at),
    }
    say(fields, f"{number.label} · record {done.record.seq}", as_json=as_json)
