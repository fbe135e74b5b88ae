"""What a person should look after soon, though the kiosk works: its disk, scanners and list.

The header is there at the first paint, so the rules that judge are imported when they are asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.domain.devices import DeviceKind, DeviceState, Link
    from kiosk.domain.readiness_facts import Disk
    from kiosk.operations.overview import Overview


@dataclass(frozen=True, slots=True)
class DiskLow:
    """The room left where the data lie, in tenths of a GB, rounded down."""

    tenths: int


@dataclass(frozen=True, slots=True)
class ScannerGone:
    """A scanner that was switched on in the settings cannot be used now."""

    kind: DeviceKind
    link: Link


@dataclass(frozen=True, slots=True)
class ListOld:
    """The people's list was compared with the server's on that day, or the day before today."""

    day: date
    yesterday: bool


Worry = DiskLow | ScannerGone | ListOld


def disk_low(disk: Disk | None) -> DiskLow | None:
    """Whether the room on the disk is worth a look; nothing where it is not known."""
    from kiosk.domain.readiness import DISK_HEED

    if disk is None or disk.free >= DISK_HEED:
        return None
    return DiskLow(disk.free // 10**8)


def scanner_gone(states: Iterable[DeviceState]) -> ScannerGone | None:
    """The first device that does not work; whether a wedge is plugged in, nobody can tell."""
    from kiosk.domain.devices import Link

    gone = (state for state in states if state.link is not Link.CONNECTED)
    return next((ScannerGone(state.kind, state.link) for state in gone), None)


def list_old(overview: Overview, now_ms: int) -> ListOld | None:
    """Whether, on a day of the event, the list is older than schools' last changes (UTC ms)."""
    from kiosk.domain.readiness import LIST_FRESH_MS

    event, site, as_of = overview.event, overview.site, overview.tally.as_of
    if event is None or site is None or as_of is None or now_ms - as_of < LIST_FRESH_MS:
        return None
    today, day = site.local(now_ms).date(), site.local(as_of).date()
    if event.day_number(today) is None:
        return None
    return ListOld(day, day == today - timedelta(days=1))
