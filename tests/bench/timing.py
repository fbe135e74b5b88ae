"""Times taken side by side: on a busy machine two runs one after the other compare nothing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from math import ceil

Work = Callable[[], object]


class Times:
    """Times in milliseconds."""

    def __init__(self) -> None:
        self._ms: list[float] = []

    def __len__(self) -> int:
        return len(self._ms)

    def add(self, ms: float) -> None:
        self._ms.append(ms)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Takes the time of a block."""
        start = time.perf_counter_ns()
        yield
        self.add((time.perf_counter_ns() - start) / 1e6)

    @property
    def median(self) -> float:
        return self.percentile(50)

    def percentile(self, percent: float) -> float:
        """The smallest time that so many percent of all do not exceed."""
        ordered = sorted(self._ms)
        return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]


def side_by_side(rounds: int, *works: Work) -> list[Times]:
    """Runs each work in turn, again and again; returns the times of each."""
    times = [Times() for _ in works]
    gc.collect()
    for number in range(rounds):
        turn = list(zip(works, times, strict=True))
        for work, taken in turn if number % 2 == 0 else reversed(turn):
            with taken.taken():
                work()
    return times


def in_turn(work: Callable[[int], object]) -> Work:
    """A work that is given 0, 1, 2, … from one time to the next."""
    numbers = count()
    return lambda: work(next(numbers))
