"""The evening of a busy day: everything that a closing page can find at once."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.attendance import fold
from kiosk.domain.closing import DeviceStatus
from kiosk.domain.headcount import PAPER
from kiosk.domain.movements import Passage
from kiosk.domain.on_site import KioskAge
from kiosk.domain.programme import SitePolicy
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, RosterTicket
from kiosk.domain.walk_ins import WalkInNumber
from kiosk.operations.close_site import Closing
from kiosk.operations.ports import Retryable, Trouble
from tests.gui import world
from tests.gui.world import HERE, SECOND, THIRD, at

LONG_SCHOOL = "МАОУ «Гимназия № 12 имени Героя Советского Союза А. И. Салтыкова-Римского»"
LONG_CLASS = RosterTicket(
    5,
    1,
    1,
    TicketKind.GROUP,
    "1234565534",
    Group("g2", LONG_SCHOOL, "11Б", "Римская-Корсакова Александра Константиновна", 24, 2),
)
UNKNOWN_CLASS = replace(LONG_CLASS, number=77)
"""A class that the list does not know."""
TRACKED = replace(world.SITE, policy=SitePolicy(tracks_exits=True))


def asked(seq: int, listed: RosterTicket, when: int, device: str) -> Record:
    data = Passage(listed.number, listed.kind, listed.heads, "wedge").data(scan="s", notes=[])
    return world.record(seq, Kind.GROUP_PENDING, when, device, **data)


def on_paper(seq: int, listed: RosterTicket, said_at: int, heads: int) -> Record:
    passage = Passage(listed.number, listed.kind, listed.heads, PAPER)
    data = passage.data(heads=heads, said_at=said_at)
    return world.record(seq, Kind.ARRIVAL, said_at + 3_600_000, **data)


def walk_ins(first_seq: int, count: int) -> list[Record]:
    found = []
    for nth in range(count):
        passage = Passage(WalkInNumber(1, nth + 1).ticket, TicketKind.PUPIL, 1, "walk_in")
        data = passage.data(heads=1)
        found.append(world.record(first_seq + nth, Kind.ARRIVAL, at(11, nth), **data))
    return found


def decided(seq: int, when: int, ticket: int, verdict: str, reason: str) -> Record:
    return world.record(seq, Kind.OVERRIDE, when, ticket=ticket, verdict=verdict, reason=reason)


def evening(*devices: DeviceStatus, closed: bool = False) -> Closing:
    """A day with something of everything."""
    plain = world.closing(*devices, closed=closed)
    records = [
        world.arrival(1, world.MARIA, at(9, 41)),
        world.arrival(1, world.MARIA, at(9, 48), SECOND),
        world.arrival(3, world.PARENT, at(12, 40)),
        on_paper(4, world.GROUP, at(9, 50), 12),
        asked(5, LONG_CLASS, at(10, 12), SECOND),
        asked(7, UNKNOWN_CLASS, at(10, 31), HERE),
        *walk_ins(20, 14),
    ]
    reason = "Классный руководитель подтвердил по телефону, список уточнят"
    copies = world.record(50, Kind.REFUSAL, at(10, 40), ticket=1, answer="copy")
    holders = (world.MARIA, world.GROUP, LONG_CLASS, world.ILYA)
    return replace(
        plain,
        attendance=fold(records),
        overrides=(
            decided(51, at(10, 50), world.ILYA.number, "cancelled", reason),
            decided(52, at(10, 55), LONG_CLASS.number, "too_many_heads", "ещё двое"),
        ),
        copies=(copies,),
        holders={listed.number: listed for listed in holders},
        kiosks=known(),
    )


def known() -> tuple[KioskAge, ...]:
    return (
        KioskAge(HERE, at(17, 4), "Киоск 1", here=True, records=643),
        KioskAge(SECOND, at(16, 58), "Вход 2", records=418),
        KioskAge(THIRD, at(16, 42), "Сварочный цех", records=165),
    )


def offline() -> Closing:
    return replace(evening(), troubles=(Retryable(Trouble.NO_NETWORK, "none"),))


def many_kiosks(*, ended: int = 1) -> tuple[DeviceStatus, ...]:
    """Five kiosks, of which so many have ended their day."""
    names = ("Киоск 1", "Киоск 2", "Киоск 3", "Сварочный цех", "Проходная у второй котельной")
    return tuple(
        world.device(
            f"{index:x}" * 32 if index else HERE,
            name,
            200 + index,
            200 + index if index < ended else 180,
            ended=index < ended,
            clock_offset_ms=-47 * 60_000 if index == 2 else 0,
        )
        for index, name in enumerate(names)
    )
