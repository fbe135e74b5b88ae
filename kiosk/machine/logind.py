"""The sleep settings of systemd-logind, by logind.conf(5) and systemd.time(7)."""

from __future__ import annotations

import re
from pathlib import Path

_FOLDERS = ("usr/lib/systemd", "usr/local/lib/systemd", "run/systemd", "etc/systemd")
"""Where the settings lie; a later folder's file takes the place of an earlier one's."""
_AWAKE = frozenset({"ignore", "lock"})
"""Actions after which the computer goes on working."""
_IDLE_S = 30 * 60
_UNITS = {"": 1, "s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600, "hr": 3600, "d": 86_400}
_SPAN = re.compile(r"(\d+)\s*([a-z]*)")


def settings(root: Path) -> dict[str, str]:
    """The settings that differ from the defaults: the main file, then the drop-ins by name."""
    main, drop_ins = Path(), dict[str, Path]()
    for folder in _FOLDERS:
        if (file := root / folder / "logind.conf").is_file():
            main = file
        found = (root / folder / "logind.conf.d").glob("*.conf")
        drop_ins.update({path.name: path for path in found})
    read: dict[str, str] = {}
    for path in (main, *(drop_ins[name] for name in sorted(drop_ins))):
        read.update(_assignments(path))
    return {name: value for name, value in read.items() if value}


def lid_sleeps(read: dict[str, str]) -> bool:
    """Whether closing the lid stops the computer, plugged in or not."""
    on_battery = read.get("HandleLidSwitch", "suspend")
    plugged_in = read.get("HandleLidSwitchExternalPower", on_battery)
    return not {on_battery, plugged_in} <= _AWAKE


def idle_minutes(read: dict[str, str]) -> int:
    """After how many idle minutes the computer stops; 0 for never."""
    if read.get("IdleAction", "ignore") in _AWAKE:
        return 0
    span = read.get("IdleActionSec")
    parts = _SPAN.findall(span) if span else []
    seconds = sum(int(count) * _UNITS.get(unit, 1) for count, unit in parts) if parts else _IDLE_S
    return max(1, seconds // 60)


def _assignments(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    # A comment's sign becomes part of a name that nobody asks for.
    pairs = (line.partition("=") for line in lines)
    return {name.strip(): value.strip() for name, equals, value in pairs if equals}
