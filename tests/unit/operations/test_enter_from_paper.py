"""Arrivals that were ticked off on paper first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.records import Kind
from kiosk.operations.count_group import NobodyCounted
from kiosk.operations.enter_from_paper import NotInTheList, NotYet, enter_from_paper
from kiosk.operations.override import came_apart
from kiosk.operations.recording import append
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.invented import (
    MORNING,
    Kiosk,
    class_with_members,
    group_ticket,
    ticket,
)


@pytest.fixture
def kiosk(server: FakeServer) -> Kiosk:
    gate = Kiosk.enrolled(server)
    gate.store.contents.roster.tickets |= class_with_members()
    return gate


def test_an_arrival_from_paper_has_the_papers_time_and_is_shown_as_such(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(2))
    done = kiosk.from_paper(1, minutes_ago=40)
    assert done.verdict.name is VerdictName.ADMITTED
    assert (done.record.kind, done.record.text("source")) == (Kind.ARRIVAL, "paper")
    assert done.record.integer("said_at") == MORNING - 40 * 60_000
    tally = kiosk.overview().tally
    assert (tally.site, tally.paper) == (2, 1)
    later = kiosk.scan(ticket(1)).verdict
    assert later.name is VerdictName.ALREADY_INSIDE
    assert later.earlier is not None
    assert later.earlier.when({}).ms == MORNING - 40 * 60_000


def test_a_group_from_paper(kiosk: Kiosk) -> None:
    kiosk.from_paper(8, heads=20)
    assert (kiosk.presence(8).counted, kiosk.presence(8).paper) == (20, 20)
    kiosk.from_paper(8, heads=5)
    assert kiosk.presence(8).counted == 25
    refused = kiosk.from_paper(8, heads=1)
    assert refused.verdict.name is VerdictName.ALREADY_INSIDE


def test_who_is_in_already_is_not_entered_again(kiosk: Kiosk) -> None:
    first = kiosk.scan(ticket(1)).record
    done = kiosk.from_paper(1)
    assert done.verdict.name is VerdictName.ALREADY_INSIDE
    assert done.verdict.earlier is not None
    assert done.verdict.earlier.hash == first.hash
    assert (done.record.kind, done.record.text("source")) == (Kind.REFUSAL, "paper")
    assert (kiosk.presence(1).counted, kiosk.overview().tally.paper) == (1, 0)


def test_a_member_is_entered_though_another_one_is_inside(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(11))
    assert kiosk.from_paper(12).verdict.name is VerdictName.ADMITTED
    assert kiosk.from_paper(11).verdict.name is VerdictName.ALREADY_INSIDE
    assert (kiosk.presence(8).counted, kiosk.presence(8).paper) == (2, 1)


def test_a_member_of_a_counted_group_is_asked(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(group_ticket(8, 25)), 20)
    asked = kiosk.from_paper(11, minutes_ago=5)
    assert (asked.verdict.name, asked.verdict.notes) == (
        VerdictName.ALREADY_INSIDE,
        frozenset({Note.WITH_GROUP}),
    )
    apart = kiosk.do(lambda uow, at: came_apart(uow, at, asked)).record
    assert apart.integer("said_at") == MORNING - 5 * 60_000
    assert apart.text("source") == "paper"
    assert (kiosk.presence(8).counted, kiosk.presence(8).paper) == (21, 1)


def test_members_who_came_on_their_own_are_none_of_the_papers_heads(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(11))
    done = kiosk.from_paper(8, heads=20)
    assert done.record.data["apart"] == [11]
    assert kiosk.presence(8).counted == 21


def test_what_is_yet_to_come_stands_on_no_paper(kiosk: Kiosk) -> None:
    with pytest.raises(NotYet):
        kiosk.from_paper(1, minutes_ago=-1)
    assert kiosk.records() == []
    assert kiosk.from_paper(1, minutes_ago=0).verdict.name is VerdictName.ADMITTED


def test_a_slow_clock_that_was_checked_refuses_no_time(kiosk: Kiosk) -> None:
    true_ms = kiosk.clock.wall_ms + 47 * 60_000
    checked = {"true_ms": true_ms, "source": "server"}
    kiosk.do(lambda uow, at: append(uow, at, Kind.CLOCK_CHECKED, checked))
    done = kiosk.from_paper(1, minutes_ago=-40)
    assert done.verdict.name is VerdictName.ADMITTED
    with pytest.raises(NotYet):
        kiosk.from_paper(2, minutes_ago=-48)


@pytest.mark.parametrize(("heads", "adults"), [(0, 0), (-1, 0), (3, 4), (3, -1)])
def test_odd_numbers_of_heads_are_refused(kiosk: Kiosk, heads: int, adults: int) -> None:
    with pytest.raises(NobodyCounted):
        kiosk.do(
            lambda uow, at: enter_from_paper(
                uow, at, 8, heads=heads, adults=adults, said_at=MORNING
            )
        )
    assert kiosk.records() == []


def test_a_number_that_is_not_in_the_list_is_nobodys(kiosk: Kiosk) -> None:
    with pytest.raises(NotInTheList):
        kiosk.from_paper(77)
    assert kiosk.records() == []


def test_an_entry_from_paper_can_be_taken_back(kiosk: Kiosk) -> None:
    kiosk.undo(kiosk.from_paper(1).record.seq)
    assert replace(kiosk.presence(1)).counted == 0
    assert kiosk.overview().tally.paper == 0
