"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

LIBRARIES = (
    "pyside6-essentials",
    "sqlalchemy",
    "sqlcipher3",
    "cryptography",
    "zxing-cpp",
    "fastapi",
    "pydantic",
)


def facts() -> dict[str, Any]:
    """The machine, its load, and the versions of what the figures hang on."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "system": platform.platform(),
        "processor": _processor(),
        "processors": os.cpu_count(),
        "load": os.getloadavg() if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def memory_mb(*, peak: bool = False) -> float:
    """The memory of this process that lies in RAM, now or at most so far; from Linux's proc(5).

    What `getrusage` calls the most counts the process that started this one as well.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    fields = dict(line.split(":", 1) for line in status.splitlines())
    return int(fields["VmHWM" if peak else "VmRSS"].split()[0]) * 1024 / 1e6


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())
