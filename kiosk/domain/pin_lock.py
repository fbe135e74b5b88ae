"""Wrong PINs: every fifth one locks that person's PIN, each time for longer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.true_time import Instant

TRIES = 5
"""Wrong PINs in a row that a person may have before the PIN is locked."""

LOCKS_MS = tuple(minutes * 60_000 for minutes in (1, 2, 5, 15, 60))
"""How long the first lock lasts, the second, and so on; the last one from then on."""


@dataclass(frozen=True, slots=True)
class WrongTries:
    """A person's wrong PINs since the last right one; `last` is when the latest was given."""

    count: int
    last: Instant

    @property
    def tries_left(self) -> int:
        """How many wrong PINs from now on lock the PIN."""
        return TRIES - self.count % TRIES


def counted(tries: WrongTries | None, now: Instant) -> WrongTries:
    """One wrong PIN more."""
    return WrongTries(1 if tries is None else tries.count + 1, now)


def lock_left(tries: WrongTries | None, now: Instant) -> int:
    """For how many milliseconds more the PIN is locked; 0 where it is not."""
    if tries is None or tries.count == 0 or tries.count % TRIES:
        return 0
    locks = tries.count // TRIES
    return max(LOCKS_MS[min(locks, len(LOCKS_MS)) - 1] - _passed(tries.last, now), 0)


def anchored(tries: WrongTries, now: Instant) -> WrongTries:
    """The same tries, to be kept from now on.

    After a restart whose wall clock is behind the lock's own, the lock begins anew: so a clock set
    back opens no lock, and one that was a year ahead does not lock for a year.
    """
    went_back = tries.last.timebase_id != now.timebase_id and now.wall_ms < tries.last.wall_ms
    return replace(tries, last=now) if went_back else tries


def _passed(since: Instant, now: Instant) -> int:
    """Milliseconds from one reading to the other, by what no clock setting moves if that is known.

    Across restarts only the wall clock tells; what it went back counts as nothing.
    """
    if since.timebase_id == now.timebase_id:
        return max(now.elapsed_ms - since.elapsed_ms, 0)
    return max(now.wall_ms - since.wall_ms, 0)
