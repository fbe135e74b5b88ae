"""`kiosk demo`: an invented site to try everything on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import platformdirs
import typer
from rich.console import Console

from kiosk.cli.display import has_display
from kiosk.cli.options import Json
from kiosk.cli.output import say
from kiosk.demo.errors import DemoError
from kiosk.demo.prepare import DemoWorld, prepare

if TYPE_CHECKING:
    from kiosk.demo.headless import PlayedDay


def demo(
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "--data-dir",
            help="An empty folder for the world; else one of the user's own is renewed.",
        ),
    ] = None,
    visitors: Annotated[
        int | None, typer.Option(min=0, help="People of the kiosks' site (380).")
    ] = None,
    kiosks: Annotated[int, typer.Option(min=1, max=20, help="Kiosks of that site.")] = 2,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The central server's port; 0: a free one.")
    ] = 0,
    seed: Annotated[int, typer.Option(help="Another seed, another world.")] = 1,
    only_prepare: Annotated[
        bool, typer.Option("--prepare", help="Make the world and stop.")
    ] = False,
    headless: Annotated[
        bool, typer.Option("--headless", help="Play the day as a story, without a window.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Open a demo site. With a display: the kiosk and a drawer of tickets. Without: the whole day.

    A headless demo ends with one line of JSON; exit status 1 when the day could not be closed.
    """
    console = Console(stderr=as_json)
    folder = out or _renewed_folder()
    made = prepare(
        folder,
        visitors=visitors,
        kiosks=kiosks,
        port=port,
        seed=seed,
        tell=lambda sentence: console.print(f"  {sentence}", highlight=False),
    )
    if only_prepare:
        shown = f"{made.out}: {kiosks} kiosks, server at {made.server_url}"
        say({"out": str(made.out), "server_url": made.server_url}, shown, as_json=as_json)
    elif headless or not has_display():
        _play(made, console)
    else:
        from kiosk.demo.window import run_demo

        raise typer.Exit(run_demo(made))


def _play(world: DemoWorld, console: Console) -> None:
    from kiosk.demo.headless import json_line, play_day

    try:
        totals = play_day(world, console, _painter(world, console))
    except OSError as error:
        raise DemoError(
            f"{world.out} cannot be written: free the disk, or name another folder with --out."
        ) from error
    console.print(f"Everything of this day is in {world.out}", highlight=False)
    typer.echo(json_line(totals))
    if not totals.closed:
        raise typer.Exit(1)


def _painter(world: DemoWorld, console: Console) -> Callable[[PlayedDay], None]:
    """What takes the screens' pictures, where the desktop is installed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from kiosk.demo.pictures import take_pictures
    except ImportError:
        console.print("  No pictures: install kiosk[desktop] for them", highlight=False)
        return lambda _day: None
    return lambda day: take_pictures(day, world.out / "screens")


def _renewed_folder() -> Path:
    """The user's demo folder, emptied: nothing in it was real."""
    folder = platformdirs.user_data_path("kiosk-demo") / "world"
    try:
        shutil.rmtree(folder, ignore_errors=False)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise DemoError(f"{folder} cannot be emptied: is another demo running?") from error
    return folder
