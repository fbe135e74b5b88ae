"""The search over a real roster: any order of words, either layout, classes as they are written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.layouts import to_us
from kiosk.domain.roster import RosterChange, RosterCursor, RosterItem, TicketEntry
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.operations.search import Found, search
from kiosk.store.database import Database

PUPIL = VisitorKind.PUPIL
MARIA = Visitor("maria", PUPIL, "Ёлкина Мария Петровна", "МБОУ СОШ № 4, г. Приозёрск", "9Б")
IVAN = Visitor("ivan", PUPIL, "Ёлкин Иван", "Лицей № 41", "9А")
PYOTR = Visitor("pyotr", PUPIL, "Ежов Пётр", "Лицей № 41", "10A")  # a Latin letter
ANNA = Visitor("anna", PUPIL, "Kox Anna", "School 5", "11 «В»")
AIDAR = Visitor("aidar", PUPIL, "Хабибуллин Айдар", "Лицей № 41", "8")
CLASS = Group("class", "Лицей № 41", "9 «В»", "Назарова Ольга", 25, 2)
EVERYBODY = (MARIA, IVAN, PYOTR, ANNA, AIDAR, CLASS)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("search") / "kiosk"
    with Database.create(folder) as made:
        made.write(lambda uow: uow.roster.apply(list(_changes()), RosterCursor("first", 9)))
        yield made


def _changes() -> Iterator[RosterChange]:
    ticket = TicketEntry(1, 5, 7, TicketKind.PUPIL, f"{1:010d}", "maria")
    items: list[tuple[str, str, RosterItem]] = [
        *(("visitor", one.visitor_id, one) for one in EVERYBODY if isinstance(one, Visitor)),
        ("group", "class", CLASS),
        ("ticket", "1", ticket),
    ]
    for number, (kind, key, item) in enumerate(items, 1):
        yield RosterChange(number, kind, key, item)


def found(database: Database, text: str) -> list[Found]:
    return database.read(lambda uow: search(uow, text))


def people(database: Database, text: str) -> set[Visitor | Group]:
    return {one.match.person for one in found(database, text)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tkrby", {MARIA, IVAN}),
        ("TKRBYF", {MARIA}),
        ("tkrby 9", {MARIA, IVAN}),
        ("9a", {IVAN}),
        ("9а", {IVAN}),
        ("9 «А»", {IVAN}),
        ("9f", {IVAN}),
        ("tkrby 9a", {IVAN}),
        ("9, tkrbyf", {MARIA}),
        ("tkrby 9,", {MARIA}),
        ("9Б", {MARIA}),
        ("9 б", {MARIA}),
        ("елкина м 9", {MARIA}),
        ("4 9 ёлкина", {MARIA}),
        ("приоз мар", {MARIA}),
        ("10а", {PYOTR}),
        ("10A", {PYOTR}),
        ("10 f", {PYOTR}),
        ("11в", {ANNA}),
        ("anna 11", {ANNA}),
        ("фттф", {ANNA}),
        ("9в", {CLASS}),
        ("9 «В» лицей", {CLASS}),
        ("yfpfh 9d", {CLASS}),
        ("[f,b", {AIDAR}),
        ("лицей 41", {IVAN, PYOTR, AIDAR, CLASS}),
        ("елкин 10", set()),
        ("zzz", set()),
        ("ё", set()),
    ],
)
def test_people_are_found(database: Database, typed: str, expected: set[Visitor | Group]) -> None:
    assert people(database, typed) == expected


def _typings() -> st.SearchStrategy[tuple[Visitor, str]]:
    """Somebody, and beginnings of their words in any order, some typed on the other layout."""

    @st.composite
    def typing(draw: st.DrawFn) -> tuple[Visitor, str]:
        who = draw(st.sampled_from([MARIA, IVAN, AIDAR]))
        words = [*who.name.split(), who.grade, *who.school.replace("№ ", "").split()]
        some = draw(st.lists(st.sampled_from(words), min_size=1, max_size=4, unique=True))
        lengths = [draw(st.integers(min(2, len(word)), len(word))) for word in some]
        typed = [word[:length] for word, length in zip(some, lengths, strict=True)]
        typed.append(who.name[: draw(st.integers(3, 6))])
        cased = [draw(st.sampled_from((str.lower, str.upper, str.title)))(w) for w in typed]
        if draw(st.booleans()):
            cased = [to_us(word) for word in cased]
        return who, " ".join(draw(st.permutations(cased)))

    return typing()


@given(_typings())
def test_any_order_case_and_layout_finds_somebody(
    database: Database, case: tuple[Visitor, str]
) -> None:
    who, typed = case
    assert who in people(database, typed)


def test_who_has_no_ticket_is_found_and_nobody_has_come(database: Database) -> None:
    [maria] = found(database, "мария")
    [ivan] = found(database, "иван")
    assert maria.match.listed is not None
    assert (ivan.match.listed, ivan.slot) == (None, None)
    assert (maria.presence.counted, maria.first_at, maria.inside) == (0, None, 0)
