"""A computer with Linux: its own files, and the programs of its desktop where there are any."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.domain.readiness_facts import Battery, Disk, Printers, Sleep, Volume
from kiosk.machine import logind
from kiosk.machine.commands import Run, run
from kiosk.machine.common import (
    cups_printers,
    disk_of,
    linked_zone,
    own_offset,
    soonest,
    zone_offset,
)

_PERCENT = re.compile(r"(\d+)%")
_GNOME_POWER = "org.gnome.settings-daemon.plugins.power"


class Linux:
    """`root` is the folder under which /etc, /sys and /run lie."""

    def __init__(
        self,
        root: Path = Path("/"),
        run: Run = run,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._root = root
        self._run = run
        self._environment = environment

    def disk(self, folder: Path) -> Disk | None:
        return disk_of(folder)

    def battery(self) -> Battery | None:
        """By the kernel's power supplies; a mouse's battery (scope «Device») does not count."""
        supplies = self._root / "sys/class/power_supply"
        if not supplies.is_dir():
            return None
        charges, discharging, plugs = [], False, []
        for supply in supplies.iterdir():
            if _read(supply / "type") == "Battery" and _read(supply / "scope") != "Device":
                charges += [int(text) for text in [_read(supply / "capacity")] if text.isdigit()]
                discharging = discharging or _read(supply / "status") == "Discharging"
            elif (online := _read(supply / "online")) and _read(supply / "scope") != "Device":
                plugs.append(online != "0")
        mains = any(plugs) if plugs else not discharging
        if not charges:
            return Battery(None, mains=True)
        return Battery(sum(charges) // len(charges), mains)

    def sleep(self) -> Sleep | None:
        """By logind and GNOME. Of other desktops the idle time stays unknown unless logind acts."""
        if not (self._root / "run/systemd/system").is_dir():
            return None
        read = logind.settings(self._root)
        battery = self.battery()
        lidless = battery is not None and battery.percent is None
        idle, desktop = logind.idle_minutes(read), self._desktop_idle()
        after = (idle or None) if desktop is None else soonest([idle, desktop])
        return Sleep(after, by_lid=not lidless and logind.lid_sleeps(read))

    def volume(self) -> Volume | None:
        """By PulseAudio (PipeWire answers in its place), else by ALSA."""
        sink = "@DEFAULT_SINK@"
        level = self._run(["pactl", "get-sink-volume", sink])
        if level is not None:
            muted = "yes" in (self._run(["pactl", "get-sink-mute", sink]) or "")
        else:
            level = self._run(["amixer", "sget", "Master"]) or ""
            muted = "[off]" in level
        percents = [int(percent) for percent in _PERCENT.findall(level)]
        return Volume(0 if muted else max(percents)) if percents else None

    def printers(self) -> Printers | None:
        return cups_printers(self._run)

    def time_zone(self, at_ms: int) -> tuple[str, int] | None:
        name = linked_zone(self._root / "etc/localtime") or _read(self._root / "etc/timezone")
        offset = zone_offset(name, at_ms) if name else None
        return (name, offset) if offset is not None else ("", own_offset(at_ms))

    def _desktop_idle(self) -> int | None:
        """GNOME's idle time in minutes, 0 for never; None on another desktop or none."""
        if "GNOME" not in self._environment.get("XDG_CURRENT_DESKTOP", ""):
            return None
        found = list(self._gnome_times())
        return None if None in found else soonest([minutes for minutes in found if minutes])

    def _gnome_times(self) -> Iterator[int | None]:
        for source in ("ac", "battery"):
            action = self._gnome(f"sleep-inactive-{source}-type")
            seconds = self._gnome(f"sleep-inactive-{source}-timeout")
            if action is None or seconds is None or not seconds.isdigit():
                yield None
            else:
                yield 0 if action == "nothing" else -(-int(seconds) // 60)

    def _gnome(self, key: str) -> str | None:
        answer = self._run(["gsettings", "get", _GNOME_POWER, key])
        return None if answer is None else answer.strip().strip("'")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
