"""«Начать день»: earlier scans are tests, a started day loses nothing."""

from __future__ import annotations

import pytest

from kiosk.domain.records import Kind
from kiosk.operations.log_trial import find_participant
from kiosk.operations.recording import append
from kiosk.operations.start_day import DayStart, start_day
from tests.unit.operations.invented import MORNING, Kiosk, group_ticket, ticket

DAY_MS = 24 * 3_600_000


def start(kiosk: Kiosk, *, keep_scans: bool = False) -> DayStart:
    return kiosk.do(lambda uow, at: start_day(uow, at, keep_scans=keep_scans))


def came(kiosk: Kiosk) -> int:
    return kiosk.overview().tally.site


def test_what_was_scanned_before_is_kept_as_tests_and_counts_no_more(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.scan(ticket(6))
    kiosk.scan(group_ticket(8, 25))
    kiosk.log_trial(ticket(1))
    kiosk.brief(ticket(1))
    kiosk.undo(kiosk.scan(ticket(2)).record.seq)
    done = start(kiosk)
    assert (done.tests, done.record.kind) == (4, Kind.DAY_STARTED)
    tests = [r for r in kiosk.records() if r.text("reason") == "test"]
    assert len(tests) == 4
    assert (came(kiosk), kiosk.overview().uncounted) == (0, 0)
    participant = kiosk.store.read(lambda uow: find_participant(uow, ticket(1)))
    assert (participant.entered, participant.briefed) == (False, False)
    assert kiosk.scan(ticket(1)).verdict.name == "admitted"
    assert came(kiosk) == 1


def test_scans_may_be_kept(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    assert start(kiosk, keep_scans=True).tests == 0
    assert came(kiosk) == 1


def test_whoever_starts_the_day_twice_loses_nobody(kiosk: Kiosk) -> None:
    first = start(kiosk)
    kiosk.scan(ticket(1))
    again = start(kiosk)
    assert (again.record, again.tests) == (first.record, 0)
    assert came(kiosk) == 1
    assert kiosk.kinds() == ["opened", "day_started", "arrival"]


def test_the_second_day_of_an_event_leaves_the_first_alone(kiosk: Kiosk) -> None:
    start(kiosk)
    kiosk.scan(ticket(1))
    kiosk.clock.pass_ms(DAY_MS)
    kiosk.scan(ticket(2, day=2))
    assert start(kiosk).tests == 1
    assert came(kiosk) == 1
    assert kiosk.presence(1).counted == 1


def test_a_day_that_nobody_started_is_left_alone_too(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.clock.pass_ms(DAY_MS)
    kiosk.scan(ticket(2, day=2))
    assert start(kiosk).tests == 1
    assert kiosk.presence(1).counted == 1


def test_a_day_is_left_alone_though_the_clock_was_wrong(kiosk: Kiosk) -> None:
    kiosk.clock.wall_ms = MORNING - 40 * DAY_MS
    kiosk.scan(ticket(1))
    checked = {"true_ms": MORNING, "source": "server"}
    kiosk.do(lambda uow, at: append(uow, at, Kind.CLOCK_CHECKED, checked))
    kiosk.clock.wall_ms = MORNING
    kiosk.clock.pass_ms(DAY_MS)
    assert start(kiosk).tests == 0
    assert came(kiosk) == 1


def test_a_day_that_was_started_to_rehearse_is_a_test(kiosk: Kiosk) -> None:
    kiosk.clock.wall_ms = MORNING - DAY_MS
    start(kiosk)
    kiosk.scan(ticket(1))
    start(kiosk)
    kiosk.scan(ticket(2))
    kiosk.clock.pass_ms(DAY_MS)
    assert start(kiosk).tests == 2
    assert came(kiosk) == 0


@pytest.mark.parametrize("behind", [1, 400])
def test_the_true_time_decides_what_today_is(kiosk: Kiosk, behind: int) -> None:
    """A clock that is a day behind must take nobody of yesterday back."""
    kiosk.clock.wall_ms = MORNING - behind * DAY_MS
    kiosk.scan(ticket(1))
    checked = {"true_ms": MORNING, "source": "server"}
    kiosk.do(lambda uow, at: append(uow, at, Kind.CLOCK_CHECKED, checked))
    kiosk.clock.pass_ms(DAY_MS)
    kiosk.scan(ticket(2, day=2))
    assert start(kiosk).tests == 1
    assert (kiosk.presence(1).counted, kiosk.presence(2).counted) == (1, 0)
    assert start(kiosk).tests == 0
