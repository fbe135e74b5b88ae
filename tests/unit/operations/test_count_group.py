"""Groups at the gate: the scan, the count, stragglers, members with tickets of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.records import Kind
from kiosk.domain.walk_ins import WalkInKind
from kiosk.operations.check_in import REPEAT_WINDOW_MS
from kiosk.operations.count_group import NobodyCounted, TooManyHeads, last_asked
from kiosk.operations.override import came_apart, came_with_group
from kiosk.operations.register_walk_in import register_class
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.invented import (
    Kiosk,
    class_with_members,
    code,
    group_ticket,
    ticket,
)

CLASS = group_ticket(8, 25)
LATER = REPEAT_WINDOW_MS + 1


@pytest.fixture
def kiosk(server: FakeServer) -> Kiosk:
    """A gate whose list holds a class with two members' own tickets."""
    gate = Kiosk.enrolled(server)
    gate.store.contents.roster.tickets |= class_with_members()
    return gate


def test_the_scan_is_durable_and_asks_how_many(kiosk: Kiosk) -> None:
    asked = kiosk.scan(CLASS)
    assert (asked.verdict.name, asked.verdict.heads) == (VerdictName.GROUP_PENDING, 25)
    assert asked.record in kiosk.records()
    assert kiosk.kinds() == ["opened", "group_pending"]
    assert kiosk.presence(8).uncounted
    assert kiosk.presence(8).counted == 0


def test_a_repeated_scan_asks_again_and_writes_nothing(kiosk: Kiosk) -> None:
    asked = kiosk.scan(CLASS)
    kiosk.clock.pass_ms(REPEAT_WINDOW_MS)
    again = kiosk.scan(CLASS.lower())
    assert (again.repeat, again.record) == (True, asked.record)
    assert again.verdict.name is VerdictName.GROUP_PENDING
    kiosk.clock.pass_ms(LATER)
    assert not kiosk.scan(CLASS).repeat
    assert kiosk.kinds() == ["opened", "group_pending", "group_pending"]


def test_a_count_is_an_arrival_that_names_its_scan(kiosk: Kiosk) -> None:
    asked = kiosk.scan(CLASS)
    counted = kiosk.count(asked, 20, 2)
    assert counted.kind == Kind.ARRIVAL
    assert (counted.integer("heads"), counted.integer("adults")) == (22, 2)
    assert counted.text("pending") == asked.record.hash
    assert counted.text("source") == "group"
    found = kiosk.presence(8)
    assert (found.counted, found.adults, found.uncounted) == (22, 2, False)
    [shown] = kiosk.overview().recent
    assert shown.record == counted


def test_a_wedge_that_repeats_the_code_after_the_count_shows_the_arrival(kiosk: Kiosk) -> None:
    counted = kiosk.count(kiosk.scan(CLASS), 20, 2)
    kiosk.clock.pass_ms(2_000)
    again = kiosk.scan(CLASS)
    assert (again.verdict.name, again.verdict.heads) == (VerdictName.ADMITTED, 22)
    assert (again.record, again.repeat) == (counted, True)
    assert kiosk.kinds() == ["opened", "group_pending", "arrival"]


