"""A scan is answered after its record has reached the disk: counted at the system's own door."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from kiosk.store.database import Database
from tests.e2e.conftest import Site

FULL = 2
"""The value of PRAGMA synchronous that brings each commit to the disk."""

SCANS = 25


class Hasty(dbapi2.Connection):  # type: ignore[misc]
    """A connection of a build that leaves a commit to the system's leisure, unless told."""

    def execute(self, statement: str, *words: Any) -> Any:
        done = super().execute(statement, *words)
        if statement.startswith("PRAGMA key"):
            super().execute("PRAGMA synchronous = NORMAL")
        return done


def test_the_writers_own_connection_brings_each_commit_to_the_disk(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also with a build of SQLite that would bring it there later by itself."""
    connect = partial(dbapi2.connect, factory=Hasty)
    monkeypatch.setattr(dbapi2, "connect", connect)
    with Database.open(site.kiosk(1)) as database:
        for _ in range(2):
            found = database.write(
                lambda t: [
                    t.connection.scalar(text(f"PRAGMA {name}"))
                    for name in ("synchronous", "journal_mode", "foreign_keys")
                ]
            )
            assert found == [FULL, "wal", 1]


@pytest.fixture
def strace() -> str:
    """The program that shows a process's calls to the system."""
    path = shutil.which("strace")
    if path is None:
        pytest.skip("strace is not installed")
    if subprocess.run([path, "-o", os.devnull, "true"], check=False).returncode != 0:
        pytest.skip("strace may not look at processes here")
    return path


def test_a_log_reaches_the_disk_before_each_answer(site: Site, strace: str, tmp_path: Path) -> None:
    texts = [ticket["text"] for ticket in site.tickets()[:SCANS]]
    trace = tmp_path / "trace"
    watch = [strace, "-f", "-y", "-e", "trace=write,pwrite64,fdatasync,fsync", "-o", str(trace)]
    scan = [sys.executable, "-m", "kiosk", "scan", "--data-dir", str(site.kiosk(1)), "--json", "-"]
    done = subprocess.run(
        [*watch, *scan], input="\n".join(texts), text=True, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.count("\n")) == (0, SCANS), done.stderr
    calls = re.findall(r'^\d+ +(\w+)\((\d+)<([^>]*)>(?!, "")', trace.read_text(), re.MULTILINE)
    assert answers_in(calls) == SCANS


def answers_in(calls: list[tuple[str, str, str]]) -> int:
    """Counts the answers; each must come when all that was written to the log is on the disk."""
    answers = 0
    written = on_disk = False
    for call, handle, path in calls:
        if path.endswith("kiosk.db-wal"):
            written = written or call == "pwrite64"
            on_disk = call in ("fdatasync", "fsync")
        elif call == "write" and handle == "1":
            answers += 1
            assert written, f"answer {answers} came before anything was written"
            assert on_disk, f"answer {answers} came before its record was on the disk"
            written = on_disk = False
    return answers
