"""Attendance: a function of the set of records, whatever their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import attendance
from kiosk.domain.headcount import PAPER, Presence, first
from kiosk.domain.movements import Movement, Passage
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.walk_ins import WalkInNumber
from tests.unit.domain.invented import (
    DEVICES,
    arrival,
    clock_check,
    histories,
    record,
    retraction,
    told_twice,
)


@given(told_twice())
def test_order_and_repeats_do_not_matter(told: tuple[list[Record], list[Record]]) -> None:
    once, again = told
    assert attendance.fold(again) == attendance.fold(once)
    one, other = attendance.fold(once), attendance.fold(again)
    assert one.double_entries() == other.double_entries()
    assert one.counted_by_kind() == other.counted_by_kind()


@given(histories())
def test_nobody_is_counted_beyond_the_ticket(history: list[Record]) -> None:
    folded = attendance.fold(history)
    for ticket, arrivals in folded.by_party.items():
        found = folded.presence(ticket)
        assert 0 < found.counted <= max(a.size for a in arrivals)
        assert found.counted <= found.heads == sum(a.heads for a in arrivals)
        assert found.doubled == (found.heads > max(a.size for a in arrivals))
        assert found.inside == found.counted
    assert folded.unique_visitors() <= folded.arrivals()
    assert folded.unique_visitors() == sum(folded.counted_by_kind().values())


@given(histories())
def test_a_retracted_arrival_counts_nowhere(history: list[Record]) -> None:
    targets = {r.data["target"] for r in history if r.kind == Kind.RETRACTION}
    folded = attendance.fold(history)
    standing = {a.hash for arrivals in folded.by_party.values() for a in arrivals}
    told = {r.hash for r in history if r.kind == Kind.ARRIVAL}
    assert standing == told - targets


def test_a_retraction_may_come_before_its_target() -> None:
    came = arrival(ticket=5)
    gone = retraction(came, device=DEVICES[1])
    folded = attendance.fold([gone, came])
    assert folded.presence(5) == Presence()
    assert folded.arrivals() == folded.unique_visitors() == 0


def test_two_gates_admit_one_ticket_and_both_records_stay() -> None:
    late = arrival(ticket=5, device=DEVICES[0], at=2_000)
    early = arrival(ticket=5, device=DEVICES[1], at=1_000)
    folded = attendance.fold([late, early])
    assert folded.presence(5) == Presence(arrivals=2, heads=2, counted=1, inside=1, surplus=1)
    assert folded.arrivals() == 2
    assert folded.unique_visitors() == 1
    [pair] = folded.double_entries()
    assert [a.hash for a in pair] == [early.hash, late.hash]


def test_heads_from_paper_and_without_a_ticket_are_told_apart() -> None:
    walk_in = WalkInNumber(1, 17).ticket
    paper = Passage(9, TicketKind.GROUP, 25, PAPER).data(heads=20, said_at=500)
    folded = attendance.fold(
        [arrival(5), arrival(walk_in), record(Kind.ARRIVAL, paper), arrival(9, heads=5, size=25)]
    )
    assert (folded.unique_visitors(), folded.from_paper(), folded.without_ticket()) == (27, 20, 1)
    assert folded.counted_by_kind() == {TicketKind.PUPIL: 2, TicketKind.GROUP: 25}
    assert folded.paper_by_kind() == {TicketKind.GROUP: 20}


def test_a_group_that_comes_in_two_parts_is_no_double_entry() -> None:
    folded = attendance.fold(
        [arrival(9, heads=15, size=25, seq=1), arrival(9, heads=10, size=25, seq=2)]
    )
    assert folded.presence(9) == Presence(arrivals=2, heads=25, counted=25, inside=25)
    assert folded.double_entries() == []
    one_more = attendance.fold(
        [arrival(9, heads=15, size=25, seq=1), arrival(9, heads=11, size=25, seq=2)]
    )
    assert one_more.presence(9) == Presence(arrivals=2, heads=26, counted=25, inside=25, surplus=1)
    assert len(one_more.double_entries()) == 1


def test_the_first_arrival_is_the_earliest_in_true_time() -> None:
    """Kiosk 2's clock is 47 minutes slow: its 10:00 is 10:47, once a check says so."""
    minute = 60_000
    right = arrival(5, device=DEVICES[0], at=620 * minute, timebase="one", elapsed=0)
    slow = arrival(5, device=DEVICES[1], at=600 * minute, timebase="two", elapsed=0)
    check = clock_check(
        647 * minute + 1, device=DEVICES[1], at=600 * minute + 1, timebase="two", elapsed=1
    )
    before = attendance.fold([right, slow])
    after = attendance.fold([right, slow, check])
    assert first(before.by_party[5], before.anchors) == Movement.from_record(slow)
    assert first(after.by_party[5], after.anchors) == Movement.from_record(right)
    assert [a.hash for a in before.double_entries()[0]] == [slow.hash, right.hash]
    assert [a.hash for a in after.double_entries()[0]] == [right.hash, slow.hash]


def test_of_two_arrivals_at_one_time_the_hash_decides() -> None:
    pair = [arrival(5, device=device) for device in DEVICES[:2]]
    arrivals = [a for a in map(Movement.from_record, pair) if a]
    least = min(r.hash for r in pair)
    for order in (arrivals, arrivals[::-1]):
        found = first(order, {})
        assert found is not None
        assert found.hash == least
    assert first([], {}) is None


def test_a_scanned_group_that_nobody_counted_is_named() -> None:
    asked = record(Kind.GROUP_PENDING, Passage(9, TicketKind.GROUP, 25, "scan").data(), at=1, seq=1)
    again = record(Kind.GROUP_PENDING, Passage(9, TicketKind.GROUP, 25, "scan").data(), at=2, seq=2)
    [left] = attendance.fold([asked, again]).uncounted()
    assert left.hash == again.hash
    assert attendance.fold([asked, again]).unique_visitors() == 0
    counted = arrival(9, heads=20, size=25, at=3, seq=3)
    assert attendance.fold([asked, again, counted]).uncounted() == []
    assert attendance.fold([asked, retraction(asked, seq=2)]).uncounted() == []


def test_came_names_the_holder_and_whom_a_count_named() -> None:
    data = Passage(9, TicketKind.GROUP, 25, "scan").data(heads=2, named=[4, 5])
    folded = attendance.fold([record(Kind.ARRIVAL, data)])
    assert all(folded.came(ticket) for ticket in (4, 5, 9))
    assert not folded.came(6)


@given(
    st.integers(1, 2**24 - 1), st.sampled_from(TicketKind), st.integers(1, 63), st.integers(1, 63)
)
def test_from_record_is_the_inverse_of_data(
    ticket: int, kind: TicketKind, heads: int, size: int
) -> None:
    data = Passage(ticket, kind, size, "scan", group=7).data(heads=heads, scan="x")
    found = Movement.from_record(record(Kind.ARRIVAL, data))
    assert found is not None
    assert (found.ticket, found.kind, found.heads, found.size) == (ticket, kind, heads, size)
    assert (found.party, data["scan"]) == (7, "x")


@given(
    st.dictionaries(
        st.sampled_from(("ticket", "ticket_kind", "heads", "size")),
        st.none() | st.booleans() | st.integers(-2, 2) | st.text(max_size=3) | st.just([1]),
    )
)
def test_odd_data_of_other_versions_raise_nothing(data: dict[str, object]) -> None:
    folded = attendance.fold([record(Kind.ARRIVAL, data)])
    counts = type(data.get("ticket")) is int and type(data.get("heads")) is int
    assert folded.unique_visitors() in ({0, 1, 2} if counts else {0})
