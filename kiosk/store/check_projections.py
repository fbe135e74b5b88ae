"""The projections compared with the domain's folds over all records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, select

from kiosk.domain.attendance import Arrival, fold, presence, retracted
from kiosk.domain.records import Record
from kiosk.domain.trials import TrialResult
from kiosk.domain.true_time import anchors
from kiosk.store.tables import projections as tables

Rows = dict[Any, dict[str, Any]]


def projections_fit(connection: Connection, records: Sequence[Record], own: frozenset[str]) -> bool:
    """Whether the stored projections are what the records say; `own` are this kiosk's hashes."""
    return all(
        _stored(connection, table, key) == expected
        for table, key, expected in (
            (tables.arrival, "hash", _by_hash(Arrival, records)),
            (tables.trial_result, "hash", _by_hash(TrialResult, records)),
            (tables.retraction, "target", {t: {"target": t} for t in retracted(records)}),
            (tables.clock_anchor, "timebase_id", _anchors(records)),
            (tables.presence, "ticket", _presence(records, own)),
            (tables.tally, "id", _tally(records, own)),
        )
    )


def _stored(connection: Connection, table: Table, key: str) -> Rows:
    rows = connection.execute(select(table)).mappings()
    return {row[key]: dict(row) for row in rows}


def _by_hash(value: type[Arrival | TrialResult], records: Sequence[Record]) -> Rows:
    found = map(value.from_record, records)
    return {one.hash: asdict(one) for one in found if one is not None}


def _anchors(records: Sequence[Record]) -> Rows:
    return {name: asdict(anchor) for name, anchor in anchors(records).items()}


def _presence(records: Sequence[Record], own: frozenset[str]) -> Rows:
    return {
        ticket: {
            "ticket": ticket,
            **asdict(presence(arrivals)),
            "own_counted": presence([a for a in arrivals if a.hash in own]).counted,
        }
        for ticket, arrivals in fold(records).by_ticket.items()
    }


def _tally(records: Sequence[Record], own: frozenset[str]) -> Rows:
    """No row stands for nobody: the first arrival makes it."""
    if not any(Arrival.from_record(one) for one in records):
        return {}
    rows = _presence(records, own).values()
    return {
        1: {
            "id": 1,
            "counted": sum(row["counted"] for row in rows),
            "own_counted": sum(row["own_counted"] for row in rows),
        }
    }
