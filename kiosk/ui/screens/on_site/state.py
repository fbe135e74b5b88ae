"""What the count of those on the site shows, as facts."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.on_site import KioskAge, OnSite, PartyInside
from kiosk.domain.programme import Site
from kiosk.ui.failure import Failure
from kiosk.ui.holder import class_name


@dataclass(frozen=True, slots=True)
class Age:
    """How old a kiosk's data are: a time of the site's clock, and so many minutes ago."""

    kiosk: str
    here: bool
    as_of: str
    minutes: int
    stale: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A group of which `inside` of `size` are on the site, or a person (`size` is 1).

    `name` is a group's leader, or a person's name as far as the policy lets it be told; `number` is
    that of a walk-in or of a ticket that the list does not know.
    """

    number: str
    name: str
    grade: str
    school: str
    inside: int
    size: int


@dataclass(frozen=True, slots=True)
class OnSiteState:
    """The whole screen. `answered`: the numbers are known. `said` is how the last print went."""

    answered: bool = False
    tracked: bool = False
    people: int = 0
    ages: tuple[Age, ...] = ()
    groups: tuple[Line, ...] = ()
    alone: tuple[Line, ...] = ()
    walk_ins: tuple[Line, ...] = ()
    printing: bool = False
    said: str = ""
    failure: Failure | None = None


def state_of(found: OnSite) -> OnSiteState:
    """The facts of who is on the site, with nothing said yet."""
    site = found.site
    return OnSiteState(
        answered=True,
        tracked=found.tracked,
        people=found.people,
        ages=tuple(_age(age, found) for age in found.kiosks),
        groups=tuple(_line(party, site) for party in found.groups),
        alone=tuple(_line(party, site) for party in found.alone),
        walk_ins=tuple(_line(party, site) for party in found.walk_ins),
    )


def _age(age: KioskAge, found: OnSite) -> Age:
    return Age(
        kiosk=age.label,
        here=age.here,
        as_of=f"{found.site.local(age.as_of):%H:%M}" if age.as_of is not None else "",
        minutes=(found.now_ms - age.as_of) // 60_000 if age.as_of is not None else 0,
        stale=age.is_stale(found.now_ms),
    )


def _line(party: PartyInside, site: Site) -> Line:
    grade, school = party.about
    return Line(
        number="" if party.listed else party.number,
        name=party.leader if party.is_group else party.name(site),
        grade=class_name(grade),
        school=school,
        inside=party.inside,
        size=party.size,
    )
