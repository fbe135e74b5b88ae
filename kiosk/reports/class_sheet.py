"""The class sheet: one page a class, to be ticked by hand and entered at a kiosk later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from kiosk.domain.paper import ClassSheet, SheetPerson
from kiosk.domain.programme import hhmm
from kiosk.reports.page import LEFT, RIGHT, Paper, Type
from kiosk.reports.words import Words, words

ONE_COLUMN = 22
"""So many lines stand in one column; more go into two."""
MOST_LINES = 64
"""More lines would be too low to write on: they go onto a further page of the same sheet."""

_QR_SIDE = 58.0
_LIST_TOP, _LIST_BOTTOM = 112.0, 270.0
_HIGHEST_ROW = 9.0
_LABEL_WIDE = 31.0  # before a field's value
_NAME_AT = 14.0  # in a row, after the box and the number
_GAP = 6.0  # between the columns

_TITLE = Type(19, strong=True)
_STRONG = Type(12, strong=True)
_PLAIN = Type(11)
_LABEL = Type(8.5, grey=90)
_CODE = Type(15, strong=True)
_SMALL = Type(8)

Numbered = tuple[int, SheetPerson]


def class_sheets(sheets: Sequence[ClassSheet], language: str) -> bytes:
    """A PDF with a page a class, and another one where a class has more than 64 people.

    Raises ValueError for a language that there are no words for.
    """
    w = words(language)
    paper = Paper(w.class_sheet, language)
    for sheet in sheets:
        pages = list(_pages(sheet.people))
        for number, people in enumerate(pages, 1):
            paper.add_page()
            _head(paper, sheet, w)
            _ticket(paper, sheet, w)
            _counts(paper, w)
            for (line, person), row in zip(people, _rows(len(people)), strict=True):
                _person(paper, line, person, row, w)
            _foot(paper, w, number, len(pages))
    return paper.to_bytes()


def _pages(people: Sequence[SheetPerson]) -> Iterator[list[Numbered]]:
    numbered = list(enumerate(people, 1))
    for start in range(0, max(len(numbered), 1), MOST_LINES):
        yield numbered[start : start + MOST_LINES]


def _head(paper: Paper, sheet: ClassSheet, w: Words) -> None:
    room = RIGHT - LEFT - _QR_SIDE - 4
    group, slot = sheet.group, sheet.slot
    paper.write(sheet.event.name, LEFT, 18, _PLAIN, room=room)
    paper.write(w.class_sheet, LEFT, 28, _TITLE, room=room)
    place = f"{sheet.site.name}, {sheet.site.address}"
    paper.write(place, LEFT, 35, _PLAIN, room=room)
    time = f"{hhmm(slot.start)}–{hhmm(slot.end)}" if slot else ""
    fields = (
        (w.grade, group.grade),
        (w.school, group.school),
        (w.leader, group.leader),
        (w.date, f"{sheet.day:%d.%m.%Y}" if sheet.day else ""),
        (w.slot, f"{time}   {w.route} {slot.route}" if slot and slot.route else time),
    )
    for base, (label, value) in zip(count(45, 8), fields, strict=False):
        paper.write(label, LEFT, base, _LABEL)
        if value:
            wide = room - _LABEL_WIDE
            paper.write(value, LEFT + _LABEL_WIDE, base, _STRONG, room=wide)
        else:
            paper.rule(LEFT + _LABEL_WIDE, base + 0.6, LEFT + room, grey=120)
    listed = w.listed.format(pupils=group.pupils, adults=group.adults)
    paper.write(listed, LEFT, 85, _PLAIN, room=room)


def _ticket(paper: Paper, sheet: ClassSheet, w: Words) -> None:
    """The QR code with the short code below, or where to find it."""
    left, middle = RIGHT - _QR_SIDE, RIGHT - _QR_SIDE / 2
    if sheet.text:
        paper.qr(sheet.text, left, 10, _QR_SIDE)
    else:
        paper.box(left + 5, 15, _QR_SIDE - 10, _QR_SIDE - 10)
        paper.write_lines(w.qr_elsewhere, left + 9, 36, _PLAIN, room=_QR_SIDE - 18)
    paper.write(w.code, middle, 71, _LABEL, align="C")
    paper.write(spaced(sheet.code), middle, 78, _CODE, room=_QR_SIDE, align="C")


def spaced(code: str) -> str:
    """A short code of ten digits as people read it: 1234567890 → «1234 567 890»."""
    return f"{code[:4]} {code[4:7]} {code[7:]}"


def _counts(paper: Paper, w: Words) -> None:
    """What the desk writes down: how many came, when, and who wrote it."""
    top, base = 89.0, 99.5
    paper.box(LEFT, top, RIGHT - LEFT, 17, thick=0.5)
    x = LEFT + 4
    for label, room in ((w.arrived, 0), (w.pupils, 18), (w.adults, 15), (w.at_time, 0)):
        if label == w.at_time:
            x += 3
        paper.write(label, x, base, _STRONG)
        x += paper.width(label, _STRONG) + 2
        if room:
            paper.rule(x, base + 0.8, x + room)
            x += room + 3
    paper.rule(x, base + 0.8, x + 9)
    paper.write(":", x + 10, base, _STRONG)
    paper.rule(x + 12, base + 0.8, x + 21)
    paper.rule(x + 27, base + 0.8, RIGHT - 4)
    paper.write(w.recorded_by, (x + 27 + RIGHT - 4) / 2, base + 4.6, _LABEL, align="C")


@dataclass(frozen=True, slots=True)
class _Row:
    """Where one line of the list stands."""

    x: float
    top: float
    wide: float
    high: float


def _rows(lines: int) -> Iterator[_Row]:
    """The places of so many lines, down the first column and then down the second."""
    columns = 1 if lines <= ONE_COLUMN else 2
    rows = max(-(-lines // columns), 1)
    high = min((_LIST_BOTTOM - _LIST_TOP) / rows, _HIGHEST_ROW)
    wide = (RIGHT - LEFT - _GAP * (columns - 1)) / columns
    for place in range(lines):
        column, row = divmod(place, rows)
        yield _Row(LEFT + column * (wide + _GAP), _LIST_TOP + row * high, wide, high)


def _person(paper: Paper, number: int, person: SheetPerson, row: _Row, w: Words) -> None:
    box = min(row.high - 1.6, 4.6)
    base = row.top + row.high / 2 + 1.4
    end = row.x + row.wide
    size = Type(min(11, row.high * 1.75))
    paper.box(row.x, row.top + (row.high - box) / 2, box, box)
    paper.write(str(number), row.x + _NAME_AT - 2, base, size, align="R")
    mark = 0.0
    if person.adult:
        mark = paper.width(w.adult, _LABEL) + 2
        paper.write(w.adult, end, base, _LABEL, align="R")
    paper.write(person.name, row.x + _NAME_AT, base, size, room=row.wide - _NAME_AT - mark)
    line = row.top + row.high - 0.5
    paper.rule(row.x + _NAME_AT, line, end, grey=190 if person.name else 110)


def _foot(paper: Paper, w: Words, number: int, pages: int) -> None:
    base = paper.write_lines(w.sheet_rule, LEFT, 278, _SMALL, room=RIGHT - LEFT)
    paper.write(w.destroy, LEFT, base, Type(8, strong=True))
    if pages > 1:
        paper.write(w.page.format(page=number, pages=pages), RIGHT, base, _SMALL, align="R")
