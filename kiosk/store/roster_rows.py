"""Items of the roster as rows of their tables, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Column, Integer, RowMapping, Table

from kiosk.domain.programme import Event, Site, SitePolicy, Slot, Trial
from kiosk.domain.roster import RosterItem
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, RosterTicket, Visitor, VisitorKind
from kiosk.store.tables import columns_of
from kiosk.store.tables import roster as tables
from kiosk.store.tables.staff import staff

Values = dict[str, Any]
Row = Mapping[Any, Any]
"""A row by its columns' names, whether it comes through SQLAlchemy or straight from the driver."""
_MOST_DIGITS = 19
"""So many digits may be more than a column's 64 bits hold."""


@dataclass(frozen=True, slots=True)
class ItemTable:
    """Where items of one kind are kept: `key` is the column that a change's key names."""

    table: Table
    key: str
    values: Callable[[Any], Values] = columns_of

    def parse_keys(self, keys: Iterable[str]) -> list[int | str]:
        """Changes' keys as the column holds them, without those that it can never hold."""
        if not isinstance(self.column.type, Integer):
            return list(keys)
        return [int(key) for key in keys if key.isdecimal() and len(key) < _MOST_DIGITS]

    @property
    def column(self) -> Column[Any]:
        return self.table.c[self.key]

    def row(self, item: RosterItem, epoch: str) -> Values:
        return self.values(item) | {"epoch": epoch}


def _event_values(event: Event) -> Values:
    days = [(number, day.isoformat()) for number, day in event.days]
    return {
        "number": event.number,
        "name": event.name,
        "days": json.dumps(days),
        "demo": event.demo,
    }


def _site_values(site: Site) -> Values:
    values = asdict(site)
    policy: Values = values.pop("policy")
    return values | policy


ITEM_TABLES: Mapping[str, ItemTable] = {
    "event": ItemTable(tables.event, "number", _event_values),
    "site": ItemTable(tables.site, "number", _site_values),
    "slot": ItemTable(tables.slot, "number"),
    "trial": ItemTable(tables.trial, "trial_id"),
    "ticket_key": ItemTable(tables.ticket_key, "key_id"),
    "visitor": ItemTable(tables.visitor, "visitor_id"),
    "group": ItemTable(tables.visitor_group, "group_id"),
    "ticket": ItemTable(tables.ticket, "number"),
    "staff": ItemTable(staff, "staff_id"),
}
"""The tables of the kinds that this version knows; other kinds are passed over."""


def event_of(row: RowMapping) -> Event:
    days = tuple((number, date.fromisoformat(day)) for number, day in json.loads(row["days"]))
    return Event(row["number"], row["name"], days, row["demo"])


def site_of(row: RowMapping) -> Site:
    policy = SitePolicy(**{field.name: row[field.name] for field in fields(SitePolicy)})
    return Site(row["number"], row["name"], row["address"], row["timezone"], row["cluster"], policy)


def slot_of(row: RowMapping) -> Slot:
    return Slot(**_without_epoch(row))


def trial_of(row: RowMapping) -> Trial:
    return Trial(**_without_epoch(row))


def ticket_of(row: Row) -> RosterTicket:
    """From a ticket's row joined with its holder's, whose columns begin with `v_` or `g_`."""
    return RosterTicket(
        number=row["number"],
        event=row["event"],
        site=row["site"],
        kind=TicketKind(row["kind"]),
        code=row["code"],
        holder=_holder(row),
        day=row["day"],
        slot=row["slot"],
        cancelled=bool(row["cancelled"]),
        cleared=bool(row["cleared"]),
        external=row["external"],
        group=row["group_ticket"] or 0,
    )


def staff_of(row: RowMapping) -> StaffMember:
    return StaffMember(**(_without_epoch(row) | {"role": Role(row["role"])}))


def visitor_of(row: Row, prefix: str = "") -> Visitor:
    values = {field.name: row[prefix + field.name] for field in fields(Visitor)}
    kind, consent = VisitorKind(values["kind"]), bool(values["consent"])
    return Visitor(**(values | {"kind": kind, "consent": consent}))


def group_of(row: Row, prefix: str = "") -> Group:
    return Group(**{field.name: row[prefix + field.name] for field in fields(Group)})


def _holder(row: Row) -> Visitor | Group:
    """The ticket's holder; one that the roster has not told of yet is nameless."""
    if row["v_id"] is not None:
        return visitor_of(row, "v_")
    if row["g_id"] is not None:
        return group_of(row, "g_")
    if row["kind"] == TicketKind.GROUP.value:
        return Group(row["holder_id"], school="", grade="", leader="", pupils=0, adults=0)
    return Visitor(row["holder_id"], VisitorKind(row["kind"]), name="")


def _without_epoch(row: RowMapping) -> Values:
    return {name: value for name, value in row.items() if name != "epoch"}
