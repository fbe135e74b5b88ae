"""Headcounts: whatever gates write down, in any order, nobody is counted twice or lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.headcount import PAPER, Presence, first, presence
from kiosk.domain.history import history_of
from kiosk.domain.movements import Movement, Passage
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from tests.unit.domain.invented import DEVICES, record

GROUP = 900
SIZE = 6
MEMBERS = (1, 2, 3)
"""Tickets of those in the group who hold one of their own; three more hold none."""


def movement(
    kind: str = Kind.ARRIVAL,
    ticket: int = 5,
    *,
    group: int = 0,
    size: int = 1,
    source: str = "wedge",
    registration: str = "",
    data: dict[str, Any] | None = None,
    **clocks: Any,
) -> Movement:
    holder = TicketKind.GROUP if size > 1 else TicketKind.PUPIL
    passage = Passage(ticket, holder, size, source, group=group, registration=registration)
    given_heads = {} if kind == Kind.GROUP_PENDING else {"heads": 1}
    found = Movement.from_record(record(kind, passage.data(**given_heads | (data or {})), **clocks))
    assert found is not None
    return found


def group(kind: str = Kind.ARRIVAL, heads: int = 0, **more: Any) -> Movement:
    given_data = ("apart", "named", "adults")
    data: dict[str, Any] = {name: more.pop(name) for name in given_data if name in more}
    if heads:
        data["heads"] = heads
    return movement(kind, GROUP, size=more.pop("size", SIZE), data=data, **more)


def member(ticket: int, kind: str = Kind.ARRIVAL, *, apart: bool = False, **more: Any) -> Movement:
    data = {"apart": [ticket]} if apart else {}
    return movement(kind, ticket, group=GROUP, data=data, **more)


def counted(*movements: Movement) -> tuple[int, int]:
    """How many came and how many are inside, after movements in the order given."""
    found = presence(movements, {})
    return found.counted, found.inside


def test_a_person_who_leaves_and_comes_again_is_one_person() -> None:
    came, left = movement(at=1), movement(Kind.DEPARTURE, at=2)
    back = movement(at=3)
    assert counted(came) == (1, 1)
    assert counted(came, left) == (1, 0)
    assert counted(came, left, back) == (1, 1)
    assert not presence([came, left, back], {}).doubled
    assert presence([came, back], {}).doubled


def test_a_departure_without_an_arrival_takes_nobody_out() -> None:
    assert counted(movement(Kind.DEPARTURE, at=1)) == (0, 0)
    assert counted(movement(Kind.DEPARTURE, at=1), movement(at=2)) == (1, 1)


def test_stragglers_are_added_and_no_more_than_the_ticket_has() -> None:
    class_ = group(heads=4, at=1)
    assert counted(class_, group(heads=2, at=2)) == (6, 6)
    more = presence([class_, group(heads=3, at=2)], {})
    assert (more.counted, more.surplus) == (6, 1)
    allowed = presence([class_, group(heads=3, size=7, at=2)], {})
    assert (allowed.counted, allowed.surplus) == (7, 0)


def test_a_members_own_ticket_and_the_groups_count_one_person_once() -> None:
    assert counted(group(heads=5, at=1), member(1, at=2)) == (5, 5)
    assert counted(member(1, at=1), member(2, at=2), group(heads=1, at=3)) == (2, 2)


def test_who_came_apart_from_the_counted_heads_is_added() -> None:
    assert counted(group(heads=4, at=1), member(1, apart=True, at=2)) == (5, 5)
    assert counted(member(1, at=1), group(heads=4, apart=[1], at=2)) == (5, 5)
    assert counted(member(1, at=1), group(heads=4, apart=[1], named=[1], at=2)) == (4, 4)


def test_a_gate_that_had_not_heard_of_a_count_cannot_say_who_is_apart_from_it() -> None:
    """The member may be one of the three who were counted first, back on their own ticket."""
    first_heads, left = group(heads=3, at=1), group(Kind.DEPARTURE, heads=1, at=2)
    back, later = member(1, at=3), group(heads=2, apart=[1], at=4)
    assert counted(first_heads, left, back, later) == (5, 5)


def test_a_count_that_had_not_heard_of_a_member_may_hold_them() -> None:
    assert counted(member(1, at=1), group(heads=4, at=2)) == (4, 4)
    aware, unaware = group(heads=2, apart=[1], at=2), group(heads=2, at=3)
    assert counted(member(1, at=1), aware) == (3, 3)
    assert counted(member(1, at=1), aware, unaware) == (4, 4)


def test_a_count_of_those_who_return_says_nothing_of_who_came_since() -> None:
    story = [member(1, at=1), group(Kind.DEPARTURE, heads=1, at=2), group(heads=1, at=3)]
    later = [member(2, at=4), group(heads=2, apart=[1, 2], at=5)]
    assert counted(*story, *later) == (4, 4)


def test_who_is_named_on_the_way_back_stays_apart_from_the_heads() -> None:
    story = [member(1, at=1), group(heads=3, apart=[1], at=2)]
    alone = [*story, member(1, Kind.DEPARTURE, at=3)]
    together = [*story, group(Kind.DEPARTURE, heads=1, at=3)]
    for left in (alone, together):
        assert counted(*left) == (4, 3)
        assert counted(*left, group(heads=1, apart=[1], named=[1], at=4)) == (4, 4)


def test_a_member_whom_nobody_counted_is_none_of_those_who_left() -> None:
    """Whoever came did so on their own tickets, or may have, so it is known who they are."""
    left = [member(2, at=1), group(Kind.DEPARTURE, heads=1, at=2)]
    assert counted(*left, member(1, at=3)) == (2, 1)
    came = [group(heads=2, at=1), member(1, at=2), member(2, at=3)]
    assert counted(*came, group(Kind.DEPARTURE, heads=1, at=4), member(3, at=5)) == (3, 2)


def test_paper_is_entered_late_and_knows_who_came_apart_since() -> None:
    """A sheet of nine o'clock is entered when the member has been inside for an hour."""
    aware, also, not_ = (
        group(heads=2, apart=told, at=at) for told, at in (([1], 1), ([1], 2), ([], 2))
    )
    assert counted(aware, also, member(1, at=3)) == (5, 5)
    assert counted(aware, not_, member(1, at=3)) == (4, 4)


