"""Whether there is a display for a window. Qt itself aborts the program where there is none."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_X11_PORT = 6000


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a display server answers; other systems than Linux always have one."""
    if sys.platform != "linux" or environment.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return True
    wayland = environment.get("WAYLAND_DISPLAY")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if wayland and _answers(str(Path(folder) / wayland)):
        return True
    host, _, display = environment.get("DISPLAY", "").rpartition(":")
    number = display.partition(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
        return _answers(path) or _answers(f"\0{path}")
    return _answers((host, _X11_PORT + int(number)))


def _answers(address: str | tuple[str, int]) -> bool:
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
