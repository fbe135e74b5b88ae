"""The window as a program of its own, so that another one can start it again after a crash.

It is started by `kiosk run`, without the command line's libraries: `python -m kiosk.cli.window`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.cli.main import INTERRUPTED

REFUSED = 1
"""The exit status of a start that a person must do something about."""
FAILED = 70
"""The exit status after an error that nobody foresaw (EX_SOFTWARE of sysexits.h)."""


def open_window(data_dir: Path) -> int:
    """Runs the window until it is closed; returns the exit status."""
    try:
        from kiosk.app import run_kiosk

        return run_kiosk(data_dir)
    except KeyboardInterrupt:  # while the libraries come; the window heeds it itself
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a person gets a sentence, never a traceback
        from kiosk.cli.errors import is_expected, sentence_of

        print(sentence_of(error), file=sys.stderr)
        return REFUSED if is_expected(error) else FAILED


if __name__ == "__main__":
    sys.exit(open_window(Path(sys.argv[1])))
