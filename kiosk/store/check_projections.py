"""The projections compared with the domain's folds over all records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, select

from kiosk.domain.attendance import fold, retracted
from kiosk.domain.movements import Movement
from kiosk.domain.records import Kind, Record
from kiosk.domain.trials import TrialResult
from kiosk.domain.true_time import anchors
from kiosk.domain.walk_ins import WalkIn
from kiosk.store import movements
from kiosk.store.movements import Party
from kiosk.store.projections import briefing_columns, presence_columns, walk_in_columns
from kiosk.store.tables import projections as tables

Rows = dict[Any, dict[str, Any]]


def projections_fit(connection: Connection, records: Sequence[Record], own: frozenset[str]) -> bool:
    """Whether the stored projections are what the records say; `own` are this kiosk's hashes."""
    came = _presence(records, own)
    return all(
        _stored(connection, table, key) == expected
        for table, key, expected in (
            (tables.movement, "hash", _movements(records)),
            (tables.walk_in, "hash", _walk_ins(records)),
            (tables.briefing, "hash", _briefings(records)),
            (tables.trial_result, "hash", _results(records)),
            (tables.retraction, "target", {t: {"target": t} for t in retracted(records)}),
            (tables.clock_anchor, "timebase_id", _anchors(records)),
            (tables.presence, "party", came),
            (tables.tally, "id", _tally(records, came)),
        )
    )


def _stored(connection: Connection, table: Table, key: str) -> Rows:
    rows = connection.execute(select(table)).mappings()
    return {row[key]: dict(row) for row in rows}


def _movements(records: Sequence[Record]) -> Rows:
    found = map(Movement.from_record, records)
    return {one.hash: movements.columns(one) for one in found if one is not None}


def _walk_ins(records: Sequence[Record]) -> Rows:
    found = map(WalkIn.from_record, records)
    return {one.hash: dict(walk_in_columns(one)) for one in found if one is not None}


def _briefings(records: Sequence[Record]) -> Rows:
    return {r.hash: dict(briefing_columns(r)) for r in records if r.kind == Kind.BRIEFING}


def _results(records: Sequence[Record]) -> Rows:
    found = map(TrialResult.from_record, records)
    return {one.hash: asdict(one) for one in found if one is not None}


def _anchors(records: Sequence[Record]) -> Rows:
    return {name: asdict(anchor) for name, anchor in anchors(records).items()}


def _presence(records: Sequence[Record], own: frozenset[str]) -> Rows:
    folded = fold(records)
    rows: Rows = {}
    for number, moved in folded.by_party.items():
        mine = [one for one in moved if one.hash in own]
        party = Party(list(moved), mine, dict(folded.anchors))
        rows[number] = dict(presence_columns(number, party))
    return rows


def _tally(records: Sequence[Record], came: Rows) -> Rows:
    """No row stands for nobody: the first movement makes it."""
    if not any(Movement.from_record(one) for one in records):
        return {}
    names = ("counted", "own_counted", "inside", "paper")
    return {1: {"id": 1} | {name: sum(row[name] for row in came.values()) for name in names}}
