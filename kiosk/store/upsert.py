"""A row that is written anew wherever it is there already."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import Insert, insert


def upsert(table: Table, key: str = "id") -> Insert:
    """Adds a row or changes all of the one of its key, keeping that row's own number."""
    statement = insert(table)
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.c
        if column.name not in ("id", key)
    }
    return statement.on_conflict_do_update(index_elements=[key], set_=changed)
