"""`kiosk run`: the desktop."""

from __future__ import annotations

import typer

from kiosk.cli.display import has_display
from kiosk.cli.options import DataDir, Json, data_dir_of


def run(data_dir: DataDir = None, _as_json: Json = False) -> None:
    """Open the kiosk's window."""
    if not has_display():
        typer.echo("There is no display here: start the kiosk on a desktop.", err=True)
        raise typer.Exit(1)
    from kiosk.app import run_kiosk

    raise typer.Exit(run_kiosk(data_dir_of(data_dir)))
