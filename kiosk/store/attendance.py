"""Attendance as the operations ask for it, read from the projections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, bindparam, exists, select

from kiosk.domain.admission import History
from kiosk.domain.attendance import Arrival, first
from kiosk.domain.attendance import presence as presence_of
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome, TrialResult, last
from kiosk.domain.true_time import Anchor, true_time
from kiosk.operations.ports import Tally
from kiosk.store.tables.journal import last_exchange
from kiosk.store.tables.projections import (
    arrival,
    clock_anchor,
    presence,
    retraction,
    tally,
    trial_result,
)
from kiosk.store.tables.roster import roster_cursor

_ARRIVAL_FIELDS = [field.name for field in fields(Arrival)]
_RESULT_FIELDS = [field.name for field in fields(TrialResult)]


def _standing(table: Table, names: Sequence[str]) -> Select[Any]:
    """Records that nobody took back, each with the clock check of its timebase."""
    known = clock_anchor.c
    return (
        select(
            *(table.c[name] for name in names),
            known.elapsed_ms.label("anchor_elapsed"),
            known.true_ms.label("anchor_true"),
            known.hash.label("anchor_hash"),
        )
        .outerjoin_from(table, clock_anchor, known.timebase_id == table.c.timebase_id)
        .where(~exists().where(retraction.c.target == table.c.hash))
    )


_ARRIVALS = _standing(arrival, _ARRIVAL_FIELDS)
_HISTORY = _ARRIVALS.where(arrival.c.ticket == bindparam("ticket"))
_DOUBLED = _ARRIVALS.where(
    arrival.c.ticket.in_(select(presence.c.ticket).where(presence.c.heads > presence.c.counted))
).order_by(arrival.c.ticket)
_RESULTS = _standing(trial_result, _RESULT_FIELDS).where(
    trial_result.c.trial_id == bindparam("trial_id")
)
_RESULTS_BY_TICKET = _RESULTS.order_by(trial_result.c.ticket)
_RESULT = _RESULTS.where(trial_result.c.ticket == bindparam("ticket"))
_TALLY = select(
    select(tally.c.own_counted).scalar_subquery().label("own"),
    select(tally.c.counted).scalar_subquery().label("site"),
    select(roster_cursor.c.expected).scalar_subquery().label("expected"),
    select(last_exchange.c.at).scalar_subquery().label("as_of"),
)


class StoredAttendance:
    """The port's Attendance on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def history(self, ticket: int) -> History:
        rows = self._connection.execute(_HISTORY, {"ticket": ticket}).mappings().all()
        arrivals = [_arrival(row) for row in rows]
        return History(presence_of(arrivals), first(arrivals, _anchors(rows)))

    def tally(self) -> Tally:
        row = self._connection.execute(_TALLY).one()
        return Tally(row.own or 0, row.site or 0, row.expected or 0, row.as_of)

    def double_entries(self) -> list[tuple[Arrival, ...]]:
        rows = self._connection.execute(_DOUBLED).mappings().all()
        known = _anchors(rows)
        return [
            tuple(sorted(arrivals, key=lambda a: (true_time(a, known).ms, a.hash)))
            for _, arrivals in groupby(map(_arrival, rows), key=lambda a: a.ticket)
        ]

    def results(self, trial_id: str) -> list[TrialResult]:
        rows = self._connection.execute(_RESULTS_BY_TICKET, {"trial_id": trial_id}).mappings().all()
        known = _anchors(rows)
        by_ticket = groupby(map(_result, rows), key=lambda result: result.ticket)
        counting = [last(results, known) for _, results in by_ticket]
        return sorted(
            (result for result in counting if result is not None),
            key=lambda result: (true_time(result, known).ms, result.hash),
            reverse=True,
        )

    def result(self, ticket: int, trial_id: str) -> TrialResult | None:
        asked = {"ticket": ticket, "trial_id": trial_id}
        rows = self._connection.execute(_RESULT, asked).mappings().all()
        return last(map(_result, rows), _anchors(rows))


def _arrival(row: RowMapping) -> Arrival:
    values = {name: row[name] for name in _ARRIVAL_FIELDS}
    return Arrival(**(values | {"kind": TicketKind(row["kind"])}))


def _result(row: RowMapping) -> TrialResult:
    values = {name: row[name] for name in _RESULT_FIELDS}
    return TrialResult(**(values | {"outcome": Outcome(row["outcome"])}))


def _anchors(rows: Sequence[RowMapping]) -> dict[str, Anchor]:
    return {
        row["timebase_id"]: Anchor(
            row["timebase_id"], row["anchor_elapsed"], row["anchor_true"], row["anchor_hash"]
        )
        for row in rows
        if row["anchor_hash"] is not None
    }
