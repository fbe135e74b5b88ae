"""The roster in the database: taken over slice by slice, read by number, code and name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, bindparam, delete, func, select, text, union
from sqlalchemy.dialects.sqlite import insert

from kiosk.domain.programme import Event, Site, Slot, Trial
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.domain.staff import StaffMember
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, RosterTicket, Visitor
from kiosk.operations.ports import Match
from kiosk.store import search
from kiosk.store.engine import CACHE_KIB, LOADING_KIB
from kiosk.store.memory import Memory
from kiosk.store.prepared import Prepared, Values
from kiosk.store.roster_rows import (
    ITEM_TABLES,
    event_of,
    group_of,
    site_of,
    slot_of,
    staff_of,
    ticket_of,
    trial_of,
    visitor_of,
)
from kiosk.store.search import Hits
from kiosk.store.tables.journal import binding
from kiosk.store.tables.roster import (
    FOREIGN,
    event,
    roster_cursor,
    site,
    slot,
    ticket,
    ticket_key,
    trial,
    visitor,
    visitor_group,
)
from kiosk.store.tables.staff import staff
from kiosk.store.upsert import upsert

T = TypeVar("T")

NAMED = ("visitor", "group")
"""The kinds whose words are searched for."""

_IS_GROUP = ticket.c.kind == TicketKind.GROUP.value
_of_group = ticket.alias()
_GROUP_OF_HOLDER = (
    select(_of_group.c.number)
    .where(_of_group.c.holder_id == visitor.c.group_id, _of_group.c.kind == TicketKind.GROUP.value)
    .order_by(_of_group.c.cancelled, _of_group.c.number)
    .limit(1)
    .scalar_subquery()
)
_TICKETS = (
    select(
        ticket,
        _GROUP_OF_HOLDER.label("group_ticket"),
        *(column.label(f"v_{column.name}") for column in visitor.c),
        *(column.label(f"g_{column.name}") for column in visitor_group.c),
    )
    .outerjoin_from(ticket, visitor, (visitor.c.visitor_id == ticket.c.holder_id) & ~_IS_GROUP)
    .outerjoin(visitor_group, (visitor_group.c.group_id == ticket.c.holder_id) & _IS_GROUP)
)
_BY_NUMBER = Prepared(_TICKETS.where(ticket.c.number == bindparam("value")))
_BY_CODE = Prepared(
    _TICKETS.where(ticket.c.code == bindparam("value")).order_by(ticket.c.number).limit(1)
)
_BY_EXTERNAL = Prepared(
    _TICKETS.where(ticket.c.external == bindparam("value"), text(FOREIGN))
    .order_by(ticket.c.number)
    .limit(1)
)
_LISTED = select(func.json_each(bindparam("listed")).table_valued("value").c.value)
_BY_NUMBERS = Prepared(_TICKETS.where(ticket.c.number.in_(_LISTED)))
_OWN_TICKET = (
    select(ticket.c.number)
    .where(ticket.c.holder_id == visitor.c.visitor_id, ~_IS_GROUP)
    .order_by(ticket.c.cancelled, ticket.c.number)
    .limit(1)
)
_GROUPS_TICKET = (
    select(ticket.c.number).where(_IS_GROUP).order_by(ticket.c.cancelled, ticket.c.number).limit(1)
)
_PEOPLE = Prepared(
    select(
        visitor,
        func.coalesce(
            _OWN_TICKET.scalar_subquery(),
            _GROUPS_TICKET.where(ticket.c.holder_id == visitor.c.group_id).scalar_subquery(),
        ).label("admit"),
    ).where(visitor.c.id.in_(_LISTED))
)
_GROUPS = Prepared(
    select(
        visitor_group,
        _GROUPS_TICKET.where(ticket.c.holder_id == visitor_group.c.group_id)
        .scalar_subquery()
        .label("admit"),
    ).where(visitor_group.c.id.in_(_LISTED))
)
_MEMBERS = select(visitor).where(visitor.c.group_id == bindparam("value"))
_MEMBERS_TICKETS = (
    select(visitor.c.visitor_id, func.min(ticket.c.number).label("number"))
    .join(ticket, ticket.c.holder_id == visitor.c.visitor_id)
    .where(visitor.c.group_id == bindparam("value"), ~_IS_GROUP, ~ticket.c.cancelled)
    .group_by(visitor.c.visitor_id)
)
_SCHOOLS = union(select(visitor.c.school), select(visitor_group.c.school))
_AT_A_TIME = 500
_BOUND = select(binding.c.event).scalar_subquery()
_EVENT = select(event).order_by((event.c.number == _BOUND).desc(), event.c.number).limit(1)
_SITE = select(site).where(site.c.number == bindparam("value"))
_SLOTS = select(slot).order_by(slot.c.start, slot.c.number)
_SLOT = select(slot).where(slot.c.number == bindparam("value"))
_TRIALS = select(trial).order_by(trial.c.start, trial.c.trial_id)
_TRIAL = select(trial).where(trial.c.trial_id == bindparam("value"))
_STAFF = select(staff).order_by(staff.c.name, staff.c.staff_id)
_KEYS = select(ticket_key.c.key_id, ticket_key.c.public)
_CURSOR = select(roster_cursor.c.epoch, roster_cursor.c.version)
_COUNT_EXPECTED = text(
    """
    UPDATE roster_cursor SET expected = (
        SELECT COALESCE(SUM(CASE WHEN t.kind = 'group' THEN g.pupils + g.adults ELSE 1 END), 0)
        FROM ticket t LEFT JOIN visitor_group g ON t.kind = 'group' AND g.group_id = t.holder_id
        LEFT JOIN visitor v ON t.kind <> 'group' AND v.visitor_id = t.holder_id
        WHERE t.cancelled = 0 AND COALESCE(v.group_id, '') NOT IN (
            SELECT holder_id FROM ticket WHERE kind = 'group' AND cancelled = 0
        )
    )
    """
)
"""Once a download: it reads every ticket. A member whom the group's ticket counts is not twice."""

