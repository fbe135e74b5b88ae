"""`kiosk practice`: eight situations to try the gate on, with data of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.display import has_display
from kiosk.cli.options import DataDir, Json, Lang, data_dir_of, language_of
from kiosk.cli.output import say
from kiosk.operations.ports import StoreError
from kiosk.practice.room import prepare


def practice(
    cards: Annotated[
        bool, typer.Option("--cards", help="Make the cards, and open no window.")
    ] = False,
    reset: Annotated[
        bool, typer.Option("--reset", help="Begin anew: nothing is solved yet.")
    ] = False,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the cards go.")] = Path(
        "practice-cards"
    ),
    lang: Lang = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Practise at the gate. Nothing of it is counted or sent.

    Without an option the practice window opens. With --cards, eight cards to show to the scanner
    are made, as pictures and as one sheet to print.
    """
    folder = prepare(data_dir_of(data_dir), anew=reset)
    if cards:
        _make_cards(folder, out, language_of(lang), as_json=as_json)
    elif reset:
        say({"folder": str(folder)}, f"{folder}: practice begins anew.", as_json=as_json)
    elif has_display():
        from kiosk.practice.window import run_practice

        raise typer.Exit(run_practice(data_dir_of(data_dir)))
    else:
        typer.echo("There is no display here: make cards with --cards.", err=True)
        raise typer.Exit(1)


def _make_cards(folder: Path, out: Path, language: str, *, as_json: bool) -> None:
    from kiosk.practice.cards import make_cards

    try:
        made = make_cards(out, language)
    except OSError as error:
        raise StoreError(f"Nothing can be written in {out}: name another with --out.") from error
    fields = {
        "folder": str(folder),
        "cards": [str(path) for path in made.pictures],
        "sheet": str(made.sheet),
    }
    sentence = f"{made.sheet}: print it, cut it, and play. The same cards as pictures are beside it"
    say(fields, f"{sentence}.", as_json=as_json)
