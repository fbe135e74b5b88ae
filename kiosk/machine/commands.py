"""Asking the system's own programs, which may be absent, slow, or speak another language."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence

Run = Callable[[Sequence[str]], str | None]
"""Runs a program and returns what it printed; None where it is absent, fails or takes too long."""

_PATIENCE = 5.0
"""Seconds: a sound or printer service that hangs must not keep a person waiting longer."""

if sys.platform == "win32":
    _NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _NO_WINDOW = 0


def run(words: Sequence[str]) -> str | None:
    """Runs a program in English and without a window of its own."""
    try:
        done = subprocess.run(  # noqa: S603 - the words are this package's own
            words,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
            env={**os.environ, "LC_ALL": "C"},
            creationflags=_NO_WINDOW,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(errors="replace")
