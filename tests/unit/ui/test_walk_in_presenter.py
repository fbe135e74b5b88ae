"""Registering without a ticket: what is asked, what is recorded, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.admission import VerdictName
from kiosk.domain.programme import Site, SitePolicy
from kiosk.domain.walk_ins import WalkInKind
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.screens.walk_in.presenter import Again, WalkInPresenter
from kiosk.ui.screens.walk_in.state import Page, WalkInState
from kiosk.ui.tone import Tone
from tests.gui import world
from tests.gui.walk_in_desk import SCHOOLS, UNLISTED, WalkInDesk

CAREFUL = replace(world.SITE, policy=SitePolicy(asks_clearance=True))
FULL = NotRecorded(Cause.DISK_FULL, "full")


class Registering:
    """A presenter over a desk, opened as F4 does."""

    def __init__(self, site: Site = world.SITE) -> None:
        self.desk = WalkInDesk()
        self.lost: list[tuple[Exception, Again]] = []
        self.recorded = self.left = 0
        self.presenter = WalkInPresenter(
            self.desk,
            lambda _state: None,
            site=lambda: site,
            recorded=self._record,
            not_recorded=lambda error, again: self.lost.append((error, again)),
            left=self._leave,
        )
        self.presenter.open()

    def _record(self) -> None:
        self.recorded += 1

    def _leave(self) -> None:
        self.left += 1

    @property
    def state(self) -> WalkInState:
        return self.presenter.state

    def keys(self, keys: str) -> None:
        for key in keys:
            self.presenter.key(key)

    def register_class(self) -> None:
        self.presenter.show_class()
        self.presenter.set_school("4")
        self.presenter.take_school(self.state.suggestions[0])
        self.presenter.set_class(grade="9Б", pupils="25")
        self.presenter.enter()


@pytest.fixture
def form() -> Registering:
    return Registering()


@pytest.mark.parametrize(
    ("keys", "kind", "grade"),
    [
        ("18", WalkInKind.PUPIL, "8"),
        ("19", WalkInKind.PUPIL, "9"),
        ("10", WalkInKind.PUPIL, "10"),
        ("11", WalkInKind.PUPIL, "11"),
        ("1", WalkInKind.PUPIL, ""),
        ("1211", WalkInKind.PUPIL, "11"),
        ("2", WalkInKind.PARENT, ""),
        ("39", WalkInKind.TEACHER, ""),
        ("4", WalkInKind.GUEST, ""),
        ("94", WalkInKind.GUEST, ""),
    ],
)
def test_a_key_a_question(form: Registering, keys: str, kind: WalkInKind, grade: str) -> None:
    form.keys(keys)
    form.presenter.enter()
    [asked] = form.desk.asked("register_walk_in")
    assert (asked["kind"], asked["grade"], asked["name"]) == (kind, grade, "")
    assert (asked["accompanies"], asked["cleared"]) == (0, False)


def test_the_number_shows_once_it_is_durable(form: Registering) -> None:
    form.desk.later = True
    form.keys("19")
    form.presenter.enter()
    form.presenter.enter()
    assert (form.state.page, form.recorded) == (Page.PERSON, 0)
    [answer] = form.desk.waiting
    answer()
    done = form.state.done
    assert done is not None
    assert (done.label, done.code, form.state.tone) == ("1-017", "EDW00010175", Tone.GO)
    assert form.recorded == 1


def test_nothing_is_recorded_before_the_kind_is_known(form: Registering) -> None:
    form.presenter.set_school("лицей")
    form.presenter.enter()
    assert form.desk.asked("register_walk_in") == []


def test_an_answer_can_be_taken_back(form: Registering) -> None:
    form.keys("19")
    form.presenter.step_back()
    form.keys("0")
    assert form.state.person.grade == "10"
    form.presenter.step_back()
    form.presenter.step_back()
    form.keys("2")
    assert (form.state.person.kind, form.state.person.grade) == (WalkInKind.PARENT, "")


def test_a_parent_has_no_grade(form: Registering) -> None:
    form.keys("19")
    form.presenter.choose_kind(WalkInKind.PARENT)
    assert form.state.person.grade == ""


@pytest.mark.parametrize(("consents", "name"), [(1, "Ёлкина Мария"), (2, ""), (0, "")])
def test_a_name_needs_the_consent(form: Registering, consents: int, name: str) -> None:
    form.keys("1")
    form.presenter.set_name(" ёлкина  мария ")
    for _ in range(consents):
        form.presenter.toggle_consent()
    form.presenter.enter()
    assert form.desk.asked("register_walk_in")[0]["name"] == name


@pytest.mark.parametrize(("consent", "name"), [(True, UNLISTED.name), (False, "")])
def test_somebody_of_the_list_is_filled_in(form: Registering, consent: bool, name: str) -> None:
    form.presenter.open_for(replace(UNLISTED, consent=consent))
    assert (form.state.person.listed, form.state.person.name) == (name, name)
    form.presenter.enter()
    [asked] = form.desk.asked("register_walk_in")
    assert (asked["kind"], asked["grade"]) == (WalkInKind.PUPIL, "10")
    assert (asked["school"], asked["name"]) == (UNLISTED.school, name)


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("4", [SCHOOLS[0], SCHOOLS[2]]),
        ("вектор", [SCHOOLS[2]]),
        ("dtrnjh", [SCHOOLS[2]]),
        ("при 7", [SCHOOLS[1]]),
        (SCHOOLS[0], []),
        ("гимназия", []),
        (" ", []),
    ],
)
def test_schools_are_suggested(form: Registering, typed: str, suggested: list[str]) -> None:
    form.presenter.set_school(typed)
    assert list(form.state.suggestions) == suggested
    assert form.state.person.school == typed


def test_without_a_list_of_schools_one_is_typed() -> None:
    form = Registering()
    form.desk.fault = FULL
    form.presenter.open()
    form.desk.fault = None
    form.presenter.show_class()
    form.presenter.set_school(" Гимназия 1 ")
    form.presenter.set_class(pupils="20", adults="")
    form.presenter.enter()
    [asked] = form.desk.asked("register_class")
    assert (asked["school"], asked["pupils"], asked["adults"]) == ("Гимназия 1", 20, 0)


def test_a_class_is_registered_and_named_later(form: Registering) -> None:
    form.register_class()
    [asked] = form.desk.asked("register_class")
    assert asked == {
        "school": SCHOOLS[0],
        "grade": "9Б",
        "leader": "",
        "pupils": 25,
        "adults": 1,
        "cleared": False,
    }
    form.presenter.write_names()
    form.presenter.set_names("ёлкина мария\n\n  Салтыков   Демид \n")
    form.presenter.close()
    assert form.state.page is Page.DONE
    form.presenter.write_names()
    form.presenter.save_names()
    done = form.state.done
    assert done is not None
    assert form.desk.asked("name_class") == [
        (done.ticket, ["Ёлкина Мария", "Салтыков Демид"]),
    ]
    assert (form.state.page, form.state.names, done.named) == (Page.DONE, "", 2)


def test_the_names_of_a_class_may_be_left_and_come_back_to(form: Registering) -> None:
    form.register_class()
    form.presenter.write_names()
    form.presenter.set_names("Ёлкина Мария")
    form.presenter.close()
    form.presenter.close()
    form.register_class()
    form.presenter.close()
    form.presenter.open()
    form.presenter.show_class()
    assert [one.label for one in form.state.nameless] == ["1-018", "1-017"]
    form.presenter.name_later(0)
    assert (form.state.page, form.state.names) == (Page.NAMES, "")
    form.presenter.close()
    form.presenter.name_later(1)
    assert (form.state.page, form.state.names) == (Page.NAMES, "Ёлкина Мария")
    first = form.state.done
    form.presenter.save_names()
    assert first is not None
    assert form.desk.asked("name_class") == [(first.ticket, ["Ёлкина Мария"])]
    form.presenter.close()
    form.presenter.open()
    form.presenter.show_class()
    assert [one.label for one in form.state.nameless] == ["1-018"]
    form.presenter.name_later(1)
    assert form.state.page is Page.CLASS


def test_a_half_typed_class_stays_while_another_ones_names_are_written(form: Registering) -> None:
    form.register_class()
    form.presenter.close()
    form.presenter.show_class()
    form.presenter.set_class(grade="8А")
    form.presenter.name_later(0)
    form.presenter.set_aside()
    form.presenter.open()
    assert form.state.page is Page.NAMES
    form.presenter.close()
    assert (form.state.page, form.state.school_class.grade) == (Page.CLASS, "8А")
    form.presenter.name_later(0)
    form.presenter.set_names("Ёлкина Мария")
    form.presenter.save_names()
    form.presenter.close()
    assert (form.state.page, form.state.school_class.grade) == (Page.CLASS, "8А")
    form.presenter.close()
    assert form.state == WalkInState()


def test_names_that_were_not_recorded_and_left_are_tried_again(form: Registering) -> None:
    form.register_class()
    form.presenter.write_names()
    form.presenter.set_names("Ёлкина Мария")
    form.desk.fault = FULL
    form.presenter.save_names()
    form.presenter.close()
    form.presenter.close()
    form.desk.fault = None
    form.lost[0][1]()
    assert [names for _, names in form.desk.asked("name_class")[1:]] == [["Ёлкина Мария"]]
    assert form.state.page is Page.DONE


def test_classes_that_cannot_be_read_or_come_late_hinder_nobody(form: Registering) -> None:
    form.register_class()
    form.presenter.close()
    form.desk.fault = FULL
    form.presenter.show_class()
    assert (form.state.page, form.state.nameless, form.lost) == (Page.CLASS, (), [])
    form.desk.fault, form.desk.later = None, True
    form.presenter.show_class()
    form.presenter.close()
    form.desk.waiting.pop()()
    assert form.state == WalkInState()


@pytest.mark.parametrize("fields", [{"grade": "9"}, {"pupils": "5"}, {"grade": "9", "pupils": "0"}])
def test_a_class_needs_its_headcount_and_what_it_is(
    form: Registering, fields: dict[str, str]
) -> None:
    form.presenter.show_class()
    form.presenter.set_class(**fields)
    form.presenter.enter()
    assert form.desk.asked("register_class") == []


def test_one_person_has_no_names_to_add(form: Registering) -> None:
    form.keys("2")
    form.presenter.enter()
    form.presenter.write_names()
    form.presenter.save_names()
    assert form.state.page is Page.DONE
    assert form.desk.asked("name_class") == []


def test_a_companion_is_registered_with_one_key(form: Registering) -> None:
    form.presenter.accompany(world.admitted())
    form.keys("3")
    form.keys("1")
    [asked] = form.desk.asked("register_walk_in")
    assert (asked["kind"], asked["accompanies"]) == (WalkInKind.PARENT, world.MARIA.number)
    form.presenter.open()
    form.keys("2")
    form.presenter.enter()
    assert form.desk.asked("register_walk_in")[1]["accompanies"] == 0


def test_nobody_accompanies_a_ticket_that_was_not_understood(form: Registering) -> None:
    form.presenter.accompany(world.refused(VerdictName.FORGED, None))
    assert form.state.page is Page.PERSON


def test_the_clearance_is_asked_where_the_site_asks() -> None:
    form = Registering(CAREFUL)
    form.keys("4")
    form.presenter.enter()
    assert form.state.page is Page.CLEARANCE
    form.presenter.close()
    assert (form.state.page, form.state.person.kind) == (Page.PERSON, WalkInKind.GUEST)
    form.presenter.enter()
    form.keys("1")
    assert form.desk.asked("register_walk_in")[0]["cleared"] is True
    form.presenter.accompany(world.admitted())
    form.keys("12")
    assert (form.state.page, form.state.tone) == (Page.NOT_CLEARED, Tone.HEED)
    assert len(form.desk.asked("register_walk_in")) == 1


@pytest.mark.parametrize("page", [Page.PERSON, Page.CLASS, Page.NAMES])
def test_what_was_not_recorded_can_be_tried_again(form: Registering, page: Page) -> None:
    if page is Page.NAMES:
        form.register_class()
        form.presenter.write_names()
        form.presenter.set_names("Ёлкина Мария")
    form.desk.fault = FULL
    if page is Page.PERSON:
        form.keys("4")
        form.presenter.enter()
    elif page is Page.CLASS:
        form.register_class()
    else:
        form.presenter.save_names()
    [(error, again)] = form.lost
    assert error is FULL
    assert form.state.page is page
    form.desk.fault = None
    again()
    assert form.state.page is Page.DONE


def test_esc_leaves_and_the_next_form_is_empty(form: Registering) -> None:
    form.keys("19")
    form.presenter.close()
    assert form.left == 1
    form.presenter.open()
    assert form.state == WalkInState()


def test_a_scan_keeps_what_was_half_typed_of_a_class(form: Registering) -> None:
    form.presenter.show_class()
    form.presenter.set_class(grade="9Б")
    form.presenter.set_aside()
    form.presenter.open()
    assert (form.state.page, form.state.school_class.grade) == (Page.CLASS, "9Б")
    form.presenter.close()
    form.presenter.open()
    assert form.state == WalkInState()


def test_a_scan_keeps_names_and_forgets_a_finished_person(form: Registering) -> None:
    form.keys("1")
    form.presenter.set_aside()
    form.presenter.open()
    assert form.state == WalkInState()
    form.register_class()
    form.presenter.write_names()
    form.presenter.set_names("Ёлкина")
    form.presenter.set_aside()
    form.presenter.open()
    assert (form.state.page, form.state.names) == (Page.NAMES, "Ёлкина")


@pytest.mark.parametrize("names", ["Я" * 501, "Ёлкина Мария\n" * 1_000])
def test_more_names_than_a_record_takes_are_kept_to_be_saved_in_parts(
    form: Registering, names: str
) -> None:
    form.register_class()
    form.presenter.write_names()
    form.presenter.set_names(names)
    form.presenter.save_names()
    assert form.desk.asked("name_class") == []
    assert (form.state.page, form.state.names, form.state.names_fit) == (Page.NAMES, names, False)
    form.presenter.set_names("Ёлкина Мария\n" * 400)
    form.presenter.save_names()
    assert len(form.desk.asked("name_class")) == 1
