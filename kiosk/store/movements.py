"""Movements in the database: written as rows, and read back as whole parties."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.domain.headcount import PAPER
from kiosk.domain.movements import Movement, Way
from kiosk.domain.tickets import TicketKind
from kiosk.domain.true_time import Anchor
from kiosk.store.prepared import Prepared, Values
from kiosk.store.tables import columns_of
from kiosk.store.tables.journal import record
from kiosk.store.tables.projections import clock_anchor, movement, retraction

_NOBODY = "[]"
_FIELDS = tuple(field.name for field in fields(Movement))
_LISTED = select(func.json_each(bindparam("listed")).table_valued("value").c.value)
_ADD = Prepared(insert(movement).on_conflict_do_nothing())
_STANDING = Prepared(
    select(
        *(movement.c[name] for name in _FIELDS),
        record.c.own,
        clock_anchor.c.elapsed_ms.label("anchor_elapsed"),
        clock_anchor.c.true_ms.label("anchor_true"),
        clock_anchor.c.hash.label("anchor_hash"),
    )
    .join_from(movement, record, record.c.hash == movement.c.hash)
    .outerjoin(clock_anchor, clock_anchor.c.timebase_id == movement.c.timebase_id)
    .where(
        movement.c.party.in_(_LISTED),
        ~exists().where(retraction.c.target == movement.c.hash),
    )
)
_PARTIES_OF = select(movement.c.party).distinct().where(movement.c.hash.in_(_LISTED))
_ORDER_MATTERS = select(movement.c.party).where(
    (movement.c.way != Way.IN.value) | (movement.c.source == PAPER)
)
_PARTIES_IN_TIME = (
    select(movement.c.party)
    .distinct()
    .where(movement.c.timebase_id.in_(_LISTED), movement.c.party.in_(_ORDER_MATTERS))
)
"""Whose counts may change with a clock check: an arrival is one whenever it was."""


@dataclass(slots=True)
class Party:
    """A party's standing movements, those that this kiosk wrote, and what is known of clocks."""

    movements: list[Movement] = field(default_factory=list)
    own: list[Movement] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)


def add(connection: Connection, movements: Iterable[Movement]) -> None:
    _ADD.run_all(connection, map(columns, movements))


def parties(connection: Connection, numbers: Iterable[int]) -> dict[int, Party]:
    """The parties of these numbers, each with what stands of it."""
    listed = sorted(numbers)
    found = {number: Party() for number in listed}
    for row in _STANDING.rows(connection, {"listed": json.dumps(listed)}):
        moved = _movement(row)
        party = found[moved.party]
        party.movements.append(moved)
        if row["own"]:
            party.own.append(moved)
        if row["anchor_hash"] is not None:
            party.anchors[moved.timebase_id] = _anchor(row)
    return found


def parties_of(connection: Connection, hashes: Iterable[str]) -> set[int]:
    """The parties whose movements have these hashes."""
    return set(connection.scalars(_PARTIES_OF, {"listed": json.dumps(list(hashes))}))


def parties_in_time(connection: Connection, timebases: Iterable[str]) -> set[int]:
    """The parties whose counts may follow from the clocks of these timebases."""
    return set(connection.scalars(_PARTIES_IN_TIME, {"listed": json.dumps(list(timebases))}))


def columns(moved: Movement) -> dict[str, Any]:
    """A movement as the columns of its table."""
    return columns_of(moved) | {
        "named": _NOBODY if not moved.named else json.dumps(moved.named),
        "apart": _NOBODY if not moved.apart else json.dumps(moved.apart),
    }


def _movement(row: Values) -> Movement:
    values = {name: row[name] for name in _FIELDS}
    values["way"] = Way(row["way"])
    values["kind"] = TicketKind(row["kind"])
    for name in ("named", "apart"):
        values[name] = () if row[name] == _NOBODY else tuple(json.loads(row[name]))
    return Movement(**values)


def _anchor(row: Values) -> Anchor:
    return Anchor(row["timebase_id"], row["anchor_elapsed"], row["anchor_true"], row["anchor_hash"])
