"""The closing page: what is proved, and the way to a closed day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.attendance import Attendance, fold
from kiosk.operations.end_day import DayEnd
from kiosk.operations.ports import Cause, NotRecorded, Retryable, Trouble
from kiosk.ui.failure import Failure
from kiosk.ui.screens.closing.presenter import ClosingPresenter
from kiosk.ui.screens.closing.state import (
    ClosingState,
    EndQuestion,
    Page,
    Work,
    arrivals_by_time,
)
from kiosk.ui.surroundings import Surroundings
from tests.gui import world
from tests.gui.fake_desk import FakeDesk
from tests.gui.world import HERE, SECOND, SITE, THIRD


class Office:
    """A presenter over a fake desk, and every state that it showed."""

    def __init__(self) -> None:
        self.desk = FakeDesk()
        self.shown: list[ClosingState] = []
        self.surroundings = Surroundings(self.desk)
        self.surroundings.refresh()
        self.presenter = ClosingPresenter(self.desk, self.surroundings, self.shown.append)

    def now(self) -> ClosingState:
        return self.presenter.state

    @property
    def page(self) -> Page:
        page = self.now().page
        assert page is not None
        return page


@pytest.fixture
def office() -> Office:
    made = Office()
    made.presenter.open()
    return made


def test_the_page_names_who_stands_in_the_way(office: Office) -> None:
    assert [device.name for device in office.page.in_the_way] == ["Киоск 3"]
    third = office.page.in_the_way[0]
    assert (third.missing, third.at_least, third.clock_off) == (17, True, -47)
    assert third.last_seen == "16:42"


def test_this_kiosk_is_told_by_its_receipt(office: Office) -> None:
    assert [device.this_one for device in office.page.devices] == [True, False, False]


def test_a_copied_folder_is_shown(office: Office) -> None:
    assert [device.doubled for device in office.page.devices] == [False, True, False]


def test_double_entries_are_listed_with_time_and_place(office: Office) -> None:
    (double,) = office.page.findings.doubles
    assert double.ticket == world.MARIA.number
    assert [(e.at, e.kiosk, e.entrance) for e in double.entries] == [
        ("09:41", "Киоск 1", "Вход 1"),
        ("09:48", "Киоск 2", "Вход 2"),
    ]
    assert office.page.findings.trials_without_entry == 1


def test_people_are_counted_once(office: Office) -> None:
    totals = office.page.totals
    figures = (totals.unique, totals.pupils, totals.in_groups, totals.parents)
    assert [figure.heads for figure in figures] == [231, 202, 28, 1]
    assert totals.trials_completed == 2


def test_arrivals_are_spread_over_half_hours() -> None:
    records = [
        world.arrival(1, world.MARIA, world.at(9, 31)),
        world.arrival(2, world.GROUP, world.at(9, 59)),
        world.arrival(3, world.ILYA, world.at(11, 0)),
    ]
    spans = arrivals_by_time(fold(records), SITE)
    assert spans == (("09:30", 29), ("10:00", 0), ("10:30", 0), ("11:00", 1))
    assert arrivals_by_time(Attendance(), SITE) == ()


def test_one_long_operation_at_a_time(office: Office) -> None:
    office.desk.later = True
    office.presenter.open()
    office.presenter.close_day()
    assert office.now().work is Work.LOOKING
    assert office.desk.asked("close_site") == []
    office.desk.answer()
    assert office.now().work is Work.NONE


def test_closing_shows_the_receipt(office: Office) -> None:
    office.presenter.close_day()
    page = office.page
    assert (page.closed, page.receipt, page.closed_at) == (True, "7F3A-91C2", "17:26")
    assert (page.on_server, page.recorded) == (1243, 1243)


def test_ending_the_day_shows_the_head_and_looks_again(office: Office) -> None:
    office.presenter.end_day()
    head = office.now().head
    assert head is not None
    assert head.qr.startswith(f"KIOSK-HEAD:{HERE.upper()}:643:7F3A91C2")
    assert (head.seq, head.digits) == (643, "7F3A-91C2")
    assert len(office.desk.asked("look_at_closing")) == 2
    office.presenter.hide_head()
    assert office.now().head is None


def test_what_the_head_waits_for_goes_down_while_it_is_shown(office: Office) -> None:
    office.desk.answers["end_day"] = DayEnd(HERE, 643, "7f3a91c2" + "0" * 56, 37)
    office.presenter.end_day()
    for pending in (37, 1, 0):
        office.desk.answers["overview"] = world.overview(pending=pending)
        office.surroundings.refresh()
        head = office.now().head
        assert head is not None
        assert head.pending == pending


def test_the_day_is_ended_after_a_question_with_the_latest_numbers(office: Office) -> None:
    office.desk.answers["overview"] = replace(world.overview(pending=14), uncounted=2)
    office.presenter.ask_end()
    assert office.now().ending == EndQuestion(uncounted=2, pending=14)
    assert office.desk.asked("end_day") == []
    office.presenter.drop_end()
    assert office.now().ending is None
    office.presenter.ask_end()
    office.presenter.end_day()
    assert office.desk.asked("end_day") == [()]
    assert office.now().ending is None


def test_nothing_is_asked_while_something_is_under_way(office: Office) -> None:
    office.presenter.ask_end()
    office.desk.later = True
    office.presenter.open()
    assert office.now().ending is None, "another look puts the question away"
    office.desk.later = False
    office.presenter.ask_end()
    assert office.now().ending is None


def test_closing_without_a_kiosk_excuses_each_in_the_way_first(office: Office) -> None:
    devices = (
        world.device(HERE, "Киоск 1", 5, 5, ended=True),
        world.device(SECOND, "Киоск 2", 5, 4, ended=True),
        world.device(THIRD, "Киоск 3", 5, 0, ended=False),
    )
    office.desk.answers["look_at_closing"] = world.closing(*devices)
    office.presenter.open()
    office.presenter.ask_reason()
    office.presenter.close_without("  батарея села ")
    assert office.desk.asked("excuse_device") == [
        (SECOND, "батарея села"),
        (THIRD, "батарея села"),
    ]
    assert [call[0] for call in office.desk.calls][-1] == "close_site"
    assert (office.page.closed, office.now().asking_reason) == (True, False)


@pytest.mark.parametrize("reason", ["   ", "2", " но "])
def test_no_kiosk_is_left_out_without_a_reason(office: Office, reason: str) -> None:
    office.presenter.ask_reason()
    office.presenter.close_without(reason)
    assert office.desk.asked("excuse_device") == []
    assert office.now().asking_reason


def test_an_excuse_that_was_not_recorded_closes_nothing(office: Office) -> None:
    office.desk.answers["excuse_device"] = NotRecorded(Cause.DISK_FULL, "full")
    office.presenter.close_without("reason")
    assert office.desk.asked("close_site") == []
    assert (office.now().work, office.now().failure) == (Work.NONE, Failure.DISK_FULL)


def test_a_network_trouble_stands_on_the_page(office: Office) -> None:
    trouble = Retryable(Trouble.TIMEOUT, "slow")
    office.desk.answers["look_at_closing"] = world.closing(troubles=(trouble,))
    office.presenter.open()
    assert office.page.failure is Failure.TIMEOUT


def test_a_kiosk_left_out_is_counted_as_missing(office: Office) -> None:
    left = world.device(THIRD, "Киоск 3", 182, 165, ended=False, excused=True)
    office.desk.answers["close_site"] = world.closing(left, closed=True)
    office.presenter.close_day()
    assert [device.name for device in office.page.excused] == ["Киоск 3"]


def test_the_proof_is_saved_where_asked(office: Office) -> None:
    office.presenter.save_proof(Path("proof.json"))
    assert office.desk.asked("save_proof") == [(Path("proof.json"),)]
    assert office.now().saved_to == "proof.json"
