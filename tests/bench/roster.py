"""A large roster brought to a kiosk, beside the bare transfer and bulk insert of the same bytes."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from kiosk.central import rosters
from kiosk.central.admin import Central
from kiosk.clock import SystemClock
from kiosk.domain.roster import RosterItem
from kiosk.exchange.client import HttpServer
from kiosk.exchange.protocol import FEED_PAGE
from kiosk.operations.enrol import enrol
from kiosk.operations.sync import sync
from kiosk.store.database import Database
from tests.bench import machine
from tests.bench.options import Options
from tests.bench.result import Goal, Measure, Row
from tests.bench.servers import bare_server, central_server
from tests.bench.site import EVENT, SITE, Crowd

NAME = "roster"
_GOAL_RATIO, _GOAL_MB = 3, 400
_PATIENCE_S = 600
_PLAIN_TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE visitor (visitor_id TEXT PRIMARY KEY, name TEXT, school TEXT, grade TEXT);
    CREATE TABLE ticket (number INTEGER PRIMARY KEY, code TEXT, holder_id TEXT);
    CREATE INDEX ticket_code ON ticket (code);
"""


def rows(options: Options) -> Iterator[Row]:
    people = options.size(100_000, tiny=50)
    feed, code, fingerprint = _load(options.folder / "central", Crowd(people))
    ours: list[float] = []
    bare: list[float] = []
    memory = 0.0
    with (
        central_server(options.folder / "central") as address,
        bare_server(options.folder, feed=feed) as bare_address,
    ):
        kiosk = options.folder / "kiosk"
        with Database.create(kiosk) as store, HttpServer(address) as server:
            enrol(store, server, server_url=address, code=code, fingerprint=fingerprint)
        for turn in range(options.size(3, tiny=1)):
            copied = options.folder / f"kiosk-{turn}"
            shutil.copytree(kiosk, copied)
            seconds, peak = _apart(_download, copied, address, people)
            ours.append(seconds)
            memory = max(memory, peak)
            plain = options.folder / f"plain-{turn}.db"
            bare.append(_apart(_transfer, plain, bare_address, people)[0])
    what = f"{people:,} people and their tickets"
    goal = Goal(_GOAL_RATIO, Measure.RATIO)
    yield Row(NAME, f"download of {what}", median(ours), "s", people, median(bare), goal)
    yield Row(NAME, "memory of the kiosk's process", memory, "MB", 1, goal=Goal(_GOAL_MB))


def _load(folder: Path, crowd: Crowd) -> tuple[bytes, str, str]:
    """A new server with a crowd: its feed, an enrolment code, and its fingerprint."""
    with closing(Central.init(folder)) as central:
        central.add_site(EVENT, SITE)
        central.put_roster(SITE.number, chain[RosterItem](crowd.programme(), crowd.people()))
        code = central.enrol_code(SITE.number, "Киоск 1")
        return "\n".join(_feed(central)).encode(), code, central.fingerprint


def _feed(central: Central) -> Iterator[str]:
    """The lines of the roster that tell of an item."""
    after = 0
    with central.database.read() as connection:
        epoch = rosters.cursor(connection, SITE.number).epoch
        while True:
            page = rosters.feed(connection, SITE.number, epoch=epoch, after=after, limit=FEED_PAGE)
            _, *lines, last = page
            yield from lines
            end = json.loads(last)
            if end.get("complete"):
                return
            after = end["version"]


def _download(kiosk: Path, address: str, people: int) -> float:
    """The seconds in which a kiosk takes its roster over."""
    with Database.open(kiosk) as store, HttpServer(address) as server:
        start = time.perf_counter()
        report = sync(store, server, SystemClock())
        seconds = time.perf_counter() - start
        expected = store.read(lambda uow: uow.attendance.tally()).expected
    if not report.ok or expected < people:
        raise AssertionError(f"{expected} expected: {report.troubles}")
    return seconds


def _transfer(file: Path, address: str, people: int) -> float:
    """The seconds in which the same bytes are fetched, read and inserted, and no more."""
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.executescript(_PLAIN_TABLES)
        start = time.perf_counter()
        rows = [json.loads(line) for line in httpx.get(f"{address}/feed").content.splitlines()]
        visitors = [row["item"] for row in rows if row["kind"] == "visitor"]
        tickets = [row["item"] for row in rows if row["kind"] == "ticket"]
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO visitor VALUES (:visitor_id, :name, :school, :grade)", visitors
        )
        database.executemany("INSERT INTO ticket VALUES (:number, :code, :holder_id)", tickets)
        database.execute("COMMIT")
        seconds = time.perf_counter() - start
    if len(visitors) != people:
        raise AssertionError(f"{len(visitors)} people came")
    return seconds


def _apart(work: Callable[..., float], *arguments: Any) -> tuple[float, float]:
    """What a work measures in a process of its own, and the MB of memory that this one took."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_measure, args=(there, work, *arguments))
    process.start()
    there.close()
    if not here.poll(_PATIENCE_S):
        process.terminate()
        raise TimeoutError(work.__name__)
    measured: tuple[float, float] = here.recv()
    process.join()
    return measured


def _measure(parent: Connection, work: Callable[..., float], *arguments: Any) -> None:
    seconds = work(*arguments)
    parent.send((seconds, machine.memory_mb(peak=True)))