def test_a_member_of_a_counted_group_leaves_and_returns_by_their_own_ticket() -> None:
    story = [group(heads=6, at=1), member(1, Kind.DEPARTURE, at=2)]
    assert counted(*story) == (6, 5)
    assert counted(*story, member(1, at=3)) == (6, 6)
    assert counted(*story, member(2, Kind.DEPARTURE, at=3), group(heads=2, at=4)) == (6, 6)


def test_who_left_with_the_group_returns_by_their_own_ticket() -> None:
    story = [member(1, at=1), member(2, at=2), group(Kind.DEPARTURE, heads=2, at=3)]
    assert counted(*story) == (2, 0)
    assert counted(*story, member(2, at=4)) == (2, 1)


def test_a_scanned_group_is_uncounted_until_somebody_says_how_many() -> None:
    asked = group(Kind.GROUP_PENDING, at=1)
    assert presence([asked], {}) == Presence(uncounted=True)
    assert not presence([asked, group(heads=5, at=2)], {}).uncounted
    assert presence([asked, group(heads=5, at=2), group(Kind.GROUP_PENDING, at=3)], {}).uncounted
    assert presence([asked, member(1, at=2)], {}).uncounted


def test_adults_and_paper_are_told_of_those_who_are_counted() -> None:
    found = presence([group(heads=5, adults=2, source=PAPER, at=1), group(heads=1, at=2)], {})
    assert (found.counted, found.adults, found.paper) == (6, 2, 5)
    twice = presence([group(heads=6, at=1), group(heads=6, source=PAPER, at=2)], {})
    assert (twice.counted, twice.paper, twice.surplus) == (6, 0, 6)


def test_what_was_written_on_paper_counts_at_the_time_that_was_written() -> None:
    scanned = movement(at=600)
    paper = movement(source=PAPER, at=9_000, data={"said_at": 300}, seq=2)
    assert first([scanned, paper], {}) == paper
    assert not paper.when({}).confirmed


def test_two_registrations_under_one_number_are_two_people() -> None:
    """Both copies of a copied folder give their next walk-in the same number."""
    one = movement(registration="a" * 64, at=1)
    other = movement(registration="b" * 64, at=2, device=DEVICES[1])
    assert counted(one, other) == (2, 2)
    assert not presence([one, other], {}).doubled


@dataclass
class Door:
    """The plain model: people go through a door one after the other, and everybody is watched.

    Group members 1 … 3 hold tickets of their own; 4 … 6 can only come on the group's. Whoever
    comes on the group's ticket is first one of those who went out.
    """

    came: set[int] = field(default_factory=set)
    inside: set[int] = field(default_factory=set)

    def group_comes(self, heads: int) -> int:
        """How many of so many fit; those who have left come back first."""
        away = sorted(self.came - self.inside)
        new = sorted(set(range(1, SIZE + 1)) - self.came, reverse=True)
        coming = (away + new)[:heads]
        self.came.update(coming)
        self.inside.update(coming)
        return len(coming)

    def group_leaves(self, heads: int) -> int:
        leaving = sorted(self.inside, reverse=True)[:heads]
        self.inside.difference_update(leaving)
        return len(leaving)

    def comes(self, who: int) -> None:
        self.came.add(who)
        self.inside.add(who)


