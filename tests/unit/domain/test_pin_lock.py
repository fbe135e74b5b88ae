"""Wrong PINs lock a person's PIN, and no restart or clock setting opens it early."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pin_lock import LOCKS_MS, TRIES, WrongTries, anchored, counted, lock_left
from kiosk.domain.true_time import Instant

MINUTE = 60_000
NOON = Instant(1_000 * MINUTE, "boot", 500 * MINUTE)


def wrong(count: int, at: Instant = NOON) -> WrongTries:
    tries = None
    for _ in range(count):
        tries = counted(tries, at)
    assert tries is not None
    return tries


def later(at: Instant, ms: int) -> Instant:
    return replace(at, wall_ms=at.wall_ms + ms, elapsed_ms=at.elapsed_ms + ms)


def test_four_wrong_pins_lock_nothing() -> None:
    for count in range(1, TRIES):
        assert lock_left(wrong(count), NOON) == 0
        assert wrong(count).tries_left == TRIES - count
    assert lock_left(None, NOON) == 0


@pytest.mark.parametrize(
    ("locks", "minutes"), [(1, 1), (2, 2), (3, 5), (4, 15), (5, 60), (6, 60), (90, 60)]
)
def test_each_lock_is_longer_than_the_one_before(locks: int, minutes: int) -> None:
    tries = wrong(locks * TRIES)
    assert lock_left(tries, NOON) == minutes * MINUTE
    assert lock_left(tries, later(NOON, minutes * MINUTE - 1)) == 1
    assert lock_left(tries, later(NOON, minutes * MINUTE)) == 0
    assert tries.tries_left == TRIES


@given(wall=st.integers(0, 5_000 * MINUTE), passed=st.integers(0, MINUTE - 1))
def test_within_a_timebase_no_setting_of_the_clock_matters(wall: int, passed: int) -> None:
    now = Instant(wall, NOON.timebase_id, NOON.elapsed_ms + passed)
    assert lock_left(anchored(wrong(TRIES), now), now) == MINUTE - passed


@given(back=st.integers(1, 1_000 * MINUTE), wait=st.integers(0, MINUTE))
def test_after_a_restart_with_the_clock_set_back_the_lock_begins_anew(back: int, wait: int) -> None:
    restarted = Instant(NOON.wall_ms - back, "next boot", 0)
    tries = anchored(wrong(TRIES), restarted)
    assert lock_left(tries, restarted) == MINUTE
    now = later(restarted, wait)
    assert lock_left(anchored(tries, now), now) == MINUTE - wait


@given(count=st.integers(1, 40), walls=st.lists(st.integers(0, 5_000 * MINUTE), max_size=6))
def test_however_the_clock_is_set_between_restarts_a_lock_ends(
    count: int, walls: list[int]
) -> None:
    tries = wrong(count)
    longest = LOCKS_MS[-1]
    for boot, wall in enumerate(walls):
        now = Instant(wall, f"boot {boot}", 0)
        tries = anchored(tries, now)
        assert tries.count == count
        assert 0 <= lock_left(tries, now) <= longest
        assert lock_left(tries, later(now, longest)) == 0
