"""Whom a sheet's code names, and what its times mean on the site's clock."""

from __future__ import annotations

import pytest

from kiosk.domain.visitors import Group
from kiosk.operations.enter_from_paper import (
    NotInTheList,
    NotYet,
    enter_from_paper,
    find_on_list,
    time_on_paper,
)
from kiosk.operations.identify import MistypedCode
from tests.unit.operations.invented import MORNING, Kiosk, code, group_ticket, ticket

HOUR = 3_600_000


def test_a_sheets_qr_and_a_typed_code_find_the_holder(kiosk: Kiosk) -> None:
    by_text = kiosk.store.read(lambda uow: find_on_list(uow, group_ticket(8, 25)))
    assert isinstance(by_text.match.person, Group)
    by_code = kiosk.store.read(lambda uow: find_on_list(uow, code(2), typed=True))
    assert by_code.match.listed is not None
    assert by_code.match.listed.number == 2


def test_what_the_list_does_not_know_is_told(kiosk: Kiosk) -> None:
    with pytest.raises(NotInTheList):
        kiosk.store.read(lambda uow: find_on_list(uow, ticket(4711)))
    digits = code(2)
    wrong = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    with pytest.raises(MistypedCode):
        kiosk.store.read(lambda uow: find_on_list(uow, wrong, typed=True))


def test_a_time_on_paper_is_todays_on_the_sites_clock(kiosk: Kiosk) -> None:
    said = kiosk.do(lambda uow, at: time_on_paper(uow, at, 9 * 60 + 45))
    assert said == MORNING - 25 * 60_000, "it is 10:10 there"
    kiosk.scan(ticket(1))
    kiosk.sync()
    kiosk.clock.wall_ms -= 11 * HOUR  # yesterday by its clock, which is known to be wrong
    assert kiosk.do(lambda uow, at: time_on_paper(uow, at, 9 * 60 + 45)) == said


def test_an_entry_is_from_paper_at_the_time_that_stands_there(kiosk: Kiosk) -> None:
    said = kiosk.do(lambda uow, at: time_on_paper(uow, at, 585))
    kiosk.do(lambda uow, at: enter_from_paper(uow, at, 8, heads=20, adults=1, said_at=said))
    attendance = kiosk.look().attendance
    assert (attendance.unique_visitors(), attendance.from_paper()) == (20, 20)
    [[moved]] = attendance.by_party.values()
    assert moved.when({}).ms == said
    later = kiosk.do(lambda uow, at: time_on_paper(uow, at, 11 * 60))
    with pytest.raises(NotYet):
        kiosk.do(lambda uow, at: enter_from_paper(uow, at, 1, said_at=later))
