"""Trial results: the latest in true time counts, whatever the records' order."""

from __future__ import annotations

from hypothesis import given

from kiosk.domain import trials
from kiosk.domain.records import Kind, Record
from kiosk.domain.trials import Outcome, TrialResult
from tests.unit.domain.invented import (
    DEVICES,
    clock_check,
    record,
    result,
    retraction,
    told_twice,
)


@given(told_twice())
def test_order_and_repeats_do_not_matter(told: tuple[list[Record], list[Record]]) -> None:
    once, again = told
    assert trials.fold(again) == trials.fold(once)


def test_the_latest_result_counts() -> None:
    first = result(outcome=Outcome.NOT_COMPLETED, at=1)
    second = result(outcome=Outcome.COMPLETED, at=2)
    folded = trials.fold([second, first])
    assert folded[1, "weld"].outcome is Outcome.COMPLETED
    assert trials.completed(folded.values()) == 1


def test_without_the_latest_the_one_before_counts() -> None:
    first = result(outcome=Outcome.NOT_COMPLETED, at=1)
    second = result(outcome=Outcome.COMPLETED, at=2)
    folded = trials.fold([retraction(second), second, first])
    assert folded[1, "weld"].hash == first.hash
    assert trials.completed(folded.values()) == 0
    assert trials.fold([retraction(first), first]) == {}


def test_latest_means_true_time() -> None:
    fast = result(outcome=Outcome.NOT_COMPLETED, device=DEVICES[0], at=9_000, timebase="fast")
    right = result(outcome=Outcome.COMPLETED, device=DEVICES[1], at=5_000, timebase="right")
    assert trials.fold([fast, right])[1, "weld"].hash == fast.hash
    check = clock_check(4_000, device=DEVICES[0], at=9_000, timebase="fast")
    assert trials.fold([fast, right, check])[1, "weld"].hash == right.hash


def test_tickets_and_trials_are_apart() -> None:
    folded = trials.fold([result(1, "weld"), result(1, "cnc"), result(2, "weld")])
    assert set(folded) == {(1, "weld"), (1, "cnc"), (2, "weld")}


def test_from_record_is_the_inverse_of_data() -> None:
    data = TrialResult.data(4, "weld", Outcome.COMPLETED, heads=12, score=7)
    found = TrialResult.from_record(record(Kind.TRIAL_RESULT, data))
    assert found is not None
    assert (found.ticket, found.trial_id, found.heads, found.score) == (4, "weld", 12, 7)
    assert found.outcome is Outcome.COMPLETED
    without = TrialResult.data(4, "weld", Outcome.COMPLETED, heads=1, score=None)
    unscored = TrialResult.from_record(record(Kind.TRIAL_RESULT, without))
    assert unscored is not None
    assert unscored.score is None


def test_what_is_no_result_does_not_count() -> None:
    data = TrialResult.data(4, "weld", Outcome.COMPLETED, heads=1, score=None)
    for wrong in ({"ticket": 0}, {"ticket": True}, {"trial": ""}, {"outcome": "failed"}):
        assert TrialResult.from_record(record(Kind.TRIAL_RESULT, data | wrong)) is None
    assert TrialResult.from_record(record(Kind.ARRIVAL, data)) is None
