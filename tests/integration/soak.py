"""Thousands of scans in one process, and what it holds on to: run in a process of its own."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.operations.check_in import check_in
from kiosk.operations.recording import Moment
from kiosk.store.database import Database


def soak(data_dir: Path, tickets: Path, first: int, last: int) -> Iterator[dict[str, int]]:
    """Scans the texts in turn; measures after the first ones, after the last, and when closed."""
    clock = SystemClock()
    texts = tickets.read_text(encoding="utf-8").split()
    with Database.open(data_dir) as store:
        for number in range(1, last + 1):
            text = texts[number % len(texts)]
            moment = Moment(clock.now())
            store.write(partial(check_in, moment=moment, text=text, source="scan"))
            if number in (first, last):
                yield measured(number)
    yield measured(last)


def measured(scans: int) -> dict[str, int]:
    """Memory in KiB, threads and open files of this process."""
    gc.collect()
    resident = Path("/proc/self/status").read_text(encoding="utf-8").split("VmRSS:")[1].split()[0]
    return {
        "scans": scans,
        "resident": int(resident),
        "threads": threading.active_count(),
        "handles": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
    }
