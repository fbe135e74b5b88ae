"""`kiosk central policy`: what a site's manager decided about admission."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from typing import Annotated

import typer

from kiosk.central.admin import Central
from kiosk.cli.options import DatabaseUrl, DataDir, Json, data_dir_of
from kiosk.cli.output import say
from kiosk.domain.roster import LARGEST_NUMBER

_VALUES = {"true": True, "false": False}


def policy(
    site: Annotated[int, typer.Argument(min=0, max=LARGEST_NUMBER, help="The site's number.")],
    changes: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="NAME=true|false", help="One decision, such as tracks_exits=true."
        ),
    ] = None,
    data_dir: DataDir = None,
    database_url: DatabaseUrl = "",
    as_json: Json = False,
) -> None:
    """Show a site's policy, or change it; its kiosks learn it with their next exchange."""
    decided = dict(map(_decision, changes or ()))
    with closing(Central.open(data_dir_of(data_dir), database_url=database_url)) as central:
        found = asdict(central.set_policy(site, decided))
    said = ", ".join(f"{name} {str(value).lower()}" for name, value in found.items())
    say({"site": site, **found}, f"Site {site}: {said}.", as_json=as_json)


def _decision(text: str) -> tuple[str, bool]:
    name, _, value = text.partition("=")
    if value not in _VALUES:
        raise typer.BadParameter("write NAME=true or NAME=false", param_hint="--set")
    return name, _VALUES[value]
