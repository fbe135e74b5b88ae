"""An invented site: tickets, a roster, and kiosks that a test works with like a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from kiosk.domain.headcount import Presence
from kiosk.domain.programme import Event, Site, SitePolicy, Slot, Trial
from kiosk.domain.records import Record
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.domain.trials import Outcome
from kiosk.domain.visitors import Group, RosterTicket, Visitor, VisitorKind
from kiosk.domain.walk_ins import WalkInKind
from kiosk.journal.identity import Identity
from kiosk.operations.brief import Briefed, brief
from kiosk.operations.check_in import CheckIn, check_in
from kiosk.operations.close_site import Closing, close_site, look, prove
from kiosk.operations.count_group import count_group
from kiosk.operations.depart import depart
from kiosk.operations.end_day import DayEnd, end_day
from kiosk.operations.enrol import enrol
from kiosk.operations.enter_from_paper import enter_from_paper
from kiosk.operations.log_trial import find_participant, log_trial
from kiosk.operations.overview import Overview, overview
from kiosk.operations.ports import Entry, UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.register_walk_in import Registered, register_walk_in
from kiosk.operations.sync import SyncReport, sync
from kiosk.operations.undo import undo
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import IssuingKey
from kiosk.tickets.short_code import new_code
from tests.unit.operations.fake_server import EVENT, SITE, FakeServer
from tests.unit.operations.fakes import FakeClock, MemoryStore, RosterData

T = TypeVar("T")

MORNING = int(datetime(2026, 4, 18, 5, 10, tzinfo=UTC).timestamp() * 1000)
"""10:10 on the site's clock, inside slot 3."""
KEY = IssuingKey.from_raw(1, bytes(range(32)))
FOREIGN_KEY = IssuingKey.from_raw(1, bytes(range(1, 33)))
TRIAL = Trial("weld", "15.01.05", "Seam", "Welder", "basic", start=640, places=12, max_score=10)


def code(number: int) -> str:
    """The short code of a ticket."""
    return new_code(lambda _: number)


def ticket(number: int, key: IssuingKey = KEY, **other: Any) -> str:
    """The text of a pupil's ticket, or of one that differs in some facts."""
    facts: dict[str, Any] = {
        "event": EVENT,
        "number": number,
        "site": SITE,
        "kind": TicketKind.PUPIL,
        "day": 1,
        "slot": 3,
    }
    return encode(TicketFacts(**(facts | other)), key)


def group_ticket(number: int, size: int) -> str:
    """The text of a class's ticket."""
    return ticket(number, kind=TicketKind.GROUP, group_size=size)


def class_with_members() -> dict[int, RosterTicket]:
    """The class of ticket 8, two of whose members hold tickets of their own: 11 and 12."""
    return {number: listed(number, group=8) for number in (11, 12)}


def listed(number: int, **other: Any) -> RosterTicket:
    """A pupil's ticket in the roster, or one that differs."""
    holder = Visitor(f"p{number}", VisitorKind.PUPIL, f"Сова Ольга {number}", "School 3", "9А")
    facts: dict[str, Any] = {
        "number": number,
        "event": EVENT,
        "site": SITE,
        "kind": TicketKind.PUPIL,
        "code": code(number),
        "holder": holder,
        "day": 1,
        "slot": 3,
    }
    return RosterTicket(**(facts | other))


def roster(policy: SitePolicy | None = None) -> RosterData:
    """Tickets 1 to 5 of pupils, 6 cancelled, 7 not cleared, 8 a class of 25, 9 from elsewhere."""
    group = Group("g8", "School 3", "9А", "Филин Пётр", pupils=24, adults=1)
    tickets = [
        *(listed(number) for number in range(1, 6)),
        listed(6, cancelled=True),
        listed(7, cleared=False),
        listed(8, kind=TicketKind.GROUP, holder=group),
        listed(9, external="TP-0009"),
    ]
    site = Site(SITE, "Works", "Street 1", "Asia/Yekaterinburg", policy=policy or SitePolicy())
    other = Site(8, "Depot", "Street 2", "Asia/Yekaterinburg")
    return RosterData(
        event=Event(EVENT, "Open day", ((1, date(2026, 4, 18)), (2, date(2026, 4, 19)))),
        sites={SITE: site, 8: other},
        slots={3: Slot(3, 600, 660, "Blue", 605, "Hall")},
        trials={TRIAL.trial_id: TRIAL},
        keys={KEY.key_id: KEY.public},
        tickets={t.number: t for t in tickets},
    )


