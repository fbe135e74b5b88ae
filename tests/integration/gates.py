"""Two gates with encrypted stores of their own, and the people who go through them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from kiosk.domain.attendance import fold
from kiosk.domain.headcount import Presence
from kiosk.domain.history import History
from kiosk.domain.programme import Event, Site, SitePolicy
from kiosk.domain.records import Kind, Record
from kiosk.domain.roster import RosterChange, RosterCursor, RosterItem, TicketEntry
from kiosk.domain.tickets import TicketKind
from kiosk.domain.true_time import Instant
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.operations.ports import Binding, Entry, UnitOfWork
from kiosk.operations.recording import Moment, append
from kiosk.store.database import Database

T = TypeVar("T")

START = 1_800_000_000_000
"""True time (UTC ms) at which the gates open."""
STEP_MS = 16_000
"""Between two visitors: longer than a code is taken for the same scan."""
SITE = Site(7, "Works", "Street 1", "Asia/Yekaterinburg", policy=SitePolicy(tracks_exits=True))
EVENT = Event(5, "Open day", ((1, date(2027, 1, 15)),), demo=True)
PLACES = 6
"""People of the class; the first three hold tickets of their own."""
MEMBERS = (1, 2, 3)


@dataclass
class Time:
    """The true time, which no kiosk sees."""

    ms: int = START

    def step(self) -> None:
        self.ms += STEP_MS


@dataclass(frozen=True)
class World:
    """A class and its members in the roster, under numbers of their own."""

    number: int

    @property
    def group(self) -> int:
        return self.number * 100

    def member(self, who: int) -> int:
        return self.group + who

    def changes(self) -> list[RosterChange]:
        group_id = f"g{self.group}"
        items: list[tuple[str, str, RosterItem]] = [
            ("group", group_id, Group(group_id, "School 3", "9А", "Филин Пётр", PLACES, 0)),
            ("ticket", str(self.group), _ticket(self.group, TicketKind.GROUP, group_id)),
        ]
        for who in MEMBERS:
            ticket, person = self.member(who), f"p{self.member(who)}"
            visitor = Visitor(person, VisitorKind.PUPIL, "Сова Ольга", group_id=group_id)
            items += [
                ("visitor", person, visitor),
                ("ticket", str(ticket), _ticket(ticket, TicketKind.PUPIL, person)),
            ]
        return [RosterChange(n, kind, key, item) for n, (kind, key, item) in enumerate(items)]


def _ticket(number: int, kind: TicketKind, holder: str) -> TicketEntry:
    return TicketEntry(number, 5, 7, kind, f"{number:010d}", holder, external=text(number))


def text(number: int) -> str:
    """What is scanned: a ticket of another system, which the list knows."""
    return f"TP-{number:08d}"


@dataclass
class Gate:
    """A kiosk whose wall clock is wrong, and was compared with the true time once."""

    store: Database
    name: str
    time: Time
    wrong_by: int
    sent: int = 0
    told: list[Entry] = field(default_factory=list)

    @classmethod
    def opened(cls, folder: Path, name: str, time: Time, wrong_by: int) -> Gate:
        gate = cls(Database.create(folder / name), name, time, wrong_by)
        binding = Binding(name, EVENT.number, SITE.number, name, "http://x", b"", demo=True)
        items: list[tuple[str, str, RosterItem]] = [("event", "5", EVENT), ("site", "7", SITE)]
        changes = [RosterChange(n, kind, key, item) for n, (kind, key, item) in enumerate(items)]

        def open_it(uow: UnitOfWork, moment: Moment) -> None:
            uow.save_binding(binding)
            uow.roster.apply(changes, RosterCursor("first", 1))
            append(uow, moment, Kind.CLOCK_CHECKED, {"true_ms": time.ms, "source": "server"})

        gate.do(open_it)
        return gate

    def do(self, job: Callable[[UnitOfWork, Moment], T]) -> T:
        elapsed = self.time.ms - START
        now = Instant(self.time.ms + self.wrong_by, f"boot of {self.name}", elapsed)
        return self.store.write(lambda uow: job(uow, Moment(now, "v1")))

    def learn(self, world: World) -> None:
        self.store.write(lambda uow: uow.roster.apply(world.changes(), RosterCursor("first", 1)))

    def history(self, ticket: int, party: int) -> History:
        return self.store.read(lambda uow: uow.attendance.history(ticket, party))

    def presence(self, party: int) -> Presence:
        return self.history(party, party).presence

    def own_counted(self, party: int) -> int:
        """How many this gate alone let in, by its own records."""

        def own(uow: UnitOfWork) -> int:
            device = uow.journal.signer().identity.device_id
            return fold(uow.journal.records(device)).presence(party).counted

        return self.store.read(own)

    def uncounted(self) -> list[int]:
        return self.store.read(lambda uow: uow.attendance.uncounted())

    def tell(self, other: Gate) -> None:
        """Puts what was written since on the way to another gate."""

        def unsent(uow: UnitOfWork) -> list[Entry]:
            device = uow.journal.signer().identity.device_id
            return uow.journal.run(device, self.sent, 10_000)

        entries = self.store.read(unsent)
        self.sent += len(entries)
        other.told += entries

    def hear(self, random: Random, *, all_of_it: bool) -> None:
        """Takes in what is on the way: shuffled, in pieces, some of it twice."""
        random.shuffle(self.told)
        heard = len(self.told) if all_of_it else random.randint(0, len(self.told))
        now, self.told = self.told[:heard], self.told[heard:]
        cut = random.randint(0, len(now))
        for piece in (now[:cut], now[cut:], random.sample(now, len(now) // 2)):
            self.store.write(partial(_merge, piece))

    def records(self) -> list[Record]:
        return self.store.read(lambda uow: list(uow.journal.records()))


def _merge(entries: Sequence[Entry], uow: UnitOfWork) -> int:
    return uow.journal.merge(entries)


def exchange(gates: Sequence[Gate], random: Random, *, all_of_it: bool = True) -> None:
    """Each gate hears of the other's records."""
    one, other = gates
    one.tell(other)
    other.tell(one)
    for gate in gates:
        gate.hear(random, all_of_it=all_of_it)
