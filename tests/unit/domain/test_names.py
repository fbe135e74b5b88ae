"""Names: folded for the search, shortened for the queue's eyes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.names import fold, short

RUSSIAN = st.text("АБВЕЁЖИЙЛМНОРСТУЯабвеёжийлмнорстуя- ", max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ёлкина", "елкина"),
        ("ЁЛКИНА", "Елкина"),
        ("Римский-Корсаков", "римский корсаков"),
        ("Римский – Корсаков", "Римский-Корсаков"),
        ("Иванoв", "Иванов"),
        ("Салтыкова‑Щедрина  Анна", "салтыкова щедрина анна"),
        ("Алиев Руслан оглы", "  АЛИЕВ\tруслан ОГЛЫ "),
        ("«Школа № 5»", "школа № 5"),
        (unicodedata.normalize("NFD", "Ёлкин Андрей"), "ёлкин андрей"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_different() -> None:
    assert len({fold(n) for n in ("Иванов", "Иванова", "Ивано", "Ива нов")}) == 4


def test_a_latin_word_stays_latin() -> None:
    assert fold("Anna Kox") == "anna kox"
    assert fold("Анна Kox") == "анна kox"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(RUSSIAN, st.sampled_from((str.upper, str.lower, str.title)))
def test_case_never_matters(name: str, recased: object) -> None:
    assert callable(recased)
    assert fold(recased(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ёлкина Мария Петровна", "Мария Ё."),
        ("Алиев Руслан", "Руслан А."),
        ("Сократ", "Сократ"),
        ("", ""),
    ],
)
def test_short(name: str, shown: str) -> None:
    assert short(name) == shown
