"""Headcounts of two real kiosks against a plain model of the people who went through the doors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.attendance import fold
from kiosk.domain.headcount import Presence
from kiosk.store.verify import verify
from tests.integration.gates import MEMBERS, PLACES, Gate, Time, World, exchange
from tests.integration.people import Day

SLOW_MS = 47 * 60_000
EXAMPLES = 40
_worlds = count(1)


@pytest.fixture(scope="module")
def gates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Gate, Gate]]:
    """Two kiosks: one wall clock is right, the other 47 minutes slow."""
    folder, time = tmp_path_factory.mktemp("gates"), Time()
    with ExitStack() as stack:
        made = [Gate.opened(folder, n, time, off) for n, off in (("A", 0), ("B", -SLOW_MS))]
        for gate in made:
            stack.enter_context(gate.store)
        yield made[0], made[1]


MOVES = (
    "group",
    "group",
    "named",
    "member",
    "member",
    "group leaves",
    "corrected",
    "member leaves",
    "group from paper",
    "member from paper",
    "asked",
    "undo",
)
steps = st.lists(
    st.tuples(
        st.sampled_from(MOVES),
        st.integers(0, 1),
        st.integers(1, PLACES),
        st.sampled_from(MEMBERS),
    ),
    min_size=1,
    max_size=14,
)


def play(day: Day, what: str, gate: Gate, heads: int, who: int) -> None:
    gate.time.step()
    match what:
        case "group":
            day.group_comes(gate, heads)
        case "named":
            day.group_comes(gate, heads, named=True)
        case "member":
            day.member_comes(gate, who)
        case "group leaves":
            day.group_leaves(gate, heads, corrected=False)
        case "corrected":
            day.group_leaves(gate, heads, corrected=True)
        case "member leaves":
            day.member_leaves(gate, who)
        case "group from paper":
            day.group_from_paper(gate, heads)
        case "member from paper":
            day.member_from_paper(gate, who)
        case "asked":
            day.group_is_asked(gate)
        case "undo":
            day.undo_last()


def begin(gates: tuple[Gate, Gate]) -> Day:
    world = World(next(_worlds))
    for gate in gates:
        gate.learn(world)
    return Day(gates, world)


def agree(gates: tuple[Gate, Gate], party: int) -> Presence:
    """What both gates and the central server's fold of all records count of a party."""
    one, other = (gate.presence(party) for gate in gates)
    central = fold(record for gate in gates for record in gate.records())
    assert one == other == central.presence(party)
    return one


def check_stores(gates: tuple[Gate, Gate]) -> None:
    """Both stores hold the same records and count the same from them."""
    one, other = gates
    assert {r.hash for r in one.records()} == {r.hash for r in other.records()}
    for gate in gates:
        report = verify(gate.store)
        assert (report.ok, report.projections_ok, report.problem) == (True, True, "")
    sums = [gate.store.read(lambda uow: uow.attendance.tally()) for gate in gates]
    central = fold(one.records())
    for tally in sums:
        assert tally.site == central.unique_visitors() > 0
        assert tally.inside == central.inside()
        assert tally.paper == central.from_paper() > 0


def test_gates_that_know_of_each_other_count_what_happened(gates: tuple[Gate, Gate]) -> None:
    @settings(max_examples=EXAMPLES)
    @given(story=steps, seed=st.integers(0, 2**32))
    def told(story: list[tuple[str, int, int, int]], seed: int) -> None:
        day, random = begin(gates), Random(seed)
        for what, at, heads, who in story:
            play(day, what, gates[at], heads, who)
            exchange(gates, random)
            for gate in gates:
                found = gate.presence(day.world.group)
                assert (found.counted, found.inside, found.uncounted) == day.door.counts
                assert found.surplus == 0
                assert (day.world.group in gate.uncounted()) == day.door.uncounted
        agree(gates, day.world.group)

    told()
    check_stores(gates)


def test_gates_that_hear_late_of_each_other_count_nobody_twice(gates: tuple[Gate, Gate]) -> None:
    @settings(max_examples=EXAMPLES)
    @given(story=steps, seed=st.integers(0, 2**32))
    def told(story: list[tuple[str, int, int, int]], seed: int) -> None:
        day, random = begin(gates), Random(seed)
        for what, at, heads, who in story:
            play(day, what, gates[at], heads, who)
            exchange(gates, random, all_of_it=False)
        alone = [gate.own_counted(day.world.group) for gate in gates]
        exchange(gates, random)
        found = agree(gates, day.world.group)
        assert found.counted <= len(day.door.came)
        assert found.inside <= len(day.door.inside)
        if not any("leave" in what or what == "corrected" for what, *_ in story):
            assert found.counted >= max(alone)

    told()
    check_stores(gates)
