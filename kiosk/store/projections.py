"""Projections: written in the record's own transaction, and made anew from the journal alone.

A retraction may come before what it takes back, and other kiosks' records come late, so a party's
presence is counted afresh from its standing movements, whatever the order of the records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.domain.headcount import presence as headcount
from kiosk.domain.movements import Movement
from kiosk.domain.records import Kind, Record
from kiosk.domain.trials import TrialResult
from kiosk.domain.true_time import anchors
from kiosk.domain.walk_ins import WalkIn
from kiosk.journal.lines import parse
from kiosk.store import movements
from kiosk.store.movements import Party
from kiosk.store.prepared import Prepared, Values
from kiosk.store.tables import columns_of
from kiosk.store.tables.journal import record
from kiosk.store.tables.projections import (
    briefing,
    clock_anchor,
    movement,
    presence,
    retraction,
    tally,
    trial_result,
    walk_in,
)

REBUILD_BATCH = 1000
"""How many records are held in memory while all are projected anew."""

_ADD_RESULT = insert(trial_result).on_conflict_do_nothing()
_ADD_RETRACTION = insert(retraction).on_conflict_do_nothing()
_ADD_WALK_IN = insert(walk_in).on_conflict_do_nothing()
_ADD_BRIEFING = insert(briefing).on_conflict_do_nothing()

_newer = insert(clock_anchor)
_ADD_ANCHOR = _newer.on_conflict_do_update(
    index_elements=["timebase_id"],
    set_={name: _newer.excluded[name] for name in ("elapsed_ms", "true_ms", "hash")},
    where=(_newer.excluded.elapsed_ms > clock_anchor.c.elapsed_ms)
    | (
        (_newer.excluded.elapsed_ms == clock_anchor.c.elapsed_ms)
        & (_newer.excluded.hash > clock_anchor.c.hash)
    ),
)

_LISTED = select(func.json_each(bindparam("listed")).table_valued("value").c.value)
_SUMS = ("counted", "own_counted", "inside", "paper")
"""What the tally adds up."""
_FORGET = Prepared(
    delete(presence)
    .where(presence.c.party.in_(_LISTED))
    .returning(*(presence.c[name] for name in _SUMS))
)
_COUNT = Prepared(insert(presence))
_newly = insert(tally)
_ADD_TO_TALLY = Prepared(
    _newly.on_conflict_do_update(
        index_elements=["id"],
        set_={name: tally.c[name] + _newly.excluded[name] for name in _SUMS},
    )
)


def apply(connection: Connection, records: Sequence[Record], adopted: Iterable[str] = ()) -> None:
    """Projects records that the journal has just taken in.

    `adopted` are the hashes of older records that have become this kiosk's own.
    """
    moved = [m for m in map(Movement.from_record, records) if m is not None]
    targets = [r.text("target") for r in records if r.kind == Kind.RETRACTION]
    checks = anchors(records).values()
    if moved:
        movements.add(connection, moved)
    if targets:
        connection.execute(_ADD_RETRACTION, [{"target": target} for target in targets])
    if checks:
        connection.execute(_ADD_ANCHOR, [columns_of(anchor) for anchor in checks])
    _add_others(connection, records)
    parties = {m.party for m in moved}
    changed = [*targets, *adopted]
    if changed:
        parties |= movements.parties_of(connection, changed)
    if checks:
        parties |= movements.parties_in_time(connection, [c.timebase_id for c in checks])
    if parties:
        _recount(connection, parties)


def walk_in_columns(registered: WalkIn) -> Values:
    """A walk-in as the columns of its table."""
    values = columns_of(registered)
    del values["number"]
    return values | {"ticket": registered.number.ticket, "kind": registered.kind.value}


def briefing_columns(briefed: Record) -> Values:
    """A briefing's record as the columns of its table."""
    ticket, slot = briefed.integer("ticket"), briefed.integer("slot")
    return {"hash": briefed.hash, "ticket": ticket, "slot": slot}


def presence_columns(number: int, party: Party) -> Values:
    """A party's headcount as the columns of its table."""
    found = headcount(party.movements, party.anchors)
    alone = len(party.own) == len(party.movements)
    own = found if alone else headcount(party.own, party.anchors)
    return {"party": number, **columns_of(found), "own_counted": own.counted}


def _add_others(connection: Connection, records: Sequence[Record]) -> None:
    """Whatever is kept as it comes and counts no heads."""
    results = [r for r in map(TrialResult.from_record, records) if r is not None]
    registered = [w for w in map(WalkIn.from_record, records) if w is not None]
    briefed = [r for r in records if r.kind == Kind.BRIEFING]
    if results:
        connection.execute(_ADD_RESULT, [columns_of(r) for r in results])
    if registered:
        connection.execute(_ADD_WALK_IN, [walk_in_columns(w) for w in registered])
    if briefed:
        connection.execute(_ADD_BRIEFING, [briefing_columns(r) for r in briefed])


PROJECTIONS = (
    movement,
    walk_in,
    briefing,
    trial_result,
    retraction,
    clock_anchor,
    presence,
    tally,
)


def rebuild(connection: Connection) -> None:
    """Makes every projection anew from the journal."""
    for table in PROJECTIONS:
        connection.execute(delete(table))
    records = (parse(line) for line in connection.scalars(select(record.c.line)))
    while batch := list(islice(records, REBUILD_BATCH)):
        apply(connection, batch)


def _recount(connection: Connection, numbers: Iterable[int]) -> None:
    """Counts parties afresh and carries the difference over to the tally."""
    listed = sorted(numbers)
    before = _FORGET.rows(connection, {"listed": json.dumps(listed)})
    found = movements.parties(connection, listed)
    after = [presence_columns(n, party) for n, party in found.items() if party.movements]
    _COUNT.run_all(connection, after)
    change = {name: _sum(after, name) - _sum(before, name) for name in _SUMS}
    _ADD_TO_TALLY.run(connection, {"id": 1} | change)


def _sum(rows: Iterable[Values], name: str) -> int:
    return sum(row[name] for row in rows)
