"""The trial station: who is in the list, and what is durable."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome
from kiosk.operations.log_trial import Participant, TrialRefused
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.failure import Failure
from kiosk.ui.screens.trials.presenter import TrialRow, TrialsPresenter, TrialsState
from kiosk.ui.surroundings import Surroundings
from tests.gui import world
from tests.gui.fake_desk import FakeDesk


class Station:
    """A presenter over a fake desk, with the welding trial chosen."""

    def __init__(self) -> None:
        self.desk = FakeDesk()
        surroundings = Surroundings(self.desk)
        surroundings.refresh()
        self.presenter = TrialsPresenter(self.desk, surroundings, lambda _state: None)
        self.presenter.open()

    def now(self) -> TrialsState:
        return self.presenter.state

    def row(self, ticket: int) -> TrialRow:
        return next(row for row in self.now().rows if row.ticket == ticket)


@pytest.fixture
def station() -> Station:
    made = Station()
    made.presenter.choose("t1")
    return made


def test_the_sites_trials_are_offered() -> None:
    state = Station().now()
    assert state.trial is None
    assert state.choices[0].title == "Сварщик"
    assert state.choices[0].start == "10:30"


def test_a_chosen_trial_shows_its_results(station: Station) -> None:
    assert station.desk.asked("trial_list") == [("t1",)]
    assert [row.at for row in station.now().rows] == ["11:02", "11:03", "11:04", "11:05"]
    assert (station.now().saved, station.now().heads, station.now().not_entered) == (4, 4, 1)


def test_a_scan_puts_its_holder_on_top(station: Station) -> None:
    station.presenter.scan("ticket", "wedge")
    assert station.desk.asked("find_participant") == [("ticket", "wedge")]
    assert station.now().rows[0].ticket == world.MARIA.number
    assert station.now().saved == 4


def test_a_second_scan_makes_no_second_row(station: Station) -> None:
    station.presenter.scan("ticket", "wedge")
    station.presenter.scan("ticket", "wedge")
    assert len(station.now().rows) == 5


def test_a_scan_without_a_trial_asks_nothing() -> None:
    station = Station()
    station.presenter.scan("ticket", "wedge")
    assert station.desk.asked("find_participant") == []


def test_a_group_counts_with_its_heads(station: Station) -> None:
    group = Participant(world.GROUP.number, 28, world.GROUP, entered=True)
    station.desk.answers["find_participant"] = group
    station.presenter.scan("ticket", "wedge")
    assert station.now().rows[0].holder.kind is TicketKind.GROUP
    assert station.now().heads == 32
    assert station.now().not_entered == 1
    station.desk.answers["find_participant"] = replace(group, entered=False)
    station.presenter.scan("ticket", "wedge")
    assert station.now().not_entered == 29, "heads, not rows"


def test_more_people_than_places_are_told(station: Station) -> None:
    assert not station.now().overfull
    group = Participant(world.GROUP.number, 28, world.GROUP, entered=True)
    station.desk.answers["find_participant"] = group
    station.presenter.scan("ticket", "wedge")
    assert station.now().overfull


def test_a_cancelled_ticket_is_told(station: Station) -> None:
    station.presenter.scan("ticket", "wedge")
    assert not station.now().rows[0].cancelled
    cancelled = replace(world.MARIA, cancelled=True)
    again = Participant(world.MARIA.number, 1, cancelled, entered=True)
    station.desk.answers["find_participant"] = again
    station.presenter.scan("ticket", "wedge")
    assert station.now().rows[0].cancelled


def test_an_outcome_stands_only_once_it_is_durable(station: Station) -> None:
    station.presenter.scan("ticket", "wedge")
    station.desk.later = True
    station.presenter.press(world.MARIA.number, Outcome.COMPLETED)
    row = station.row(world.MARIA.number)
    assert (row.outcome, row.saving) == (None, Outcome.COMPLETED)
    station.desk.answer()
    row = station.row(world.MARIA.number)
    assert (row.outcome, row.saving, row.at) == (Outcome.COMPLETED, None, "11:09")


def test_pressing_what_stands_or_is_on_its_way_records_nothing(station: Station) -> None:
    station.presenter.press(20, Outcome.COMPLETED)
    station.desk.later = True
    station.presenter.press(20, Outcome.NOT_COMPLETED)
    station.presenter.press(20, Outcome.NOT_COMPLETED)
    assert station.desk.asked("log_trial") == [(20, "t1", Outcome.NOT_COMPLETED)]


def test_a_result_that_was_not_recorded_says_so(station: Station) -> None:
    station.desk.answers["log_trial"] = NotRecorded(Cause.DISK_FULL, "full")
    station.presenter.press(20, Outcome.NOT_COMPLETED)
    row = station.row(20)
    assert (row.outcome, row.failure) == (Outcome.COMPLETED, Failure.DISK_FULL)
    del station.desk.answers["log_trial"]
    station.presenter.press(20, Outcome.NOT_COMPLETED)
    assert station.row(20).failure is None
    assert station.row(20).outcome is Outcome.NOT_COMPLETED


def test_a_strange_ticket_adds_nobody(station: Station) -> None:
    station.desk.answers["find_participant"] = TrialRefused("no")
    station.presenter.scan("ticket", "wedge")
    assert (len(station.now().rows), station.now().refused) == (4, Failure.NOT_A_PARTICIPANT)
    del station.desk.answers["find_participant"]
    station.presenter.scan("ticket", "wedge")
    assert station.now().refused is None


def test_an_answer_for_a_trial_left_meanwhile_is_dropped(station: Station) -> None:
    station.desk.later = True
    station.presenter.scan("ticket", "wedge")
    station.presenter.choose("t2")
    station.desk.answer()
    assert world.MARIA.number not in [row.ticket for row in station.now().rows]


def test_another_trial_is_chosen_from_the_list(station: Station) -> None:
    station.presenter.choose_another()
    assert station.now().trial is None
    assert station.now().rows == ()


def test_who_waits_is_still_there_when_the_trial_is_chosen_again(station: Station) -> None:
    station.presenter.scan("ticket", "wedge")
    station.presenter.choose_another()
    station.presenter.choose("t2")
    assert world.MARIA.number not in [row.ticket for row in station.now().rows]
    station.presenter.choose("t1")
    assert station.now().rows[0].ticket == world.MARIA.number
    station.presenter.press(world.MARIA.number, Outcome.COMPLETED)
    assert station.row(world.MARIA.number).outcome is Outcome.COMPLETED


def test_a_result_lost_while_another_trial_was_shown_is_told_on_return(station: Station) -> None:
    station.presenter.scan("ticket", "wedge")
    station.desk.answers["log_trial"] = NotRecorded(Cause.DISK_FULL, "full")
    station.desk.later = True
    station.presenter.press(world.MARIA.number, Outcome.COMPLETED)
    station.presenter.choose_another()
    station.desk.answer()
    station.presenter.choose("t1")
    station.desk.answer()
    row = station.row(world.MARIA.number)
    assert (row.saving, row.failure) == (None, Failure.DISK_FULL)


def test_reading_the_list_again_keeps_those_who_wait(station: Station) -> None:
    station.presenter.scan("ticket", "wedge")
    station.presenter.open()
    assert [row.ticket for row in station.now().rows] == [1, 20, 21, 22, 23]
