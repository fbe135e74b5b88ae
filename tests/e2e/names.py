"""Whom a demo world knows, and where one of them is named."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from kiosk.domain.names import fold

PIECE = 32
"""Characters: so much of a ticket's text is as good as the whole."""


def names_in(world: Path) -> set[str]:
    """Surname and given name, folded, of everybody on the rosters below a folder."""
    found = set()
    for database in world.rglob("central.db"):
        with closing(sqlite3.connect(database)) as connection:
            query = "SELECT item FROM roster WHERE kind IN ('visitor', 'group') AND item NOT NULL"
            for (item,) in connection.execute(query):
                fields = json.loads(item)
                words = fold(fields.get("name") or fields.get("leader", "")).split()
                found.add(" ".join(words[:2]))
    return found - {""}


def tickets_in(world: Path) -> set[str]:
    """The telling pieces of the tickets below a folder."""
    return {text[start : start + PIECE] for text in _texts(world) for start in (0, 45, 90)}


def _texts(world: Path) -> Iterator[str]:
    for table in world.rglob("tickets.csv"):
        with table.open(encoding="utf-8", newline="") as rows:
            yield from (row["text"] for row in csv.DictReader(rows))


def spoken_of(said: str, names: Iterable[str], tickets: Iterable[str]) -> list[str]:
    """Which of the names and ticket pieces stand in what was said."""
    folded, upper = fold(said), said.upper()
    return [n for n in names if n in folded] + [t for t in tickets if t in upper]
