"""`kiosk doctor`: whether this kiosk is ready for the day, line by line."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from kiosk.cli.doctor_words import advice_words, fact_words, verdict_words
from kiosk.cli.options import DataDir, Json, data_dir_of
from kiosk.cli.output import say
from kiosk.clock import SystemClock
from kiosk.domain.readiness import Line, is_ready
from kiosk.domain.readiness_facts import DataFile
from kiosk.machine.this import this_machine
from kiosk.operations.ports import StoreError
from kiosk.operations.readiness import Told, readiness
from kiosk.store.database import Database
from kiosk.store.verify import verify

_MARKS = {"ok": "ok     ", "heed": "heed   ", "stop": "STOP   ", "unknown": "unknown"}


def doctor(data_dir: DataDir = None, as_json: Json = False) -> None:
    """Look whether the kiosk is ready for the day, and say what to do. Exit status 1 if it is not.

    It changes nothing, and may look while the kiosk's window is open.
    """
    lines = _look(data_dir_of(data_dir))
    for line in lines:
        words = f"{_MARKS[line.state]} {fact_words(line)} {advice_words(line)}".rstrip()
        say(_fields(line), words, as_json=as_json)
    ready = is_ready(lines)
    say({"ready": ready}, verdict_words(lines), as_json=as_json)
    if not ready:
        raise typer.Exit(1)


def _look(folder: Path) -> tuple[Line, ...]:
    at = SystemClock().now()
    with ExitStack() as open_files:
        store: Database | None = None
        try:
            store = open_files.enter_context(Database.open(folder, writable=False))
            report = verify(store)
            data_file = DataFile(report.ok, report.problem)
        except StoreError as error:
            data_file = DataFile(sound=False, problem=str(error))
        return readiness(store, this_machine(), folder, at, Told(data_file))


def _fields(line: Line) -> dict[str, Any]:
    facts = asdict(line.fact) if line.fact is not None else {}
    return {
        "check": line.check,
        "state": line.state,
        **facts,
        "do": advice_words(line) or None,
    }
