"""Tables of the roster. `epoch` names the whole reload that last listed a row."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from kiosk.store.tables import StoreTable, table_of


class EventRow(StoreTable, table=True):
    """`days` is JSON: pairs of a day number and an ISO date."""

    __tablename__ = "event"

    number: int = Field(primary_key=True)
    name: str
    days: str
    demo: bool
    epoch: str


class SiteRow(StoreTable, table=True):
    __tablename__ = "site"

    number: int = Field(primary_key=True)
    name: str
    address: str
    timezone: str
    cluster: str
    asks_clearance: bool
    tracks_exits: bool
    keeps_slots: bool
    epoch: str


class SlotRow(StoreTable, table=True):
    __tablename__ = "slot"

    number: int = Field(primary_key=True)
    start: int
    end: int
    route: str
    briefing_at: int
    briefing_place: str
    epoch: str


class TrialRow(StoreTable, table=True):
    __tablename__ = "trial"

    trial_id: str = Field(primary_key=True)
    okso: str
    title: str
    profession: str
    level: str
    start: int
    places: int
    max_score: int
    epoch: str


class TicketKeyRow(StoreTable, table=True):
    __tablename__ = "ticket_key"

    key_id: int = Field(primary_key=True)
    public: str
    epoch: str


class VisitorRow(StoreTable, table=True):
    """`id` is the row's number in the name index."""

    __tablename__ = "visitor"

    id: int | None = Field(default=None, primary_key=True)
    visitor_id: str = Field(unique=True)
    kind: str
    name: str
    school: str
    grade: str
    municipality: str
    group_id: str
    epoch: str


class GroupRow(StoreTable, table=True):
    """`id` is the row's number in the name index."""

    __tablename__ = "visitor_group"

    id: int | None = Field(default=None, primary_key=True)
    group_id: str = Field(unique=True)
    school: str
    grade: str
    leader: str
    pupils: int
    adults: int
    epoch: str


class TicketRow(StoreTable, table=True):
    """`holder_id` names a group where `kind` is a group's, and else a visitor."""

    __tablename__ = "ticket"
    __table_args__: ClassVar[tuple[Index, ...]] = (
        Index("ix_ticket_expected", "cancelled", "kind", "holder_id"),
    )

    number: int = Field(primary_key=True)
    event: int
    site: int
    kind: str
    code: str = Field(index=True)
    holder_id: str = Field(index=True)
    day: int
    slot: int
    cancelled: bool
    cleared: bool
    external: str = Field(index=True)
    epoch: str


class CursorRow(StoreTable, table=True):
    """The one row of how far the roster was read, and how many heads it lists."""

    __tablename__ = "roster_cursor"

    id: int = Field(primary_key=True)
    epoch: str
    version: int
    expected: int


event = table_of(EventRow)
site = table_of(SiteRow)
slot = table_of(SlotRow)
trial = table_of(TrialRow)
ticket_key = table_of(TicketKeyRow)
visitor = table_of(VisitorRow)
visitor_group = table_of(GroupRow)
ticket = table_of(TicketRow)
roster_cursor = table_of(CursorRow)
