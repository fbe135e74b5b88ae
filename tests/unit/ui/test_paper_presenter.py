"""Entering from paper: a name and Enter, a class and two numbers, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.operations.enter_from_paper import NotInTheList, NotYet
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.failure import Failure
from kiosk.ui.screens.paper_entry.presenter import UNDO_REASON, PaperPresenter
from kiosk.ui.screens.paper_entry.state import Notice, PaperState
from tests.gui import world
from tests.unit.ui.paper_desk import PaperDesk, in_already


class Sitting:
    """A presenter over a fake desk, and what it told."""

    def __init__(self) -> None:
        self.desk = PaperDesk()
        self.recorded = self.left = 0
        self.presenter = PaperPresenter(
            self.desk,
            lambda _state: None,
            site=lambda: world.SITE,
            recorded=self._record,
            left=self._leave,
        )
        self.presenter.open()

    def _record(self) -> None:
        self.recorded += 1

    def _leave(self) -> None:
        self.left += 1

    @property
    def now(self) -> PaperState:
        return self.presenter.state

    def at(self, time: str) -> Sitting:
        self.presenter.change_time(time)
        return self

    def person(self, text: str = "ел") -> None:
        self.presenter.change(text)
        self.presenter.enter()


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


def test_a_name_and_enter_and_the_time_stays(sitting: Sitting) -> None:
    sitting.at("0945").person()
    sitting.presenter.change("ел")
    sitting.presenter.move(1)
    sitting.presenter.enter()
    assert sitting.desk.asked("enter_from_paper") == [(1, 1, 0, 585), (2, 1, 0, 585)]
    assert [(line.seq, line.row.name, line.at) for line in sitting.now.entered] == [
        (42, "Римский Илья", "09:45"),
        (41, "Ёлкина Мария Петровна", "09:45"),
    ]
    assert (sitting.now.text, sitting.now.time, sitting.now.heads) == ("", "09:45", 2)
    assert sitting.recorded == 2


@pytest.mark.parametrize("way", ["search", "scan"])
def test_a_class_is_found_by_its_sheet_or_its_name(sitting: Sitting, way: str) -> None:
    sitting.at("9:50")
    if way == "scan":
        sitting.presenter.change("half a na")
        sitting.presenter.scan("sheet", "wedge")
    else:
        sitting.person("9в")
    group = sitting.now.group
    assert group is not None
    assert (group.grade, group.heads, sitting.now.text == "") == ("9 «В»", 28, way == "scan")
    sitting.presenter.change_count("pupils", "25")
    sitting.presenter.change_count("adults", "2")
    sitting.presenter.enter()
    assert sitting.desk.asked("enter_from_paper") == [(4, 27, 2, 590)]
    assert (sitting.now.group, sitting.now.heads) == (None, 27)


def test_a_typed_code_finds_its_holder(sitting: Sitting) -> None:
    sitting.at("0945").person("1234 56 44-71")
    assert sitting.desk.asked("find_on_list") == [("1234564471", "typed")]
    assert sitting.desk.asked("enter_from_paper") == [(1, 1, 0, 585)]


@pytest.mark.parametrize("time", ["", "9", "2460", "1260x", "99:99"])
def test_nothing_is_entered_without_a_time(sitting: Sitting, time: str) -> None:
    sitting.at(time).person()
    assert (sitting.now.notice, sitting.desk.asked("enter_from_paper")) == (Notice.NO_TIME, [])
    sitting.presenter.change_time("0945")
    assert sitting.now.notice is None
    sitting.presenter.enter()
    assert len(sitting.now.entered) == 1


def test_a_class_of_nobody_is_asked_again(sitting: Sitting) -> None:
    sitting.at("0945").person("9в")
    sitting.presenter.enter()
    assert (sitting.now.notice, sitting.desk.asked("enter_from_paper")) == (Notice.NOBODY, [])


def test_somebody_without_a_ticket_is_sent_to_the_entrance(sitting: Sitting) -> None:
    sitting.at("0945")
    sitting.presenter.change("ел")
    sitting.presenter.choose(2)
    assert sitting.now.notice is Notice.WITHOUT_TICKET


def test_who_is_in_already_is_told_and_not_listed(sitting: Sitting) -> None:
    sitting.at("0945")
    sitting.presenter.change("ел")
    sitting.desk.answer = in_already()
    sitting.presenter.enter()
    assert (sitting.now.notice, sitting.now.entered) == (Notice.IN_ALREADY, ())
    assert sitting.recorded == 1, "the refusal is a record too"


@pytest.mark.parametrize(
    ("error", "notice", "failure"),
    [
        (NotYet(), Notice.NOT_YET, None),
        (NotInTheList(), Notice.NOT_ON_THE_LIST, None),
        (NotRecorded(Cause.DISK_FULL, "full"), None, Failure.DISK_FULL),
    ],
)
def test_what_could_not_be_entered_stays_to_be_tried_again(
    sitting: Sitting, error: Exception, notice: Notice | None, failure: Failure | None
) -> None:
    sitting.at("0945")
    sitting.presenter.change("ел")
    sitting.desk.answer = error
    sitting.presenter.enter()
    assert (sitting.now.notice, sitting.now.failure, sitting.now.busy) == (notice, failure, False)
    assert (sitting.now.text, len(sitting.now.rows), sitting.now.entered) == ("ел", 3, ())
    sitting.desk.answer = None
    sitting.presenter.enter()
    assert len(sitting.now.entered) == 1


def test_entries_are_taken_back_one_by_one_or_the_last(sitting: Sitting) -> None:
    for _ in range(3):
        sitting.at("0945").person()
    sitting.presenter.undo(41)
    sitting.presenter.undo_last()
    assert sitting.desk.asked("undo") == [(41, UNDO_REASON), (43, UNDO_REASON)]
    assert [line.undone for line in sitting.now.entered] == [True, False, True]
    assert sitting.now.heads == 1
    sitting.presenter.undo(41)
    sitting.presenter.undo(999)
    assert len(sitting.desk.asked("undo")) == 2


def test_two_enters_in_a_row_record_once(sitting: Sitting) -> None:
    sitting.at("0945")
    sitting.presenter.change("ел")
    sitting.desk.later = True
    sitting.presenter.enter()
    sitting.presenter.enter()
    sitting.presenter.choose(0)
    sitting.presenter.scan("sheet", "wedge")
    sitting.desk.give()
    assert len(sitting.desk.asked("enter_from_paper")) == 1
    assert len(sitting.now.entered) == 1


def test_a_class_is_entered_once_however_often_enter_is_pressed(sitting: Sitting) -> None:
    sitting.at("0945").person("9в")
    sitting.presenter.change_count("pupils", "25")
    sitting.desk.later = True
    sitting.presenter.enter()
    sitting.presenter.enter()
    sitting.desk.give()
    assert len(sitting.desk.asked("enter_from_paper")) == 1


def test_an_overtaken_search_is_dropped(sitting: Sitting) -> None:
    sitting.desk.later = True
    sitting.presenter.change("ел")
    sitting.presenter.change("9в")
    first, second = sitting.desk.waiting
    second()
    first()
    assert [row.is_group for row in sitting.now.rows] == [True, True]


def test_leaving_a_class_goes_back_to_the_search_and_then_away(sitting: Sitting) -> None:
    sitting.at("0945").person("9в")
    sitting.presenter.leave()
    assert (sitting.now.group, sitting.left, sitting.now.time) == (None, 0, "0945")
    sitting.presenter.leave()
    assert sitting.left == 1
    sitting.presenter.open()
    assert sitting.now.time == "0945"


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{:02d}{:02d}", "{}:{:02d}"]))
def test_every_time_is_understood(hour: int, minute: int, pattern: str) -> None:
    state = PaperState(time=pattern.format(hour, minute))
    assert state.minute == hour * 60 + minute
    assert state.tidy_time == f"{hour:02d}:{minute:02d}"
