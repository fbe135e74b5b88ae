"""Setting up a demo world: a central server, enrolled kiosks, tickets with their pictures."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from kiosk.central.admin import Central
from kiosk.central.serve import running_server
from kiosk.central.staff_file import ROLE_WORDS
from kiosk.clock import SystemClock
from kiosk.demo.errors import DemoError
from kiosk.demo.issue import Issuer
from kiosk.demo.plan import IssuedTicket, Step, plan_day
from kiosk.demo.region import TIMEZONE
from kiosk.demo.staff import DEMO_PIN, invented_staff
from kiosk.demo.world import World, make_world
from kiosk.domain.names import short
from kiosk.domain.programme import Site, hhmm
from kiosk.exchange.client import HttpServer
from kiosk.operations.enrol import enrol
from kiosk.operations.sync import sync
from kiosk.store.database import Database
from kiosk.tickets.artwork import draw, draw_badge, save_png

COLUMNS = ("code", "text", "kind", "site", "here", "status", "name", "group_size", "png")


@dataclass(frozen=True, slots=True)
class DemoWorld:
    """A prepared world. `tickets` are those of the kiosks' site, then some of other sites."""

    out: Path
    world: World
    tickets: tuple[IssuedTicket, ...]
    plan: tuple[Step, ...]
    kiosk_count: int
    port: int

    @property
    def site(self) -> Site:
        return self.world.here.site

    @property
    def central(self) -> Path:
        return self.out / "central"

    @property
    def kiosks(self) -> list[Path]:
        return [self.out / f"kiosk-{n}" for n in range(1, self.kiosk_count + 1)]

    @property
    def server_url(self) -> str:
        """Where the kiosks expect their central server."""
        return f"http://127.0.0.1:{self.port}"

    def picture(self, ticket_index: int) -> Path:
        """The PNG of a ticket."""
        return self.out / "tickets" / _picture_name(ticket_index)


def kiosk_name(index: int) -> str:
    """What the kiosk number 0, 1, … is called."""
    return f"Киоск {index + 1}"


def today_at_the_site() -> date:
    """The date on the clocks of the invented region."""
    return datetime.now(ZoneInfo(TIMEZONE)).date()


def prepare(
    out: Path,
    *,
    visitors: int | None = None,
    kiosks: int = 2,
    port: int = 0,
    seed: int = 1,
    tell: Callable[[str], None],
) -> DemoWorld:
    """Makes a world in an empty folder. `visitors` counts the people of the kiosks' site.

    With port 0 the server takes a free one. Raises DemoError where the folder holds something or
    cannot be written, and what the server and the kiosks may raise. Half a world is taken away.
    """
    _take(out)
    try:
        return _make(out, visitors=visitors, kiosks=kiosks, port=port, seed=seed, tell=tell)
    except OSError as error:
        _empty(out)
        raise DemoError(
            f"{out} cannot be written: free the disk, or name another folder with --out."
        ) from error
    except BaseException:
        _empty(out)
        raise


def _make(
    out: Path,
    *,
    visitors: int | None,
    kiosks: int,
    port: int,
    seed: int,
    tell: Callable[[str], None],
) -> DemoWorld:
    world = make_world(seed, today=today_at_the_site(), visitors_here=visitors)
    rng = Random(f"{seed}/prepare")  # noqa: S311 - an invented world, not a secret
    with closing(Central.init(out / "central")) as central:
        issuer = Issuer(central, world, rng)
        tickets = issuer.issue()
        members = issuer.issue_members()
        _hire(central, world, seed, out / "staff")
        tell(f"{len(world.here.visitors)} visitors are expected at {world.here.site.name}")
        with running_server(central, port) as address:
            for index in range(kiosks):
                _enrol(central, out / f"kiosk-{index + 1}", address, index)
            port = int(address.rsplit(":", 1)[1])
        tickets += [*issuer.issue_late_ones(), *members]
        tell(f"{kiosks} kiosks enrolled at the central server, rosters loaded")
    plan = plan_day(tickets, kiosks=kiosks, seed=seed, trials=world.here.trials)
    made = DemoWorld(out, world, tuple(tickets), plan, kiosks, port)
    _draw_tickets(made)
    tell(f"{len(tickets)} tickets drawn, badges of the staff in {out / 'staff'}, PIN {DEMO_PIN}")
    return made


def _take(out: Path) -> None:
    """Makes the folder; one that holds anything already is left alone."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        empty = not any(out.iterdir())
    except OSError as error:
        raise DemoError(f"{out} cannot be made or read: name another folder with --out.") from error
    if not empty:
        raise DemoError(f"{out} is not empty: name a new folder with --out.")


def _empty(out: Path) -> None:
    """Takes away all that was made: the folder was empty."""
    for made in out.iterdir():
        shutil.rmtree(made, ignore_errors=True)


def _hire(central: Central, world: World, seed: int, folder: Path) -> None:
    """Puts the staff on the list of the kiosks' site, and draws everybody's badge."""
    folder.mkdir()
    here = world.here
    central.replace_staff(here.site.number, invented_staff(seed, here.trials))
    for member, text in central.issue_badges(here.site.number):
        role = ROLE_WORDS[member.role]
        save_png(draw_badge(text, short(member.name), role), folder / f"{member.staff_id}.png")


def _enrol(central: Central, folder: Path, address: str, index: int) -> None:
    """Sets one kiosk up as an IT person would: a one-time code, then a first sync."""
    code = central.enrol_code(1, kiosk_name(index), f"Вход {index + 1}")
    with Database.create(folder) as store, HttpServer(address) as server:
        enrol(store, server, server_url=address, code=code, fingerprint=central.fingerprint)
        sync(store, server, SystemClock())


def _draw_tickets(world: DemoWorld) -> None:
    """Writes every ticket's picture and the list of all."""
    folder = world.out / "tickets"
    folder.mkdir()
    names = {site.site.number: site.site.name for site in world.world.sites}
    with (folder / "tickets.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(COLUMNS)
        for index, ticket in enumerate(world.tickets):
            lines = [names[ticket.site], hhmm(ticket.slot_start)]
            save_png(draw(ticket.text, ticket.code, lines=lines), world.picture(index))
            rows.writerow(_row(ticket, index))


def _row(ticket: IssuedTicket, index: int) -> tuple[object, ...]:
    return (
        ticket.code,
        ticket.text,
        ticket.kind.value,
        ticket.site,
        int(ticket.here),
        ticket.status,
        ticket.holder_name,
        ticket.group_size,
        _picture_name(index),
    )


def _picture_name(index: int) -> str:
    return f"{index + 1:05d}.png"
