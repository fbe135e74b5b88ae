"""Class sheets, read back from their PDF."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
import zxingcpp
from PySide6.QtWidgets import QApplication

from kiosk.demo.names import people
from kiosk.domain.paper import ClassSheet, SheetPerson, with_empty_lines
from kiosk.domain.programme import Event, Site, Slot
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.domain.visitors import Group
from kiosk.reports.class_sheet import MOST_LINES, class_sheets
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import IssuingKey
from tests.pdf import ReadPdf

DAY = date(2026, 4, 18)
EVENT = Event(1, "День открытых дверей", ((1, DAY),))
SITE = Site(4, "Станкозавод", "ул. Станочников, 3", "Asia/Yekaterinburg")
SLOT = Slot(3, 600, 690, "Б", 590, "холл")
FACTS = TicketFacts(1, 77, 4, TicketKind.GROUP, group_size=30, day=1)
TEXT = encode(FACTS, IssuingKey.from_raw(1, bytes(32)))


def sheet(names: int, *, unnamed: int = 0, text: str = TEXT) -> ClassSheet:
    """A sheet of so many people, one of them grown up, in an order of its own."""
    source = people(Random(7))
    named = [SheetPerson(next(source), adult=number == 0) for number in range(names)]
    group = Group("g", "Лицей № 3", "10А", "Филин Пётр Ильич", max(names - 1, 0) + unnamed, 1)
    lines = with_empty_lines(named, group) if names else ()
    return ClassSheet(EVENT, SITE, group, lines, "1234567890", text, DAY, SLOT)


@pytest.mark.parametrize("names", [1, 22, 23, 45, MOST_LINES])
def test_a_class_fits_on_one_page(names: int, qapp: QApplication) -> None:
    drawn = sheet(names)
    pdf = ReadPdf(class_sheets([drawn], "ru"))
    assert len(pdf.pages) == 1
    assert all(person.name in pdf.pages[0] for person in drawn.people)


def test_a_larger_group_goes_on_with_its_numbers(qapp: QApplication) -> None:
    drawn = sheet(MOST_LINES + 1)
    pages = ReadPdf(class_sheets([drawn], "ru")).pages
    assert len(pages) == 2
    assert drawn.people[-1].name in pages[1]
    assert str(MOST_LINES + 1) in pages[1]
    assert "Страница 2 из 2" in pages[1]


def test_each_class_has_a_page_of_its_own(qapp: QApplication) -> None:
    pages = ReadPdf(class_sheets([sheet(20), sheet(25)], "ru")).pages
    assert len(pages) == 2
    assert all("Лист класса" in page for page in pages)


def test_the_sheet_says_whose_it_is_and_what_to_write(qapp: QApplication) -> None:
    [page] = ReadPdf(class_sheets([sheet(20)], "ru")).pages
    for words in (
        "День открытых дверей",
        "Станкозавод, ул. Станочников, 3",
        "18.04.2026",
        "10:00–11:30",
        "Лицей № 3",
        "10А",
        "Филин Пётр Ильич",
        "1234 567 890",
        "Пришло:",
        "Кто отметил",
        "Внести с бумаги",
        "уничтожьте",
    ):
        assert words in page


def test_lines_without_a_name_are_numbered_too(qapp: QApplication) -> None:
    drawn = sheet(3, unnamed=20)
    [page] = ReadPdf(class_sheets([drawn], "ru")).pages
    numbers = [line.strip() for line in page.splitlines()]
    assert {"22", "23"} <= {word for line in numbers for word in line.split()}
    assert sum(not person.name for person in drawn.people) == 20


def test_the_qr_code_is_read_back_from_the_page(qapp: QApplication) -> None:
    content = class_sheets([sheet(45)], "ru")
    assert b"/Subtype /Image" not in content
    [code] = zxingcpp.read_barcodes(ReadPdf(content).picture(0))
    assert code.text == TEXT


def test_without_a_text_the_sheet_says_where_the_qr_code_is(qapp: QApplication) -> None:
    pdf = ReadPdf(class_sheets([sheet(20, text="")], "ru"))
    assert zxingcpp.read_barcodes(pdf.picture(0)) == []
    assert "на билете" in pdf.pages[0]


def test_letters_that_no_font_has_do_not_stop_a_sheet(qapp: QApplication) -> None:
    group = Group("g", "Лицей № 3", "10А", "", 1, 0)
    drawn = ClassSheet(EVENT, SITE, group, (SheetPerson("Қасымов Ә 王"),), "1234567890")
    [page] = ReadPdf(class_sheets([drawn], "en")).pages
    assert "Қасымов Ә □" in page


def test_the_fonts_are_true_type_which_printers_know() -> None:
    content = class_sheets([sheet(2)], "ru")
    assert b"/CIDFontType2" in content
    assert b"/FontFile2" in content


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no language 'de'"):
        class_sheets([sheet(2)], "de")
