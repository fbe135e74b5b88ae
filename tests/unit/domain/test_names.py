"""Names: folded for the search, shortened for the queue's eyes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.layouts import to_jcuken, to_us
from kiosk.domain.names import (
    fitting,
    fold,
    fold_grade,
    is_pointed_at,
    masked,
    readings,
    short,
    tidy,
    words_of,
)

WORDS = st.lists(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяё", min_size=2, max_size=12), max_size=4)
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
        ("9A", "9а"),
        ("10 «B»", "10 в"),
        ("11-c", "11 С"),
        (unicodedata.normalize("NFD", "Ёлкин Андрей"), "ёлкин андрей"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_different() -> None:
    assert len({fold(n) for n in ("Иванов", "Иванова", "Ивано", "Ива нов")}) == 4


def test_a_latin_word_stays_latin() -> None:
    assert fold("Anna Kox") == "anna kox"
    assert fold("9 Anna 9ab 123a") == "9 anna 9ab 123a"
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


@pytest.mark.parametrize("grade", ["9Б", "9б", "9 Б", "9 «Б»", "9-Б", '9 "б"', "9Б "])
def test_a_class_is_kept_together_and_apart(grade: str) -> None:
    assert fold_grade(grade) == "9б 9 б"


@pytest.mark.parametrize(
    ("grade", "kept"),
    [("9A", "9а 9 а"), ("10А", "10а 10 а"), ("9", "9"), ("", ""), ("9 инженерный", "9 инженерный")],
)
def test_other_classes(grade: str, kept: str) -> None:
    assert fold_grade(grade) == kept


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tkrby", "елкин"),
        ("TKRBYF vfhbz", "ёлкина мария"),
        ("tkrby 9", "ёлкин 9"),
        ("9, tkrby", "9б ёлкин"),
        ("9a tkrby", "9а ёлкин"),
        ("tkrby мария", "ёлкин мария"),
        ("[f,b,ekkby", "хабибуллин"),
        ("фттф Лщч", "anna kox"),
    ],
)
def test_keys_of_the_other_layout_are_read(typed: str, meant: str) -> None:
    assert [fold(meant)] == [fold(r) for r in readings(typed) if fold(r) == fold(meant)]
    assert next(readings(typed)) == typed


@given(WORDS.flatmap(lambda words: st.tuples(st.just(words), st.sets(st.sampled_from(range(4))))))
def test_any_words_may_be_typed_on_the_other_layout(case: tuple[list[str], set[int]]) -> None:
    words, wrong = case
    typed = [to_us(word) if place in wrong else word for place, word in enumerate(words)]
    assert " ".join(words) in {" ".join(r.split()) for r in readings(" ".join(typed))}


@given(st.text(max_size=60))
def test_a_text_has_few_readings_and_is_the_first(text: str) -> None:
    found = list(readings(text))
    assert 1 <= len(found) <= 18
    assert found[0] == " ".join(text.split())
    assert len(set(found)) == len(found)


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяё.АБВЁ,№;:?/"))
def test_the_layouts_undo_each_other(text: str) -> None:
    assert to_jcuken(to_us(text)) == text


def test_whole_words_are_suggested_first() -> None:
    schools = ["Школа № 41", "Школа № 4", "Лицей № 4"]
    assert fitting(schools, "4", 2) == ["Школа № 4", "Лицей № 4"]
    assert fitting(schools, "ghj 4", 5) == []
    assert fitting(schools, "irjkf 4", 5) == ["Школа № 4", "Школа № 41"]
    assert fitting(schools, "№", 5) == []


@pytest.mark.parametrize(
    ("typed", "pointed"),
    [
        ("ел 9", True),
        ("9б петр", True),
        ("9 б ёлкина", True),
        ("мария шк", True),
        ("tk 9", True),
        ("е 9", False),
        ("елкина", False),
        ("елкина мария", False),
        ("9б школа", False),
        ("иванова 9б", False),
        ("елкина 10", False),
        ("", False),
    ],
)
def test_who_is_pointed_at(typed: str, pointed: bool) -> None:
    assert is_pointed_at(typed, "Ёлкина Мария Петровна", "9 «Б»", "Школа № 4") is pointed


def test_one_word_does_not_count_twice() -> None:
    assert not is_pointed_at("школьникова", "Школьникова Анна", "", "Школьникова гимназия")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ёлкина Мария Петровна", "Ё…а М…"),
        ("Ли Анна", "Л А…"),
        ("Сократ", "С…т"),
        ("", ""),
    ],
)
def test_masked(name: str, shown: str) -> None:
    assert masked(name) == shown


@given(st.text(min_size=3), st.text(min_size=2))
def test_a_mask_hides_all_but_letters_at_the_ends(surname: str, name: str) -> None:
    shown = masked(f"{surname} {name}")
    assert len(shown) <= 6
    assert not set(words_of(surname)) & {word for word in words_of(shown) if len(word) > 2}


def test_tidy() -> None:
    assert tidy("  римский-корсаков   пётр ") == "Римский-Корсаков Пётр"
    assert tidy("О'Нил МакКензи") == "О'Нил МакКензи"
