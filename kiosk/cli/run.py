"""`kiosk run`: the desktop."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kiosk.cli.display import has_display
from kiosk.cli.options import DataDir, Json, data_dir_of
from kiosk.machine.one_instance import address_of, is_answered

Restart = Annotated[
    bool, typer.Option("--restart/--no-restart", help="Start the window again after a crash.")
]


def run(data_dir: DataDir = None, _as_json: Json = False, restart: Restart = True) -> None:
    """Open the kiosk's window. Where it is open already, it comes to the front."""
    if not has_display():
        typer.echo("There is no display here: start the kiosk on a desktop.", err=True)
        raise typer.Exit(1)
    folder = data_dir_of(data_dir)
    if is_answered(address_of(folder)):
        typer.echo("This kiosk is open already: its window comes to the front.")
        return
    if restart:
        from kiosk.cli.keep_running import keep_running

        window = [sys.executable, "-X", "utf8", "-m", "kiosk.cli.window", str(folder)]
        raise typer.Exit(keep_running(window, lambda words: typer.echo(words, err=True)))
    from kiosk.cli.window import open_window

    raise typer.Exit(open_window(folder))
