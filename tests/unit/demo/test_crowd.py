"""A site's people add up exactly: kinds, grades, groups."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.demo.crowd import LARGEST, SMALLEST, gather, group_sizes
from kiosk.demo.names import DIFFICULT, NAMESAKES
from kiosk.demo.region import SCHOOLS
from kiosk.domain.visitors import Visitor, VisitorKind


@given(st.integers(0, 3000), st.integers())
def test_group_sizes_add_up(people: int, seed: int) -> None:
    sizes = group_sizes(people, Random(seed))
    assert all(SMALLEST <= size <= LARGEST for size in sizes)
    if people < SMALLEST:
        assert sizes == []
    else:
        assert sum(sizes) == (people if people != 29 else 28)


@given(st.integers(0, 2500), st.integers())
def test_kinds_and_counts_are_exact(count: int, seed: int) -> None:
    crowd = gather(3, count, Random(seed))
    assert len(crowd.visitors) == len({v.visitor_id for v in crowd.visitors}) == count
    kinds = Counter(visitor.kind for visitor in crowd.visitors)
    assert abs(kinds[VisitorKind.PUPIL] - 0.72 * count) < 1
    assert abs(kinds[VisitorKind.PARENT] - 0.22 * count) < 1
    assert abs(kinds[VisitorKind.TEACHER] - 0.06 * count) < 1


@given(st.integers(0, 2500), st.integers())
def test_a_group_is_the_sum_of_its_members(count: int, seed: int) -> None:
    crowd = gather(3, count, Random(seed))
    members: dict[str, list[Visitor]] = {group.group_id: [] for group in crowd.groups}
    alone = 0
    for visitor in crowd.visitors:
        if visitor.group_id:
            members[visitor.group_id].append(visitor)
        else:
            alone += 1
    assert alone + sum(group.size for group in crowd.groups) == count
    for group in crowd.groups:
        pupils = [v for v in members[group.group_id] if v.kind is VisitorKind.PUPIL]
        adults = [v for v in members[group.group_id] if v.kind is not VisitorKind.PUPIL]
        assert (len(pupils), len(adults)) == (group.pupils, group.adults)
        assert {(v.school, v.grade) for v in pupils} == {(group.school, group.grade)}
        assert group.leader in {v.name for v in adults}
        assert group.size <= 63


@given(st.integers(25, 2500), st.integers())
def test_three_fifths_come_in_groups(count: int, seed: int) -> None:
    crowd = gather(3, count, Random(seed))
    # 29 people make neither one group nor two
    assert abs(sum(group.size for group in crowd.groups) - 0.6 * count) <= 1.5


@given(st.integers(600, 3000), st.integers())
def test_grades_are_exact(count: int, seed: int) -> None:
    crowd = gather(3, count, Random(seed))
    grades = Counter(v.grade[:-1] for v in crowd.visitors if v.kind is VisitorKind.PUPIL)
    pupils = grades.total()
    assert set(grades) == {"8", "9", "10", "11"}
    for grade, share in {"8": 0.20, "9": 0.50, "10": 0.15, "11": 0.15}.items():
        assert abs(grades[grade] - share * pupils) < 1


@given(st.integers(50, 600), st.integers())
def test_grades_of_a_small_site_are_off_by_less_than_a_class(count: int, seed: int) -> None:
    crowd = gather(3, count, Random(seed))
    grades = Counter(v.grade[:-1] for v in crowd.visitors if v.kind is VisitorKind.PUPIL)
    for grade, share in {"8": 0.20, "9": 0.50, "10": 0.15, "11": 0.15}.items():
        assert abs(grades[grade] - share * grades.total()) < LARGEST


def test_everybody_has_a_known_school_and_its_municipality() -> None:
    known = {(school.name, school.municipality) for school in SCHOOLS}
    crowd = gather(3, 2000, Random(1))
    assert {(v.school, v.municipality) for v in crowd.visitors} == known


@given(st.integers(200, 1500), st.integers())
def test_named_pupils_come_alone_and_the_namesakes_share_a_class(count: int, seed: int) -> None:
    crowd = gather(1, count, Random(seed), named=DIFFICULT)
    alone = [v for v in crowd.visitors if v.kind is VisitorKind.PUPIL and not v.group_id]
    assert tuple(v.name for v in alone[: len(DIFFICULT)]) == DIFFICULT
    one, other = alone[:2]
    assert one.name == other.name == NAMESAKES
    assert (one.school, one.grade) == (other.school, other.grade)
    assert one.visitor_id != other.visitor_id


@pytest.mark.parametrize("count", [0, 1, 2, 5, 14, 24, 25, 49, 50])
def test_small_crowds(count: int) -> None:
    assert len(gather(1, count, Random(0), named=DIFFICULT).visitors) == count
