from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange.schedule import Backoff


def test_failures_make_the_wait_longer_up_to_the_cap() -> None:
    backoff = Backoff()
    waits = [backoff.next(ok=False, random=lambda: 0.0) for _ in range(8)]
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]


def test_a_success_begins_anew() -> None:
    backoff = Backoff()
    for _ in range(5):
        backoff.next(ok=False, random=lambda: 0.0)
    assert backoff.next(ok=True, random=lambda: 0.0) == 30
    assert backoff.next(ok=False, random=lambda: 0.0) == 2


@given(
    outcomes=st.lists(st.booleans(), max_size=200),
    drawn=st.floats(min_value=0, max_value=1, exclude_max=True),
)
def test_a_wait_is_never_zero_and_never_beyond_the_cap(outcomes: list[bool], drawn: float) -> None:
    backoff = Backoff()
    for ok in outcomes:
        assert 1 <= backoff.next(ok=ok, random=lambda: drawn) <= 60
