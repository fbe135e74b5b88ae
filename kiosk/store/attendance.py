"""Attendance as the operations ask for it, read from the projections."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, or_, select

from kiosk.domain.headcount import arrivals_of, in_order
from kiosk.domain.history import History, history_of
from kiosk.domain.movements import Movement
from kiosk.domain.trials import Outcome, TrialResult, last
from kiosk.domain.true_time import Anchor, true_time
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.operations.ports import Tally
from kiosk.store import movements
from kiosk.store.tables.journal import last_exchange, record, signer
from kiosk.store.tables.projections import (
    briefing,
    clock_anchor,
    presence,
    retraction,
    tally,
    trial_result,
    walk_in,
)
from kiosk.store.tables.roster import roster_cursor

_RESULT_FIELDS = [field.name for field in fields(TrialResult)]
_DOUBLED = select(presence.c.party).where(presence.c.surplus > 0).order_by(presence.c.party)
_UNCOUNTED = select(presence.c.party).where(presence.c.uncounted).order_by(presence.c.party)
_INSIDE = select(presence.c.party, presence.c.inside).where(presence.c.inside > 0)
_RESULTS = (
    select(
        *(trial_result.c[name] for name in _RESULT_FIELDS),
        clock_anchor.c.elapsed_ms.label("anchor_elapsed"),
        clock_anchor.c.true_ms.label("anchor_true"),
        clock_anchor.c.hash.label("anchor_hash"),
    )
    .outerjoin_from(
        trial_result, clock_anchor, clock_anchor.c.timebase_id == trial_result.c.timebase_id
    )
    .where(
        trial_result.c.trial_id == bindparam("trial_id"),
        ~exists().where(retraction.c.target == trial_result.c.hash),
    )
)
_RESULTS_BY_TICKET = _RESULTS.order_by(trial_result.c.ticket)
_RESULT = _RESULTS.where(trial_result.c.ticket == bindparam("ticket"))
_TALLY = select(
    select(tally.c.own_counted).scalar_subquery().label("own"),
    select(tally.c.counted).scalar_subquery().label("site"),
    select(tally.c.inside).scalar_subquery().label("inside"),
    select(tally.c.paper).scalar_subquery().label("paper"),
    select(roster_cursor.c.expected).scalar_subquery().label("expected"),
    select(last_exchange.c.at).scalar_subquery().label("as_of"),
)
_WALK_INS = select(walk_in).where(walk_in.c.ticket == bindparam("ticket")).order_by(walk_in.c.hash)
_PRESENT = select(signer.c.device_id).order_by(signer.c.id.desc()).limit(1).scalar_subquery()
_OWN_WALK_INS = (
    select(func.count())
    .select_from(walk_in)
    .join(record, record.c.hash == walk_in.c.hash)
    .where(record.c.device_id == _PRESENT, record.c.own)
)
_LISTED = select(func.json_each(bindparam("listed")).table_valued("value").c.value)
_BRIEFED = (
    select(1)
    .where(
        or_(
            briefing.c.ticket.in_(_LISTED),
            (briefing.c.slot == bindparam("slot")) & (briefing.c.slot != 0),
        ),
        ~exists().where(retraction.c.target == briefing.c.hash),
    )
    .limit(1)
)


class StoredAttendance:
    """The port's Attendance on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def history(self, ticket: int, party: int) -> History:
        found = movements.parties(self._connection, [party])[party]
        return history_of(ticket, found.movements, found.anchors)

    def tally(self) -> Tally:
        row = self._connection.execute(_TALLY).one()
        return Tally(
            this_kiosk=row.own or 0,
            site=row.site or 0,
            inside=row.inside or 0,
            paper=row.paper or 0,
            expected=row.expected or 0,
            as_of=row.as_of,
        )

    def inside(self) -> list[tuple[int, int]]:
        return [(row.party, row.inside) for row in self._connection.execute(_INSIDE)]

    def double_entries(self) -> list[tuple[Movement, ...]]:
        found = movements.parties(self._connection, self._connection.scalars(_DOUBLED))
        return [tuple(arrivals_of(in_order(p.movements, p.anchors))) for p in found.values()]

    def uncounted(self) -> list[int]:
        return list(self._connection.scalars(_UNCOUNTED))

    def walk_ins(self, ticket: int) -> list[WalkIn]:
        rows = self._connection.execute(_WALK_INS, {"ticket": ticket}).mappings()
        number = WalkInNumber.of_ticket(ticket)
        return [_walk_in(number, row) for row in rows] if number else []

    def own_walk_ins(self) -> int:
        return self._connection.scalar(_OWN_WALK_INS) or 0

    def is_briefed(self, tickets: Iterable[int], slot: int) -> bool:
        asked = {"listed": json.dumps(list(tickets)), "slot": slot}
        return self._connection.scalar(_BRIEFED, asked) is not None

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


def _walk_in(number: WalkInNumber, row: Any) -> WalkIn:
    values = {name: value for name, value in row.items() if name not in {"ticket", "kind"}}
    return WalkIn(number=number, kind=WalkInKind(row["kind"]), **values)


def _result(row: Any) -> TrialResult:
    values = {name: row[name] for name in _RESULT_FIELDS}
    return TrialResult(**(values | {"outcome": Outcome(row["outcome"])}))


def _anchors(rows: Sequence[Any]) -> dict[str, Anchor]:
    return {
        row["timebase_id"]: Anchor(
            row["timebase_id"], row["anchor_elapsed"], row["anchor_true"], row["anchor_hash"]
        )
        for row in rows
        if row["anchor_hash"] is not None
    }
