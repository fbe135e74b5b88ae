"""The invented world: an event, and nine sites with their visitors.

A world is a function of its seed. It has no tickets yet, only the plan of them: issuing is the
central server's work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from kiosk.demo.crowd import Crowd, gather, with_needs
from kiosk.demo.names import DIFFICULT
from kiosk.demo.region import ENTERPRISES, TIMEZONE, Enterprise
from kiosk.domain.programme import Event, Site, Slot, Trial
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, Visitor, VisitorKind

VISITORS: tuple[int, ...] = (380, 240, 210, 200, 190, 170, 160, 140, 110)
"""How many people each site expects: 1,800 in all."""

FIRST_SLOT, LAST_SLOT = 9 * 60 + 30, 12 * 60 + 30
RUSH_UNTIL = 10 * 60 + 20
IN_RUSH = 0.7
"""The part of the tickets whose slot starts by `RUSH_UNTIL`."""
EXCURSION_MINUTES = 90
BRIEFING_BEFORE = 10
"""The safety briefing comes so many minutes before a slot starts."""
BRIEFING_PLACES = {"А": "холл", "Б": "учебный класс", "В": "актовый зал"}
"""Where each route's briefing is."""

MEMBERS_WITH_TICKETS = (2, 1)
"""So many pupils of the first groups hold tickets of their own besides their group's."""

FIRST_TRIAL, TRIAL_MINUTES = 10 * 60 + 30, 45
LEVELS = ("ознакомительная", "углублённая")


@dataclass(frozen=True, slots=True)
class TicketPlan:
    """One ticket to issue: its holder, its kind, and the number of its slot."""

    holder: Visitor | Group
    kind: TicketKind
    slot: int


@dataclass(frozen=True, slots=True)
class SiteWorld:
    """One site. `tickets` has one plan a group and one a visitor who comes alone, well mixed.

    `members_tickets` are those of a few groups' members, who hold one of their own besides.
    """

    site: Site
    slots: tuple[Slot, ...]
    trials: tuple[Trial, ...]
    visitors: tuple[Visitor, ...]
    groups: tuple[Group, ...]
    tickets: tuple[TicketPlan, ...]
    members_tickets: tuple[TicketPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the demo's central server is told."""

    event: Event
    sites: tuple[SiteWorld, ...]

    @property
    def here(self) -> SiteWorld:
        """The site of the demo's kiosks."""
        return self.sites[0]


def make_world(seed: int, *, today: date, visitors_here: int | None = None) -> World:
    """Makes the world of a seed, its event on `today`.

    `visitors_here` is the exact number of visitors of the first site; the others keep theirs.
    """
    counts = VISITORS if visitors_here is None else (visitors_here, *VISITORS[1:])
    event = Event(number=1, name="Единый день открытых дверей", days=((1, today),), demo=True)
    sites = tuple(
        _site(number, enterprise, count, seed)
        for number, (enterprise, count) in enumerate(zip(ENTERPRISES, counts, strict=True), start=1)
    )
    return World(event, sites)


def _site(number: int, enterprise: Enterprise, count: int, seed: int) -> SiteWorld:
    rng = Random(f"{seed}/site {number}")  # noqa: S311 - an invented world, not a secret
    site = Site(number, enterprise.name, enterprise.address, TIMEZONE, enterprise.cluster)
    slots = _slots(rng)
    named = DIFFICULT if number == 1 else ()
    needs = Random(f"{seed}/needs {number}")  # noqa: S311 - an invented world, not a secret
    crowd = with_needs(gather(number, count, rng, named=named), needs, spared=named)
    tickets = _tickets(crowd, slots, rng)
    return SiteWorld(
        site=site,
        slots=slots,
        trials=_trials(number, enterprise),
        visitors=crowd.visitors,
        groups=crowd.groups,
        tickets=tickets,
        members_tickets=_members_tickets(crowd, tickets),
    )


def _slots(rng: Random) -> tuple[Slot, ...]:
    """A route sets out every 20, 25 or 30 minutes, the three in turn."""
    starts = range(FIRST_SLOT, LAST_SLOT + 1, rng.choice((20, 25, 30)))
    routes = tuple(BRIEFING_PLACES)
    return tuple(
        Slot(
            number=index + 1,
            start=start,
            end=start + EXCURSION_MINUTES,
            route=(route := routes[index % len(routes)]),
            briefing_at=start - BRIEFING_BEFORE,
            briefing_place=BRIEFING_PLACES[route],
        )
        for index, start in enumerate(starts)
    )


def _trials(site: int, enterprise: Enterprise) -> tuple[Trial, ...]:
    return tuple(
        Trial(
            trial_id=f"t{site}-{index + 1}",
            okso=profession.okso,
            title=profession.title,
            profession=profession.full_name,
            level=LEVELS[index % len(LEVELS)],
            start=FIRST_TRIAL + index * TRIAL_MINUTES,
            places=12,
            max_score=20,
        )
        for index, profession in enumerate(enterprise.professions)
    )


def _tickets(crowd: Crowd, slots: tuple[Slot, ...], rng: Random) -> tuple[TicketPlan, ...]:
    alone = [visitor for visitor in crowd.visitors if not visitor.group_id]
    holders: list[Visitor | Group] = [*crowd.groups, *alone]
    rng.shuffle(holders)
    chosen = rng.choices(slots, weights=_weights(slots), k=len(holders))
    return tuple(
        TicketPlan(holder, _kind(holder), slot.number)
        for holder, slot in zip(holders, chosen, strict=True)
    )


def _members_tickets(crowd: Crowd, tickets: tuple[TicketPlan, ...]) -> tuple[TicketPlan, ...]:
    """Two pupils of the first group and one of the second, for the time of their group."""
    slots = {t.holder.group_id: t.slot for t in tickets if isinstance(t.holder, Group)}
    pupils = {
        group.group_id: [
            v
            for v in crowd.visitors
            if v.group_id == group.group_id and v.kind is VisitorKind.PUPIL
        ]
        for group in crowd.groups[: len(MEMBERS_WITH_TICKETS)]
    }
    return tuple(
        TicketPlan(member, TicketKind.PUPIL, slots[group])
        for (group, members), count in zip(pupils.items(), MEMBERS_WITH_TICKETS, strict=False)
        for member in members[:count]
    )


def _weights(slots: tuple[Slot, ...]) -> list[float]:
    """How likely each slot is: most of the visitors want the morning's first ones."""
    early = sum(slot.start <= RUSH_UNTIL for slot in slots)
    late = len(slots) - early
    return [IN_RUSH / early if slot.start <= RUSH_UNTIL else (1 - IN_RUSH) / late for slot in slots]


def _kind(holder: Visitor | Group) -> TicketKind:
    return TicketKind.GROUP if isinstance(holder, Group) else TicketKind(holder.kind.value)
