"""Whether a kiosk's window is open already: the first one listens at an address, others knock.

The address is a Unix socket's path, or on Windows a pipe's name, and comes from the data folder.
Knocking takes no library: a second start is over before it would have imported one.
"""

from __future__ import annotations

import hashlib
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

_PIPES = r"\\.\pipe" + "\\"
_LONGEST_PATH = 100
"""Systems take 104 to 108 bytes for a socket's path."""


def address_of(data_dir: Path) -> str:
    """Where the window of a data folder listens, as QLocalServer takes it."""
    digest = hashlib.sha256(os.fsencode(data_dir.resolve())).hexdigest()[:24]
    name = f"kiosk-{digest}"
    if sys.platform == "win32":
        return _PIPES + name
    return str(_sockets_folder() / name)


def is_answered(address: str) -> bool:
    """Knocks, which brings the window there to the front; whether there is one.

    What a crashed kiosk left behind answers nobody.
    """
    if sys.platform == "win32":
        with suppress(OSError), Path(address).open("r+b", buffering=0):
            return True
        return False
    with socket.socket(socket.AF_UNIX) as caller, suppress(OSError):
        caller.settimeout(1)
        caller.connect(address)
        return True
    return False


def _sockets_folder() -> Path:
    """A folder that is this user's alone, where the system has one."""
    own = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if own.is_absolute() and own.is_dir() and len(os.fsencode(own)) < _LONGEST_PATH - 32:
        return own
    import tempfile  # no start waits for it where the system has such a folder

    folder = Path(tempfile.gettempdir()) / f"kiosk-{os.getuid()}"
    with suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder
