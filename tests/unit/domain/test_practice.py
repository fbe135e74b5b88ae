"""Which practice cards are solved follows from the records that stand, and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.practice import (
    Practised,
    Situation,
    asked,
    begun,
    counted,
    solved,
    this_round,
)
from kiosk.domain.records import Kind, Record


def record(kind: str, seq: int = 1, /, **data: Any) -> Record:
    name = f"{kind}-{seq}-{sorted(data.items())}"
    return Record("d", seq, 0, "boot", 0, 1, 1, "A", "", kind, data, "", name)


def arrival(ticket: int, heads: int = 1, adults: int = 0) -> Record:
    return record(Kind.ARRIVAL, ticket=ticket, heads=heads, adults=adults)


def refusal(verdict: str, ticket: int = 0) -> Record:
    return record(Kind.REFUSAL, ticket=ticket, verdict=verdict)


def taken_back(target: Record) -> Record:
    return record(Kind.RETRACTION, target=target.hash)


def same_person() -> Record:
    verdict, reason = "already_inside", "same_person"
    return record(Kind.OVERRIDE, ticket=2, verdict=verdict, reason=reason)


def walk_in(kind: str = "pupil", grade: str = "9") -> Record:
    return record(Kind.WALK_IN, kind=kind, grade=grade)


ROUND = (
    arrival(1),
    arrival(2),
    refusal("already_inside", 2),
    same_person(),
    record(Kind.GROUP_PENDING, ticket=3),
    arrival(3, 27, 2),
    refusal("wrong_site", 4),
    refusal("cancelled", 5),
    refusal("unreadable"),
    arrival(6),
    arrival(7),
    walk_in(),
)
"""A round without a slip."""

UNRELATED = st.sampled_from(
    [
        record("opened"),
        record("clock_checked"),
        record(Kind.SIGN_IN),
        record("something later"),
        refusal("unknown"),
        refusal("wrong_site", 5),
        refusal("cancelled", 4),
        refusal("already_inside", 1),
        record(Kind.OVERRIDE, ticket=1, verdict="already_inside", reason="same_person"),
        record(Kind.TRIAL_RESULT, ticket=1),
        record(Kind.DEPARTURE, ticket=3, heads=27),
        walk_in("guest", ""),
        arrival(99),
    ]
)


@given(st.permutations(ROUND), st.lists(UNRELATED))
def test_cards_are_played_in_any_order_with_anything_between(
    played: list[Record], others: list[Record]
) -> None:
    assert solved([*others, *played]) == solved([*played, *others]) == tuple(Situation)
    assert begun([*played, *others]) == ()
    assert solved(others) == ()


@given(st.sets(st.sampled_from(range(len(ROUND)))), st.sets(st.sampled_from(range(len(ROUND)))))
def test_what_was_taken_back_is_as_if_it_had_not_been(played: set[int], undone: set[int]) -> None:
    records = [*(ROUND[i] for i in played), *(taken_back(ROUND[i]) for i in undone)]
    standing = [ROUND[i] for i in played - undone]
    assert solved(records) == solved(standing)
    assert begun(records) == begun(standing)


def test_a_group_is_solved_by_its_whole_count_alone() -> None:
    for wrong in (arrival(3, 27, 1), arrival(3, 30, 2), arrival(3, 26, 2)):
        assert solved([wrong]) == ()
        assert begun([wrong]) == (Situation.GROUP,)
    parts: Sequence[Record] = (arrival(3, 20, 2), arrival(3, 7))
    assert solved(parts) == (Situation.GROUP,)
    assert counted(parts) == (25, 2)


def test_a_met_card_waits_for_the_rest_of_its_way() -> None:
    assert begun([refusal("already_inside", 2)]) == (Situation.RETURNED,)
    assert begun([record(Kind.GROUP_PENDING, ticket=3)]) == (Situation.GROUP,)
    assert begun([refusal("unreadable")]) == (Situation.DAMAGED,)
    assert begun([walk_in(grade="8")]) == (Situation.WALK_IN,)


def test_only_the_answer_of_the_story_solves_the_second_card() -> None:
    scan = refusal("already_inside", 2)
    copy = record(Kind.REFUSAL, ticket=2, verdict="already_inside", answer="copy")
    other = record(Kind.OVERRIDE, ticket=2, verdict="already_inside", reason="apart")
    assert solved([scan, copy, other]) == ()
    assert begun([scan, copy, other]) == (Situation.RETURNED,)
    assert solved([scan, copy, scan, same_person()]) == (Situation.RETURNED,)


def test_who_is_to_be_kept_out_is_not_let_in_all_the_same() -> None:
    for situation, verdict in KEPT_OUT.items():
        refused, came = refusal(verdict, situation.ticket), arrival(situation.ticket)
        assert (solved([refused, came]), begun([refused, came])) == ((), (situation,))
        assert solved([refused, came, taken_back(came)]) == (situation,)


KEPT_OUT = {Situation.OTHER_SITE: "wrong_site", Situation.CANCELLED: "cancelled"}


def test_the_last_scan_asks_until_it_is_answered() -> None:
    group = record(Kind.GROUP_PENDING, 1, ticket=3, scan="g")
    again = record(Kind.GROUP_PENDING, 3, ticket=3, scan="g")
    came = record(Kind.ARRIVAL, 2, ticket=3, heads=30, adults=2, scan="g")
    back = record(Kind.REFUSAL, 4, ticket=2, verdict="already_inside", scan="r")
    answer = record(Kind.OVERRIDE, 5, ticket=2, target=back.hash)
    assert asked([]) is None
    assert asked([group]) is Situation.GROUP
    assert asked([group, taken_back(group)]) is None
    assert asked([group, came]) is asked([group, came, taken_back(came)]) is None
    assert asked([group, came, taken_back(came), again]) is Situation.GROUP
    assert asked([group, back]) is Situation.RETURNED
    assert asked([group, back, answer]) is None


def test_a_round_begins_with_the_last_start_of_the_day() -> None:
    kinds = ["arrival", "day_started", "refusal", "day_started", "walk_in"]
    records = [record(kind, seq) for seq, kind in enumerate(kinds, start=1)]
    assert [one.seq for one in this_round(reversed(records))] == [5]
    assert [one.seq for one in this_round(records[:1])] == [1]


def test_cards_are_numbered_and_all_but_the_last_have_a_ticket() -> None:
    assert [situation.card for situation in Situation] == list(range(1, 9))
    assert [situation.ticket for situation in Situation] == [*range(1, 8), 0]


def test_only_a_whole_round_is_a_complete_practice() -> None:
    assert Practised("", "Анна К.", 8, 0).is_complete
    assert not Practised("", "Анна К.", 7, 0).is_complete
