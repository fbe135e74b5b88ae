"""Names found by their beginnings, in any order of the words.

The full-text table `name_index` holds folded words only: of a visitor under twice the row's number,
of a group under twice the row's number and one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, text

from kiosk.domain.names import fold, fold_grade, words_of
from kiosk.domain.visitors import Group, Visitor
from kiosk.store.prepared import Prepared

SHORTEST = 2
"""At least one word of a query has so many letters."""

_ADD = Prepared(text("INSERT OR REPLACE INTO name_index (rowid, words) VALUES (:row, :words)"))
_IDS = {
    "visitor": Prepared(
        text(
            "SELECT visitor_id AS key, id FROM visitor "
            "WHERE visitor_id IN (SELECT value FROM json_each(:keys))"
        )
    ),
    "group": Prepared(
        text(
            "SELECT group_id AS key, id FROM visitor_group "
            "WHERE group_id IN (SELECT value FROM json_each(:keys))"
        )
    ),
}
_DROP = text("DELETE FROM name_index WHERE rowid IN (SELECT value FROM json_each(:rows))")
_FIND = text("SELECT rowid FROM name_index WHERE name_index MATCH :query LIMIT :rows")
"""Streams, so that the limit is reached early: ordering by rank would read every match first."""

_FIND_FIRST = text(
    "SELECT rowid FROM name_index WHERE name_index MATCH :query AND rowid % 2 = 0 LIMIT :rows"
)
"""Visitors only: a group's words begin with its class."""


def index(connection: Connection, kind: str, items: Iterable[Visitor | Group]) -> None:
    """Puts the words of visitors or groups, already in their tables, into the index."""
    words = dict(map(_words, items))
    numbers = _numbers(connection, kind, list(words)).items()
    _ADD.run_all(
        connection,
        ({"row": _row(kind, number), "words": words[key]} for key, number in numbers),
    )


def drop(connection: Connection, kind: str, keys: Sequence[str]) -> None:
    """Takes visitors or groups, still in their tables, out of the index."""
    rows = [_row(kind, number) for number in _numbers(connection, kind, keys).values()]
    connection.execute(_DROP, {"rows": json.dumps(rows)})


@dataclass(frozen=True, slots=True)
class Hits:
    """The row numbers of the visitors and of the groups that were found."""

    visitors: Sequence[int]
    groups: Sequence[int]


def find(connection: Connection, words: str, limit: int) -> Hits:
    """Who has words that begin like all of these; nobody for less than two letters.

    Where there are more than `limit`, those whose name begins with the first word are among them.
    """
    tokens = words_of(words)
    if not any(len(token) >= SHORTEST for token in tokens):
        tokens = ["".join(tokens)]  # «9 б» is a class
        if len(tokens[0]) < SHORTEST:
            return Hits((), ())
    query = " AND ".join(f'"{token}"*' for token in tokens)
    rows = connection.scalars(_FIND, {"query": query, "rows": limit}).all()
    if len(rows) == limit:
        named = {"query": f"^{query}", "rows": limit}
        first = connection.scalars(_FIND_FIRST, named).all()
        rows = list(dict.fromkeys([*first, *rows]))[:limit]
    return Hits(
        [row // 2 for row in rows if row % 2 == 0], [row // 2 for row in rows if row % 2 == 1]
    )


def _words(item: Visitor | Group) -> tuple[str, str]:
    """The item's id, and the words by which it is found."""
    where = f"{_fold_grade_often(item.grade)} {_fold_often(item.school)}"
    if isinstance(item, Group):
        return item.group_id, f"{where} {fold(item.leader)}"
    return item.visitor_id, f"{fold(item.name)} {where}"


_fold_often, _fold_grade_often = lru_cache(1_024)(fold), lru_cache(1_024)(fold_grade)
"""Folds what a whole class shares."""


def _numbers(connection: Connection, kind: str, keys: Sequence[str]) -> dict[str, int]:
    rows = _IDS[kind].rows(connection, {"keys": json.dumps(keys)})
    return {row["key"]: row["id"] for row in rows}


def _row(kind: str, number: int) -> int:
    return 2 * number + (kind == "group")
