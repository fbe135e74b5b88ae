"""When a site is closed: the rule behind «Закрыть день».

A site is closed if and only if each enrolled device has ended its day on the server, or a person
excused it. A head that somebody merely saw is a lower bound and never closes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.records import AFTER_DAY_END, Kind, Record


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """What is proved of one device.

    `recorded` is the largest number of records that the device is known to have (a lower bound
    unless `ended`), `on_server` how many of them the server's receipts cover. `doubled`: the
    device's folder was copied and both copies wrote on. `last_seen` is UTC milliseconds,
    `clock_offset_ms` how far the device's wall clock was from the true time. `reason` is why a
    person excused it.
    """

    device_id: str
    name: str
    recorded: int
    on_server: int
    ended: bool
    excused: bool
    doubled: bool = False
    last_seen: int | None = None
    clock_offset_ms: int | None = None
    reason: str = ""

    @property
    def missing(self) -> int:
        """The least number of records that the server lacks."""
        return max(self.recorded - self.on_server, 0)

    @property
    def settled(self) -> bool:
        return self.excused or (self.ended and self.missing == 0)


def in_the_way(devices: Sequence[DeviceStatus]) -> list[DeviceStatus]:
    """The devices that keep the site from being closed."""
    return [device for device in devices if not device.settled]


def _any_day(_: Record) -> bool:
    return True


def branch_ended(branch: Iterable[Record], of_the_day: Callable[[Record], bool] = _any_day) -> bool:
    """Whether one branch of a device's chain ends its day, its records given from the first on.

    Attendance or trial records after `day_ended` reopen the day, and so does any unknown kind.
    `of_the_day` tells whether an end is of the day in question: that of an earlier one says nothing
    about the records that were made since.
    """
    ended = False
    for record in branch:
        if record.kind == Kind.DAY_ENDED:
            ended = of_the_day(record)
        elif record.kind not in AFTER_DAY_END:
            ended = False
    return ended


def succeeded(records: Iterable[Record]) -> frozenset[str]:
    """The hashes of the records from which another identity of the same kiosk goes on."""
    named = [r.data.get("succeeds") for r in records if r.kind == Kind.OPENED]
    return frozenset(str(s.get("hash")) for s in named if isinstance(s, dict))


def excused(
    records: Iterable[Record], branches: Mapping[str, Sequence[Sequence[Record]]]
) -> dict[str, str]:
    """The ids of the devices without which a person decided to close, each with the last reason.

    An excuse names the ends of the device's branches that were known then, and is over as soon as
    more of its attendance or trial records are: whoever is there again can end the day.
    """
    found = sorted(
        (r for r in records if r.kind == Kind.DEVICE_EXCUSED), key=lambda r: (r.recorded_at, r.hash)
    )
    reasons = {}
    for record in found:
        device, ends = record.text("device_id"), record.data.get("heads")
        own = branches.get(device, ())
        if not isinstance(ends, list) or all(_closed_over(branch, ends) for branch in own):
            reasons[device] = record.text("reason")
    return reasons


def stands(closing: Record, branches: Mapping[str, Sequence[Sequence[Record]]]) -> bool:
    """Whether a `site_closed` record still holds for the devices' present branches.

    It names the ends that it closed over. Harmless kinds may follow them; attendance and trial
    records, and devices that it does not name, reopen the day.
    """
    named = closing.data.get("heads")
    return isinstance(named, dict) and all(
        device in named and all(_closed_over(branch, named[device]) for branch in own)
        for device, own in branches.items()
    )


def _closed_over(branch: Sequence[Record], ends: object) -> bool:
    for record in reversed(branch):
        if isinstance(ends, list) and record.hash in ends:
            return True
        if record.kind not in AFTER_DAY_END:
            return False
    return False
