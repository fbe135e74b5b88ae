"""What several systems tell in the same way: the disk, the time zone, the printers of CUPS."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.domain.readiness_facts import Disk, Printers
from kiosk.machine.commands import Run


def disk_of(folder: Path) -> Disk | None:
    """The free room on the disk of a folder, or of the nearest one above that exists."""
    for place in (folder.absolute(), *folder.absolute().parents):
        try:
            return Disk(shutil.disk_usage(place).free)
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return None


def linked_zone(localtime: Path) -> str:
    """The IANA name that the link /etc/localtime leads to, empty where it is no such link."""
    try:
        target = localtime.readlink()
    except OSError:
        return ""
    return target.as_posix().partition("zoneinfo/")[2]


def zone_offset(name: str, at_ms: int) -> int | None:
    """A zone's minutes ahead of UTC at a time (UTC ms); None for a name that is not known."""
    try:
        return _minutes(datetime.fromtimestamp(at_ms / 1000, ZoneInfo(name)))
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return None


def own_offset(at_ms: int) -> int:
    """This process's minutes ahead of UTC at a time (UTC ms)."""
    return _minutes(datetime.fromtimestamp(at_ms / 1000, UTC).astimezone())


def cups_printers(run: Run) -> Printers | None:
    """The destinations of CUPS: one name a line."""
    listed = run(["lpstat", "-e"])
    return None if listed is None else Printers(tuple(listed.split()))


def soonest(minutes: list[int]) -> int:
    """The first of several idle times, of which 0 means never."""
    return min((m for m in minutes if m), default=0)


def _minutes(moment: datetime) -> int:
    offset = moment.utcoffset()
    return round(offset.total_seconds() / 60) if offset is not None else 0