@st.composite
def watched_days(draw: st.DrawFn) -> tuple[list[Movement], Door]:
    """What gates that know of one another write down, and what really happened."""
    door, written = Door(), list[Movement]()
    for seq in range(1, draw(st.integers(1, 14)) + 1):
        clocks: dict[str, Any] = {"seq": seq, "at": seq, "device": draw(st.sampled_from(DEVICES))}
        what = draw(st.sampled_from(("count", "leave", "member", "member leaves", "paper", "ask")))
        who = draw(st.sampled_from(MEMBERS))
        if what == "ask":
            written.append(group(Kind.GROUP_PENDING, **clocks))
        elif what in {"count", "paper"}:
            known = list(history_of(GROUP, written, {}).apart)
            heads = door.group_comes(draw(st.integers(1, SIZE)))
            source = PAPER if what == "paper" else "wedge"
            if heads:
                written.append(group(heads=heads, apart=known, source=source, **clocks))
        elif what == "leave":
            heads = door.group_leaves(draw(st.integers(1, SIZE)))
            if heads:
                written.append(group(Kind.DEPARTURE, heads=heads, **clocks))
        elif what == "member" and who not in door.inside:
            written.append(member(who, apart=who not in door.came, **clocks))
            door.comes(who)
        elif what == "member leaves" and who in door.inside:
            written.append(member(who, Kind.DEPARTURE, **clocks))
            door.inside.remove(who)
    return written, door


@given(watched_days(), st.randoms())
def test_gates_that_know_of_one_another_count_what_happened(
    day: tuple[list[Movement], Door], random: Any
) -> None:
    written, door = day
    told = written.copy()
    random.shuffle(told)
    found = presence(told, {})
    assert (found.counted, found.inside) == (len(door.came), len(door.inside))


@st.composite
def unwatched_days(draw: st.DrawFn) -> list[tuple[Movement, frozenset[int]]]:
    """Gates that know nothing of one another, and whom each movement really let in."""
    people = st.sets(st.integers(1, SIZE), min_size=1).map(frozenset)
    found = []
    for seq in range(1, draw(st.integers(1, 8)) + 1):
        clocks: dict[str, Any] = {"seq": seq, "at": draw(st.integers(0, 9)), "device": DEVICES[0]}
        if draw(st.booleans()):
            who = draw(people)
            found.append((group(heads=len(who), **clocks), who))
        else:
            holder = draw(st.sampled_from(MEMBERS))
            found.append((member(holder, **clocks), frozenset({holder})))
    return found


@given(unwatched_days())
def test_gates_that_know_nothing_of_one_another_count_no_group_twice(
    day: list[tuple[Movement, frozenset[int]]],
) -> None:
    """People who came several times over are one person each, whatever the tickets were."""
    found = presence([moved for moved, _ in day], {})
    members = {moved.ticket for moved, _ in day if not moved.is_partys_own}
    once = sum(moved.heads for moved, _ in day if moved.is_partys_own)
    assert found.counted == min(max(once, len(members)), SIZE)
    assert found.inside == found.counted


@st.composite
def scribbles(draw: st.DrawFn) -> list[Record]:
    """Anything that records may say, sense or none."""
    found = []
    for seq in range(1, draw(st.integers(0, 10)) + 1):
        kind = draw(st.sampled_from((Kind.ARRIVAL, Kind.DEPARTURE, Kind.GROUP_PENDING)))
        data = {
            "ticket": draw(st.sampled_from((1, 2, GROUP))),
            "group": draw(st.sampled_from((0, GROUP))),
            "heads": 0 if kind == Kind.GROUP_PENDING else draw(st.integers(1, 9)),
            "adults": draw(st.integers(-1, 9)),
            "size": draw(st.integers(-1, 9)),
            "apart": draw(st.lists(st.integers(0, 3), max_size=3)),
            "named": draw(st.lists(st.integers(0, 3), max_size=3)),
        }
        found.append(record(kind, data, seq=seq, at=draw(st.integers(0, 5))))
    return found


@given(scribbles(), st.randoms())
def test_the_order_of_telling_changes_nothing(written: list[Record], random: Any) -> None:
    movements = _of(written, GROUP)
    told = movements.copy()
    random.shuffle(told)
    assert presence(told, {}) == presence(movements, {})


@given(scribbles())
def test_no_scribble_breaks_the_sums(written: list[Record]) -> None:
    for party in (1, 2, GROUP):
        found = presence(_of(written, party), {})
        assert 0 <= found.inside <= found.counted <= found.heads
        assert 0 <= found.adults <= found.counted
        assert found.paper == 0
        assert found.surplus >= 0


def _of(written: Iterable[Record], party: int) -> list[Movement]:
    found = (Movement.from_record(one) for one in written)
    return [movement for movement in found if movement and movement.party == party]
