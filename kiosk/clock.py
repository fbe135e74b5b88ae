"""The clocks of this computer, and one that a demo world may set."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from kiosk.domain.true_time import Instant

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """The wall clock, with the time elapsed since a moment that no clock setting moves.

    On Linux that moment is the boot (its id names the timebase, and `CLOCK_BOOTTIME` counts sleep
    too), so that one clock check corrects all records since; elsewhere it is this process's start.
    """

    def __init__(self) -> None:
        self._boot_id = _boot_id()
        self._timebase = self._boot_id or os.urandom(16).hex()

    def now(self) -> Instant:
        return Instant(time.time_ns() // 1_000_000, self._timebase, self._elapsed_ms())

    def _elapsed_ms(self) -> int:
        if self._boot_id and sys.platform == "linux":
            return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
        return time.monotonic_ns() // 1_000_000


class SetClock:
    """A clock set to a time of one's own, from which it runs on: for demo worlds only.

    `wrong_by_ms` makes its wall clock wrong, as a laptop's may be; the elapsed time is not.
    """

    def __init__(self, start_ms: int, *, wrong_by_ms: int = 0) -> None:
        self._timebase = os.urandom(16).hex()
        self._wrong_by_ms = wrong_by_ms
        self.set(start_ms)

    def set(self, true_ms: int) -> None:
        """Sets the true time (UTC ms) from which the clock goes on."""
        self._true_ms = true_ms
        self._set_at = time.monotonic_ns()

    def now(self) -> Instant:
        true_ms = self._true_ms + (time.monotonic_ns() - self._set_at) // 1_000_000
        return Instant(true_ms + self._wrong_by_ms, self._timebase, true_ms)


def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text().strip()
    except OSError:
        return ""
