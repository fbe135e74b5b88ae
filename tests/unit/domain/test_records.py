"""Records: what their data answer when a later version wrote them otherwise."""

from __future__ import annotations

import pytest

from kiosk.domain.records import AFTER_DAY_END, Kind
from tests.unit.domain.invented import record


@pytest.mark.parametrize("value", [None, "5", 5.0, True, [5], {}])
def test_integer_answers_only_whole_numbers(value: object) -> None:
    assert record("arrival", {"n": value}).integer("n", 3) == 3
    assert record("arrival", {"n": -4}).integer("n", 3) == -4
    assert record("arrival").integer("n") == 0


@pytest.mark.parametrize("value", [None, 5, True, ["x"]])
def test_text_answers_only_texts(value: object) -> None:
    assert record("arrival", {"t": value}).text("t") == ""
    assert record("arrival", {"t": "x"}).text("t") == "x"


def test_people_and_results_always_reopen_a_day() -> None:
    people = {Kind.OPENED, Kind.ARRIVAL, Kind.REFUSAL, Kind.TRIAL_RESULT, Kind.RETRACTION}
    assert not AFTER_DAY_END & people
