"""The chain: what is deleted, swapped or altered shows; both branches of a copy are found."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.records import Record
from kiosk.journal.chain import Break, branches, first_break
from kiosk.journal.identity import genesis
from kiosk.journal.lines import parse
from tests.unit.journal.invented import IDENTITY, OTHER, chain, line

START = genesis(IDENTITY.public)
LENGTH = 6
RECORDS = chain(["arrival"] * LENGTH)


def test_a_whole_chain_has_no_break() -> None:
    assert first_break(RECORDS, 0, START) is None
    assert first_break(RECORDS[2:], 2, RECORDS[1].hash) is None
    assert first_break([], 0, START) is None


@given(st.integers(0, LENGTH - 2))
def test_a_deleted_record_is_named(at: int) -> None:
    assert first_break(RECORDS[:at] + RECORDS[at + 1 :], 0, START) == Break(
        at + 1, f"record {at + 1} is missing"
    )


@given(st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_swapped_records_are_named(one: int, other: int) -> None:
    swapped = list(RECORDS)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    found = first_break(swapped, 0, START)
    assert (found and found.seq) == (None if one == other else min(one, other) + 1)


@given(st.integers(0, LENGTH - 2))
def test_an_altered_record_is_named_by_the_one_after_it(at: int) -> None:
    old = RECORDS[at]
    new = parse(line(seq=old.seq, prev=old.prev, data={"heads": 9}))
    found = first_break([*RECORDS[:at], new, *RECORDS[at + 1 :]], 0, START)
    assert found is not None
    assert found.seq == at + 2


def test_another_devices_beginning_is_a_break() -> None:
    found = first_break(chain(["arrival"], OTHER), 0, START)
    assert found == Break(1, "record 1 does not continue record 0")


def leaves(records: list[Record]) -> list[str]:
    return [branch.leaf.hash for branch in branches(records, IDENTITY.public)]


@given(st.permutations(RECORDS))
def test_one_history_is_one_branch(records: list[Record]) -> None:
    [branch] = branches(records + records[:2], IDENTITY.public)
    assert branch.records == tuple(RECORDS)


@st.composite
def forked(draw: st.DrawFn) -> list[list[Record]]:
    """The branches of a folder that was copied any number of times, copies of copies included."""
    paths = [chain(["arrival"] * draw(st.integers(1, 4)))]
    for copy in range(draw(st.integers(0, 4))):
        parent = draw(st.sampled_from(paths))
        shared = parent[: draw(st.integers(0, len(parent)))]
        grown = chain(
            ["arrival"] * draw(st.integers(1, 3)),
            after=shared[-1] if shared else None,
            mark=f"copy {copy}",
        )
        paths.append([*shared, *grown])
    return paths


@given(forked())
def test_every_branch_of_a_forked_history_is_found(paths: list[list[Record]]) -> None:
    everything = {record.hash: record for path in paths for record in path}
    followed = {record.prev for record in everything.values()}
    ends = {record.hash for record in everything.values()} - followed
    shuffled = sorted(everything.values(), key=lambda r: r.hash)
    found = branches(shuffled, IDENTITY.public)
    assert sorted(ends) == [branch.leaf.hash for branch in found]
    for branch in found:
        assert first_break(branch.records, 0, START) is None
    assert {r.hash for branch in found for r in branch.records} == set(everything)


def test_records_that_hang_in_the_air_are_left_out() -> None:
    assert leaves(RECORDS[:2] + RECORDS[3:]) == [RECORDS[1].hash]
    assert leaves(RECORDS[1:]) == []
    assert leaves([]) == []


def test_a_record_whose_number_does_not_fit_is_left_out() -> None:
    late = parse(line(seq=9, prev=RECORDS[0].hash))
    assert leaves([RECORDS[0], late]) == [RECORDS[0].hash]
    assert leaves([replace(RECORDS[0], seq=2)]) == []


def test_a_long_journal_is_no_deep_recursion() -> None:
    long = chain(["arrival"] * 3_000)
    assert leaves(long) == [long[-1].hash]
