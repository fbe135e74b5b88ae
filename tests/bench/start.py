"""The program's start, beside a bare PySide6 window: first paint, ready for a scan, memory.

Both are started as on a kiosk that has been started before: with their bytecode at hand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.options import Options
from tests.bench.result import Goal, Measure, Row
from tests.bench.site import Crowd

NAME = "start"
_PATIENCE_S = 60
_MODULE = "tests.bench.started"


def rows(options: Options) -> Iterator[Row]:
    visitors = options.size(20_000, tiny=30)
    folder = options.folder / "kiosk"
    Crowd(visitors).kiosk(folder).close()
    rounds = options.size(9, tiny=1)
    bytecode = options.folder / "bytecode"
    for what in ("kiosk", "bare"):
        _start(what, folder, bytecode)
    kiosks, bares = [], []
    for _ in range(rounds):
        kiosks.append(_start("kiosk", folder, bytecode))
        bares.append(_start("bare", folder, bytecode))
    bare = _median(bares, "painted")
    for what, name, goal in (("first paint", "painted", 1.3), ("ready for a scan", "ready", 3.5)):
        value = _median(kiosks, name)
        yield Row(NAME, what, value, "ms", rounds, bare, Goal(goal, Measure.RATIO))
    memory, least = _median(kiosks, "memory_mb"), _median(bares, "memory_mb")
    yield Row(NAME, "memory, idle", memory, "MB", rounds, least, Goal(90, Measure.BEYOND))


def _start(what: str, folder: Path, bytecode: Path) -> dict[str, float]:
    """Starts a program; when it had painted and was ready (ms), and its memory after that."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", _MODULE, what, str(folder)]
    start = time.monotonic_ns()
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=True,
    )
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    ms = {name: (said[name] - start) / 1e6 for name in ("painted", "ready")}
    return ms | {"memory_mb": said["memory_mb"]}


def _median(starts: list[dict[str, float]], name: str) -> float:
    return sorted(one[name] for one in starts)[len(starts) // 2]
