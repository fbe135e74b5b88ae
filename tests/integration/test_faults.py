"""Kiosks whose network fails in every way: nothing is lost, doubled or claimed before its time."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Self, TypeVar

import pytest
from sqlalchemy import select
from sqlmodel import col

from kiosk.central.admin import Central
from kiosk.central.issuing import TicketOrder
from kiosk.central.tables import RecordRow
from kiosk.domain.programme import Trial
from kiosk.domain.records import Kind
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.exchange.client import HttpServer
from kiosk.exchange.transport import Patience
from kiosk.journal.lines import line_hash, parse
from kiosk.journal.private import PrivatePart
from kiosk.operations.check_in import CheckIn, check_in
from kiosk.operations.end_day import end_day
from kiosk.operations.enrol import enrol
from kiosk.operations.log_trial import find_participant, log_trial
from kiosk.operations.ports import Entry, Final, Retryable, UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.sync import SyncReport, sync
from kiosk.operations.undo import undo
from kiosk.store.database import Database
from tests.integration.fault_proxy import FAULTS, Fault, Weather, bad_network
from tests.integration.laptops import NOW, SITE, Laptop
from tests.unit.operations.fakes import FakeClock

T = TypeVar("T")
Journal = dict[str, Entry]
"""Entries by the hash of their line."""

SEEDS = range(1, 6)
BADNESS = 0.45
STORMY_ROUNDS = 8
"""Rounds in which the kiosks also record; afterwards they only sync."""
PATIENT_ROUNDS = 80
"""Rounds within which all must be calm, although the weather does not get better."""
PATIENCE = Patience(connect=2, silence=2, whole=5)
TRIAL = Trial("t1", "15.01.05", "Шов", "Сварщик", "ознакомительная", 640, 12, 20)


@dataclass
class Site:
    """The central server, its site's tickets, and what must never befall a kiosk."""

    central: Central
    texts: list[str]
    random: Random

    def held(self) -> Journal:
        """What the server really has, asked of its tables."""
        columns = (RecordRow.hash, RecordRow.line, RecordRow.salt, RecordRow.part)
        with self.central.database.read() as connection:
            rows = connection.execute(select(*map(col, columns))).all()
        assert len({row.hash for row in rows}) == len(rows), "a record stands twice"
        return {row.hash: _entry(row.line, row.salt, row.part) for row in rows}


@dataclass
class Kiosk:
    """One data folder, its clock, and its own bad way to the server."""

    store: Database
    clock: FakeClock
    address: str
    reports: list[SyncReport] = field(default_factory=list)

    def do(self, job: Callable[[UnitOfWork, Moment], T]) -> T:
        self.clock.pass_ms(7_000)
        moment = Moment(self.clock.now(), "operator-1")
        return self.store.write(lambda uow: job(uow, moment))

    def journal(self) -> Journal:
        def job(uow: UnitOfWork) -> list[Entry]:
            return [e for device in uow.journal.vector() for e in uow.journal.entries(device)]

        entries = self.store.read(job)
        assert len({line_hash(entry.line) for entry in entries}) == len(entries)
        return {line_hash(entry.line): entry for entry in entries}

    def own(self) -> Journal:
        """Everything that this folder wrote, under all its identities."""

        def job(uow: UnitOfWork) -> list[Entry]:
            signers = [s.identity.device_id for s in uow.journal.signers()]
            return [e for device in signers for e in uow.journal.run(device, 0, 100_000)]

        return {line_hash(entry.line): entry for entry in self.store.read(job)}

    def identities(self) -> int:
        return len(self.store.read(lambda uow: uow.journal.signers()))

    def sync(self) -> SyncReport:
        self.clock.pass_ms(1_000)
        with HttpServer(self.address, patience=PATIENCE) as server:
            self.reports.append(sync(self.store, server, self.clock))
        return self.reports[-1]

    def work(self, site: Site) -> None:
        """Some of what people do between two syncs."""
        for _ in range(site.random.randrange(5)):
            text = site.random.choice(site.texts)
            done = self.do(partial(_scan, text=text))
            match site.random.randrange(5):
                case 0:
                    self.do(partial(_scan, text="no ticket at all"))
                case 1 if done.record.kind == Kind.ARRIVAL:
                    self.do(partial(undo, seq=done.record.seq, reason="mistake"))
                case 2 | 3:
                    self.do(partial(_finish, text=text))
                case _:
                    pass


