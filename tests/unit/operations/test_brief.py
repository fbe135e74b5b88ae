"""Briefings: of one person, of a group, of a slot; and the trials that ask for one."""

from __future__ import annotations

import pytest

from kiosk.domain.programme import SitePolicy
from kiosk.domain.records import Kind
from kiosk.operations.brief import Briefed, NobodyToBrief, brief_slot
from kiosk.operations.log_trial import TrialRefused, find_participant
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.invented import (
    FOREIGN_KEY,
    Kiosk,
    class_with_members,
    code,
    group_ticket,
    ticket,
)


@pytest.fixture
def kiosk(server: FakeServer) -> Kiosk:
    """A trial's kiosk on a site where nobody works without a briefing."""
    station = Kiosk.enrolled(server, "Trial 7", SitePolicy(asks_briefing=True))
    station.store.contents.roster.tickets |= class_with_members()
    return station


def slot(kiosk: Kiosk, number: int) -> Briefed:
    return kiosk.do(lambda uow, at: brief_slot(uow, at, number))


def briefed(kiosk: Kiosk, text: str) -> bool:
    return kiosk.store.read(lambda uow: find_participant(uow, text)).briefed


def test_without_a_briefing_no_trial(kiosk: Kiosk) -> None:
    with pytest.raises(TrialRefused, match="briefing"):
        kiosk.log_trial(ticket(1))
    assert kiosk.records() == []
    kiosk.brief(ticket(1))
    assert kiosk.log_trial(ticket(1)).kind == Kind.TRIAL_RESULT
    assert not briefed(kiosk, ticket(2))


def test_where_no_briefing_is_asked_for_none_is_needed(server: FakeServer) -> None:
    assert Kiosk.enrolled(server).log_trial(ticket(1)).kind == Kind.TRIAL_RESULT


def test_nobody_is_briefed_twice(kiosk: Kiosk) -> None:
    first = kiosk.brief(code(1), typed=True)
    again = kiosk.brief(ticket(1))
    assert (first.again, again.again, again.record) == (False, True, None)
    assert kiosk.kinds() == ["opened", "briefing"]


def test_a_group_is_briefed_with_all_its_members(kiosk: Kiosk) -> None:
    kiosk.brief(group_ticket(8, 25))
    assert briefed(kiosk, ticket(11))
    assert briefed(kiosk, group_ticket(8, 25))
    assert not briefed(kiosk, ticket(1))


def test_a_member_alone_is_not_the_group(kiosk: Kiosk) -> None:
    kiosk.brief(ticket(11))
    assert not briefed(kiosk, group_ticket(8, 25))
    assert not briefed(kiosk, ticket(12))


def test_a_slot_is_briefed_with_everybody_in_it(kiosk: Kiosk) -> None:
    assert slot(kiosk, 3).record is not None
    assert slot(kiosk, 3).again
    assert briefed(kiosk, ticket(1))
    assert not briefed(kiosk, ticket(1, slot=0))
    with pytest.raises(NobodyToBrief, match="no time slot 4"):
        slot(kiosk, 4)


def test_a_briefing_that_is_taken_back_counts_no_more(kiosk: Kiosk) -> None:
    done = kiosk.brief(ticket(1)).record
    assert done is not None
    kiosk.undo(done.seq)
    assert not briefed(kiosk, ticket(1))
    assert not kiosk.brief(ticket(1)).again


@pytest.mark.parametrize(
    "text", ["", "TP-0010", ticket(1, FOREIGN_KEY), code(1), ticket(1, event=2)]
)
def test_nobodys_ticket_briefs_nobody(kiosk: Kiosk, text: str) -> None:
    """A ticket of another event may bear the number of somebody of this one."""
    with pytest.raises(NobodyToBrief):
        kiosk.brief(text)
    assert kiosk.records() == []
    assert not briefed(kiosk, ticket(1))


def test_a_walk_in_is_briefed_before_this_kiosk_has_heard_of_them(
    kiosk: Kiosk, server: FakeServer
) -> None:
    done = Kiosk.enrolled(server, "Gate 1").walk_in()
    with pytest.raises(TrialRefused, match="briefing"):
        kiosk.log_trial(done.code)
    kiosk.brief(done.walk_in.number.label, typed=True)
    assert kiosk.brief(done.code).again
    assert kiosk.log_trial(done.code).integer("ticket") == done.walk_in.number.ticket
