"""A computer with macOS, by pmset(1), osascript(1) and CUPS."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.domain.readiness_facts import Battery, Disk, Printers, Sleep, Volume
from kiosk.machine.commands import Run, run
from kiosk.machine.common import (
    cups_printers,
    disk_of,
    linked_zone,
    own_offset,
    soonest,
    zone_offset,
)

_CHARGE = re.compile(r"InternalBattery.*?(\d+)%")
_SLEEP = re.compile(r"^\s*sleep\s+(\d+)", re.MULTILINE)
_NEVER = re.compile(r"^\s*SleepDisabled\s+1", re.MULTILINE)
_VOLUME = re.compile(r"output volume:(\d+)")


class MacOS:
    """`root` is the folder under which /etc lies."""

    def __init__(self, root: Path = Path("/"), run: Run = run) -> None:
        self._root = root
        self._run = run

    def disk(self, folder: Path) -> Disk | None:
        return disk_of(folder)

    def battery(self) -> Battery | None:
        told = self._run(["pmset", "-g", "batt"])
        if told is None:
            return None
        charge = _CHARGE.search(told)
        return Battery(int(charge[1]) if charge else None, mains="'AC Power'" in told)

    def sleep(self) -> Sleep | None:
        """A closed lid sends every MacBook to sleep unless sleep is disabled altogether."""
        told, battery = self._run(["pmset", "-g", "custom"]), self.battery()
        if told is None or battery is None:
            return None
        if _NEVER.search(self._run(["pmset", "-g"]) or ""):
            return Sleep(0, by_lid=False)
        times = [int(minutes) for minutes in _SLEEP.findall(told)]
        return Sleep(soonest(times) if times else None, by_lid=battery.percent is not None)

    def volume(self) -> Volume | None:
        told = self._run(["osascript", "-e", "get volume settings"]) or ""
        level = _VOLUME.search(told)
        if level is None:
            return None
        return Volume(0 if "output muted:true" in told else int(level[1]))

    def printers(self) -> Printers | None:
        return cups_printers(self._run)

    def time_zone(self, at_ms: int) -> tuple[str, int] | None:
        name = linked_zone(self._root / "etc/localtime")
        offset = zone_offset(name, at_ms) if name else None
        return (name, offset) if offset is not None else ("", own_offset(at_ms))
