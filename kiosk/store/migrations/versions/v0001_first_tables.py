"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TABLES = (
    "record",
    "head",
    "signer",
    "receipt",
    "merged",
    "binding",
    "last_exchange",
    "arrival",
    "presence",
    "tally",
    "trial_result",
    "retraction",
    "clock_anchor",
    "event",
    "site",
    "slot",
    "trial",
    "ticket_key",
    "visitor",
    "visitor_group",
    "ticket",
    "roster_cursor",
)


def upgrade() -> None:
    _create_records()
    _create_exchange()
    _create_attendance()
    _create_outcomes()
    _create_programme()
    _create_people()
    # The words are folded before they come here, so the tokenizer must leave «й» as it is.
    op.execute(
        "CREATE VIRTUAL TABLE name_index USING fts5("
        "words, content='', contentless_delete=1, "
        "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
    )


def downgrade() -> None:
    op.execute("DROP TABLE name_index")
    for table in reversed(_TABLES):
        op.drop_table(table)


def _text(
    name: str, *, primary_key: bool = False, unique: bool = False, nullable: bool = False
) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=primary_key, unique=unique, nullable=nullable)


def _number(
    name: str, *, primary_key: bool = False, unique: bool = False, nullable: bool = False
) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), primary_key=primary_key, unique=unique, nullable=nullable)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _bytes(name: str, *, unique: bool = False, nullable: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), unique=unique, nullable=nullable)


def _create_records() -> None:
    """The journal: records, the signed heads and the identities that sign them."""
    op.create_table(
        "record",
        _number("id", primary_key=True),
        _text("device_id"),
        _number("seq"),
        _text("hash", unique=True),
        _bytes("line"),
        _text("kind"),
        _number("recorded_at"),
        _text("timebase_id"),
        _number("elapsed_ms"),
        _number("site"),
        _text("prev"),
        _flag("own"),
        _text("scan"),
        _bytes("salt", nullable=True),
        _bytes("part", nullable=True),
    )
    op.create_index("ix_record_device_seq", "record", ["device_id", "seq"])
    op.create_index(
        "ix_record_gate",
        "record",
        ["device_id", "seq"],
        sqlite_where=sa.text("kind IN ('arrival', 'refusal')"),
    )
    op.create_table(
        "head",
        _text("device_id", primary_key=True),
        _number("seq"),
        _text("hash"),
        _text("signature"),
    )
    op.create_table(
        "signer",
        _number("id", primary_key=True),
        _text("device_id", unique=True),
        _bytes("private"),
        _text("token"),
        _text("succeeds_device", nullable=True),
        _number("succeeds_seq", nullable=True),
        _text("succeeds_hash", nullable=True),
    )


def _create_exchange() -> None:
    """What the central server gave."""
    op.create_table(
        "receipt",
        _number("id", primary_key=True),
        _text("device_id"),
        _number("seq"),
        _text("hash"),
        _bytes("document", unique=True),
    )
    op.create_index("ix_receipt_device_seq", "receipt", ["device_id", "seq"])
    op.create_table(
        "binding",
        _number("id", primary_key=True),
        _text("device_name"),
        _number("event"),
        _number("site"),
        _text("entrance"),
        _text("server_url"),
        _bytes("server_public"),
        _flag("demo"),
    )
    op.create_table(
        "merged",
        _text("hash", primary_key=True),
        _text("device_id"),
        _number("seq"),
    )
    op.create_table(
        "last_exchange",
        _number("id", primary_key=True),
        _number("at"),
    )


