"""Codes before a camera: one that stays is one scan."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.scanning.dwell import GONE_MS, REPLACED_MS, Dwell


def test_a_code_that_stays_is_one_scan() -> None:
    dwell = Dwell()
    assert [dwell.arrived(["A"], at) for at in range(0, 60_000, 33)].count(["A"]) == 1


@given(st.lists(st.integers(1, GONE_MS - 1), max_size=30))
def test_frames_that_miss_it_do_not_make_it_new(gaps: list[int]) -> None:
    dwell, at = Dwell(), 0
    assert dwell.arrived(["A"], at) == ["A"]
    for gap in gaps:
        at += gap
        dwell.arrived([], at - gap // 2)
        assert dwell.arrived(["A"], at) == []


def test_a_code_that_was_gone_is_new() -> None:
    dwell = Dwell()
    dwell.arrived(["A"], 0)
    assert dwell.arrived(["A"], GONE_MS) == ["A"]
    assert dwell.arrived(["A"], 2 * GONE_MS - 1) == []


def test_the_next_code_is_told_at_once_and_the_first_one_sooner_again() -> None:
    dwell = Dwell()
    dwell.arrived(["A"], 0)
    assert dwell.arrived(["B"], 33) == ["B"]
    assert dwell.arrived(["A"], REPLACED_MS) == ["A"]


def test_two_codes_held_up_together_are_two_scans() -> None:
    dwell = Dwell()
    assert dwell.arrived(["A", "B", "A"], 0) == ["A", "B"]
    for at in range(33, 5_000, 33):  # each frame reads another one of them
        assert dwell.arrived([["A"], ["B"], ["A", "B"]][at % 3], at) == []


def test_memory_is_short() -> None:
    dwell = Dwell()
    for number in range(1_000):
        dwell.arrived([str(number)], number * GONE_MS)
    assert len(dwell._seen) <= 2
