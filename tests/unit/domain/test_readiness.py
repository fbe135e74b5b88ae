"""Ready for the day: each rule at its threshold, and nothing unknown called ready."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.readiness import (
    ESSENTIAL,
    OF_THE_SYSTEM,
    Advice,
    Check,
    Line,
    State,
    is_ready,
    judge,
)
from kiosk.domain.readiness_facts import (
    Battery,
    ComputerClock,
    DataFile,
    Disk,
    Enrolled,
    Fact,
    Facts,
    Pending,
    PeopleList,
    Practice,
    Printers,
    Scanner,
    Sleep,
    TicketKeys,
    TimeZones,
    Volume,
)

MINUTE, HOUR = 60_000, 3_600_000
GOOD = Facts(
    enrolment=Enrolled(enrolled=True, kiosk="Gate", site="Works"),
    people_list=PeopleList(1204, HOUR),
    ticket_keys=TicketKeys(2),
    clock=ComputerClock(-900),
    time_zones=TimeZones("Asia/Yekaterinburg", 300, "Asia/Yekaterinburg", 300),
    data_file=DataFile(sound=True),
    pending=Pending(3, 0),
    disk=Disk(40 * 10**9),
    battery=Battery(80, mains=False),
    sleep=Sleep(0, by_lid=False),
    volume=Volume(70),
    scanner=Scanner(5 * MINUTE),
    printers=Printers(("Office",)),
    practice=Practice(("v1", "v2")),
)

RULES: list[tuple[Fact, State, Advice | None]] = [
    (Enrolled(enrolled=False), State.STOP, Advice.ENROL),
    (PeopleList(1204, 24 * HOUR), State.OK, None),
    (PeopleList(1204, 24 * HOUR + 1), State.HEED, Advice.GET_LIST),
    (PeopleList(1204, None), State.HEED, Advice.GET_LIST),
    (PeopleList(0, HOUR), State.HEED, Advice.GET_LIST),
    (PeopleList(1204, -HOUR), State.HEED, Advice.GET_LIST),
    (PeopleList(1204, -MINUTE), State.OK, None),
    (TicketKeys(0), State.STOP, Advice.GET_KEYS),
    (ComputerClock(None), State.HEED, Advice.CONFIRM_CLOCK),
    (ComputerClock(2 * MINUTE), State.OK, None),
    (ComputerClock(-2 * MINUTE - 1), State.HEED, Advice.SET_CLOCK),
    (ComputerClock(2 * MINUTE + 1), State.HEED, Advice.SET_CLOCK),
    (TimeZones("UTC", 0, "Asia/Omsk", 360), State.HEED, Advice.SET_TIME_ZONE),
    (TimeZones("Asia/Almaty", 300, "Asia/Yekaterinburg", 300), State.OK, None),
    (DataFile(sound=False, problem="bad"), State.STOP, Advice.MEND_DATA),
    (Pending(1, 1), State.HEED, Advice.SEND_PENDING),
    (Pending(900, 0), State.OK, None),
    (Pending(0, 0), State.OK, None),
    (Disk(500 * 10**6 - 1), State.STOP, Advice.FREE_DISK),
    (Disk(500 * 10**6), State.HEED, Advice.FREE_DISK),
    (Disk(2 * 10**9 - 1), State.HEED, Advice.FREE_DISK),
    (Disk(2 * 10**9), State.OK, None),
    (Battery(49, mains=False), State.HEED, Advice.PLUG_IN),
    (Battery(50, mains=False), State.OK, None),
    (Battery(10, mains=True), State.OK, None),
    (Battery(None, mains=True), State.OK, None),
    (Sleep(15, by_lid=False), State.HEED, Advice.STAY_AWAKE),
    (Sleep(0, by_lid=True), State.HEED, Advice.STAY_AWAKE),
    (Sleep(None, by_lid=True), State.HEED, Advice.STAY_AWAKE),
    (Sleep(None, by_lid=False), State.UNKNOWN, Advice.LOOK_YOURSELF),
    (Sleep(0, by_lid=None), State.UNKNOWN, Advice.LOOK_YOURSELF),
    (Volume(29), State.HEED, Advice.TURN_UP),
    (Volume(30), State.OK, None),
    (Scanner(None), State.HEED, Advice.TRY_SCANNER),
    (Scanner(24 * HOUR + 1), State.HEED, Advice.TRY_SCANNER),
    (Scanner(24 * HOUR), State.OK, None),
    (Printers(()), State.HEED, Advice.CONNECT_PRINTER),
    (Practice(()), State.HEED, Advice.PRACTISE),
]


def name_of(fact: Fact) -> str:
    """The name under which Facts holds a fact of that type."""
    return next(f.name for f in fields(Facts) if type(getattr(GOOD, f.name)) is type(fact))


def test_a_good_kiosk_is_ready_line_by_line() -> None:
    lines = judge(GOOD)
    assert [line.check for line in lines] == list(Check)
    assert {(line.state, line.advice) for line in lines} == {(State.OK, None)}
    assert is_ready(lines)


@pytest.mark.parametrize(("fact", "state", "advice"), RULES, ids=str)
def test_each_rule_at_its_threshold(fact: Fact, state: State, advice: Advice | None) -> None:
    changed: dict[str, Any] = {name_of(fact): fact}
    lines = judge(replace(GOOD, **changed))
    (line,) = (line for line in lines if type(line.fact) is type(fact))
    assert line == Line(line.check, state, fact, advice)
    assert {other.state for other in lines if other is not line} == {State.OK}
    assert is_ready(lines) == (state is not State.STOP)


def test_every_advice_is_given_by_a_rule() -> None:
    assert {advice for _, _, advice in RULES if advice} == set(Advice)


@given(st.sets(st.sampled_from([field.name for field in fields(Facts)])))
def test_what_is_not_known_is_never_called_good(missing: set[str]) -> None:
    lines = judge(replace(GOOD, **dict.fromkeys(missing)))
    unknown = {line.check: line for line in lines if line.state is State.UNKNOWN}
    assert len(lines) == len(Check)
    assert len(unknown) == len(missing)
    assert all(line.fact is None for line in unknown.values())
    asked = {check for check, line in unknown.items() if line.advice is Advice.LOOK_YOURSELF}
    assert asked == OF_THE_SYSTEM & set(unknown)
    assert is_ready(lines) == (not unknown.keys() & ESSENTIAL)
