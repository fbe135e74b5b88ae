"""Options that every command understands in the same way."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.domain.languages import Language
from kiosk.settings import Settings

_EARLIEST, _LATEST = 2000, 2999


def data_dir_of(given: Path | None) -> Path:
    """The data folder that was given, or else the settings'. Raises BadSettings."""
    return given or Settings.load().data_dir


def language_of(given: Language | None) -> str:
    """The language that was given, or else the settings'. Raises BadSettings."""
    return given or Settings.load().language


def _time(given: str) -> int:
    """UTC milliseconds of an ISO 8601 time; one without an offset is taken for UTC."""
    try:
        moment = datetime.fromisoformat(given)
    except ValueError as error:
        hint = "give a time such as 2026-04-18T10:05:00+05:00 (ISO 8601)"
        raise typer.BadParameter(hint) from error
    if not _EARLIEST <= moment.year <= _LATEST:
        raise typer.BadParameter(f"give a year from {_EARLIEST} to {_LATEST}")
    return round(moment.replace(tzinfo=moment.tzinfo or UTC).timestamp() * 1000)


DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        help="The data folder; else KIOSK_DATA_DIR, else the settings file.",
        callback=data_dir_of,
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
At = Annotated[
    int | None,
    typer.Option(
        "--at",
        metavar="ISO-TIME",
        help="Set the clock of a demo world (UTC unless the time names an offset).",
        parser=_time,
        show_default=False,
    ),
]
DatabaseUrl = Annotated[
    str,
    typer.Option(
        envvar="KIOSK_CENTRAL_DATABASE", help="An SQLAlchemy URL; else a file in the data folder."
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="The words' language; else the settings'.", show_default=False),
]
As = Annotated[str, typer.Option("--as", metavar="USER", help="Who does it: an id, never a name.")]
