"""Tables of the journal: records, signed heads, the kiosk's identities, receipts, its binding."""

from __future__ import annotations

from sqlalchemy import Index, Table
from sqlalchemy import text as sql

from kiosk.store.tables import METADATA, binary, flag, number, text

GATE_KINDS = "kind IN ('arrival', 'departure', 'group_pending', 'refusal')"
"""The condition of the gate's index; a query uses the index only where it says the same words."""

record = Table(
    "record",
    METADATA,
    number("id", primary_key=True),
    text("device_id"),
    number("seq"),
    text("hash", unique=True),
    binary("line"),
    text("kind"),
    number("recorded_at"),
    text("timebase_id"),
    number("elapsed_ms"),
    number("site"),
    text("prev"),
    flag("own"),
    text("scan"),
    binary("salt", nullable=True),
    binary("part", nullable=True),
    Index("ix_record_device_seq", "device_id", "seq"),
    Index("ix_record_gate", "device_id", "seq", sqlite_where=sql(GATE_KINDS)),
)
"""One record: its line as it was made, and copies of what queries ask for.

`own` marks the chain that this kiosk's heads sign. A copied folder may bring two records with
one number, so only the hash is unique.
"""

head = Table(
    "head",
    METADATA,
    text("device_id", primary_key=True),
    number("seq"),
    text("hash"),
    text("signature"),
)
"""The signed end of one identity's chain, written with each record."""

signer = Table(
    "signer",
    METADATA,
    number("id", primary_key=True),
    text("device_id", unique=True),
    binary("private"),
    text("token"),
    text("succeeds_device", nullable=True),
    number("succeeds_seq", nullable=True),
    text("succeeds_hash", nullable=True),
    number("number", nullable=True),
)
"""An identity of this kiosk; the largest `id` is the present one. `private` is a secret."""

receipt = Table(
    "receipt",
    METADATA,
    number("id", primary_key=True),
    text("device_id"),
    number("seq"),
    text("hash"),
    binary("document", unique=True),
    Index("ix_receipt_device_seq", "device_id", "seq"),
)
"""A receipt of the central server, as its canonical bytes."""

merged = Table(
    "merged",
    METADATA,
    text("hash", primary_key=True),
    text("device_id"),
    number("seq"),
)
"""What came from elsewhere, named apart, so that a record that is taken out is missed."""

binding = Table(
    "binding",
    METADATA,
    number("id", primary_key=True),
    text("device_name"),
    number("event"),
    number("site"),
    text("entrance"),
    text("server_url"),
    binary("server_public"),
    flag("demo"),
)
"""The one row of what enrolment gave."""

local_policy = Table(
    "local_policy",
    METADATA,
    number("site", primary_key=True),
    text("name", primary_key=True),
    flag("value"),
)
"""What was decided at this kiosk about a site's policy, a row each."""

last_exchange = Table(
    "last_exchange",
    METADATA,
    number("id", primary_key=True),
    number("at"),
)
"""The one row of when the other kiosks' records were last known to be complete (UTC ms)."""
