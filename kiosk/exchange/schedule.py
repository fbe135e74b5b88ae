"""When the background sync tries again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class Backoff:
    """Seconds to wait between two syncs: short after success, ever longer after failures.

    After n failures in a row the wait is `first * factor ** (n - 1)`, at most `cap`. Each
    wait is shortened by a random part of up to `jitter`, so that the kiosks of a region do not come
    back all at once after a common outage. After a success it is `idle`.
    """

    first: float = 2.0
    factor: float = 2.0
    cap: float = 60.0
    idle: float = 30.0
    jitter: float = 0.5
    failures: int = 0

    def next(self, *, ok: bool, random: Callable[[], float]) -> float:
        """How many seconds to wait after a sync; `random` draws from 0 up to 1."""
        if ok:
            self.failures = 0
            return self._shortened(self.idle, random)
        wait = min(self.first * self.factor**self.failures, self.cap)
        if wait < self.cap:
            self.failures += 1
        return self._shortened(wait, random)

    def _shortened(self, wait: float, random: Callable[[], float]) -> float:
        return wait * (1 - self.jitter * random())
