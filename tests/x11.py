"""An X server for a test, with the Russian layout, and keys sent to it as a scanner sends them.

XTEST sends key codes; typing by symbols would look the keys up in the layout and prove nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from kiosk.scanning.layouts import EVDEV_OFFSET, us_character

PATIENCE_S = 30
SHIFT, CAPS_LOCK, ENTER = 50, 66, 36

_CODES = {us_character(code, shift=False, offset=EVDEV_OFFSET): code for code in range(9, 128)}
_MISSING = [tool for tool in ("Xvfb", "xdotool", "setxkbmap") if not shutil.which(tool)]

needs_x11 = pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}")


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    """The environment of programs on a display of their own, Russian layout set."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-noreset", "-screen", "0", "1366x768x24"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as number:
            name = f":{number.readline().strip()}"
        environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        subprocess.run(["setxkbmap", "ru"], env=environment, check=True, timeout=PATIENCE_S)
        yield environment
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def press(environment: dict[str, str], keys: list[str]) -> None:
    """Sends key codes as fast as a keyboard scanner does."""
    command = ["xdotool", "key", "--delay", "3", *keys]
    subprocess.run(command, env=environment, check=True, timeout=PATIENCE_S)


def keys_of(text: str) -> list[str]:
    """The key codes of a text on an American keyboard."""
    return [
        f"{SHIFT}+{_CODES[char.lower()]}" if char.isupper() else str(_CODES[char]) for char in text
    ]
