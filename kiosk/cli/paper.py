"""`kiosk paper`: pages to print before the day, for the hour without a kiosk."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import At, DataDir, Json
from kiosk.cli.output import say
from kiosk.operations import paper
from kiosk.settings import Settings

app = typer.Typer(help="Pages to print for the hour without a kiosk.", no_args_is_help=True)


class Language(StrEnum):
    """A language that pages can be printed in."""

    RU = "ru"
    EN = "en"


Out = Annotated[Path, typer.Option("--out", metavar="FILE.pdf", dir_okay=False)]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="The words' language; else the settings'.", show_default=False),
]


@app.command("sheet")
def sheet(
    tickets: Annotated[
        list[str],
        typer.Argument(metavar="CODE|TEXT...", help="Groups' tickets: texts, or short codes."),
    ],
    out: Out,
    data_dir: DataDir = None,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """Write class sheets, a page a group: names, tick boxes, the ticket's code.

    The QR code stands on a sheet only where the ticket's whole text was given.
    """
    from kiosk.reports.class_sheet import class_sheets

    with open_kiosk(data_dir, writable=False) as kiosk:
        sheets = kiosk.store.read(lambda uow: [paper.class_sheet(uow, t) for t in tickets])
    out.write_bytes(class_sheets(sheets, _language(lang)))
    fields = {"file": str(out), "sheets": len(sheets), "lines": sum(len(s.people) for s in sheets)}
    say(fields, f"{out}: {len(sheets)} class sheets.", as_json=as_json)


@app.command("list")
def fallback_list(
    out: Out,
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    lang: Lang = None,
) -> None:
    """Write the list of everybody who is expected, to tick off by hand."""
    from kiosk.reports.fallback_list import fallback_list as draw

    with open_kiosk(data_dir, at=at, writable=False) as kiosk:
        moment = kiosk.moment()
        expected = kiosk.store.read(lambda uow: paper.fallback_list(uow, moment))
    out.write_bytes(draw(expected, _language(lang)))
    fields = {
        "file": str(out),
        "heads": expected.heads,
        "groups": len(expected.groups),
        "people": len(expected.people),
    }
    sentence = f"{out}: {expected.heads} people are expected, {len(expected.groups)} groups."
    say(fields, sentence, as_json=as_json)


def _language(given: Language | None) -> str:
    return given or Settings.load().language
