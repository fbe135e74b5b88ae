"""`kiosk paper`: pages for the hour without a kiosk, and what was written on them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import As, At, DataDir, Json, Lang, language_of
from kiosk.cli.output import iso, say
from kiosk.domain.admission import VerdictName
from kiosk.domain.devices import Source
from kiosk.files import write_whole
from kiosk.operations import enter_from_paper as paper_entry
from kiosk.operations import paper
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.scanning.scan import scan_of

app = typer.Typer(help="Paper for the hour without a kiosk.", no_args_is_help=True)


Out = Annotated[Path, typer.Option("--out", metavar="FILE.pdf", dir_okay=False)]


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
    write_whole(out, class_sheets(sheets, language_of(lang)))
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
    write_whole(out, draw(expected, language_of(lang)))
    fields = {
        "file": str(out),
        "heads": expected.heads,
        "groups": len(expected.groups),
        "people": len(expected.people),
    }
    sentence = f"{out}: {expected.heads} people are expected, {len(expected.groups)} groups."
    say(fields, sentence, as_json=as_json)


@app.command("enter")
def enter(
    ticket: Annotated[str, typer.Argument(metavar="CODE|TEXT", help="A code or a ticket's text.")],
    said: Annotated[str, typer.Option("--at", metavar="HH:MM", help="The time on the paper.")],
    pupils: Annotated[int, typer.Option(min=0, help="Pupils of a class who came.")] = 0,
    adults: Annotated[int, typer.Option(min=0, help="Adults who came with them.")] = 0,
    data_dir: DataDir = None,
    as_json: Json = False,
    operator: As = "",
) -> None:
    """Record an arrival that was written on paper; every total shows it as such.

    A person needs no numbers. Exit status 1 where the entry is recorded already.
    """
    scanned, minute = scan_of(ticket, Source.TYPED), _minute(said)

    def job(uow: UnitOfWork, moment: Moment) -> CheckIn:
        found = paper_entry.find_on_list(uow, scanned.text, typed=True)
        listed = found.match.listed
        counted = pupils + adults or int(listed is not None and listed.heads == 1)
        return paper_entry.enter_from_paper(
            uow,
            moment,
            listed.number if listed else 0,
            heads=counted,
            adults=adults,
            said_at=paper_entry.time_on_paper(uow, moment, minute),
        )

    with open_kiosk(data_dir, operator=operator) as kiosk:
        moment = kiosk.moment()
        found = kiosk.store.write(lambda uow: job(uow, moment))
    fields = {
        "verdict": found.verdict.name.value,
        "seq": found.record.seq,
        "heads": found.verdict.heads,
        "said_at": iso(found.record.integer("said_at")),
    }
    admitted = found.verdict.name is VerdictName.ADMITTED
    sentence = f"record {found.record.seq}: {found.verdict.heads} from paper, at {said}"
    say(fields, sentence if admitted else "The entry is recorded already.", as_json=as_json)
    if not admitted:
        raise typer.Exit(1)


def _minute(text: str) -> int:
    """A time such as 09:45 or 945, as a minute of the day."""
    found = re.fullmatch(r"(\d{1,2}):?(\d{2})", text.strip(), re.ASCII)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise typer.BadParameter("give the time as HH:MM", param_hint="--at")
    return int(found[1]) * 60 + int(found[2])
