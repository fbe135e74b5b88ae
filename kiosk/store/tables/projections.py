"""Tables of the projections: what the journal means, made from its records alone."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Index, text
from sqlmodel import Field

from kiosk.store.tables import StoreTable, table_of

DOUBLED = "heads > counted"
"""The condition of the index that finds double entries."""


class ArrivalRow(StoreTable, table=True):
    """An arrival record that names a ticket, retracted or not."""

    __tablename__ = "arrival"

    hash: str = Field(primary_key=True)
    device_id: str
    seq: int
    ticket: int = Field(index=True)
    kind: str
    heads: int
    size: int
    recorded_at: int
    timebase_id: str
    elapsed_ms: int
    entrance: str
    operator: str


class TrialResultRow(StoreTable, table=True):
    """A trial's result record, retracted or not."""

    __tablename__ = "trial_result"
    __table_args__: ClassVar[tuple[Index, ...]] = (
        Index("ix_trial_result_trial_ticket", "trial_id", "ticket"),
    )

    hash: str = Field(primary_key=True)
    device_id: str
    seq: int
    ticket: int
    trial_id: str
    outcome: str
    score: int | None
    heads: int
    recorded_at: int
    timebase_id: str
    elapsed_ms: int
    operator: str


class RetractionRow(StoreTable, table=True):
    """The hash of a record that was taken back; the record itself may still be on its way."""

    __tablename__ = "retraction"

    target: str = Field(primary_key=True)


class ClockAnchorRow(StoreTable, table=True):
    """The latest clock check of a timebase."""

    __tablename__ = "clock_anchor"

    timebase_id: str = Field(primary_key=True)
    elapsed_ms: int
    true_ms: int
    hash: str


class PresenceRow(StoreTable, table=True):
    """A ticket's standing arrivals; `own_counted` are the heads that this kiosk let in."""

    __tablename__ = "presence"
    __table_args__: ClassVar[tuple[Index, ...]] = (
        Index("ix_presence_doubled", "ticket", sqlite_where=text(DOUBLED)),
    )

    ticket: int = Field(primary_key=True)
    arrivals: int
    heads: int
    counted: int
    own_counted: int


class TallyRow(StoreTable, table=True):
    """The one row of sums over `presence`, kept so that nobody has to add it up."""

    __tablename__ = "tally"

    id: int = Field(primary_key=True)
    counted: int
    own_counted: int


arrival = table_of(ArrivalRow)
trial_result = table_of(TrialResultRow)
retraction = table_of(RetractionRow)
clock_anchor = table_of(ClockAnchorRow)
presence = table_of(PresenceRow)
tally = table_of(TallyRow)
