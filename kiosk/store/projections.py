"""Projections: written in the record's own transaction, and made anew from the journal alone.

A retraction may come before what it takes back, and other kiosks' records come late, so a ticket's
presence is counted afresh from its standing arrivals, whatever the order of the records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, func, select, text
from sqlalchemy.dialects.sqlite import insert

from kiosk.domain.attendance import Arrival
from kiosk.domain.records import Kind, Record
from kiosk.domain.trials import TrialResult
from kiosk.domain.true_time import anchors
from kiosk.journal.lines import parse
from kiosk.store.tables import columns_of
from kiosk.store.tables.journal import record
from kiosk.store.tables.projections import (
    arrival,
    clock_anchor,
    presence,
    retraction,
    tally,
    trial_result,
)

REBUILD_BATCH = 1000
"""How many records are held in memory while all are projected anew."""

_ADD_ARRIVAL = insert(arrival).on_conflict_do_nothing()
_ADD_RESULT = insert(trial_result).on_conflict_do_nothing()
_ADD_RETRACTION = insert(retraction).on_conflict_do_nothing()

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
_TICKETS_OF = select(arrival.c.ticket).distinct().where(arrival.c.hash.in_(_LISTED))
_FORGET = (
    delete(presence)
    .where(presence.c.ticket.in_(_LISTED))
    .returning(presence.c.counted, presence.c.own_counted)
)
_COUNT = text(
    """
    INSERT INTO presence (ticket, arrivals, heads, counted, own_counted)
    SELECT a.ticket, COUNT(*), SUM(a.heads), MIN(SUM(a.heads), MAX(a.size)),
           MIN(SUM(a.heads * r.own), MAX(a.size * r.own))
    FROM arrival a JOIN record r ON r.hash = a.hash
    WHERE a.ticket IN (SELECT value FROM json_each(:listed))
      AND NOT EXISTS (SELECT 1 FROM retraction t WHERE t.target = a.hash)
    GROUP BY a.ticket
    RETURNING counted, own_counted
    """
)
_newly = insert(tally)
_ADD_TO_TALLY = _newly.on_conflict_do_update(
    index_elements=["id"],
    set_={
        "counted": tally.c.counted + _newly.excluded.counted,
        "own_counted": tally.c.own_counted + _newly.excluded.own_counted,
    },
)


def apply(connection: Connection, records: Sequence[Record], adopted: Iterable[str] = ()) -> None:
    """Projects records that the journal has just taken in.

    `adopted` are the hashes of older records that have become this kiosk's own.
    """
    arrivals = [a for a in map(Arrival.from_record, records) if a is not None]
    results = [r for r in map(TrialResult.from_record, records) if r is not None]
    targets = [r.text("target") for r in records if r.kind == Kind.RETRACTION]
    checks = anchors(records).values()
    if arrivals:
        connection.execute(_ADD_ARRIVAL, [columns_of(a) for a in arrivals])
    if results:
        connection.execute(_ADD_RESULT, [columns_of(r) for r in results])
    if targets:
        connection.execute(_ADD_RETRACTION, [{"target": target} for target in targets])
    if checks:
        connection.execute(_ADD_ANCHOR, [columns_of(anchor) for anchor in checks])
    tickets = {a.ticket for a in arrivals}
    changed = [*targets, *adopted]
    if changed:
        tickets.update(connection.scalars(_TICKETS_OF, {"listed": json.dumps(changed)}))
    if tickets:
        _recount(connection, tickets)


def rebuild(connection: Connection) -> None:
    """Makes every projection anew from the journal."""
    for table in (arrival, trial_result, retraction, clock_anchor, presence, tally):
        connection.execute(delete(table))
    records = (parse(line) for line in connection.scalars(select(record.c.line)))
    while batch := list(islice(records, REBUILD_BATCH)):
        apply(connection, batch)


def _recount(connection: Connection, tickets: Iterable[int]) -> None:
    """Counts tickets afresh and carries the difference over to the tally."""
    listed = {"listed": json.dumps(sorted(tickets))}
    before = connection.execute(_FORGET, listed).all()
    after = connection.execute(_COUNT, listed).all()
    change = {
        "id": 1,
        "counted": sum(r.counted for r in after) - sum(r.counted for r in before),
        "own_counted": sum(r.own_counted for r in after) - sum(r.own_counted for r in before),
    }
    connection.execute(_ADD_TO_TALLY, change)
