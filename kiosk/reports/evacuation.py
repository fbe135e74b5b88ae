"""The evacuation list: who is on the site, to be counted at the assembly point.

It opens with how old each kiosk's data are: a list that hides its age is trusted too much. Groups
stand first, because their leaders answer for them; then people one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.on_site import KioskAge, OnSite, PartyInside
from kiosk.reports.fallback_list import with_initials
from kiosk.reports.page import LEFT, RIGHT, Paper, Type
from kiosk.reports.words import Words, words

_BOTTOM = 282.0
_ROW = 6.4
_FIRST_TOP, _LATER_TOP = 44.0, 26.0
_AGE = 5.2

_TITLE = Type(16, strong=True)
_COUNT = Type(24, strong=True)
_PLAIN = Type(9.5)
_STRONG = Type(9.5, strong=True)
_SECTION = Type(11, strong=True)
_LABEL = Type(8, grey=80)

# The left edges of the columns.
_BOX, _WHO, _LEADER, _HEADS = LEFT, LEFT + 8, LEFT + 108, RIGHT


@dataclass(frozen=True, slots=True)
class _Heading:
    words: str


_Line = _Heading | PartyInside


def evacuation_list(found: OnSite, language: str) -> bytes:
    """The list as a PDF. Raises ValueError for a language that there are no words for."""
    w = words(language)
    pages = _pages(list(_lines(found, w)), _first_top(found))
    paper = Paper(w.evacuation, language)
    for number, page in enumerate(pages, 1):
        paper.add_page()
        _head(paper, found, w)
        top = _LATER_TOP
        if number == 1:
            _opening(paper, found, w)
            top = _first_top(found)
        for place, line in enumerate(page):
            _draw(paper, line, top + place * _ROW, found, w)
        paper.write(w.page.format(page=number, pages=len(pages)), RIGHT, 290, _PLAIN, align="R")
        paper.write(w.destroy, LEFT, 290, _LABEL)
    return paper.to_bytes()


def _lines(found: OnSite, w: Words) -> Iterator[_Line]:
    sections = (
        (w.groups, found.groups),
        (w.alone.format(people=len(found.alone)), found.alone),
        (w.walk_ins.format(people=len(found.walk_ins)), found.walk_ins),
    )
    for heading, parties in sections:
        if parties:
            yield _Heading(heading)
            yield from parties


def _pages(lines: Sequence[_Line], first_top: float) -> list[list[_Line]]:
    """The lines a page; no heading is the last line of one."""
    pages: list[list[_Line]] = [[]]
    room = int((_BOTTOM - first_top) / _ROW)
    for line in lines:
        needed = 2 if isinstance(line, _Heading) else 1
        if len(pages[-1]) + needed > room:
            pages.append([])
            room = int((_BOTTOM - _LATER_TOP) / _ROW)
        pages[-1].append(line)
    return pages


def _first_top(found: OnSite) -> float:
    return _FIRST_TOP + _AGE * len(found.kiosks)


def _head(paper: Paper, found: OnSite, w: Words) -> None:
    site = found.site
    printed = w.printed.format(time=f"{site.local(found.now_ms):%d.%m.%Y %H:%M}")
    paper.write(w.evacuation, LEFT, 17, _TITLE)
    paper.write(printed, RIGHT, 17, _STRONG, align="R")
    paper.write(f"{site.name}, {site.address}", LEFT, 22.5, _PLAIN, room=RIGHT - LEFT)


def _opening(paper: Paper, found: OnSite, w: Words) -> None:
    """How old the data are, how many people, and what to do with the list."""
    base = 28.0
    for age in found.kiosks:
        stale = age.is_stale(found.now_ms)
        paper.write(_age(age, found, w), LEFT, base, _STRONG if stale else _PLAIN)
        base += _AGE
    counted = w.inside if found.tracked else w.came_in_all
    paper.write(counted.format(people=found.people), LEFT, base + 6, _COUNT)
    rule = w.evacuation_rule if found.tracked else f"{w.exits_not_tracked} {w.evacuation_rule}"
    paper.write(rule, LEFT, base + 12, _PLAIN, room=RIGHT - LEFT)


def _age(age: KioskAge, found: OnSite, w: Words) -> str:
    if age.as_of is None:
        return w.kiosk_unknown.format(kiosk=age.label)
    time = f"{found.site.local(age.as_of):%H:%M}"
    minutes = (found.now_ms - age.as_of) // 60_000
    sentence = w.kiosk_stale if age.is_stale(found.now_ms) else w.kiosk_as_of
    return sentence.format(kiosk=age.label, time=time, minutes=minutes)


def _draw(paper: Paper, line: _Line, top: float, found: OnSite, w: Words) -> None:
    base = top + 4.4
    if isinstance(line, _Heading):
        paper.band(LEFT, top + 0.2, RIGHT - LEFT, _ROW - 0.6, grey=232)
        paper.write(line.words, LEFT + 1, base + 0.2, _SECTION)
        return
    paper.box(_BOX, top + 0.8, 4.4, 4.4)
    who = ", ".join(part for part in line.about if part)
    if line.is_group:
        paper.write(who or line.number, _WHO, base, _STRONG, room=_LEADER - _WHO - 2)
        paper.write(with_initials(line.leader), _LEADER, base, _PLAIN, room=50)
        heads = w.of_size.format(inside=line.inside, size=line.size)
        paper.write(heads, _HEADS, base, _SECTION, align="R")
    else:
        name = line.name(found.site) or (line.number if line.walk_in else w.unnamed)
        paper.write(name, _WHO, base, _STRONG, room=78)
        paper.write(who, _WHO + 80, base, _PLAIN, room=RIGHT - _WHO - 80)
    paper.rule(LEFT, top + _ROW - 0.3, RIGHT, grey=190, thick=0.15)
