"""`kiosk run`: the desktop."""

from __future__ import annotations

import typer

from kiosk.cli.options import DataDir, data_dir_of


def run(data_dir: DataDir = None) -> None:
    """Open the kiosk's window."""
    from kiosk.app import run_kiosk

    raise typer.Exit(run_kiosk(data_dir_of(data_dir)))
