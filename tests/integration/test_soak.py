"""Twenty thousand scans in one process: what it holds on to does not grow."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.central.admin import Central
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.tickets.codec import encode
from tests.e2e.conftest import Site
from tests.integration.warm import Warm

SCANS, SETTLED = 20_000, 2_000
GROWTH = 1.05


@pytest.fixture
def tickets(site: Site, tmp_path: Path) -> Path:
    """As many signed tickets as there are scans, none of them in the roster."""
    with closing(Central.open(site.folder / "central")) as central:
        key = central.keys.tickets
    numbers = range(10_000_000, 10_000_000 + SCANS)
    texts = (encode(TicketFacts(1, number, 1, TicketKind.PUPIL), key) for number in numbers)
    path = tmp_path / "tickets.txt"
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder that no disk slows down, where the system has one: durability is not asked here."""
    shared = Path("/dev/shm")
    if not shared.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="measured in /proc")
def test_twenty_thousand_scans_leave_no_memory_thread_or_handle_behind(
    site: Site, warm: Warm, tickets: Path, in_memory: Path
) -> None:
    folder = shutil.copytree(site.kiosk(1), in_memory / "kiosk")
    gate = warm.start("soak", folder, tickets, str(SETTLED), str(SCANS))
    assert gate.end() == 0, gate.stderr.read_text()
    settled, done, closed = gate.lines()
    assert done["resident"] <= settled["resident"] * GROWTH, (settled, done)
    assert done["threads"] == settled["threads"] == closed["threads"] == 1
    assert done["handles"] == settled["handles"]
    assert closed["handles"] < done["handles"]
