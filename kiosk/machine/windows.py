"""A computer with Windows, by its power interface, powercfg, PowerShell and tzutil."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.readiness_facts import Battery, Disk, Printers, Sleep, Volume
from kiosk.machine.commands import Run, run
from kiosk.machine.common import disk_of, own_offset, soonest

_INDEX = re.compile(r"0x([0-9a-fA-F]{8})")
_NO_BATTERY = 128
_NOT_KNOWN = 255
_PRINTERS = (
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Printer | Where-Object "
    "{ $_.PortName -notin 'PORTPROMPT:', 'SHRFAX:', 'FILE:', 'nul:' } | ForEach-Object Name"
)
"""Without those that only write files: their ports have such names."""


class PowerStatus(NamedTuple):
    """Three fields of SYSTEM_POWER_STATUS, each 255 where it is not known."""

    line: int
    """1: plugged in."""
    flag: int
    """128: there is no battery."""
    percent: int


class Windows:
    """`power` asks the system's power interface."""

    def __init__(self, run: Run = run, power: Callable[[], PowerStatus | None] | None = None):
        self._run = run
        self._power = power or system_power_status

    def disk(self, folder: Path) -> Disk | None:
        return disk_of(folder)

    def battery(self) -> Battery | None:
        status = self._power()
        if status is None or status.flag == _NOT_KNOWN:
            return None
        if status.flag & _NO_BATTERY:
            return Battery(None, mains=True)
        if _NOT_KNOWN in (status.line, status.percent):
            return None
        return Battery(status.percent, mains=status.line == 1)

    def sleep(self) -> Sleep | None:
        seconds = self._indexes("SUB_SLEEP", "STANDBYIDLE")
        lid = self._indexes("SUB_BUTTONS", "LIDACTION")
        after = None if seconds is None else soonest([-(-s // 60) for s in seconds])
        return Sleep(after, by_lid=None if lid is None else any(lid))

    def volume(self) -> Volume | None:
        """Windows tells it to no program of its own that could be asked."""
        return None

    def printers(self) -> Printers | None:
        listed = self._run(["powershell", "-NoProfile", "-NonInteractive", "-Command", _PRINTERS])
        if listed is None:
            return None
        return Printers(tuple(line.strip() for line in listed.splitlines() if line.strip()))

    def time_zone(self, at_ms: int) -> tuple[str, int] | None:
        return (self._run(["tzutil", "/g"]) or "").strip(), own_offset(at_ms)

    def _indexes(self, group: str, setting: str) -> tuple[int, int] | None:
        """A setting's values plugged in and on battery: the last two of the numbers in hex.

        The words around them are in the system's language.
        """
        told = self._run(["powercfg", "/q", "SCHEME_CURRENT", group, setting]) or ""
        numbers = [int(digits, 16) for digits in _INDEX.findall(told)]
        return (numbers[-2], numbers[-1]) if len(numbers) >= 2 else None


def system_power_status() -> PowerStatus | None:
    """What GetSystemPowerStatus answers; None on another system."""
    if sys.platform != "win32":
        return None
    # ACLineStatus, BatteryFlag, BatteryLifePercent, SystemStatusFlag, then two DWORDs.
    answer = (ctypes.c_ubyte * 12)()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(answer)):
        return None
    return PowerStatus(*answer[:3])