def _scan(uow: UnitOfWork, at: Moment, text: str) -> CheckIn:
    return check_in(uow, at, text, source="wedge")


def _finish(uow: UnitOfWork, at: Moment, text: str) -> None:
    participant = find_participant(uow, text)
    log_trial(uow, at, participant, TRIAL.trial_id, Outcome.COMPLETED, score=7, remark="Ровный шов")


def _entry(line: bytes, salt: bytes | None, part: bytes | None) -> Entry:
    return Entry(line, PrivatePart(salt or b"", part) if part is not None else None)


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few records already travel in many runs, pages and slices."""
    monkeypatch.setattr("kiosk.operations.sync.RUN_LENGTH", 5)
    monkeypatch.setattr("kiosk.central.journals.FEED_PAGE", 9)
    monkeypatch.setattr("kiosk.central.rosters.FEED_PAGE", 9)
    monkeypatch.setattr("kiosk.exchange.client.SLICE", 4)


def people(central: Central) -> list[str]:
    """Puts a trial, visitors and a group on the roster; returns their tickets' texts."""
    visitors = [Visitor(f"v{n}", VisitorKind.PUPIL, f"Приозёрская Ольга {n}") for n in range(25)]
    group = Group("g1", "Школа 3", "9А", "Лесной Пётр", pupils=5, adults=1)
    central.put_roster(SITE, [TRIAL, group, *visitors])
    orders = [TicketOrder(TicketKind.PUPIL, visitor.visitor_id) for visitor in visitors]
    orders.append(TicketOrder(TicketKind.GROUP, "g1", group_size=group.size))
    return [text for _, text in central.issue_tickets(SITE, orders)]


class Storm:
    """Kiosks behind bad networks, until the block ends."""

    def __init__(self, address: str, folder: Path, seed: int) -> None:
        self._address, self._folder, self._seed = address, folder, seed
        self._stack = ExitStack()
        self.kiosks: list[Kiosk] = []
        self.befell: Counter[Fault] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def open(self, name: str, *, minutes_slow: int = 0) -> Kiosk:
        """Opens the kiosk in the folder of that name, or makes a new one."""
        weather = Weather(f"{self._seed}/{name}", BADNESS, self.befell)
        address = self._stack.enter_context(bad_network(self._address, weather))
        store = self._stack.enter_context(Database.open_or_create(self._folder / name))
        self.kiosks.append(Kiosk(store, FakeClock(NOW - minutes_slow * 60_000, name), address))
        return self.kiosks[-1]

    def enrol(self, name: str, code: str) -> None:
        """Enrols a new kiosk however often it takes, and leaves its roster loaded."""
        with Storm(self._address, self._folder, self._seed) as storm:
            kiosk = storm.open(name)
            with HttpServer(kiosk.address, patience=PATIENCE) as server:
                join = partial(enrol, kiosk.store, server, server_url=self._address)
                until_done(partial(join, code=code, fingerprint=""))
            for _ in range(PATIENT_ROUNDS):
                if not kiosk.sync().troubles:
                    break
            self.befell += storm.befell


def sync_and_compare(site: Site, kiosk: Kiosk) -> bool:
    """One sync, whose report is held against what the server has; whether it found it calm."""
    report = kiosk.sync()
    held = site.held()
    missing = [name for name, entry in kiosk.own().items() if held.get(name) != entry]
    assert report.pending >= len(missing), "pending says less than what is missing"
    assert report.ok <= (not missing)
    assert not [trouble for trouble in report.troubles if isinstance(trouble, Final)]
    return report.ok and not (report.sent or report.received or report.receipts)