class Kiosk:
    """One kiosk of the site, with what people do at it."""

    def __init__(self, server: FakeServer, clock: FakeClock, store: MemoryStore) -> None:
        self.server = server
        self.clock = clock
        self.store = store

    @classmethod
    def enrolled(
        cls, server: FakeServer, name: str = "Gate", policy: SitePolicy | None = None
    ) -> Kiosk:
        """A new kiosk that was enrolled and has the roster."""
        store = MemoryStore(Identity.generate())
        server.codes[name] = name
        enrol(store, server, server_url="http://x", code=name, fingerprint=server.key.device_id)
        device, number = store.contents.signers[-1].identity.device_id, len(server.devices)
        store.write(lambda uow: uow.journal.save_number(device, number))
        store.contents.roster = roster(policy)
        store.contents.roster.cursor = server.cursor
        server.calls.clear()
        return cls(server, FakeClock(MORNING, f"boot of {name}"), store)

    def copied(self) -> Kiosk:
        """A laptop with a copy of this kiosk's folder."""
        clock = FakeClock(self.clock.wall_ms, f"copy of {self.clock.timebase_id}")
        return Kiosk(self.server, clock, self.store.copy())

    def own_entries(self) -> list[Entry]:
        """What this kiosk wrote itself under its present identity."""
        return self.store.read(lambda uow: uow.journal.run(self.device_id, 0, 1000))

    @property
    def device_id(self) -> str:
        return self.store.contents.signers[-1].identity.device_id

    def do(self, job: Callable[[UnitOfWork, Moment], T]) -> T:
        """Does something in one unit of work, now, as volunteer v1."""
        return self.store.write(lambda uow: job(uow, Moment(self.clock.now(), "v1")))

    def scan(self, text: str, *, typed: bool = False) -> CheckIn:
        return self.do(lambda uow, at: check_in(uow, at, text, source="scan", typed=typed))

    def log_trial(
        self, text: str, outcome: Outcome = Outcome.COMPLETED, score: int | None = None
    ) -> Record:
        def job(uow: UnitOfWork, at: Moment) -> Record:
            participant = find_participant(uow, text)
            return log_trial(uow, at, participant, "weld", outcome, score=score, remark="Молодец")

        return self.do(job)

    def undo(self, seq: int) -> Record:
        return self.do(lambda uow, at: undo(uow, at, seq, "a slip"))

    def count(self, asked: CheckIn, pupils: int, adults: int = 0, **more: Any) -> Record:
        """Answers how many of a group came; `asked` is its scan."""
        passage = asked.passage
        assert passage is not None
        pending = asked.record if asked.record.kind == "group_pending" else None
        heads: dict[str, Any] = {"pupils": pupils, "adults": adults, "pending": pending}
        return self.do(lambda uow, at: count_group(uow, at, passage, **heads | more))

    def leave(self, text: str, heads: int | None = None) -> CheckIn:
        return self.do(lambda uow, at: depart(uow, at, text, source="scan", heads=heads))

    def walk_in(self, kind: WalkInKind = WalkInKind.PUPIL, **more: Any) -> Registered:
        return self.do(lambda uow, at: register_walk_in(uow, at, kind, **more))

    def brief(self, text: str, *, typed: bool = False) -> Briefed:
        return self.do(lambda uow, at: brief(uow, at, text, typed=typed))

    def from_paper(self, number: int, heads: int = 1, minutes_ago: int = 30) -> CheckIn:
        said_at = self.clock.wall_ms - minutes_ago * 60_000
        return self.do(
            lambda uow, at: enter_from_paper(uow, at, number, heads=heads, said_at=said_at)
        )

    def tell(self, *others: Kiosk) -> None:
        """Everything that this kiosk holds reaches the others."""
        entries = list(self.store.contents.entries.values())
        for other in others:
            other.store.write(lambda uow: uow.journal.merge(entries))

    def presence(self, party: int) -> Presence:
        return self.store.read(lambda uow: uow.attendance.history(party, party)).presence

    def overview(self) -> Overview:
        return self.store.read(overview)

    def end_day(self) -> DayEnd:
        return self.do(end_day)

    def sync(self) -> SyncReport:
        return sync(self.store, self.server, self.clock)

    def look(self) -> Closing:
        return look(self.store, self.server, self.clock)

    def close(self) -> Closing:
        return close_site(self.store, self.server, self.clock, "m1")

    def prove(self) -> bytes:
        return prove(self.store, self.server, self.clock)

    def records(self) -> list[Record]:
        """All that the kiosk holds, its own and others'."""
        return self.store.read(lambda uow: list(uow.journal.records()))

    def kinds(self) -> list[str]:
        """The kinds of the present identity's records."""
        return [r.kind for r in self.records() if r.device_id == self.device_id]

    def pending(self) -> int:
        return self.store.read(lambda uow: uow.journal.pending())
