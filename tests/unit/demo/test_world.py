"""The invented world is the same for a seed, complete, and of the promised size."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.demo.crowd import HELP
from kiosk.demo.names import DIFFICULT
from kiosk.demo.world import MEMBERS_WITH_TICKETS, SiteWorld, make_world
from kiosk.domain.programme import hhmm
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, Visitor, VisitorKind

TODAY = date(2026, 4, 18)


@pytest.mark.parametrize("seed", [0, 1, 7, 2026])
def test_the_region_expects_1800_visitors_at_nine_sites(seed: int) -> None:
    world = make_world(seed, today=TODAY)
    assert [site.site.number for site in world.sites] == list(range(1, 10))
    assert sum(len(site.visitors) for site in world.sites) == 1800
    assert len(world.here.visitors) == 380
    assert len({site.site.cluster for site in world.sites}) == 5
    assert {site.site.timezone for site in world.sites} == {"Asia/Yekaterinburg"}


@given(st.integers(0, 1500), st.integers())
def test_visitors_here_are_exact_and_leave_the_others_alone(count: int, seed: int) -> None:
    world = make_world(seed, today=TODAY, visitors_here=count)
    assert len(world.here.visitors) == count
    assert sum(heads(site) for site in world.sites[:1]) == count
    assert sum(heads(site) for site in world.sites[1:]) == 1420


def heads(site: SiteWorld) -> int:
    holders = [ticket.holder for ticket in site.tickets]
    return sum(holder.size if isinstance(holder, Group) else 1 for holder in holders)


def test_a_seed_decides_everything() -> None:
    assert make_world(5, today=TODAY) == make_world(5, today=TODAY)
    assert make_world(5, today=TODAY) != make_world(6, today=TODAY)
    one, other = make_world(5, today=TODAY), make_world(5, today=TODAY, visitors_here=50)
    assert one.sites[1:] == other.sites[1:]


def test_today_is_the_first_day() -> None:
    event = make_world(1, today=TODAY).event
    assert event.demo
    assert event.date_of(1) == TODAY
    assert event.day_number(date(2030, 1, 1)) == 1


@pytest.mark.parametrize("count", [200, 201, 250, 380, 999])
@pytest.mark.parametrize("seed", range(4))
def test_difficult_names_have_tickets_of_their_own(count: int, seed: int) -> None:
    here = make_world(seed, today=TODAY, visitors_here=count).here
    holders = [t.holder.name for t in here.tickets if not isinstance(t.holder, Group)]
    assert all(holders.count(name) >= DIFFICULT.count(name) for name in DIFFICULT)


@pytest.mark.parametrize("seed", range(6))
def test_one_ticket_a_group_and_one_a_visitor_alone(seed: int) -> None:
    for site in make_world(seed, today=TODAY).sites:
        slots = {slot.number for slot in site.slots}
        groups = [t.holder for t in site.tickets if isinstance(t.holder, Group)]
        alone = [t.holder for t in site.tickets if not isinstance(t.holder, Group)]
        assert sorted(g.group_id for g in groups) == sorted(g.group_id for g in site.groups)
        assert {v.visitor_id for v in alone} == {
            v.visitor_id for v in site.visitors if not v.group_id
        }
        assert len(alone) == len({v.visitor_id for v in alone})
        for ticket in site.tickets:
            assert ticket.slot in slots
            group = isinstance(ticket.holder, Group)
            assert (ticket.kind is TicketKind.GROUP) == group
            if not isinstance(ticket.holder, Group):
                assert ticket.kind.value == ticket.holder.kind.value


def test_most_tickets_are_for_the_first_slots() -> None:
    here = make_world(3, today=TODAY, visitors_here=5000).here
    start = {slot.number: slot.start for slot in here.slots}
    early = sum(start[ticket.slot] <= 620 for ticket in here.tickets)
    assert 0.65 < early / len(here.tickets) < 0.75


@pytest.mark.parametrize("seed", range(6))
def test_slots_follow_each_other_by_three_routes(seed: int) -> None:
    for site in make_world(seed, today=TODAY).sites:
        assert hhmm(site.slots[0].start) == "09:30"
        assert [slot.number for slot in site.slots] == list(range(1, len(site.slots) + 1))
        assert len(site.slots) <= 63
        assert {slot.route for slot in site.slots} == {"А", "Б", "В"}
        for slot, following in pairwise(site.slots):
            assert 20 <= following.start - slot.start <= 30
        for slot in site.slots:
            assert slot.briefing_at < slot.start < slot.end
            assert slot.briefing_place


def test_trials_are_ready_to_run() -> None:
    world = make_world(1, today=TODAY)
    trials = [trial for site in world.sites for trial in site.trials]
    assert len({trial.trial_id for trial in trials}) == 12
    assert {trial.level for trial in trials} == {"ознакомительная", "углублённая"}
    assert all((trial.places, trial.max_score) == (12, 20) for trial in trials)
    assert "Сварщик" in {trial.title for trial in world.here.trials}


def test_a_hundred_thousand_visitors_take_seconds() -> None:
    started = time.process_time()
    world = make_world(1, today=TODAY, visitors_here=100_000)
    assert len(world.here.visitors) == 100_000
    assert time.process_time() - started < 10


@pytest.mark.parametrize("seed", range(4))
def test_a_few_members_hold_tickets_for_the_time_of_their_group(seed: int) -> None:
    here = make_world(seed, today=TODAY).here
    slots = {t.holder.group_id: t.slot for t in here.tickets if isinstance(t.holder, Group)}
    members = [t.holder for t in here.members_tickets]
    assert len(members) == len(set(members)) == sum(MEMBERS_WITH_TICKETS)
    for ticket in here.members_tickets:
        assert isinstance(ticket.holder, Visitor)
        assert ticket.kind is TicketKind.PUPIL
        assert ticket.slot == slots[ticket.holder.group_id]


@pytest.mark.parametrize("seed", range(4))
def test_some_have_no_consent_and_some_need_help(seed: int) -> None:
    here = make_world(seed, today=TODAY).here
    nameless = [v for v in here.visitors if not v.consent]
    assert len(nameless) == round(0.03 * 380)
    assert {v.kind for v in nameless} == {VisitorKind.PUPIL}
    assert not {v.name for v in nameless} & set(DIFFICULT)
    assert {v.help for v in here.visitors} == {"", *HELP}
    assert sum(bool(v.help) for v in here.visitors) == round(0.02 * 380)
