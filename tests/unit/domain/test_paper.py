"""What stands on paper: the order of names, empty lines, who is expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.paper import SheetPerson, alphabetical, initial, with_empty_lines
from kiosk.domain.visitors import Group


def test_e_and_yo_stand_together_and_case_does_not_matter() -> None:
    names = ["Жук", "Ёлкин Б", "елкин А", "Ель", "Ёж", "ЕЖОВ", "Абрамов"]
    ordered = ["Абрамов", "Ёж", "ЕЖОВ", "елкин А", "Ёлкин Б", "Ель", "Жук"]
    assert sorted(names, key=alphabetical) == ordered


@pytest.mark.parametrize(
    ("name", "letter"), [("Ёлкин", "Е"), ("ёж", "Е"), ("Ян", "Я"), ("", "#"), ("7", "#")]
)
def test_a_name_stands_under_its_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


@given(
    st.lists(st.builds(SheetPerson, st.sampled_from(["Зуев", "Юдин", ""]), st.booleans())),
    st.integers(0, 30),
    st.integers(0, 4),
)
def test_a_sheet_has_a_line_for_whoever_is_named_or_counted(
    people: list[SheetPerson], pupils: int, adults: int
) -> None:
    lines = with_empty_lines(people, Group("g", "", "", "", pupils, adults))
    named_adults = sum(person.adult for person in people)
    assert sum(line.adult for line in lines) == max(adults, named_adults)
    assert sum(not line.adult for line in lines) == max(pupils, len(people) - named_adults)
    assert [line.adult for line in lines] == sorted(line.adult for line in lines)
    for one in people:
        assert lines.count(one) >= people.count(one)
