"""A site whose gate is tried in every way: tickets of each kind, a class, people who work there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.central.admin import Central
from kiosk.central.issuing import TicketOrder
from kiosk.clock import SystemClock
from kiosk.domain.roster import RosterItem
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.exchange.client import HttpServer
from kiosk.operations.sync import sync
from kiosk.store.database import Database
from kiosk.tickets.codec import encode
from tests.e2e.conftest import Site
from tests.e2e.gate.bench import Bench, bench

CROWD = 70
SCHOOL = "Гимназия № 77"
MEMBERS = ("Ёжикова Мария", "Ёжиков Пётр", "Ёжикова Анна")
LEADER = "Проверочная Ирина Львовна"
CLASS = Group("gate-9v", SCHOOL, "9В", LEADER, 26, 2)
FOUND = "Ёлочкина"
STAFF = ("volunteer-1", "volunteer-2", "instructor-1", "manager")


@dataclass(frozen=True)
class Ticket:
    """What a ticket says as a QR, and the digits under it."""

    text: str
    code: str


@dataclass(frozen=True)
class Day:
    """A kiosk's folder on the morning, and what people bring along."""

    folder: Path
    site: Site
    crowd: tuple[Ticket, ...]
    by_class: Ticket
    members: tuple[Ticket, ...]
    other: dict[str, Ticket]
    badges: dict[str, str]


@pytest.fixture(scope="session")
def _made(_prepared: Site, tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder = tmp_path_factory.mktemp("gate") / "world"
    shutil.copytree(_prepared.folder, folder)
    site = Site(folder, _prepared.port)
    with site.server() as central:
        central.set_policy(1, {"tracks_exits": True})
        badges = {one.staff_id: text for one, text in central.issue_badges(1, STAFF)}
        crowd, by_class, *members = _issue(central)
        other = _other_tickets(central, site)
        _learn(site)
    return Day(site.kiosk(1), site, crowd, by_class, tuple(members), other, badges)


def _issue(central: Central) -> tuple[tuple[Ticket, ...], Ticket, Ticket, Ticket]:
    pupil = VisitorKind.PUPIL
    crowd = [Visitor(f"gate-{n}", pupil, f"Толпин {n:03d}", SCHOOL, "10А") for n in range(CROWD)]
    crowd[0] = replace(crowd[0], name=f"{FOUND} Вера")
    members = [
        Visitor(f"gate-9v-{n}", pupil, name, SCHOOL, "9В", group_id=CLASS.group_id)
        for n, name in enumerate(MEMBERS)
    ]
    leader = Visitor(
        "gate-9v-l", VisitorKind.TEACHER, LEADER, SCHOOL, "9В", group_id=CLASS.group_id
    )
    central.put_roster(1, [*crowd, CLASS, *members, leader])
    orders = [TicketOrder(TicketKind.PUPIL, one.visitor_id, day=1) for one in crowd]
    orders.append(TicketOrder(TicketKind.GROUP, CLASS.group_id, CLASS.size, day=1))
    orders += [TicketOrder(TicketKind.PUPIL, one.visitor_id, day=1) for one in members[:2]]
    tickets = [Ticket(text, entry.code) for entry, text in central.issue_tickets(1, orders)]
    return tuple(tickets[:CROWD]), tickets[CROWD], tickets[-2], tickets[-1]


def _other_tickets(central: Central, site: Site) -> dict[str, Ticket]:
    """A ticket for each refusal."""
    names = ("tomorrow", "uncleared", "helped")
    people: list[RosterItem] = [
        Visitor(name, VisitorKind.GUEST, f"Особый {n}", help="сопровождение" if n == 2 else "")
        for n, name in enumerate(names)
    ]
    central.put_roster(1, people)
    days = (2, 1, 1)
    orders = [
        TicketOrder(TicketKind.GUEST, name, day=day) for name, day in zip(names, days, strict=True)
    ]
    issued = central.issue_tickets(1, orders)
    central.put_roster(1, [replace(issued[1][0], cleared=False)])
    of_demo = {
        "other_site": site.tickets(here="0")[0],
        "cancelled": site.tickets(status="cancelled")[0],
        "forged": site.tickets(status="foreign")[0],
    }
    event, guest = issued[0][0].event, TicketKind.GUEST
    elsewhere = TicketFacts(event + 1, number=5, site=1, kind=guest)
    unlisted = TicketFacts(event, number=(1 << 24) - 2, site=1, kind=guest, day=1)
    return {
        **{name: Ticket(text, e.code) for name, (e, text) in zip(names, issued, strict=True)},
        **{name: Ticket(row["text"], row["code"]) for name, row in of_demo.items()},
        "other_event": Ticket(encode(elsewhere, central.keys.tickets), ""),
        "unlisted": Ticket(encode(unlisted, central.keys.tickets), ""),
    }


def _learn(site: Site) -> None:
    """The first kiosk hears what is new."""
    url = f"http://127.0.0.1:{site.port}"
    with Database.open(site.kiosk(1)) as store, HttpServer(url) as server:
        sync(store, server, SystemClock())


@pytest.fixture
def day(_made: Day, tmp_path: Path) -> Day:
    """A fresh copy with the staff list."""
    central, kiosk = (tmp_path / "world" / name for name in ("central", "kiosk-1"))
    for made, copy in ((_made.site.folder / "central", central), (_made.folder, kiosk)):
        shutil.copytree(made, copy)
    site = Site(tmp_path / "world", _made.site.port)
    return replace(_made, folder=kiosk, site=site)


@pytest.fixture
def decide(day: Day) -> Callable[..., None]:
    """Has the site's manager decide otherwise, and the kiosk learn of it."""

    def decided(*, staff: bool = True, **policy: bool) -> None:
        with day.site.server() as central:
            if not staff:
                central.replace_staff(1, [])
            central.set_policy(1, policy)
            _learn(day.site)

    return decided


@pytest.fixture(scope="session")
def alone(_made: Day, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a kiosk without a staff list, to be copied."""
    folder = tmp_path_factory.mktemp("alone") / "world"
    shutil.copytree(_made.site.folder / "central", folder / "central")
    shutil.copytree(_made.folder, folder / "kiosk-1")
    site = Site(folder, _made.site.port)
    with site.server() as central:
        central.replace_staff(1, [])
        _learn(site)
    return site.kiosk(1)


@pytest.fixture
def kiosk(
    _made: Day, alone: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> Iterator[Bench]:
    """A kiosk without a staff list, so that one role may do all; offline."""
    folder = tmp_path / "kiosk"
    shutil.copytree(alone, folder)
    with bench(qtbot, qapp, folder) as made:
        yield made
        assert made.window.size() == made.opened_at, "the window has grown"


@pytest.fixture
def people(_made: Day) -> Day:
    """What people bring along, for those who need no folder."""
    return _made
