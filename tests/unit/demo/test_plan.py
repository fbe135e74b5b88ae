"""The played day keeps its figures, and what it must lead to can be computed from it."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.demo.plan import (
    MINUTE,
    Expected,
    IssuedTicket,
    RecordTrial,
    ScanTicket,
    Status,
    Step,
    expected,
    plan_day,
)
from kiosk.demo.world import SiteWorld, make_world
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome
from kiosk.domain.visitors import Group

TODAY = date(2026, 4, 18)


def issued(sites: tuple[SiteWorld, ...]) -> list[IssuedTicket]:
    """The tickets of these sites, the first one being here, as issuing would hand them out."""
    tickets: list[IssuedTicket] = []
    for place in sites:
        starts = {slot.number: slot.start for slot in place.slots}
        for index, ticket in enumerate(place.tickets):
            holder, number = ticket.holder, len(tickets) + 1
            tickets.append(
                IssuedTicket(
                    text=f"text {number}",
                    code=f"{number:010d}",
                    number=number,
                    kind=ticket.kind,
                    site=place.site.number,
                    here=place is sites[0],
                    status=status_of(index),
                    holder_name=holder.leader if isinstance(holder, Group) else holder.name,
                    group_size=holder.size if isinstance(holder, Group) else 0,
                    slot_start=starts[ticket.slot],
                )
            )
    return tickets


def status_of(index: int) -> Status:
    """Three tickets of a site are late and two foreign, every fiftieth is cancelled."""
    if index in (3, 33, 63):
        return "late"
    if index in (5, 55):
        return "foreign"
    return "cancelled" if index % 50 == 7 else "valid"


def a_day(
    seed: int, visitors: int, kiosks: int
) -> tuple[SiteWorld, list[IssuedTicket], tuple[Step, ...]]:
    world = make_world(seed, today=TODAY, visitors_here=visitors)
    tickets = issued(world.sites[:3])
    plan = plan_day(tickets, kiosks=kiosks, seed=seed, trials=world.here.trials)
    return world.here, tickets, plan


def first_scans(plan: tuple[Step, ...], tickets: list[IssuedTicket]) -> dict[int, Step]:
    """The first scan of each ticket that is let in."""
    scans: dict[int, Step] = {}
    for step in plan:
        if isinstance(step.action, ScanTicket) and tickets[step.action.ticket_index].admits:
            scans.setdefault(step.action.ticket_index, step)
    return scans


days = given(st.integers(), st.integers(1, 1500), st.integers(1, 5))


@days
def test_a_plan_is_sorted_and_names_real_kiosks_and_tickets(
    seed: int, visitors: int, kiosks: int
) -> None:
    here, tickets, plan = a_day(seed, visitors, kiosks)
    trials = {trial.trial_id for trial in here.trials}
    assert [step.at for step in plan] == sorted(step.at for step in plan)
    for step in plan:
        assert 0 <= step.kiosk < kiosks
        assert 0 <= step.at < 24 * 60 * MINUTE
        assert 0 <= step.action.ticket_index < len(tickets)
        if isinstance(step.action, RecordTrial):
            assert step.action.trial_id in trials


@days
def test_a_second_scan_is_never_taken_for_a_repeat(seed: int, visitors: int, kiosks: int) -> None:
    _, _, plan = a_day(seed, visitors, kiosks)
    for kiosk in range(kiosks):
        scans = [s for s in plan if s.kiosk == kiosk and isinstance(s.action, ScanTicket)]
        assert all(one.action != other.action for one, other in pairwise(scans))
        last_at: dict[int, int] = {}
        for step in scans:
            earlier = last_at.get(step.action.ticket_index)
            assert earlier is None or step.at - earlier > 15_000
            last_at[step.action.ticket_index] = step.at


@days
def test_double_entries_are_between_kiosk_0_and_the_offline_one(
    seed: int, visitors: int, kiosks: int
) -> None:
    _, tickets, plan = a_day(seed, visitors, kiosks)
    at: dict[int, set[int]] = {}
    for step in plan:
        if isinstance(step.action, ScanTicket):
            at.setdefault(step.action.ticket_index, set()).add(step.kiosk)
    doubled = {index: where for index, where in at.items() if len(where) > 1}
    assert all(where == {0, 1} for where in doubled.values())
    assert all(tickets[index].admits and tickets[index].heads == 1 for index in doubled)
    assert len(doubled) <= 3
    assert len(doubled) >= 2 or kiosks == 1 or visitors < 400
    assert not doubled or kiosks > 1


@days
def test_expected_adds_up(seed: int, visitors: int, kiosks: int) -> None:
    here, tickets, plan = a_day(seed, visitors, kiosks)
    figures = expected(plan, tickets)
    foreign = sum(t.heads for t in tickets if t.here and t.status == "foreign")
    assert figures.visitors == len(here.visitors) - foreign
    scans = sum(isinstance(step.action, ScanTicket) for step in plan)
    entered = first_scans(plan, tickets)
    assert figures.unique_visitors == sum(tickets[index].heads for index in entered)
    assert figures.arrivals == figures.unique_visitors + figures.double_entries
    assert scans == (
        len(entered) + figures.double_entries + figures.second_scans + figures.refusals
    )
    assert len(plan) == scans + figures.trials_completed + figures.trials_not_completed


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("visitors", [380, 1000, 4000])
def test_the_figures_of_the_day(seed: int, visitors: int) -> None:
    _, tickets, plan = a_day(seed, visitors, 3)
    entered = first_scans(plan, tickets)
    figures = expected(plan, tickets)
    due = sum(t.heads for t in tickets if t.here and t.status == "valid")
    came = sum(tickets[index].heads for index in entered if tickets[index].status == "valid")
    assert abs(due - came - 0.12 * due) <= 1
    rush = sum(
        tickets[index].heads
        for index, step in entered.items()
        if 580 * MINUTE <= step.at < 620 * MINUTE
    )
    assert abs(rush - 0.7 * figures.unique_visitors) <= 1
    assert all(550 * MINUTE <= step.at < 750 * MINUTE for step in entered.values())
    assert abs(figures.second_scans - 0.03 * len(entered)) <= 0.5
    results = figures.trials_completed + figures.trials_not_completed
    assert abs(results - 0.55 * len(entered)) <= 0.5
    assert abs(figures.trials_completed - 0.85 * results) <= 0.5


@pytest.mark.parametrize("seed", range(5))
def test_refusals_are_of_every_sort(seed: int) -> None:
    _, tickets, plan = a_day(seed, 1000, 2)
    scanned = [
        tickets[step.action.ticket_index] for step in plan if isinstance(step.action, ScanTicket)
    ]
    arrivals = len(first_scans(plan, tickets))
    astray = sum(not t.here and t.status == "valid" for t in scanned)
    statuses = Counter(t.status for t in scanned)
    assert astray == round(0.01 * arrivals)
    assert statuses["cancelled"] == round(0.01 * arrivals)
    assert statuses["foreign"] == sum(t.status == "foreign" for t in tickets)
    assert {t.number for t in scanned if t.status == "late"} == {
        t.number for t in tickets if t.here and t.status == "late"
    }
    assert expected(plan, tickets).refusals == astray + statuses["cancelled"] + statuses["foreign"]


@pytest.mark.parametrize("seed", range(3))
def test_trials_follow_the_arrival_at_the_kiosks_in_turn(seed: int) -> None:
    _, tickets, plan = a_day(seed, 1000, 3)
    entered = first_scans(plan, tickets)
    results = [(s, s.action) for s in plan if isinstance(s.action, RecordTrial)]
    assert len({action.ticket_index for _, action in results}) == len(results)
    assert [step.kiosk for step, _ in results] == [turn % 3 for turn in range(len(results))]
    for step, action in results:
        assert 30 * MINUTE < step.at - entered[action.ticket_index].at <= 240 * MINUTE
        assert action.score is None or 8 <= action.score <= 20
        assert action.score is None or action.outcome is Outcome.COMPLETED
    scored = sum(action.score is not None for _, action in results)
    assert 0 < scored < len(results)


def test_earlier_slots_come_earlier() -> None:
    _, tickets, plan = a_day(1, 2000, 2)
    rush = [
        tickets[index].slot_start
        for index, step in first_scans(plan, tickets).items()
        if 580 * MINUTE <= step.at < 620 * MINUTE
    ]
    assert rush == sorted(rush)


def test_a_seed_decides_the_day() -> None:
    assert a_day(4, 380, 3)[2] == a_day(4, 380, 3)[2]
    here, tickets, plan = a_day(4, 380, 3)
    assert plan_day(tickets, kiosks=3, seed=5, trials=here.trials) != plan


def test_a_day_without_tickets_or_trials() -> None:
    assert plan_day([], kiosks=1, seed=0, trials=[]) == ()
    _, tickets, _ = a_day(1, 100, 1)
    plan = plan_day(tickets, kiosks=1, seed=0, trials=[])
    assert all(isinstance(step.action, ScanTicket) for step in plan)


PUPIL = IssuedTicket("T", "0", 1, TicketKind.PUPIL, 1, True, "valid", "Ким Алина", 0, 570)


def test_expected_counts_by_hand() -> None:
    tickets = [
        PUPIL,
        replace(PUPIL, kind=TicketKind.GROUP, group_size=20),
        replace(PUPIL, status="late"),
        replace(PUPIL, status="cancelled"),
        replace(PUPIL, status="foreign"),
        replace(PUPIL, here=False, site=2),
        replace(PUPIL, kind=TicketKind.PARENT),
    ]
    scans = [(0, 0), (0, 1), (1, 1), (1, 2), (0, 3), (0, 4), (1, 5), (0, 0), (1, 0)]
    plan = [Step(at * MINUTE, kiosk, ScanTicket(i)) for at, (kiosk, i) in enumerate(scans)]
    plan += [
        Step(100 * MINUTE, 0, RecordTrial(0, "t1-1", Outcome.COMPLETED, 12)),
        Step(101 * MINUTE, 1, RecordTrial(1, "t1-1", Outcome.NOT_COMPLETED, None)),
    ]
    assert expected(plan, tickets) == Expected(
        visitors=24,
        arrivals=43,
        unique_visitors=22,
        refusals=3,
        second_scans=1,
        double_entries=2,
        trials_completed=1,
        trials_not_completed=1,
    )


def test_a_members_own_ticket_is_left_alone_and_counts_nobody_twice() -> None:
    group = replace(PUPIL, kind=TicketKind.GROUP, group_size=20)
    tickets = [group, *(replace(PUPIL, of_member=True) for _ in range(10))]
    plan = plan_day(tickets, kiosks=1, seed=1, trials=[])
    assert {step.action for step in plan} <= {ScanTicket(0)}
    assert expected(plan, tickets).visitors == 20