def test_stragglers_are_added(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    kiosk.clock.pass_ms(LATER)
    asked = kiosk.scan(CLASS)
    assert (asked.verdict.name, asked.verdict.heads) == (VerdictName.GROUP_PENDING, 5)
    assert asked.verdict.presence.counted == 20
    kiosk.count(asked, 5)
    kiosk.clock.pass_ms(LATER)
    assert kiosk.presence(8).counted == 25
    assert kiosk.scan(CLASS).verdict.name is VerdictName.ALREADY_INSIDE


def test_a_group_that_did_not_come_is_taken_back(kiosk: Kiosk) -> None:
    asked = kiosk.scan(CLASS)
    kiosk.undo(asked.record.seq)
    assert kiosk.overview().uncounted == 0
    assert kiosk.store.read(lambda uow: last_asked(uow, 8)) is None
    again = kiosk.scan(CLASS)
    assert (again.repeat, again.verdict.name) == (False, VerdictName.GROUP_PENDING)


def test_another_scan_leaves_the_group_uncounted(kiosk: Kiosk) -> None:
    asked = kiosk.scan(CLASS)
    assert kiosk.store.read(lambda uow: last_asked(uow, 8)) == asked.record
    kiosk.scan(ticket(1))
    assert kiosk.overview().uncounted == 1
    assert kiosk.store.read(lambda uow: last_asked(uow, 8)) is None
    kiosk.count(kiosk.scan(CLASS), 25)
    assert kiosk.overview().uncounted == 0


def test_an_undone_count_leaves_the_group_uncounted_and_its_scan_in_sight(kiosk: Kiosk) -> None:
    asked = kiosk.scan(CLASS)
    counted = kiosk.count(asked, 20)
    kiosk.undo(counted.seq)
    shown = kiosk.overview()
    assert shown.uncounted == 1
    assert [(s.record, s.retracted) for s in shown.recent] == [
        (counted, True),
        (asked.record, False),
    ]
    assert kiosk.presence(8).counted == 0


@pytest.mark.parametrize(("pupils", "adults"), [(0, 0), (-1, 2), (3, -1)])
def test_nobody_is_no_count(kiosk: Kiosk, pupils: int, adults: int) -> None:
    asked = kiosk.scan(CLASS)
    with pytest.raises(NobodyCounted):
        kiosk.count(asked, pupils, adults)
    assert kiosk.kinds() == ["opened", "group_pending"]


def test_more_heads_than_the_ticket_has_need_a_reason(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    kiosk.clock.pass_ms(LATER)
    asked = kiosk.scan(CLASS)
    with pytest.raises(TooManyHeads, match="room for 5 more") as refused:
        kiosk.count(asked, 6, 1)
    assert refused.value.room == 5
    assert kiosk.presence(8).counted == 20
    counted = kiosk.count(asked, 6, 1, allowed="two parents")
    found = kiosk.presence(8)
    assert (found.counted, found.surplus) == (27, 0)
    decision = next(r for r in kiosk.records() if r.kind == Kind.OVERRIDE)
    assert (decision.text("reason"), decision.integer("ticket")) == ("two parents", 8)
    assert counted.text("override") == decision.hash


def test_who_left_does_not_take_up_room(kiosk: Kiosk, server: FakeServer) -> None:
    site = kiosk.store.contents.roster.sites[7]
    tracked = replace(site, policy=replace(site.policy, tracks_exits=True))
    kiosk.store.contents.roster.sites = {7: tracked}
    kiosk.count(kiosk.scan(CLASS), 25)
    kiosk.leave(CLASS, 4)
    kiosk.clock.pass_ms(LATER)
    asked = kiosk.scan(CLASS)
    assert asked.verdict.heads == 4
    kiosk.count(asked, 4)
    found = kiosk.presence(8)
    assert (found.counted, found.inside, found.surplus) == (25, 25, 0)


def test_members_before_the_count_came_apart_from_it(kiosk: Kiosk) -> None:
    assert kiosk.scan(ticket(11)).verdict.name is VerdictName.ADMITTED
    counted = kiosk.count(kiosk.scan(CLASS), 20)
    assert counted.data["apart"] == [11]
    assert kiosk.presence(8).counted == 21


def test_members_who_are_named_are_in_with_the_group(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20, named=[11])
    assert kiosk.scan(ticket(11)).verdict.name is VerdictName.ALREADY_INSIDE
    assert Note.WITH_GROUP not in kiosk.scan(ticket(11)).verdict.notes
    assert Note.WITH_GROUP in kiosk.scan(ticket(12)).verdict.notes


def test_a_member_after_the_count_is_asked_and_was_among_the_heads(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    asked = kiosk.scan(ticket(11))
    assert (asked.verdict.name, asked.verdict.notes) == (
        VerdictName.ALREADY_INSIDE,
        frozenset({Note.WITH_GROUP}),
    )
    answer = kiosk.do(lambda uow, at: came_with_group(uow, at, asked))
    assert (answer.kind, answer.text("reason")) == (Kind.OVERRIDE, "with_group")
    assert kiosk.presence(8).counted == 20


def test_a_member_after_the_count_is_asked_and_came_apart(kiosk: Kiosk) -> None:
    kiosk.count(kiosk.scan(CLASS), 20)
    asked = kiosk.scan(ticket(11))
    admitted = kiosk.do(lambda uow, at: came_apart(uow, at, asked))
    assert admitted.verdict.name is VerdictName.ADMITTED
    assert kiosk.presence(8).counted == 21
    again = kiosk.scan(ticket(11))
    assert (again.record, again.repeat) == (admitted.record, True)
    kiosk.clock.pass_ms(LATER)
    later = kiosk.scan(ticket(11)).verdict
    assert (later.name, later.notes) == (VerdictName.ALREADY_INSIDE, frozenset())
    kiosk.count(kiosk.scan(CLASS), 4)
    assert kiosk.presence(8).counted == 25


def test_a_member_of_one_gates_group_is_known_at_the_other(server: FakeServer) -> None:
    one, other = (Kiosk.enrolled(server, name) for name in ("One", "Other"))
    for gate in (one, other):
        gate.store.contents.roster.tickets |= class_with_members()
    one.count(one.scan(CLASS), 24)
    assert other.scan(ticket(11)).verdict.name is VerdictName.ADMITTED
    one.tell(other)
    other.tell(one)
    assert one.presence(8) == other.presence(8)
    assert one.presence(8).counted == 24
    assert Note.WITH_GROUP in other.scan(ticket(12)).verdict.notes


def test_the_code_under_the_qr_is_counted_like_the_qr(kiosk: Kiosk) -> None:
    asked = kiosk.scan(code(8), typed=True)
    assert asked.verdict.notes == {Note.COMPARE_NAME}
    kiosk.count(asked, 20)
    again = kiosk.scan(code(8), typed=True)
    assert (again.repeat, again.verdict.notes) == (True, frozenset({Note.COMPARE_NAME}))


def test_a_class_without_tickets_is_counted_by_its_number(kiosk: Kiosk) -> None:
    class_ = kiosk.do(
        lambda uow, at: register_class(uow, at, school="School 5", grade="8В", pupils=20, adults=1)
    )
    assert class_.walk_in.kind is WalkInKind.CLASS
    found = kiosk.presence(class_.walk_in.number.ticket)
    assert (found.counted, found.adults) == (21, 1)
    assert kiosk.scan(class_.code).verdict.name is VerdictName.ALREADY_INSIDE
