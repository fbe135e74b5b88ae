"""The program `kiosk`: its commands, and how an error reaches a person."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer

from kiosk.cli import central, closing, decode, demo, journal, run, scan, search, sync, trial, undo
from kiosk.cli.errors import sentence_of

app = typer.Typer(
    help="The check-in kiosk of an open-doors day.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("run")(run.run)
app.command("demo")(demo.demo)
app.command("enrol")(sync.enrol)
app.command("scan", no_args_is_help=True)(scan.scan)
app.command("decode", no_args_is_help=True)(decode.decode)
app.command("search", no_args_is_help=True)(search.search)
app.command("undo", no_args_is_help=True)(undo.undo)
app.command("sync")(sync.sync)
app.command("end-day")(closing.end_day)
app.command("close")(closing.close)
app.add_typer(trial.app, name="trial")
app.add_typer(journal.app, name="journal")
app.add_typer(central.app, name="central")


def main() -> None:
    """Runs the command line. Exit status: 0 done, 1 refused or incomplete, 2 wrong use."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # one text for all systems, and no byte can stop it
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except Exception as error:  # noqa: BLE001 - a person gets a sentence, never a traceback
        typer.echo(sentence_of(error), err=True)
        sys.exit(1)
