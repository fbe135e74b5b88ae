"""`kiosk search`: people and groups by name, class and school."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import DataDir, Json
from kiosk.cli.output import say
from kiosk.domain.visitors import Group, Visitor
from kiosk.operations.search import Found
from kiosk.operations.search import search as find


def search(
    name: Annotated[list[str], typer.Argument(help="Beginnings of words, in any order.")],
    data_dir: DataDir = None,
    as_json: Json = False,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
) -> None:
    """Find people and groups of the list. Exit status 1 when nobody fits."""
    with open_kiosk(data_dir, writable=False) as kiosk:
        found = kiosk.store.read(lambda uow: find(uow, " ".join(name), limit))
    for one in found:
        fields = _fields(one)
        shown = (fields["name"], fields["grade"], fields["school"], fields["code"])
        say(fields, " · ".join(str(part) for part in shown if part), as_json=as_json)
    if not found:
        typer.echo("Nobody on the list fits: try fewer letters, from two on.", err=True)
        raise typer.Exit(1)


def _fields(found: Found) -> dict[str, Any]:
    person, listed = found.match.person, found.match.listed
    return {
        "name": _name(person),
        "kind": person.kind if isinstance(person, Visitor) else "group",
        "school": person.school,
        "grade": person.grade,
        "code": listed.code if listed else None,
        "inside": found.inside > 0,
    }


def _name(person: Visitor | Group) -> str:
    """Without consent somebody is found by their name and not named."""
    if isinstance(person, Visitor):
        return person.name if person.consent else ""
    return person.label
