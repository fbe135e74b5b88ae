"""True time: the wall clock corrected by what others said of it afterwards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.records import Record
from kiosk.domain.true_time import TrueTime, anchors, later, true_time
from tests.unit.domain.invented import arrival, clock_check, told_twice


def test_without_a_check_the_wall_clock_is_shown_as_unconfirmed() -> None:
    assert true_time(arrival(at=5), {}) == TrueTime(5, confirmed=False)


@given(st.integers(1, 10**13), st.integers(0, 10**9), st.integers(0, 10**9), st.integers())
def test_a_check_corrects_all_of_its_timebase(
    true_ms: int, checked_at: int, elapsed: int, wall: int
) -> None:
    known = anchors([clock_check(true_ms, at=wall, elapsed=checked_at)])
    came = arrival(at=wall - 12_345, elapsed=elapsed)
    assert true_time(came, known) == TrueTime(true_ms + elapsed - checked_at, confirmed=True)
    elsewhere = arrival(at=7, elapsed=elapsed, timebase="another boot")
    assert true_time(elsewhere, known) == TrueTime(7, confirmed=False)


@given(told_twice())
def test_the_order_of_checks_does_not_matter(told: tuple[list[Record], list[Record]]) -> None:
    assert anchors(told[0]) == anchors(told[1])


def test_the_latest_check_counts() -> None:
    early, late = clock_check(10_000, elapsed=1), clock_check(20_000, elapsed=2)
    assert anchors([late, early])["boot"].true_ms == 20_000
    one, other = (anchors([r])["boot"] for r in (clock_check(1, at=1), clock_check(1, at=2)))
    assert later(one, other) == later(other, one)
    assert later(None, one) == one


def test_a_check_without_a_time_is_none() -> None:
    assert anchors([clock_check(0)]) == {}