_UPSERTS = {
    kind: Prepared(upsert(item_table.table, item_table.key))
    for kind, item_table in ITEM_TABLES.items()
}
_DELETES = {
    kind: delete(item_table.table).where(item_table.column == bindparam("value"))
    for kind, item_table in ITEM_TABLES.items()
}
_OUTDATED = {
    kind: select(item_table.column).where(item_table.table.c.epoch != bindparam("new_epoch"))
    for kind, item_table in ITEM_TABLES.items()
}
_MOVE = insert(roster_cursor)
_MOVE_CURSOR = _MOVE.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _MOVE.excluded[name] for name in ("epoch", "version")},
)


class StoredRoster:
    """The port's Roster on one transaction."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self._connection = connection
        self._memory = memory

    def event(self) -> Event | None:
        """The event that the kiosk is bound to, or any if the roster lacks that one."""
        return self._memory.recall("event", lambda: self._item(_EVENT, event_of))

    def site(self, number: int) -> Site | None:
        ask = partial(self._item, _SITE, site_of, number)
        return self._memory.recall(("site", number), ask)

    def slots(self) -> list[Slot]:
        return [slot_of(row) for row in self._connection.execute(_SLOTS).mappings()]

    def slot(self, number: int) -> Slot | None:
        ask = partial(self._item, _SLOT, slot_of, number)
        return self._memory.recall(("slot", number), ask)

    def trials(self) -> list[Trial]:
        return [trial_of(row) for row in self._connection.execute(_TRIALS).mappings()]

    def trial(self, trial_id: str) -> Trial | None:
        return self._item(_TRIAL, trial_of, trial_id)

    def ticket_keys(self) -> Mapping[int, bytes]:
        return self._memory.recall("ticket keys", self._ticket_keys)

    def ticket(self, number: int) -> RosterTicket | None:
        return self._ticket(_BY_NUMBER, number)

    def ticket_by_code(self, digits: str) -> RosterTicket | None:
        return self._ticket(_BY_CODE, digits) if digits else None

    def ticket_by_external(self, text: str) -> RosterTicket | None:
        return self._ticket(_BY_EXTERNAL, text) if text else None

    def staff(self) -> list[StaffMember]:
        return list(self._members().values())

    def staff_member(self, staff_id: str) -> StaffMember | None:
        return self._members().get(staff_id)

    def search(self, text: str, limit: int) -> list[Match]:
        return self._matches(search.find(self._connection, text, limit))

    def cursor(self) -> RosterCursor:
        row = self._connection.execute(_CURSOR).first()
        return RosterCursor(row.epoch, row.version) if row else RosterCursor()

    def apply(self, changes: Sequence[RosterChange], cursor: RosterCursor) -> None:
        """Changes of kinds that this version does not know are passed over."""
        if not self.cursor().epoch:
            self._keep_in_memory(LOADING_KIB)
        known = [change for change in changes if change.kind in ITEM_TABLES]
        last = {(change.kind, change.key): change for change in known}
        ordered = sorted(last.values(), key=lambda c: (c.kind, c.item is None))
        for (kind, gone), group in groupby(ordered, key=lambda c: (c.kind, c.item is None)):
            if gone:
                self._remove(kind, [change.key for change in group])
            else:
                self._put(kind, list(group), cursor.epoch)
        self._move(cursor)

    def finish_epoch(self, cursor: RosterCursor) -> None:
        for kind, outdated in _OUTDATED.items():
            keys = self._connection.scalars(outdated, {"new_epoch": cursor.epoch}).all()
            self._remove(kind, [str(key) for key in keys])
        self._move(cursor)
        self._connection.execute(_COUNT_EXPECTED)
        self._keep_in_memory(CACHE_KIB)

    def members(self, group_id: str) -> list[Visitor]:
        rows = self._connection.execute(_MEMBERS, {"value": group_id}).mappings()
        return [visitor_of(row) for row in rows]

    def members_tickets(self, group_id: str) -> dict[str, int]:
        rows = self._connection.execute(_MEMBERS_TICKETS, {"value": group_id}).all()
        return {row.visitor_id: row.number for row in rows}

    def schools(self) -> list[str]:
        return sorted(name for name in self._connection.scalars(_SCHOOLS) if name)

    def everybody(self) -> Iterator[Match]:
        groups = self._connection.scalars(select(visitor_group.c.id)).all()
        visitors = self._connection.scalars(select(visitor.c.id)).all()
        for start in range(0, max(len(groups), len(visitors)), _AT_A_TIME):
            part = slice(start, start + _AT_A_TIME)
            yield from self._matches(Hits(visitors[part], groups[part]))

    def _matches(self, hits: Hits) -> list[Match]:
        found: list[tuple[Visitor | Group, int | None]] = [
            *((visitor_of(row), row["admit"]) for row in self._rows(_PEOPLE, hits.visitors)),
            *((group_of(row), row["admit"]) for row in self._rows(_GROUPS, hits.groups)),
        ]
        numbers = [number for _, number in found if number is not None]
        tickets = {row["number"]: ticket_of(row) for row in self._rows(_BY_NUMBERS, numbers)}
        return [Match(person, tickets.get(number or 0)) for person, number in found]

    def _put(self, kind: str, changes: Sequence[RosterChange], epoch: str) -> None:
        table = ITEM_TABLES[kind]
        items = [change.item for change in changes if change.item is not None]
        _UPSERTS[kind].run_all(self._connection, (table.row(item, epoch) for item in items))
        named = [item for item in items if isinstance(item, Visitor | Group)]
        if named:
            search.index(self._connection, kind, named)

    def _remove(self, kind: str, keys: Sequence[str]) -> None:
        if not keys:
            return
        if kind in NAMED:
            search.drop(self._connection, kind, keys)
        values = [{"value": value} for value in ITEM_TABLES[kind].parse_keys(keys)]
        if values:
            self._connection.execute(_DELETES[kind], values)

    def _keep_in_memory(self, kib: int) -> None:
        """How much of the database this connection keeps from now on."""
        self._connection.exec_driver_sql(f"PRAGMA cache_size = -{kib}")

    def _move(self, cursor: RosterCursor) -> None:
        row = {"id": 1, "epoch": cursor.epoch, "version": cursor.version, "expected": 0}
        self._connection.execute(_MOVE_CURSOR, row)
        self._memory.forget()

    def _members(self) -> Mapping[str, StaffMember]:
        return self._memory.recall("staff", self._read_members)

    def _read_members(self) -> Mapping[str, StaffMember]:
        rows = self._connection.execute(_STAFF).mappings()
        return {row["staff_id"]: staff_of(row) for row in rows}

    def _ticket_keys(self) -> Mapping[int, bytes]:
        rows = self._connection.execute(_KEYS)
        return {key_id: bytes.fromhex(public) for key_id, public in rows}

    def _ticket(self, statement: Prepared, value: int | str) -> RosterTicket | None:
        rows = statement.rows(self._connection, {"value": value})
        return ticket_of(rows[0]) if rows else None

    def _item(
        self, statement: Select[Any], read: Callable[[RowMapping], T], value: int | str = ""
    ) -> T | None:
        row = self._connection.execute(statement, {"value": value}).mappings().first()
        return read(row) if row else None

    def _rows(self, statement: Prepared, listed: Sequence[int]) -> Sequence[Values]:
        return statement.rows(self._connection, {"listed": json.dumps(listed)}) if listed else ()
