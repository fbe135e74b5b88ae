"""Shares in whole numbers: the parts add up and are as near as whole numbers allow."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kiosk.demo.shares import apportion, part, some

PERCENT = {"a": 72, "b": 22, "c": 6}


@given(st.integers(0, 200_000))
def test_apportioned_parts_add_up(total: int) -> None:
    parts = apportion(total, PERCENT)
    assert sum(parts.values()) == total
    assert all(abs(parts[key] - total * PERCENT[key] / 100) < 1 for key in PERCENT)


@given(st.lists(st.integers(), max_size=30), st.floats(0, 50), st.integers())
def test_some_of_a_pool(pool: list[int], count: float, seed: int) -> None:
    taken = some(pool, count, Random(seed))
    assert len(taken) == min(len(pool), max(1, round(count)))
    assert all(taken.count(item) <= pool.count(item) for item in taken)


@given(
    st.lists(st.integers(15, 28), max_size=40),
    st.integers(0, 400),
    st.sampled_from([0.12, 0.55, 0.7]),
    st.integers(),
)
def test_a_part_meets_its_share_of_heads(
    groups: list[int], single: int, share: float, seed: int
) -> None:
    sizes = [*groups, *[1] * single]
    taken = part(range(len(sizes)), share, sizes.__getitem__, Random(seed))
    assert len(set(taken)) == len(taken)
    error = abs(sum(sizes[index] for index in taken) - share * sum(sizes))
    half_a_group = max(groups, default=1) / 2
    enough = single * min(share, 1 - share) >= half_a_group
    assert error <= (0.5 if enough else half_a_group) + 1e-9