def _create_attendance() -> None:
    """Projections of arrivals."""
    op.create_table(
        "arrival",
        _text("hash", primary_key=True),
        _text("device_id"),
        _number("seq"),
        _number("ticket"),
        _text("kind"),
        _number("heads"),
        _number("size"),
        _number("recorded_at"),
        _text("timebase_id"),
        _number("elapsed_ms"),
        _text("entrance"),
        _text("operator"),
    )
    op.create_index("ix_arrival_ticket", "arrival", ["ticket"])
    op.create_table(
        "presence",
        _number("ticket", primary_key=True),
        _number("arrivals"),
        _number("heads"),
        _number("counted"),
        _number("own_counted"),
    )
    op.create_index(
        "ix_presence_doubled", "presence", ["ticket"], sqlite_where=sa.text("heads > counted")
    )
    op.create_table(
        "tally",
        _number("id", primary_key=True),
        _number("counted"),
        _number("own_counted"),
    )


def _create_outcomes() -> None:
    """Projections of trials, retractions and clock checks."""
    op.create_table(
        "trial_result",
        _text("hash", primary_key=True),
        _text("device_id"),
        _number("seq"),
        _number("ticket"),
        _text("trial_id"),
        _text("outcome"),
        _number("score", nullable=True),
        _number("heads"),
        _number("recorded_at"),
        _text("timebase_id"),
        _number("elapsed_ms"),
        _text("operator"),
    )
    op.create_index("ix_trial_result_trial_ticket", "trial_result", ["trial_id", "ticket"])
    op.create_table(
        "retraction",
        _text("target", primary_key=True),
    )
    op.create_table(
        "clock_anchor",
        _text("timebase_id", primary_key=True),
        _number("elapsed_ms"),
        _number("true_ms"),
        _text("hash"),
    )


def _create_programme() -> None:
    """The roster: the event and what happens in it."""
    op.create_table(
        "event",
        _number("number", primary_key=True),
        _text("name"),
        _text("days"),
        _flag("demo"),
        _text("epoch"),
    )
    op.create_table(
        "site",
        _number("number", primary_key=True),
        _text("name"),
        _text("address"),
        _text("timezone"),
        _text("cluster"),
        _flag("asks_clearance"),
        _flag("tracks_exits"),
        _flag("keeps_slots"),
        _text("epoch"),
    )
    op.create_table(
        "slot",
        _number("number", primary_key=True),
        _number("start"),
        _number("end"),
        _text("route"),
        _number("briefing_at"),
        _text("briefing_place"),
        _text("epoch"),
    )
    op.create_table(
        "trial",
        _text("trial_id", primary_key=True),
        _text("okso"),
        _text("title"),
        _text("profession"),
        _text("level"),
        _number("start"),
        _number("places"),
        _number("max_score"),
        _text("epoch"),
    )
    op.create_table(
        "ticket_key",
        _number("key_id", primary_key=True),
        _text("public"),
        _text("epoch"),
    )


def _create_people() -> None:
    """The roster: people, groups and their tickets."""
    op.create_table(
        "visitor",
        _number("id", primary_key=True),
        _text("visitor_id", unique=True),
        _text("kind"),
        _text("name"),
        _text("school"),
        _text("grade"),
        _text("municipality"),
        _text("group_id"),
        _text("epoch"),
    )
    op.create_table(
        "visitor_group",
        _number("id", primary_key=True),
        _text("group_id", unique=True),
        _text("school"),
        _text("grade"),
        _text("leader"),
        _number("pupils"),
        _number("adults"),
        _text("epoch"),
    )
    op.create_table(
        "ticket",
        _number("number", primary_key=True),
        _number("event"),
        _number("site"),
        _text("kind"),
        _text("code"),
        _text("holder_id"),
        _number("day"),
        _number("slot"),
        _flag("cancelled"),
        _flag("cleared"),
        _text("external"),
        _text("epoch"),
    )
    op.create_index("ix_ticket_code", "ticket", ["code"])
    op.create_index("ix_ticket_holder", "ticket", ["holder_id", "kind", "cancelled"])
    op.create_index(
        "ix_ticket_external", "ticket", ["external"], sqlite_where=sa.text("external != ''")
    )
    op.create_table(
        "roster_cursor",
        _number("id", primary_key=True),
        _text("epoch"),
        _number("version"),
        _number("expected"),
    )
