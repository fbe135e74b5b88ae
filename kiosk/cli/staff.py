"""`kiosk staff`: who may work this kiosk, and the manager's recovery code."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, DataDir, Json
from kiosk.cli.output import say
from kiosk.domain.staff import Right, in_groups
from kiosk.operations.sign_in import make_recovery_code
from kiosk.operations.staff import Operator, present_operator, staff_list

app = typer.Typer(help="Who may work this kiosk.", no_args_is_help=True)


@app.command("list")
def list_(
    data_dir: DataDir = None,
    as_json: Json = False,
    names: Annotated[bool, typer.Option("--names", help="Show the names as well.")] = False,
) -> None:
    """List the staff by id and role, and mark who is signed in."""
    with open_kiosk(data_dir, writable=False) as kiosk:
        now_ms = kiosk.clock.now().wall_ms
        people = kiosk.store.read(staff_list)
        present = kiosk.store.read(lambda uow: present_operator(uow, now_ms))
    signed_in = present.staff_id if present else ""
    for one in people:
        fields = _fields(one, signed_in=one.staff_id == signed_in)
        if names:
            fields["name"] = one.name
        words = [one.staff_id, one.role.replace("_", " "), one.name if names else ""]
        words.append("signed in" if fields["signed_in"] else "")
        say(fields, " · ".join(word for word in words if word), as_json=as_json)
    if not people:
        typer.echo("There is no staff list here: anybody may do anything.", err=True)


@app.command("recovery-code")
def recovery_code(data_dir: DataDir = None, as_json: Json = False, operator: As = "") -> None:
    """Make a new recovery code and show it once: write it on the manager's paper."""
    with open_kiosk(data_dir, operator=operator, right=Right.SETTINGS) as kiosk:
        code = make_recovery_code(kiosk.store)
    say({"code": code}, in_groups(code), as_json=as_json)


def _fields(operator: Operator, *, signed_in: bool) -> dict[str, Any]:
    return {
        "staff_id": operator.staff_id,
        "role": operator.role,
        "trial": operator.trial.trial_id if operator.trial else None,
        "has_pin": operator.has_pin,
        "signed_in": signed_in,
    }