def until_calm(site: Site, kiosks: list[Kiosk]) -> int:
    """Syncs by turns until nobody has anything new, recording the while; returns the rounds."""
    for number in range(1, PATIENT_ROUNDS):
        for kiosk in kiosks if number <= STORMY_ROUNDS else ():
            kiosk.work(site)
        if number == STORMY_ROUNDS:
            site.central.put_roster(SITE, [Visitor("late", VisitorKind.PARENT, "Полевая Анна")])
            for kiosk in kiosks:
                kiosk.do(end_day)
        calm = [sync_and_compare(site, kiosk) for kiosk in kiosks]
        if number > STORMY_ROUNDS and all(calm):
            return number
    pytest.fail(f"not calm after {PATIENT_ROUNDS} rounds")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_bad_network_loses_nothing_and_doubles_nothing(
    central: Central, address: str, tmp_path: Path, seed: int
) -> None:
    site = Site(central, people(central), Random(seed))
    with Storm(address, tmp_path, seed) as storm:
        for name in ("one", "two", "three"):
            storm.enrol(name, central.enrol_code(SITE, name, "Главный"))
        shutil.copytree(tmp_path / "three", tmp_path / "copy")
        kiosks = [storm.open("one"), storm.open("two", minutes_slow=47)]
        kiosks += [storm.open("three"), storm.open("copy")]
        rounds = until_calm(site, kiosks)
        held = site.held()
        for kiosk in kiosks:
            assert kiosk.journal() == held
            assert _receipts(kiosk, central) <= {(h, _where(e)) for h, e in held.items()}
        assert set().union(*(kiosk.own() for kiosk in kiosks)) == held.keys()
        assert any(entry.private for entry in held.values())
        assert len({k.store.read(lambda uow: uow.roster.cursor()) for k in kiosks}) == 1
        told = [any(report.doubled for report in kiosk.reports) for kiosk in kiosks]
        assert told[2] != told[3]
        assert not any(told[:2])
        assert [kiosk.identities() for kiosk in kiosks] == [2 if each else 1 for each in told]
    print(f"{len(held)} records, {rounds} rounds, {storm.befell.total()} requests")
    assert storm.befell.keys() >= set(FAULTS)


def _receipts(kiosk: Kiosk, central: Central) -> set[tuple[str, tuple[str, int]]]:
    """What each of the kiosk's receipts covers; all of them are genuine."""
    receipts = kiosk.store.read(lambda uow: uow.journal.receipts())
    assert receipts
    assert all(receipt.is_genuine(central.keys.receipts.public) for receipt in receipts)
    return {(receipt.hash, (receipt.device_id, receipt.seq)) for receipt in receipts}


def _where(entry: Entry) -> tuple[str, int]:
    record = parse(entry.line)
    return record.device_id, record.seq


@pytest.mark.parametrize(
    "faults", [*([fault] for fault in FAULTS), [Fault.NONE, Fault.REPLAY]], ids=str
)
def test_whatever_befalls_a_request_to_join_the_token_is_good(
    central: Central, address: str, faults: list[Fault]
) -> None:
    old, new = Laptop(), Laptop()
    code = central.enrol_code(SITE, "one")
    weather = Weather("join", 0, planned=[*faults])
    with bad_network(address, weather) as proxy, HttpServer(proxy, patience=PATIENCE) as server:
        old.token = until_done(lambda: server.enrol(code, old.identity)).token
        until_done(lambda: server.announce(old.signer, old.head(), None))
        weather.planned = [*faults]
        new.token = until_done(lambda: server.succeed(old.signer, new.identity)).token
        until_done(lambda: server.announce(new.signer, new.head(), None))
        until_done(lambda: server.announce(old.signer, old.head(), None))


def until_done(call: Callable[[], T]) -> T:
    """A call's result, however often it takes."""
    while True:
        with suppress(Retryable):
            return call()
