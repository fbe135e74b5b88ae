"""What the class sheet and the fallback list are told."""

from __future__ import annotations

from functools import partial

import pytest

from kiosk.domain.paper import Hold
from kiosk.domain.programme import SitePolicy
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.journal.identity import Identity
from kiosk.operations.identify import MistypedCode
from kiosk.operations.paper import NoSheet, class_sheet, fallback_list
from kiosk.operations.recording import Moment, NotEnrolled
from tests.unit.operations.fakes import FakeClock, MemoryStore
from tests.unit.operations.invented import MORNING, Kiosk, code, group_ticket, roster, ticket

MOMENT = Moment(FakeClock(MORNING).now())
MEMBERS = (
    Visitor("m1", VisitorKind.TEACHER, "Филин Пётр", group_id="g8"),
    Visitor("m2", VisitorKind.PUPIL, "Ёлкина Мария", "School 3", "9А", group_id="g8"),
    Visitor("m3", VisitorKind.PUPIL, "Дроздов Олег", "School 3", "9А", group_id="g8"),
)


@pytest.fixture
def classes(kiosk: Kiosk) -> Kiosk:
    """A kiosk whose list names three people of its class of 25."""
    kiosk.store.contents.roster.visitors = MEMBERS
    return kiosk


def test_a_sheet_names_pupils_before_adults_and_leaves_lines_for_the_rest(classes: Kiosk) -> None:
    sheet = classes.store.read(lambda uow: class_sheet(uow, group_ticket(8, 25)))
    names = [person.name for person in sheet.people]
    assert names[:2] == ["Дроздов Олег", "Ёлкина Мария"]
    assert names[2:24] == [""] * 22
    assert names[24:] == ["Филин Пётр"]
    assert sheet.people[24].adult
    assert sheet.slot is not None
    assert sheet.slot.number == 3
    assert sheet.day is not None


def test_only_a_given_text_stands_in_the_qr_code(classes: Kiosk) -> None:
    text = group_ticket(8, 25)
    by_text = classes.store.read(lambda uow: class_sheet(uow, f" {text}\n"))
    by_code = classes.store.read(lambda uow: class_sheet(uow, code(8)))
    assert (by_text.text, by_code.text) == (text, "")
    assert by_text.code == by_code.code == code(8)
    assert by_text.people == by_code.people


def test_who_has_no_class_has_no_sheet(classes: Kiosk) -> None:
    for text in (ticket(1), code(1), "TP-0009", "TP-0010", ticket(6), ticket(99)):
        with pytest.raises(NoSheet):
            classes.store.read(partial(class_sheet, text=text))


def test_a_mistyped_code_is_told_apart(classes: Kiosk) -> None:
    wrong = code(8)[:-1] + str((int(code(8)[-1]) + 1) % 10)
    with pytest.raises(MistypedCode):
        classes.store.read(lambda uow: class_sheet(uow, wrong))


def test_the_list_has_everybody_in_order_and_says_who_is_held(classes: Kiosk) -> None:
    classes.store.contents.roster.sites.update(roster(SitePolicy(asks_clearance=True)).sites)
    listed = classes.store.read(lambda uow: fallback_list(uow, MOMENT))
    assert [row.group.group_id for row in listed.groups] == ["g8"]
    names = [row.name for row in listed.people]
    assert names == [
        "Дроздов Олег",
        "Ёлкина Мария",
        *(f"Сова Ольга {number}" for number in (1, 2, 3, 4, 5, 6, 7, 9)),
        "Филин Пётр",
    ]
    held = {row.name: row.hold for row in listed.people if row.hold}
    assert held == {"Сова Ольга 6": Hold.CANCELLED, "Сова Ольга 7": Hold.NOT_CLEARED}
    assert listed.heads == 25 + 7
    assert listed.printed_at == MORNING


def test_clearance_is_no_matter_where_the_site_does_not_ask(classes: Kiosk) -> None:
    listed = classes.store.read(lambda uow: fallback_list(uow, MOMENT))
    assert {row.hold for row in listed.people} == {None, Hold.CANCELLED}


def test_members_come_with_their_group_and_have_no_code(classes: Kiosk) -> None:
    listed = classes.store.read(lambda uow: fallback_list(uow, MOMENT))
    members = [row for row in listed.people if row.group_id]
    assert {(row.group_id, row.code) for row in members} == {("g8", "")}
    assert len(members) == len(MEMBERS)
    assert all(row.slot is not None for row in members)


def test_before_enrolment_there_is_no_paper() -> None:
    store = MemoryStore(Identity.generate())
    with pytest.raises(NotEnrolled):
        store.read(lambda uow: fallback_list(uow, MOMENT))
    with pytest.raises(NotEnrolled):
        store.read(lambda uow: class_sheet(uow, code(8)))
