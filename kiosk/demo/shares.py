"""Shares of people in whole numbers: nobody is cut in two, and the parts add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


def apportion(total: int, percent: Mapping[Item, int]) -> dict[Item, int]:
    """Divides `total` by percent into whole numbers that add up, largest remainders first."""
    parts = {key: total * share // 100 for key, share in percent.items()}
    by_remainder = sorted(percent, key=lambda key: -(total * percent[key] % 100))
    for key in by_remainder[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


def some(pool: Sequence[Item], count: float, rng: Random) -> list[Item]:
    """About `count` of a pool, at least one where there is any."""
    return rng.sample(pool, min(len(pool), max(1, round(count))))


def part(
    pool: Sequence[Item], share: float, heads: Callable[[Item], int], rng: Random
) -> list[Item]:
    """Takes of a pool what makes up a share of its heads, of the large items as of the small.

    The large ones are asked first, so that the small ones even out what large ones cannot. The
    share is missed by half the largest item at most; where there are enough single people to make
    up for that, by half a head.
    """
    order = sorted(rng.sample(pool, len(pool)), key=heads, reverse=True)
    taken: list[Item] = []
    heads_taken = heads_seen = 0
    for item in order:
        size = heads(item)
        heads_seen += size
        if heads_taken + size / 2 <= share * heads_seen:
            taken.append(item)
            heads_taken += size
    return taken
