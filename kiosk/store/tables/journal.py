"""Tables of the journal: records, signed heads, the kiosk's identities, receipts, its binding."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Index, text
from sqlmodel import Field

from kiosk.store.tables import StoreTable, table_of

GATE_KINDS = "kind IN ('arrival', 'refusal')"
"""The condition of the gate's index; a query uses the index only where it says the same words."""


class RecordRow(StoreTable, table=True):
    """One record: its line as it was made, and copies of what queries ask for.

    `own` marks the chain that this kiosk's heads sign. A copied folder may bring two records with
    one number, so only the hash is unique.
    """

    __tablename__ = "record"
    __table_args__: ClassVar[tuple[Index, ...]] = (
        Index("ix_record_device_seq", "device_id", "seq"),
        Index("ix_record_gate", "device_id", "seq", sqlite_where=text(GATE_KINDS)),
    )

    id: int | None = Field(default=None, primary_key=True)
    device_id: str
    seq: int
    hash: str = Field(unique=True)
    line: bytes
    kind: str
    recorded_at: int
    timebase_id: str
    elapsed_ms: int
    site: int
    prev: str
    own: bool
    scan: str
    salt: bytes | None = None
    part: bytes | None = None


class HeadRow(StoreTable, table=True):
    """The signed end of one identity's chain, written with each record."""

    __tablename__ = "head"

    device_id: str = Field(primary_key=True)
    seq: int
    hash: str
    signature: str


class SignerRow(StoreTable, table=True):
    """An identity of this kiosk; the largest `id` is the present one. `private` is a secret."""

    __tablename__ = "signer"

    id: int | None = Field(default=None, primary_key=True)
    device_id: str = Field(unique=True)
    private: bytes
    token: str
    succeeds_device: str | None = None
    succeeds_seq: int | None = None
    succeeds_hash: str | None = None


class ReceiptRow(StoreTable, table=True):
    """A receipt of the central server, as its canonical bytes."""

    __tablename__ = "receipt"
    __table_args__: ClassVar[tuple[Index, ...]] = (
        Index("ix_receipt_device_seq", "device_id", "seq"),
    )

    id: int | None = Field(default=None, primary_key=True)
    device_id: str
    seq: int
    hash: str
    document: bytes = Field(unique=True)


class MergedRow(StoreTable, table=True):
    """What came from elsewhere, named apart, so that a record that is taken out is missed."""

    __tablename__ = "merged"

    hash: str = Field(primary_key=True)
    device_id: str
    seq: int


class BindingRow(StoreTable, table=True):
    """The one row of what enrolment gave."""

    __tablename__ = "binding"

    id: int = Field(primary_key=True)
    device_name: str
    event: int
    site: int
    entrance: str
    server_url: str
    server_public: bytes
    demo: bool


class ExchangeRow(StoreTable, table=True):
    """The one row of when the other kiosks' records were last known to be complete (UTC ms)."""

    __tablename__ = "last_exchange"

    id: int = Field(primary_key=True)
    at: int


record = table_of(RecordRow)
head = table_of(HeadRow)
signer = table_of(SignerRow)
receipt = table_of(ReceiptRow)
merged = table_of(MergedRow)
binding = table_of(BindingRow)
last_exchange = table_of(ExchangeRow)
