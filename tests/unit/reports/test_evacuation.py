"""The evacuation list, read back from its PDF."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.reports.evacuation import evacuation_list
from tests.gui import world
from tests.gui.crowd_inside import inside, party
from tests.pdf import ReadPdf


def test_it_opens_with_the_age_of_each_kiosks_data(qapp: QApplication) -> None:
    lines = ReadPdf(evacuation_list(inside(), "ru")).lines
    first = lines.index("Киоск 1: данные на 10:12")
    assert lines[first + 1] == "Киоск 2: данные на 09:58, 14 мин назад"
    assert first < lines.index("На площадке: 56")


def test_groups_are_counted_and_people_named_as_far_as_they_may_be(qapp: QApplication) -> None:
    [page] = ReadPdf(evacuation_list(inside(), "ru")).pages
    for words in ("25 из 28", "Назарова О. И.", "Ёлкина Мария Петровна", "1-018", "1-017"):
        assert words in page
    assert "имя не указано" in page
    assert "Римский" not in page


def test_without_exits_it_says_so(qapp: QApplication) -> None:
    [page] = ReadPdf(evacuation_list(inside(site=world.SITE), "en")).pages
    assert "Exits are not recorded here: these are all who came in." in page
    assert "Came today: 56" in page


def test_a_heading_is_never_the_last_of_a_page(qapp: QApplication) -> None:
    crowd = [party(world.pupil(1000 + nth, f"Участник{nth}а")) for nth in range(35)]
    pages = set()
    for size in range(15, 35):
        pdf = ReadPdf(evacuation_list(inside(*crowd[:size]), "en"))
        [page] = [page for page in pdf.pages if "Without a ticket: 2" in page]
        assert "1-017" in page
        pages.add(len(pdf.pages))
    assert pages == {1, 2}, "the heading came to every place at the end of a page"


@pytest.mark.parametrize("size", [1, 500])
def test_everybody_is_on_it_once(qapp: QApplication, size: int) -> None:
    crowd = [party(world.pupil(1000 + nth, f"Участник{nth}а")) for nth in range(size)]
    pdf = ReadPdf(evacuation_list(inside(*crowd), "en"))
    text = "\n".join(pdf.pages)
    assert all(text.count(f"Участник{nth}а") == 1 for nth in range(size))
    assert f"Page {len(pdf.pages)} of {len(pdf.pages)}" in text


def test_nobody_at_all(qapp: QApplication) -> None:
    [page] = ReadPdf(evacuation_list(inside(parties=()), "en")).pages
    assert "On the site: 0" in page
