"""The fallback list: everybody expected at a site, to tick off by hand where no kiosk works.

Groups stand first, a row each with two counts to write; people follow in the order of the alphabet.
Somebody whom a group's ticket lets in has no box of their own: they are counted with their group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.paper import ExpectedGroup, ExpectedPerson, FallbackList, initial
from kiosk.domain.programme import Slot, hhmm
from kiosk.reports.page import LEFT, RIGHT, Paper, Type
from kiosk.reports.words import Words, words

_TOP, _BOTTOM = 36.0, 282.0
_ROW = 6.0
_INDEX_HIGH = 6.5  # a line of the index
_INDEX_ROOM = 14  # letters in a line of the index
_CODE_DIGITS = 4
"""Enough to tell namesakes apart by their tickets, and too few to be used as a ticket."""

_TITLE = Type(14, strong=True)
_PLAIN = Type(9.5)
_STRONG = Type(9.5, strong=True)
_HEAD = Type(8, strong=True)
_LABEL = Type(8, grey=80)
_SECTION = Type(11, strong=True)

# The left edges of the columns.
_NUMBER, _BOX, _TIME, _NAME = LEFT, LEFT + 11, LEFT + 17, LEFT + 36
_GRADE, _SCHOOL, _BEGINS = LEFT + 99, LEFT + 111, LEFT + 162


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading among the rows: a letter of the index, or the groups with what to count."""

    heading: str
    letter: str = ""
    counts: str = ""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A row with what it is called by: «17» for a person, «Г3» for a group."""

    mark: str
    row: ExpectedPerson | ExpectedGroup


_Line = _Section | _Numbered


def fallback_list(expected: FallbackList, language: str) -> bytes:
    """The list as a PDF. Raises ValueError for a language that there are no words for."""
    w = words(language)
    marks = {
        row.group.group_id: w.group_mark.format(number=number)
        for number, row in enumerate(expected.groups, 1)
    }
    lines = list(_lines(expected, marks, w))
    pages = _pages(lines, _index_high(lines))
    paper = Paper(w.fallback_list, language)
    for number, page in enumerate(pages, 1):
        paper.add_page()
        _head(paper, expected, w)
        top = _TOP
        if number == 1:
            _index(paper, pages, w)
            top += _index_high(lines)
        _columns(paper, top, w)
        for place, line in enumerate(page, 1):
            _draw(paper, line, top + place * _ROW, marks, w)
        paper.write(w.page.format(page=number, pages=len(pages)), RIGHT, 290, _PLAIN, align="R")
        paper.write(w.destroy, LEFT, 290, _LABEL)
    return paper.to_bytes()


def _lines(expected: FallbackList, marks: dict[str, str], w: Words) -> Iterator[_Line]:
    if expected.groups:
        yield _Section(w.groups, counts=w.group_counts)
    for group in expected.groups:
        yield _Numbered(marks[group.group.group_id], group)
    letter = ""
    for number, person in enumerate(expected.people, 1):
        if initial(person.name) != letter:
            letter = initial(person.name)
            yield _Section(letter, letter)
        yield _Numbered(str(number), person)


def _pages(lines: Sequence[_Line], index_high: float) -> list[list[_Line]]:
    """The lines a page; no heading is the last line of one."""
    pages: list[list[_Line]] = [[]]
    room = int((_BOTTOM - _TOP - index_high) / _ROW) - 1
    for line in lines:
        needed = 2 if isinstance(line, _Section) else 1
        if len(pages[-1]) + needed > room:
            pages.append([])
            room = int((_BOTTOM - _TOP) / _ROW) - 1
        pages[-1].append(line)
    return pages


def _letters(lines: Sequence[_Line]) -> list[str]:
    return [line.letter for line in lines if isinstance(line, _Section) and line.letter]


def _index_high(lines: Sequence[_Line]) -> float:
    rows = -(-len(_letters(lines)) // _INDEX_ROOM)
    return 11 + (rows + 1) * _INDEX_HIGH


def _head(paper: Paper, expected: FallbackList, w: Words) -> None:
    site = expected.site
    days = ", ".join(f"{day:%d.%m.%Y}" for _, day in expected.event.days)
    paper.write(w.fallback_list, LEFT, 17, _TITLE)
    paper.write(f"{expected.event.name}, {days}", RIGHT, 17, _PLAIN, room=110, align="R")
    paper.write(f"{site.name}, {site.address}", LEFT, 23, _PLAIN, room=RIGHT - LEFT)
    stamp = "{:%d.%m.%Y %H:%M}"
    as_of = w.as_of_unknown
    if expected.as_of is not None:
        as_of = w.as_of.format(time=stamp.format(site.local(expected.as_of)))
    printed = w.printed.format(time=stamp.format(site.local(expected.printed_at)))
    counts = w.expected.format(
        heads=expected.heads, groups=len(expected.groups), people=len(expected.people)
    )
    paper.write(f"{as_of}, {printed}. {counts}", LEFT, 29, _PLAIN, room=RIGHT - LEFT)
    paper.rule(LEFT, 32, RIGHT, thick=0.4)


def _index(paper: Paper, pages: Sequence[Sequence[_Line]], w: Words) -> None:
    """How to use the list, and on which page each letter begins."""
    base = paper.write_lines(w.list_rule, LEFT, _TOP + 2, _PLAIN, room=RIGHT - LEFT)
    paper.write(w.index, LEFT, base + 1, _LABEL)
    found = [(letter, n) for n, page in enumerate(pages, 1) for letter in _letters(page)]
    step = (RIGHT - LEFT) / _INDEX_ROOM
    for place, (letter, page) in enumerate(found):
        row, column = divmod(place, _INDEX_ROOM)
        x, y = LEFT + column * step, base + 1 + (row + 1) * _INDEX_HIGH
        paper.write(letter, x, y, _SECTION)
        paper.write(str(page), x + 6.5, y, _PLAIN)


def _columns(paper: Paper, top: float, w: Words) -> None:
    base = top + 4
    heads = (
        (_NUMBER, w.number),
        (_BOX, w.came),
        (_NAME, w.name),
        (_GRADE, w.grade),
        (_SCHOOL, w.school),
        (_BEGINS, w.begins),
    )
    for x, head in heads:
        paper.write(head, x, base, _HEAD)
    paper.write(w.code_end, RIGHT, base, _HEAD, align="R")
    paper.rule(LEFT, top + _ROW - 0.4, RIGHT, thick=0.3)


def _draw(paper: Paper, line: _Line, top: float, marks: dict[str, str], w: Words) -> None:
    base = top + 4.2
    if isinstance(line, _Section):
        paper.band(LEFT, top + 0.2, RIGHT - LEFT, _ROW - 0.6, grey=232)
        paper.write(line.heading, _NUMBER + 1, base + 0.2, _SECTION)
        paper.write(line.counts, _NAME, base, _HEAD)
        return
    paper.write(line.mark, _NUMBER, base, _PLAIN)
    if isinstance(line.row, ExpectedGroup):
        _draw_group(paper, line.row, top, base, w)
    else:
        _draw_person(paper, line.row, top, base, marks, w)
    paper.rule(LEFT, top + _ROW - 0.3, RIGHT, grey=190, thick=0.15)


def _draw_group(paper: Paper, row: ExpectedGroup, top: float, base: float, w: Words) -> None:
    group = row.group
    if row.hold:
        paper.write(w.holds[row.hold], _BOX, base, _STRONG, room=_NAME - _BOX - 1)
    else:
        _blanks(paper, top, base)
        for x, listed in ((_NAME, group.pupils), (_NAME + 17, group.adults)):
            paper.rule(x, base + 0.4, x + 8)
            paper.write(f"/ {listed}", x + 8.5, base, _PLAIN)
    leader = with_initials(group.leader)
    paper.write(leader, _NAME + 33, base, _STRONG, room=_GRADE - _NAME - 34)
    _about(paper, base, group.grade, group.school, row.slot, row.code)


def with_initials(name: str) -> str:
    """«Ёлкина Мария Петровна» → «Ёлкина М. П.»."""
    surname, *others = name.split() or [""]
    return " ".join((surname, *(f"{other[0]}." for other in others)))


def _draw_person(
    paper: Paper, row: ExpectedPerson, top: float, base: float, marks: dict[str, str], w: Words
) -> None:
    if row.hold:
        paper.write(w.holds[row.hold], _BOX, base, _STRONG, room=_NAME - _BOX - 1)
    elif row.group_id:
        mark = marks.get(row.group_id, "")
        words_ = w.with_group.format(mark=mark)
        paper.write(words_, _BOX, base, _LABEL, room=_NAME - _BOX - 1)
    else:
        _blanks(paper, top, base)
    paper.write(row.name, _NAME, base, _STRONG, room=_GRADE - _NAME - 1.5)
    _about(paper, base, row.grade, row.school, row.slot, row.code)


def _blanks(paper: Paper, top: float, base: float) -> None:
    """A box to tick, and a time to write."""
    paper.box(_BOX, top + 0.8, 4.2, 4.2)
    paper.rule(_TIME, base + 0.4, _TIME + 7, grey=90)
    paper.write(":", _TIME + 7.6, base, _PLAIN)
    paper.rule(_TIME + 9, base + 0.4, _TIME + 16, grey=90)


def _about(
    paper: Paper, base: float, grade: str, school: str, slot: Slot | None, code: str
) -> None:
    paper.write(grade, _GRADE, base, _PLAIN, room=_SCHOOL - _GRADE - 1)
    paper.write(school, _SCHOOL, base, _PLAIN, room=_BEGINS - _SCHOOL - 1.5)
    if slot:
        paper.write(hhmm(slot.start), _BEGINS, base, _PLAIN)
    if code:
        paper.write(f"…{code[-_CODE_DIGITS:]}", RIGHT, base, _PLAIN, align="R")
