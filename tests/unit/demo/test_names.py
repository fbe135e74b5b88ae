"""Invented names are of one sex in all their parts, and the difficult ones are really difficult."""

from random import Random

import pytest

from kiosk.demo.names import DIFFICULT, NAMESAKES, feminine, person
from kiosk.domain.names import fold


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Иванов", "Иванова"),
        ("Медведев", "Медведева"),
        ("Королёв", "Королёва"),
        ("Никитин", "Никитина"),
        ("Озёрский", "Озёрская"),
        ("Городецкий", "Городецкая"),
        ("Черных", "Черных"),
        ("Бондаренко", "Бондаренко"),
        ("Цой", "Цой"),
    ],
)
def test_a_womans_surname(man: str, woman: str) -> None:
    assert feminine(man) == woman


def test_surname_and_patronymic_are_of_one_sex() -> None:
    rng = Random(1)
    women = men = 0
    for _ in range(2000):
        surname, _, patronymic = person(rng).split()
        if patronymic.endswith("на"):
            women += 1
            assert not surname.endswith(("ов", "ев", "ёв", "ин", "ский", "цкий"))
        else:
            men += 1
            assert patronymic.endswith("ич")
            assert not surname.endswith(("ова", "ева", "ёва", "ина", "ская", "цкая"))
    assert 800 < women < 1200
    assert men == 2000 - women


def test_a_name_is_cyrillic() -> None:
    rng = Random(2)
    letters = set("".join(person(rng) for _ in range(2000)).lower())
    assert letters <= set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя ")


def test_difficult_names_hold_every_trap() -> None:
    assert DIFFICULT.count(NAMESAKES) == 2
    assert DIFFICULT[:2] == (NAMESAKES, NAMESAKES)
    surnames = {name.split()[0] for name in DIFFICULT}
    assert {"Ёлкина", "Елкина", "Римский-Корсаков", "Салтыкова-Щедрина"} <= surnames
    assert "Алиев Руслан оглы" in DIFFICULT
    assert any(len(name.split()) == 2 for name in DIFFICULT)


def test_the_latin_letter_is_there_and_the_search_sees_through_it() -> None:
    (latin,) = [name for name in DIFFICULT if not name.isascii() and "o" in name]
    assert "Иванов" not in latin
    assert fold(latin).startswith("иванов ")
