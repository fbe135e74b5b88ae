"""A name search while it is typed, letter by letter, beside a bare full-text query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from random import Random

from kiosk.demo.names import people
from kiosk.domain.names import fold
from kiosk.domain.visitors import Visitor
from kiosk.operations.search import search
from kiosk.store.database import Database
from tests.bench.options import Options
from tests.bench.result import Goal, Row
from tests.bench.site import Crowd
from tests.bench.timing import in_turn, side_by_side

NAME = "search"
_FOUND = 20
_NAMES = 40
"""As many names are typed, besides the beginnings that most people share."""
_COMMON = ("ал", "але", "алек", "алекс", "ив", "ива", "ан", "анн", "9а", "10б ив", "ма ив")


def rows(options: Options) -> Iterator[Row]:
    for size in options.size((100_000,), tiny=(60,), full=(100_000, 1_000_000)):
        crowd = Crowd(size)
        typed = [*_COMMON, *_typed(options.size(_NAMES, tiny=2))]
        with (
            crowd.kiosk(options.folder / f"kiosk-{size}") as store,
            closing(_plain(crowd)) as plain,
        ):
            ours, bare = side_by_side(
                len(typed),
                in_turn(lambda n, s=store, t=typed: _search(s, t[n])),  # type: ignore[misc]
                in_turn(lambda n, p=plain, t=typed: _match(p, t[n])),  # type: ignore[misc]
            )
        what = f"{size:,} visitors, two letters and more"
        yield Row(NAME, f"{what}, p50", ours.median, "ms", len(ours), bare.median)
        p99 = ours.percentile(99)
        yield Row(NAME, f"{what}, p99", p99, "ms", len(ours), bare.percentile(99), Goal(30))


def _typed(count: int) -> Iterator[str]:
    """Names as they are typed: after two letters, after three, and so on."""
    for _, name in zip(range(count), people(Random("typed")), strict=False):
        yield from (name[:length] for length in range(2, len(name) + 1))


def _search(store: Database, text: str) -> None:
    store.read(lambda uow: search(uow, text, _FOUND))


def _plain(crowd: Crowd) -> sqlite3.Connection:
    """The same words in an index in memory."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE names USING fts5(words, content='', prefix='1 2 3', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    words = (
        (fold(f"{one.name} {one.grade} {one.school}"),)
        for one in crowd.people()
        if isinstance(one, Visitor)
    )
    connection.executemany("INSERT INTO names (words) VALUES (?)", words)
    return connection


def _match(connection: sqlite3.Connection, text: str) -> None:
    query = " AND ".join(f'"{word}"*' for word in fold(text).split())
    connection.execute(
        "SELECT rowid FROM names WHERE names MATCH ? LIMIT ?", (query, _FOUND)
    ).fetchall()
