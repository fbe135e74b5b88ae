"""A record: one thing that happened, as the journal keeps it for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """The kinds this version writes. A record of another kind is kept and passed on."""

    OPENED = "opened"
    ARRIVAL = "arrival"
    GROUP_PENDING = "group_pending"
    DEPARTURE = "departure"
    REFUSAL = "refusal"
    OVERRIDE = "override"
    WALK_IN = "walk_in"
    BRIEFING = "briefing"
    TRIAL_RESULT = "trial_result"
    RETRACTION = "retraction"
    CLOCK_CHECKED = "clock_checked"
    DAY_STARTED = "day_started"
    DAY_ENDED = "day_ended"
    DEVICE_EXCUSED = "device_excused"
    SITE_CLOSED = "site_closed"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"


AFTER_DAY_END: frozenset[str] = frozenset(
    {"settled", "purged"}
    | {Kind.SIGN_IN, Kind.SIGN_OUT}
    | {Kind.CLOCK_CHECKED, Kind.DAY_ENDED, Kind.DEVICE_EXCUSED, Kind.SITE_CLOSED}
)
"""Kinds that may follow `day_ended` without reopening the day; any other kind reopens it."""


@dataclass(frozen=True, slots=True)
class Record:
    """The parsed fields of one journal line, with the line's own hash.

    `recorded_at` is the device's wall clock in UTC milliseconds; `elapsed_ms` are the milliseconds
    that had passed in `timebase_id` (a boot or a process), which no clock setting disturbs.
    `prev` is the hash of the device's record before it. Hashes are lower-case hex of SHA-256.
    """

    device_id: str
    seq: int
    recorded_at: int
    timebase_id: str
    elapsed_ms: int
    event: int
    site: int
    entrance: str
    operator: str
    kind: str
    data: Mapping[str, Any]
    prev: str
    hash: str

    def integer(self, key: str, default: int = 0) -> int:
        """A whole number of `data`, or the default where it is absent or of another type."""
        value = self.data.get(key, default)
        return value if isinstance(value, int) and not isinstance(value, bool) else default

    def text(self, key: str) -> str:
        """A text of `data`, or an empty one where it is absent or of another type."""
        value = self.data.get(key, "")
        return value if isinstance(value, str) else ""
