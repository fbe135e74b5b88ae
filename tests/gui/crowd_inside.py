"""People on the site, for the tests of the live count and of the evacuation list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.on_site import KioskAge, OnSite, PartyInside
from kiosk.domain.programme import Site
from kiosk.domain.visitors import RosterTicket, Visitor
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from tests.gui import world
from tests.gui.evening import LONG_CLASS, TRACKED

NOW = world.at(10, 12)
AGES = (
    KioskAge(world.HERE, NOW, "Киоск 1", here=True, records=300),
    KioskAge(world.SECOND, world.at(9, 58), "Киоск 2", records=120),
    KioskAge(world.THIRD, world.at(10, 9), "Вход у проходной", records=80),
)


def unnamed(listed: RosterTicket) -> RosterTicket:
    """Somebody whose parents did not agree to the name."""
    holder = listed.holder
    assert isinstance(holder, Visitor)
    return replace(listed, holder=replace(holder, consent=False))


def party(listed: RosterTicket, inside: int = 0) -> PartyInside:
    return PartyInside(listed.number, inside or listed.heads, listed.heads, listed, None)


def walk_in(nth: int, grade: str = "", school: str = "") -> PartyInside:
    number = WalkInNumber(1, nth)
    one = WalkIn.one(number, WalkInKind.PUPIL, grade=grade, school=school)
    return PartyInside(number.ticket, 1, 1, None, one)


PARTIES = (
    party(world.GROUP, 25),
    party(LONG_CLASS, 26),
    party(world.MARIA),
    party(unnamed(world.ILYA)),
    party(world.PARENT),
    walk_in(17, "8А", "МБОУ СОШ № 12, г. Приозёрск"),
    walk_in(18),
)


def inside(
    *more: PartyInside,
    parties: Iterable[PartyInside] = PARTIES,
    site: Site = TRACKED,
    kiosks: tuple[KioskAge, ...] = AGES,
) -> OnSite:
    everybody = (*parties, *more)
    return OnSite(
        people=sum(party.inside for party in everybody),
        parties=everybody,
        tracked=site.policy.tracks_exits,
        as_of=world.at(9, 58),
        kiosks=kiosks,
        site=site,
        now_ms=NOW,
    )
