"""The roster in the database: slices, whole reloads, and people found by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.programme import Event, Site, SitePolicy, Slot, Trial
from kiosk.domain.roster import RosterChange, RosterCursor, RosterItem, TicketEntry, TicketKey
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, RosterTicket, Visitor, VisitorKind
from kiosk.operations.ports import Match
from kiosk.operations.search import search
from kiosk.store.database import Database

EVENT = Event(5, "День открытых дверей", ((1, date(2026, 4, 18)), (2, date(2026, 4, 25))))
SITE = Site(7, "Завод", "ул. Заводская, 1", "Asia/Yekaterinburg", "Кластер", SitePolicy(True))
SLOT = Slot(3, 600, 660, "Цех 2", 595, "Холл")
TRIAL = Trial("weld", "15.01.05", "Шов", "Сварщик", "СПО", 620, 12, 10)
MARIA = Visitor("v1", VisitorKind.PUPIL, "Ёлкина Мария Петровна", "Лицей 7", "9 «Б»")
NIKOLAI = Visitor("v2", VisitorKind.PARENT, "Римский-Корсаков Николай")
ANNA = Visitor("v3", VisitorKind.PUPIL, "Иванoва Анна", "Школа 2", "10А", "Озёрск", "g1")
CLASS = Group("g1", "Школа 2", "10А", "Салтыкова-Щедрина Ольга", 20, 2)


def _ticket(number: int, holder: str, kind: TicketKind, **more: object) -> TicketEntry:
    code = f"{number:010d}"
    return TicketEntry(number, 5, 7, kind, code, holder, **more)  # type: ignore[arg-type]


ITEMS: list[tuple[str, str, RosterItem]] = [
    ("ticket", "11", _ticket(11, "v1", TicketKind.PUPIL, slot=3, day=1, external="TP-1")),
    ("event", "5", EVENT),
    ("site", "7", SITE),
    ("slot", "3", SLOT),
    ("trial", "weld", TRIAL),
    ("ticket_key", "1", TicketKey(1, "ab" * 32)),
    ("visitor", "v1", MARIA),
    ("visitor", "v2", NIKOLAI),
    ("visitor", "v3", ANNA),
    ("group", "g1", CLASS),
    ("ticket", "12", _ticket(12, "g1", TicketKind.GROUP)),
]
STAFF = [
    StaffMember("anna", "Котова Анна", Role.VOLUNTEER, badge="ab" * 32),
    StaffMember("pyotr", "Власов Пётр", Role.INSTRUCTOR, trial_id="weld"),
]
CURSOR = RosterCursor("first", 40)


def _changes(items: list[tuple[str, str, RosterItem]]) -> list[RosterChange]:
    return [RosterChange(n, kind, key, item) for n, (kind, key, item) in enumerate(items, 1)]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "kiosk") as made:
        made.write(lambda t: t.roster.apply(_changes(ITEMS), CURSOR))
        yield made


def test_items_come_back_as_they_were_sent(database: Database) -> None:
    roster = database.read(lambda t: t.roster.cursor())
    assert roster == CURSOR
    assert database.read(lambda t: t.roster.event()) == EVENT
    assert database.read(lambda t: t.roster.site(7)) == SITE
    assert database.read(lambda t: t.roster.site(8)) is None
    assert database.read(lambda t: t.roster.slot(3)) == SLOT
    assert database.read(lambda t: t.roster.trials()) == [TRIAL]
    assert database.read(lambda t: t.roster.trial("weld")) == TRIAL
    assert database.read(lambda t: t.roster.ticket_keys()) == {1: b"\xab" * 32}


def test_a_ticket_is_found_by_number_code_and_foreign_text(database: Database) -> None:
    mine = RosterTicket(
        11, 5, 7, TicketKind.PUPIL, "0000000011", MARIA, day=1, slot=3, external="TP-1"
    )
    assert database.read(lambda t: t.roster.ticket(11)) == mine
    assert database.read(lambda t: t.roster.ticket_by_code("0000000011")) == mine
    assert database.read(lambda t: t.roster.ticket_by_external("TP-1")) == mine
    classes = database.read(lambda t: t.roster.ticket(12))
    assert classes is not None
    assert (classes.holder, classes.heads) == (CLASS, 22)
    for missing in (
        database.read(lambda t: t.roster.ticket(13)),
        database.read(lambda t: t.roster.ticket_by_code("13")),
        database.read(lambda t: t.roster.ticket_by_external("")),
    ):
        assert missing is None


def test_a_ticket_whose_holder_is_on_the_way_is_listed_without_a_name(database: Database) -> None:
    late = [RosterChange(50, "ticket", "13", _ticket(13, "v9", TicketKind.GUEST))]
    database.write(lambda t: t.roster.apply(late, RosterCursor("first", 50)))
    found = database.read(lambda t: t.roster.ticket(13))
    assert found is not None
    assert found.holder == Visitor("v9", VisitorKind.GUEST, "")


def test_a_member_with_a_ticket_of_their_own_is_expected_once(database: Database) -> None:
    own = RosterChange(41, "ticket", "13", _ticket(13, ANNA.visitor_id, TicketKind.PUPIL))
    cursor = RosterCursor("first", 41)
    database.write(lambda t: t.roster.apply([own], cursor))
    database.write(lambda t: t.roster.finish_epoch(cursor))
    assert database.read(lambda t: t.attendance.tally()).expected == 23
    gone = RosterChange(42, "ticket", "12", _ticket(12, "g1", TicketKind.GROUP, cancelled=True))
    database.write(lambda t: t.roster.apply([gone], cursor))
    database.write(lambda t: t.roster.finish_epoch(cursor))
    assert database.read(lambda t: t.attendance.tally()).expected == 2


def test_slots_come_the_earliest_first(database: Database) -> None:
    early = Slot(9, 570, 630, "А", 560, "Холл")
    change = RosterChange(41, "slot", "9", early)
    database.write(lambda t: t.roster.apply([change], RosterCursor("first", 41)))
    assert database.read(lambda t: t.roster.slots()) == [early, SLOT]


def test_expected_heads_are_counted_when_a_download_is_whole(database: Database) -> None:
    database.write(lambda t: t.roster.finish_epoch(CURSOR))
    assert database.read(lambda t: t.attendance.tally()).expected == 23
    changes = [
        RosterChange(41, "group", "g1", Group("g1", "Школа 2", "10А", "", 10, 1)),
        RosterChange(42, "ticket", "11", _ticket(11, "v1", TicketKind.PUPIL, cancelled=True)),
    ]
    cursor = RosterCursor("first", 42)
    database.write(lambda t: t.roster.apply(changes, cursor))
    assert database.read(lambda t: t.attendance.tally()).expected == 23
    database.write(lambda t: t.roster.finish_epoch(cursor))
    assert database.read(lambda t: t.attendance.tally()).expected == 11


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("елкина м 9", [MARIA]),
        ("9 ЁЛК", [MARIA]),
        ("ма ел", [MARIA]),
        ("мария лицей", [MARIA]),
        ("римский", [NIKOLAI]),
        ("корс ник", [NIKOLAI]),
        ("иванова", [ANNA]),
        ("Иванoва", [ANNA]),
        ("щедрина", [CLASS]),
        ("шк 10а", [ANNA, CLASS]),
        ("м", []),
        ("", []),
        ('"*( - ) AND', []),
        ("елкина анна", []),
    ],
)
def test_people_are_found_by_the_beginnings_of_their_words(
    database: Database, words: str, people: list[Visitor | Group]
) -> None:
    found = database.read(lambda t: t.roster.search(words, 10))
    assert [match.person for match in found] == people


def test_a_match_brings_the_ticket_to_admit_by(database: Database) -> None:
    def find(words: str) -> Match:
        return database.read(lambda t: t.roster.search(words, 10))[0]

    own, groups, none = find("мария"), find("анна"), find("николай")
    assert own.listed == database.read(lambda t: t.roster.ticket(11))
    assert groups.listed == database.read(lambda t: t.roster.ticket(12))
    assert none.listed is None


def test_a_search_stops_at_its_limit(database: Database) -> None:
    assert len(database.read(lambda t: t.roster.search("шк", 1))) == 1


def test_surnames_stand_before_patronymics(database: Database) -> None:
    named = ["Ковалёва Вера Антоновна", "Мухин Пётр Антонович", "Антонова Ирина"]
    people = [Visitor(f"a{n}", VisitorKind.PUPIL, name) for n, name in enumerate(named)]
    changes = _changes([("visitor", one.visitor_id, one) for one in people])
    database.write(lambda t: t.roster.apply(changes, RosterCursor("first", 50)))
    for typed, limit in (("ант", 5), ("fyn", 5), ("ант", 2)):
        found = database.read(lambda t, typed=typed, limit=limit: search(t, typed, limit))  # type: ignore[misc]
        names = [one.match.person.name for one in found if isinstance(one.match.person, Visitor)]
        assert names == ["Антонова Ирина", *named[:2]][:limit]


def test_changes_and_removals_reach_the_search(database: Database) -> None:
    married = Visitor("v1", VisitorKind.PUPIL, "Осокина Мария")
    changes = [
        RosterChange(41, "visitor", "v1", married),
        RosterChange(42, "visitor", "v2", None),
        RosterChange(43, "ticket", "12", None),
        RosterChange(44, "hologram", "h1", None),
    ]
    database.write(lambda t: t.roster.apply(changes, RosterCursor("first", 44)))
    assert database.read(lambda t: t.roster.search("елкина", 5)) == []
    assert database.read(lambda t: t.roster.search("римский", 5)) == []
    assert [m.person for m in database.read(lambda t: t.roster.search("осокина", 5))] == [married]
    assert database.read(lambda t: t.roster.ticket(12)) is None


def test_the_last_of_two_changes_in_a_slice_counts(database: Database) -> None:
    back = [RosterChange(41, "visitor", "v2", None), RosterChange(42, "visitor", "v2", NIKOLAI)]
    database.write(lambda t: t.roster.apply(back, RosterCursor("first", 42)))
    assert len(database.read(lambda t: t.roster.search("римский", 5))) == 1
    gone = [RosterChange(43, "visitor", "v2", NIKOLAI), RosterChange(44, "visitor", "v2", None)]
    database.write(lambda t: t.roster.apply(gone, RosterCursor("first", 44)))
    assert database.read(lambda t: t.roster.search("римский", 5)) == []


def test_a_whole_reload_drops_what_is_no_longer_listed(database: Database) -> None:
    again = RosterCursor("second", 3)
    kept = [item for item in ITEMS if item[1] in ("5", "7", "v1", "11")]
    database.write(lambda t: t.roster.apply(_changes(kept), again))
    assert database.read(lambda t: t.roster.ticket(12)) is not None
    database.write(lambda t: t.roster.finish_epoch(again))
    assert database.read(lambda t: t.roster.cursor()) == again
    assert database.read(lambda t: t.roster.ticket(11)) is not None
    assert database.read(lambda t: t.roster.ticket(12)) is None
    assert database.read(lambda t: t.roster.trials()) == []
    assert database.read(lambda t: t.roster.ticket_keys()) == {}
    assert database.read(lambda t: t.roster.search("римский", 5)) == []
    assert len(database.read(lambda t: t.roster.search("елкина", 5))) == 1
    assert database.read(lambda t: t.attendance.tally()).expected == 1


def test_the_staff_list_comes_and_goes_with_the_roster(database: Database) -> None:
    listed = [
        RosterChange(n, "staff", member.staff_id, member) for n, member in enumerate(STAFF, 41)
    ]
    database.write(lambda t: t.roster.apply(listed, RosterCursor("first", 42)))
    assert database.read(lambda t: t.roster.staff()) == [STAFF[1], STAFF[0]]
    assert database.write(lambda t: t.roster.staff_member("anna")) == STAFF[0]
    assert database.read(lambda t: t.roster.search("котова", 5)) == []  # staff are no visitors
    promoted = StaffMember("anna", "Котова Анна", Role.SITE_MANAGER)
    changes = [
        RosterChange(43, "staff", "anna", promoted),
        RosterChange(44, "staff", "pyotr", None),
    ]
    database.write(lambda t: t.roster.apply(changes, RosterCursor("first", 44)))
    assert database.write(lambda t: t.roster.staff()) == [promoted]
    assert database.write(lambda t: t.roster.staff_member("pyotr")) is None


def test_a_group_knows_its_members(database: Database) -> None:
    assert database.read(lambda t: t.roster.members("g1")) == [ANNA]
    assert database.read(lambda t: t.roster.members("g2")) == []


def test_everybody_comes_with_the_ticket_to_admit_by(database: Database) -> None:
    found = database.read(lambda t: list(t.roster.everybody()))
    tickets = {match.person: match.listed.number if match.listed else None for match in found}
    assert len(found) == 4
    assert tickets == {CLASS: 12, MARIA: 11, NIKOLAI: None, ANNA: 12}


def test_a_long_list_comes_whole(database: Database) -> None:
    crowd = [
        (("visitor", f"c{n}", Visitor(f"c{n}", VisitorKind.GUEST, f"Гость {n}")))
        for n in range(1_203)
    ]
    database.write(lambda t: t.roster.apply(_changes([*crowd]), CURSOR))
    found = database.read(lambda t: [match.person for match in t.roster.everybody()])
    assert len(found) == len(set(found)) == 1_207
