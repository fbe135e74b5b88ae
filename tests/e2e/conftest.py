"""A prepared demo world, copied for each test, and the command line run on it."""

from __future__ import annotations

import csv
import io
import json
import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from platformdirs import user_log_path

from kiosk.central.admin import Central
from kiosk.central.serve import running_server
from kiosk.cli.main import main
from kiosk.demo.prepare import prepare
from tests.e2e.names import names_in, spoken_of, tickets_in


@dataclass(frozen=True)
class Done:
    """What a command did: its exit status, the JSON lines it printed, what it said besides."""

    status: int
    lines: list[dict[str, Any]]
    said: str


@dataclass(frozen=True)
class Site:
    """A copy of the prepared world."""

    folder: Path
    port: int

    def kiosk(self, number: int) -> Path:
        return self.folder / f"kiosk-{number}"

    def tickets(self, **wanted: str) -> list[dict[str, str]]:
        with (self.folder / "tickets" / "tickets.csv").open(encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f))
        return [row for row in rows if all(row[key] == value for key, value in wanted.items())]

    @contextmanager
    def server(self) -> Iterator[Central]:
        """The central server, running on the port that the kiosks know."""
        with (
            closing(Central.open(self.folder / "central")) as central,
            running_server(central, self.port),
        ):
            yield central


@pytest.fixture(autouse=True)
def _nobody_named_in_logs(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> Iterator[None]:
    """Fail a test in which a log, at any level, or the error stream tells a name or a ticket."""
    caplog.set_level(logging.DEBUG)
    yield
    files = [path for path in user_log_path("kiosk").rglob("*") if path.is_file()]
    logged = [*caplog.get_records("setup"), *caplog.get_records("call")]
    said = [capfd.readouterr().err, *map(logging.Formatter().format, logged)]
    said += [path.read_text(encoding="utf-8") for path in files]
    told = spoken_of("\n".join(said), names_in(tmp_path), tickets_in(tmp_path))
    assert not told, f"in the log: {told}"


@pytest.fixture(scope="session")
def _prepared(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("demo") / "world"
    made = prepare(folder, visitors=120, kiosks=2, tell=lambda _: None)
    return Site(folder, made.port)


@pytest.fixture
def site(_prepared: Site, tmp_path: Path) -> Site:
    shutil.copytree(_prepared.folder, tmp_path / "world")
    return Site(tmp_path / "world", _prepared.port)


@pytest.fixture
def kiosk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Runs a command as the program does, in this process."""

    def run(*words: str | Path | int, stdin: str = "") -> Done:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "argv", ["kiosk", *map(str, words), "--json"])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = 0
        with redirect_stdout(out), redirect_stderr(err):
            try:
                main()
            except SystemExit as exit_:
                status = exit_.code if isinstance(exit_.code, int) else int(bool(exit_.code))
        sys.stderr.write(err.getvalue())
        lines = [json.loads(line) for line in out.getvalue().splitlines() if line[:1] == "{"]
        return Done(status, lines, err.getvalue())

    return run
