"""Closing: when a branch is ended, a site closed, a day reopened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import closing
from kiosk.domain.closing import DeviceStatus
from kiosk.domain.records import AFTER_DAY_END, Kind, Record
from tests.unit.domain.invented import DEVICES, arrival, record, result

ONE, OTHER = DEVICES[:2]
HARMLESS = sorted(AFTER_DAY_END - {Kind.DAY_ENDED})
REOPENING = ["opened", "arrival", "trial_result", "refusal", "retraction", "invented_later"]


def branch(*kinds: str, device: str = ONE) -> list[Record]:
    return [record(kind, device=device, seq=seq) for seq, kind in enumerate(kinds, 1)]


@pytest.mark.parametrize("kind", HARMLESS)
def test_harmless_kinds_do_not_reopen(kind: str) -> None:
    assert closing.branch_ended(branch("arrival", "day_ended", kind))


@pytest.mark.parametrize("kind", REOPENING)
def test_other_kinds_reopen(kind: str) -> None:
    assert not closing.branch_ended(branch("arrival", "day_ended", kind))
    assert closing.branch_ended(branch("arrival", "day_ended", kind, "day_ended"))


@given(st.lists(st.sampled_from([*HARMLESS, *REOPENING, "day_ended"])))
def test_a_day_is_ended_by_its_last_telling_kind(kinds: list[str]) -> None:
    telling = [kind for kind in kinds if kind not in HARMLESS]
    assert closing.branch_ended(branch(*kinds)) == (telling[-1:] == ["day_ended"])


def test_succeeded_names_what_another_identity_goes_on_from() -> None:
    succeeds = {"device_id": ONE, "seq": 4, "hash": "f" * 64}
    assert closing.succeeded([record("opened", {"succeeds": succeeds})]) == {"f" * 64}
    assert closing.succeeded([record("arrival", {"succeeds": succeeds})]) == frozenset()
    assert closing.succeeded([record("opened", {"succeeds": "?"})]) == frozenset()


def test_excused_names_devices() -> None:
    excuse = record(Kind.DEVICE_EXCUSED, {"device_id": OTHER, "reason": "drowned"})
    again = record(Kind.DEVICE_EXCUSED, {"device_id": OTHER, "reason": "found, broken"}, at=2_000)
    assert closing.excused([again, excuse, arrival()], {}) == {OTHER: "found, broken"}


def test_an_excuse_is_over_once_the_device_writes_on() -> None:
    known = branch("arrival")
    ends = {"device_id": ONE, "reason": "drowned", "heads": [known[-1].hash]}
    excuse = record(Kind.DEVICE_EXCUSED, ends)
    for later, stands in (((), True), (("sign_in",), True), (("arrival",), False)):
        own = branch("arrival", *later)
        assert own[0] == known[0]
        assert (ONE in closing.excused([excuse], {ONE: [own]})) is stands


def closes(*ends: list[Record], also: dict[str, object] | None = None) -> Record:
    heads: dict[str, object] = {}
    for path in ends:
        heads[path[-1].device_id] = [path[-1].hash]
    return record(Kind.SITE_CLOSED, {"heads": heads | (also or {})}, seq=99)


def test_a_closing_stands_over_the_ends_that_it_names() -> None:
    one, other = branch("day_ended"), branch("day_ended", device=OTHER)
    assert closing.stands(closes(one, other), {ONE: [one], OTHER: [other]})


def test_a_device_that_it_does_not_name_reopens() -> None:
    one, other = branch("day_ended"), branch("day_ended", device=OTHER)
    assert not closing.stands(closes(one), {ONE: [one], OTHER: [other]})


def test_a_branch_that_it_does_not_name_reopens() -> None:
    one = branch("day_ended")
    copy = [*one[:-1], record("day_ended", seq=1, at=77)]
    assert not closing.stands(closes(one), {ONE: [one, copy]})
    both = closes(also={ONE: [one[-1].hash, copy[-1].hash]})
    assert closing.stands(both, {ONE: [one, copy]})


@pytest.mark.parametrize("kind", [*HARMLESS, "day_ended"])
def test_harmless_records_leave_a_closing_standing(kind: str) -> None:
    one = branch("arrival", "day_ended")
    assert closing.stands(closes(one), {ONE: [[*one, record(kind, seq=3)]]})


@pytest.mark.parametrize("later", [arrival(seq=3), result(seq=3), record("new_kind", seq=3)])
def test_attendance_and_trials_reopen_even_when_the_day_is_ended_again(later: Record) -> None:
    one = branch("arrival", "day_ended")
    reopened = [*one, later, record("day_ended", seq=4)]
    assert not closing.stands(closes(one), {ONE: [reopened]})
    assert closing.stands(closes(reopened), {ONE: [reopened]})


def test_a_device_that_wrote_nothing_needs_only_to_be_named() -> None:
    assert closing.stands(closes(also={ONE: []}), {ONE: []})
    assert not closing.stands(closes(), {ONE: []})


@pytest.mark.parametrize("heads", [None, "all", 5, [ONE]])
def test_a_closing_with_odd_heads_stands_over_nothing(heads: object) -> None:
    one = branch("day_ended")
    assert not closing.stands(record(Kind.SITE_CLOSED, {"heads": heads}), {ONE: [one]})
    odd = record(Kind.SITE_CLOSED, {"heads": {ONE: one[-1].hash}})
    assert not closing.stands(odd, {ONE: [one]})


@pytest.mark.parametrize(
    ("recorded", "on_server", "ended", "excused", "missing", "settled"),
    [
        (5, 5, True, False, 0, True),
        (5, 4, True, False, 1, False),
        (5, 5, False, False, 0, False),
        (5, 0, False, True, 5, True),
        (5, 7, True, False, 0, True),
    ],
)
def test_a_device_is_settled_when_it_ended_with_nothing_missing_or_is_excused(
    recorded: int, on_server: int, ended: bool, excused: bool, missing: int, settled: bool
) -> None:
    device = DeviceStatus(ONE, "Gate", recorded, on_server, ended=ended, excused=excused)
    assert device.missing == missing
    assert device.settled == settled
    assert closing.in_the_way([device]) == ([] if settled else [device])
