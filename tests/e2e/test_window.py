"""The demo in a real window on an X server: a scanner types under the Russian layout."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.domain.records import Kind, Record
from kiosk.store.database import Database
from tests.e2e.conftest import Site
from tests.x11 import ENTER, PATIENCE_S, keys_of, needs_x11, press

pytestmark = needs_x11


@contextmanager
def demo_window(display: dict[str, str], out: Path) -> Iterator[subprocess.Popen[str]]:
    """The program `kiosk demo`, ended in the end as by closing its window."""
    command = [sys.executable, "-m", "kiosk", "demo", "--out", str(out), "--visitors", "60"]
    with subprocess.Popen(
        command, env=display, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as program:
        try:
            yield program
        finally:
            program.terminate()


def until(holds: Callable[[], bool], seconds: float = PATIENCE_S) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
    return True


def arrivals(folder: Path) -> list[Record]:
    with Database.open(folder, writable=False) as store:
        records = store.read(lambda uow: list(uow.journal.records()))
    return [record for record in records if record.kind == Kind.ARRIVAL]


def test_a_scan_under_the_russian_layout_is_admitted(
    display: dict[str, str], tmp_path: Path
) -> None:
    site = Site(tmp_path / "demo", 0)
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Kiosk|Киоск"]
    with demo_window(display, site.folder):
        subprocess.run(search, env=display, check=True, timeout=PATIENCE_S, capture_output=True)
        text = site.tickets(status="valid", here="1")[0]["text"]
        for _ in range(5):  # until the window listens; more of the same scan is one scan
            press(display, [*keys_of(text), str(ENTER)])
            if until(lambda: bool(arrivals(site.kiosk(1))), seconds=3):
                break
        assert [record.text("source") for record in arrivals(site.kiosk(1))] == ["wedge"]
