"""A scan at the way out, and who comes in again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.programme import SitePolicy
from kiosk.domain.records import Kind
from kiosk.operations.check_in import REPEAT_WINDOW_MS
from kiosk.operations.count_group import NobodyCounted
from kiosk.operations.depart import ExitsNotTracked, correct_departure
from kiosk.operations.override import came_with_group
from kiosk.operations.undo import CannotUndo
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.invented import (
    FOREIGN_KEY,
    Kiosk,
    class_with_members,
    group_ticket,
    ticket,
)

CLASS = group_ticket(8, 25)
LATER = REPEAT_WINDOW_MS + 1


@pytest.fixture
def kiosk(server: FakeServer) -> Kiosk:
    """A gate of a site that tracks exits."""
    gate = Kiosk.enrolled(server, policy=SitePolicy(tracks_exits=True))
    gate.store.contents.roster.tickets |= class_with_members()
    return gate


def test_where_exits_are_not_tracked_nobody_departs(server: FakeServer) -> None:
    gate = Kiosk.enrolled(server)
    gate.scan(ticket(1))
    with pytest.raises(ExitsNotTracked):
        gate.leave(ticket(1))
    assert gate.kinds() == ["opened", "arrival"]


def test_whoever_leaves_may_come_again(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    left = kiosk.leave(ticket(1))
    assert (left.verdict.name, left.record.kind) == (VerdictName.DEPARTED, Kind.DEPARTURE)
    assert (kiosk.presence(1).counted, kiosk.presence(1).inside) == (1, 0)
    again = kiosk.scan(ticket(1))
    assert (again.verdict.name, again.verdict.notes) == (
        VerdictName.ADMITTED,
        frozenset({Note.RE_ENTRY}),
    )
    assert (kiosk.presence(1).counted, kiosk.presence(1).inside) == (1, 1)
    assert kiosk.kinds() == ["opened", "arrival", "departure", "arrival"]


@pytest.mark.parametrize("came", [True, False])
def test_a_repeated_scan_at_the_way_out_is_one_departure(kiosk: Kiosk, came: bool) -> None:
    if came:
        kiosk.scan(ticket(1))
    first = kiosk.leave(ticket(1))
    kiosk.clock.pass_ms(REPEAT_WINDOW_MS)
    assert kiosk.leave(ticket(1)) == replace(first, repeat=True)
    kiosk.clock.pass_ms(1)
    assert not kiosk.leave(ticket(1)).repeat


def test_who_is_not_known_to_be_inside_departs_all_the_same(server: FakeServer) -> None:
    gates = [Kiosk.enrolled(server, name, SitePolicy(tracks_exits=True)) for name in ("In", "Out")]
    gates[0].scan(ticket(1))
    gates[1].clock.pass_ms(60_000)
    left = gates[1].leave(ticket(1))
    assert (left.verdict.name, left.record.kind) == (VerdictName.NOT_INSIDE, Kind.DEPARTURE)
    gates[1].tell(gates[0])
    assert (gates[0].presence(1).counted, gates[0].presence(1).inside) == (1, 0)


def test_all_of_a_group_leave_or_as_many_as_are_told(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    left = kiosk.leave(CLASS, 3)
    assert (left.verdict.name, left.verdict.heads) == (VerdictName.DEPARTED, 3)
    assert kiosk.presence(8).inside == 17
    kiosk.clock.pass_ms(LATER)
    assert kiosk.leave(CLASS).verdict.heads == 17
    assert kiosk.presence(8).inside == 0
    assert kiosk.presence(8).counted == 20


def test_fewer_left_than_all(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    left = kiosk.leave(CLASS)
    passage = left.passage
    assert passage is not None
    right = kiosk.do(lambda uow, at: correct_departure(uow, at, passage, left.record, 5))
    assert (right.kind, right.integer("heads")) == (Kind.DEPARTURE, 5)
    assert kiosk.presence(8).inside == 15
    again = kiosk.leave(CLASS)
    assert (again.record, again.repeat, again.verdict.heads) == (right, True, 5)
    with pytest.raises(CannotUndo):
        kiosk.do(lambda uow, at: correct_departure(uow, at, passage, left.record, 4))
    with pytest.raises(NobodyCounted):
        kiosk.do(lambda uow, at: correct_departure(uow, at, passage, right, 0))
    assert kiosk.presence(8).inside == 15


@pytest.mark.parametrize("heads", [0, -1])
def test_nobody_is_no_departure(kiosk: Kiosk, heads: int) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    with pytest.raises(NobodyCounted):
        kiosk.leave(CLASS, heads)
    assert kiosk.presence(8).inside == 20


def test_a_persons_ticket_is_one_head_whatever_is_told(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    assert kiosk.leave(ticket(1), 4).record.integer("heads") == 1


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("TP-0010", VerdictName.UNKNOWN),
        ("", VerdictName.UNREADABLE),
        (ticket(1, FOREIGN_KEY), VerdictName.FORGED),
        (ticket(1, event=2), VerdictName.WRONG_EVENT),
    ],
)
def test_nobodys_ticket_departs_nobody_and_is_one_refusal(
    kiosk: Kiosk, text: str, verdict: VerdictName
) -> None:
    """A ticket of another event may bear the number of somebody who is inside."""
    kiosk.scan(ticket(1))
    refused = kiosk.leave(text)
    assert (refused.verdict.name, refused.record.kind) == (verdict, Kind.REFUSAL)
    assert "ticket" not in refused.record.data
    assert kiosk.leave(text) == replace(refused, repeat=True)
    assert kiosk.presence(1).inside == 1
    assert kiosk.kinds() == ["opened", "arrival", "refusal"]


def test_a_departure_can_be_taken_back(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.undo(kiosk.leave(ticket(1)).record.seq)
    assert kiosk.presence(1).inside == 1
    kiosk.clock.pass_ms(LATER)
    assert kiosk.scan(ticket(1)).verdict.name is VerdictName.ALREADY_INSIDE


def test_a_member_of_a_counted_group_leaves_and_comes_again(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    assert kiosk.leave(ticket(11)).verdict.name is VerdictName.DEPARTED
    assert kiosk.presence(8).inside == 19
    assert kiosk.scan(ticket(11)).verdict.notes == {Note.RE_ENTRY}
    assert (kiosk.presence(8).counted, kiosk.presence(8).inside) == (20, 20)


def test_a_member_who_left_with_the_group_comes_again_on_their_own_ticket(kiosk: Kiosk) -> None:
    """Others of the group are inside, and it is not known which of them left."""
    kiosk.scan(ticket(11))
    kiosk.scan(ticket(12))
    kiosk.leave(CLASS, 2)
    assert kiosk.scan(ticket(12)).verdict.name is VerdictName.ADMITTED
    again = kiosk.scan(ticket(11)).verdict
    assert (again.name, again.notes) == (VerdictName.ADMITTED, frozenset({Note.RE_ENTRY}))
    assert (kiosk.presence(8).counted, kiosk.presence(8).inside) == (2, 2)
    kiosk.clock.pass_ms(LATER)
    assert kiosk.scan(ticket(11)).verdict.name is VerdictName.ALREADY_INSIDE


def test_one_of_the_heads_who_left_comes_again_with_a_ticket_of_their_own(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    kiosk.leave(CLASS, 3)
    asked = kiosk.scan(ticket(11))
    assert asked.verdict.notes == {Note.WITH_GROUP}
    answer = kiosk.do(lambda uow, at: came_with_group(uow, at, asked))
    assert (answer.kind, answer.data["notes"]) == (Kind.ARRIVAL, ["re_entry"])
    assert (kiosk.presence(8).counted, kiosk.presence(8).inside) == (20, 18)
    assert kiosk.scan(ticket(11)).repeat


def test_a_member_who_never_came_is_none_of_those_who_left(kiosk: Kiosk) -> None:
    """All who came did so on tickets of their own, so everybody is known."""
    kiosk.scan(ticket(12))
    kiosk.leave(CLASS, 1)
    assert kiosk.scan(ticket(11)).verdict.name is VerdictName.ADMITTED
    assert (kiosk.presence(8).counted, kiosk.presence(8).inside) == (2, 1)
