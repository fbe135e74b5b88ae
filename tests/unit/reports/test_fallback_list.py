"""The fallback list, read back from its PDF."""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime
from itertools import islice
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.demo.names import people
from kiosk.domain.paper import (
    ExpectedGroup,
    ExpectedPerson,
    FallbackList,
    Hold,
    alphabetical,
    initial,
)
from kiosk.domain.programme import Event, Site, Slot
from kiosk.domain.visitors import Group
from kiosk.reports.fallback_list import fallback_list, with_initials
from tests.pdf import ReadPdf

EVENT = Event(1, "День открытых дверей", ((1, date(2026, 4, 18)),))
SITE = Site(4, "Станкозавод", "ул. Станочников, 3", "Asia/Yekaterinburg")
SLOT = Slot(3, 600, 690, "Б", 590, "холл")
NOON = int(datetime(2026, 4, 18, 7, 0, tzinfo=UTC).timestamp() * 1000)


def group(number: int, hold: Hold | None = None) -> ExpectedGroup:
    some = Group(f"g{number}", f"Лицей № {number}", "10А", "Филин Пётр Ильич", 24, 2)
    return ExpectedGroup(some, f"{number:010d}", SLOT, hold)


def person(name: str, *, group_id: str = "", hold: Hold | None = None) -> ExpectedPerson:
    return ExpectedPerson(name, "9Б", "Лицей № 3", "1234567890", group_id, SLOT, hold)


def expected(
    names: list[ExpectedPerson], groups: tuple[ExpectedGroup, ...] = (), as_of: int | None = NOON
) -> FallbackList:
    rows = tuple(sorted(names, key=lambda row: alphabetical(row.name)))
    return FallbackList(EVENT, SITE, groups, rows, NOON + 60_000, as_of)


def crowd(size: int) -> list[ExpectedPerson]:
    return [person(name) for name in islice(people(Random(3)), size)]


def test_people_stand_in_the_order_of_the_alphabet_with_their_numbers(qapp: QApplication) -> None:
    names = ["Жукова Анна", "ёжиков Пётр", "Елкина Марина", "Ёлкина Мария", "Абрамов Олег"]
    lines = ReadPdf(fallback_list(expected([person(name) for name in names]), "ru")).lines
    shown = [name for line in lines for name in names if name in line]
    assert shown == [
        "Абрамов Олег",
        "ёжиков Пётр",
        "Елкина Марина",
        "Ёлкина Мария",
        "Жукова Анна",
    ]


def test_a_row_says_what_tells_namesakes_apart(qapp: QApplication) -> None:
    [page] = ReadPdf(fallback_list(expected([person("Жукова Анна")]), "ru")).pages
    for words in ("9Б", "Лицей № 3", "10:00", "…7890"):
        assert words in page
    assert "1234567890" not in page


def test_groups_are_rows_of_their_own_and_their_members_name_them(qapp: QApplication) -> None:
    rows = expected([person("Жукова Анна", group_id="g2")], (group(1), group(2)))
    assert rows.heads == 52
    [page] = ReadPdf(fallback_list(rows, "ru")).pages
    assert page.count("Филин П. И.") == 2
    assert "с группой Г2" in page
    assert page.count("/ 24") == 2


def test_who_is_not_simply_let_in_has_a_word_instead_of_a_box(qapp: QApplication) -> None:
    held = [
        person("Жукова Анна", hold=Hold.CANCELLED),
        person("Зуев Пётр", hold=Hold.NOT_CLEARED),
    ]
    rows = expected(held, (group(1, Hold.CANCELLED),))
    assert rows.heads == 1
    [page] = ReadPdf(fallback_list(rows, "ru")).pages
    assert page.count("билет отменён") == 2
    assert page.count("нет допуска") == 1
    assert "/ 24" not in page


def test_every_page_says_whose_list_it_is_and_as_of_when(qapp: QApplication) -> None:
    pages = ReadPdf(fallback_list(expected(crowd(120)), "ru")).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "Станкозавод" in page
        assert "Список на 18.04.2026 12:00" in page
        assert "напечатан 18.04.2026 12:01" in page
        assert "Ожидается человек: 120" in page
        assert f"Страница {number} из {len(pages)}" in page
        assert "ФИО" in page


def test_a_list_that_never_was_exchanged_says_so(qapp: QApplication) -> None:
    [page] = ReadPdf(fallback_list(expected([person("Зуев Пётр")], as_of=None), "ru")).pages
    assert "Когда список получен, не известно" in page


def test_the_index_names_the_page_of_each_letter(qapp: QApplication) -> None:
    rows = expected(crowd(400), (group(1),))
    pages = ReadPdf(fallback_list(rows, "ru")).pages
    index = pages[0].partition("Страницы по буквам:")[2].partition("№")[0]
    told = {letter: int(page) for letter, page in re.findall(r"(\w)\s+(\d+)", index)}
    letters = {initial(row.name) for row in rows.people}
    assert told.keys() == letters
    for letter in letters:
        first = next(row.name for row in rows.people if initial(row.name) == letter)
        assert first in pages[told[letter] - 1]


@pytest.mark.parametrize("groups", [0, 2])
def test_no_letter_ends_a_page(qapp: QApplication, groups: int) -> None:
    letters = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"
    rows = expected(
        [person(f"{letter}ов Пётр") for letter in letters], tuple(map(group, range(groups)))
    )
    pages = ReadPdf(fallback_list(rows, "ru")).pages
    assert len(pages) == 2
    for page in pages:
        assert not re.search(r"^\s*[А-Я]\s+Персональные", page, re.MULTILINE)


def test_everybody_is_on_the_list_once(qapp: QApplication) -> None:
    rows = expected(crowd(300))
    text = "\n".join(ReadPdf(fallback_list(rows, "ru")).pages)
    for name in {row.name for row in rows.people}:
        written = sum(row.name == name for row in rows.people)
        assert len(re.findall(rf"{name}\b", text)) == written


def test_two_thousand_people_take_a_few_seconds_at_most() -> None:
    rows = expected(crowd(2_000), tuple(group(number) for number in range(50)))
    begun = time.process_time()
    fallback_list(rows, "ru")
    assert time.process_time() - begun < 4


def test_an_empty_list_is_a_page_all_the_same(qapp: QApplication) -> None:
    assert len(ReadPdf(fallback_list(expected([]), "en")).pages) == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Ёлкина Мария Петровна", "Ёлкина М. П."), ("Ким Алина", "Ким А."), ("Ли", "Ли"), ("", "")],
)
def test_a_leader_is_named_by_surname_and_initials(name: str, shown: str) -> None:
    assert with_initials(name) == shown
