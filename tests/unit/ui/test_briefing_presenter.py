"""Briefing marks: a slot, a group or a person, and the way back."""

from __future__ import annotations

import pytest

from kiosk.domain.tickets import TicketKind
from kiosk.operations.brief import Briefed, NobodyToBrief
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.failure import Failure
from kiosk.ui.screens.briefing.presenter import UNDO_REASON, BriefingPresenter
from kiosk.ui.screens.briefing.state import BriefingState, Notice
from tests.unit.ui.briefing_desk import SEEN, BriefingDesk


class Sitting:
    """A presenter over a fake desk, and what it told."""

    def __init__(self) -> None:
        self.desk = BriefingDesk()
        self.recorded = self.left = 0
        self.presenter = BriefingPresenter(
            self.desk, lambda _state: None, recorded=self._record, left=self._leave
        )
        self.presenter.open()

    def _record(self) -> None:
        self.recorded += 1

    def _leave(self) -> None:
        self.left += 1

    @property
    def now(self) -> BriefingState:
        return self.presenter.state

    @property
    def briefed(self) -> list[bool]:
        return [slot.briefed for slot in self.now.slots]


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


def test_the_selected_slot_is_marked_and_shown_as_such(sitting: Sitting) -> None:
    assert [(s.start, s.route) for s in sitting.now.slots[:2]] == [("10:30", "Б"), ("11:00", "А")]
    sitting.presenter.move(1)
    sitting.presenter.enter()
    assert sitting.desk.asked("brief_slot") == [(2,)]
    assert (sitting.briefed, sitting.recorded) == ([False, True, False], 1)
    assert [(mark.slot, mark.words) for mark in sitting.now.marks] == [(2, "11:00 · А")]


def test_scans_mark_groups_people_and_walk_ins(sitting: Sitting) -> None:
    for text in SEEN:
        sitting.presenter.scan(text, "wedge")
    marks = sitting.now.marks[::-1]
    kinds = [mark.holder.kind if mark.holder else None for mark in marks]
    assert kinds == [TicketKind.PUPIL, TicketKind.GROUP, TicketKind.PUPIL, None]
    assert [mark.named for mark in marks] == [True, True, False, False]
    assert marks[3].words == "1-017"
    assert sitting.desk.asked("brief")[0] == ("maria", "wedge")


def test_scans_that_come_fast_are_all_answered_in_order(sitting: Sitting) -> None:
    sitting.desk.later = True
    for text in ("maria", "group", "ilya"):
        sitting.presenter.scan(text, "wedge")
    sitting.desk.give()
    assert [mark.seq for mark in sitting.now.marks] == [73, 72, 71]


def test_a_second_mark_writes_nothing(sitting: Sitting) -> None:
    sitting.presenter.choose(1)
    sitting.presenter.choose(1)
    assert (sitting.now.notice, len(sitting.now.marks)) == (Notice.AGAIN, 1)
    sitting.desk.answer = Briefed(SEEN["maria"], None, again=True)
    sitting.presenter.scan("maria", "wedge")
    assert (sitting.now.notice, sitting.recorded) == (Notice.AGAIN, 1)


@pytest.mark.parametrize(
    ("error", "notice", "failure"),
    [
        (NobodyToBrief("no"), Notice.NOBODY, None),
        (NotRecorded(Cause.BUSY, "busy"), None, Failure.BUSY),
    ],
)
def test_what_was_not_marked_is_told(
    sitting: Sitting, error: Exception, notice: Notice | None, failure: Failure | None
) -> None:
    sitting.desk.answer = error
    sitting.presenter.scan("maria", "wedge")
    assert (sitting.now.notice, sitting.now.failure, sitting.now.marks) == (notice, failure, ())
    sitting.desk.answer = None
    sitting.presenter.scan("maria", "wedge")
    assert (sitting.now.notice, sitting.now.failure, len(sitting.now.marks)) == (None, None, 1)


def test_marks_are_taken_back(sitting: Sitting) -> None:
    sitting.presenter.choose(1)
    sitting.presenter.scan("maria", "wedge")
    sitting.presenter.undo(71)
    assert sitting.briefed == [False, False, False]
    sitting.presenter.undo_last()
    assert sitting.desk.asked("undo") == [(71, UNDO_REASON), (72, UNDO_REASON)]
    assert all(mark.undone for mark in sitting.now.marks)
    sitting.presenter.undo_last()
    assert len(sitting.desk.asked("undo")) == 2


def test_a_double_click_marks_once(sitting: Sitting) -> None:
    sitting.desk.later = True
    sitting.presenter.choose(1)
    sitting.presenter.choose(1)
    sitting.desk.give()
    assert sitting.desk.asked("brief_slot") == [(1,)]


def test_the_selection_stays_within_the_slots(sitting: Sitting) -> None:
    sitting.presenter.move(-4)
    assert sitting.now.selected == 0
    sitting.presenter.move(9)
    assert sitting.now.selected == 2
    sitting.presenter.leave()
    assert sitting.left == 1
