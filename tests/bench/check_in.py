"""A check-in through the encrypted store, beside the least that any database would have to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from kiosk.operations.check_in import check_in
from kiosk.operations.recording import Moment
from kiosk.store.database import Database
from tests.bench.options import Options
from tests.bench.result import Goal, Measure, Row
from tests.bench.site import SITE, Crowd, moment_of
from tests.bench.timing import Times, Work, in_turn, side_by_side

NAME = "check-in"
_LINE_BYTES = 560
"""About as long as an arrival's line."""
_PLAIN_TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE visitor (id TEXT PRIMARY KEY, name TEXT, school TEXT, grade TEXT) WITHOUT ROWID;
    CREATE TABLE ticket (number INTEGER PRIMARY KEY, holder TEXT, slot INTEGER);
    CREATE TABLE record (seq INTEGER PRIMARY KEY, ticket INTEGER, hash TEXT UNIQUE, line BLOB);
    CREATE INDEX record_ticket ON record (ticket);
    CREATE TABLE head (device TEXT PRIMARY KEY, seq INTEGER, hash TEXT);
    INSERT INTO head VALUES ('kiosk', 0, '');
"""


def rows(options: Options) -> Iterator[Row]:
    scans = options.size(2_000, tiny=20)
    sizes = options.size((20_000, 100_000), tiny=(30, 60), full=(20_000, 100_000, 1_000_000))
    measured = _measure(options.folder, [Crowd(size) for size in sizes], scans)
    for size, (ours, plain) in measured.items():
        what = f"{size:,} visitors"
        goal = Goal(4, Measure.RATIO)
        yield Row(NAME, f"{what}, p50", ours.median, "ms", scans, plain.median, goal)
        p99 = ours.percentile(99)
        yield Row(NAME, f"{what}, p99", p99, "ms", scans, plain.percentile(99), Goal(10))
    least, most = measured[sizes[0]][0].median, measured[sizes[-1]][0].median
    growth = f"{sizes[-1]:,} visitors beside {sizes[0]:,}, p50"
    yield Row(NAME, growth, most, "ms", scans, least, Goal(1.3, Measure.RATIO))


def _measure(folder: Path, crowds: list[Crowd], scans: int) -> dict[int, tuple[Times, Times]]:
    """Of each crowd the check-ins, and the same on a plain file; all of them in turn."""
    works: list[Work] = []
    with ExitStack() as opened:
        for crowd in crowds:
            store = opened.enter_context(crowd.kiosk(folder / f"kiosk-{crowd.size}"))
            plain = opened.enter_context(closing(_plain(folder / f"{crowd.size}.db", crowd)))
            texts = [crowd.text(n * crowd.size // scans % crowd.size) for n in range(scans)]
            works += [
                in_turn(partial(_scan, store, texts)),
                in_turn(partial(_scan_plain, plain, crowd)),
            ]
        os.sync()  # what setting up has written is not part of the first scans
        times = side_by_side(scans, *works)
    return {c.size: (times[2 * n], times[2 * n + 1]) for n, c in enumerate(crowds)}


def _scan(store: Database, texts: list[str], index: int) -> None:
    moment = Moment(moment_of(index))
    store.write(lambda uow: check_in(uow, moment, texts[index % len(texts)], source="wedge"))


def _plain(file: Path, crowd: Crowd) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.executescript(_PLAIN_TABLES)
    connection.execute("BEGIN")
    numbered = ((crowd.number(index), f"v{index}") for index in range(crowd.size))
    connection.executemany("INSERT INTO ticket VALUES (?, ?, 1)", numbered)
    people = ((f"v{index}", "Иванова Анна", SITE.name, "9А") for index in range(crowd.size))
    connection.executemany("INSERT INTO visitor VALUES (?, ?, ?, ?)", people)
    connection.execute("COMMIT")
    return connection


def _scan_plain(connection: sqlite3.Connection, crowd: Crowd, index: int) -> None:
    """What a check-in cannot do without: the ticket, its history, the end, a durable record."""
    number = crowd.number(index % crowd.size)
    ask = connection.execute
    ask("BEGIN IMMEDIATE")
    ask("SELECT * FROM ticket t JOIN visitor v ON v.id = t.holder WHERE number = ?", (number,))
    ask("SELECT * FROM record WHERE ticket = ?", (number,)).fetchall()
    ask("SELECT * FROM record ORDER BY seq DESC LIMIT 1").fetchone()
    ask("SELECT * FROM head").fetchone()
    line = b"x" * _LINE_BYTES
    ask("INSERT INTO record VALUES (NULL, ?, ?, ?)", (number, f"{index:064x}", line))
    ask("COMMIT")
