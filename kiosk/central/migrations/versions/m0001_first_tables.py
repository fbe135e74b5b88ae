"""The first tables: sites and rosters, tickets, devices and their journals.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_lists()
    _create_devices()
    _create_journals()


def _create_lists() -> None:
    op.create_table(
        "site",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_site")),
    )
    op.create_table(
        "roster",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["site"], ["site.number"], name=op.f("fk_roster_site")),
        sa.PrimaryKeyConstraint("site", "kind", "key", name=op.f("pk_roster")),
    )
    op.create_index(op.f("ix_roster_site_version"), "roster", ["site", "version"])
    op.create_table(
        "ticket",
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("site", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.number"], name=op.f("fk_ticket_site")),
        sa.PrimaryKeyConstraint("event", "number", name=op.f("pk_ticket")),
        sa.UniqueConstraint("event", "code", name=op.f("uq_ticket_event_code")),
    )


def _create_devices() -> None:
    op.create_table(
        "device",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("entrance", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False),
        sa.Column("last_seen", sa.BigInteger(), nullable=True),
        sa.Column("claimed", sa.Integer(), nullable=False),
        sa.Column("max_seq", sa.Integer(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("succeeds", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["site"], ["site.number"], name=op.f("fk_device_site")),
        sa.ForeignKeyConstraint(["succeeds"], ["device.id"], name=op.f("fk_device_succeeds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
        sa.UniqueConstraint("device_id", name=op.f("uq_device_device_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_device_token_hash")),
    )
    op.create_index(op.f("ix_device_site"), "device", ["site"])
    op.create_table(
        "enrol_code",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("device_name", sa.String(), nullable=False),
        sa.Column("entrance", sa.String(), nullable=False),
        sa.Column("device", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name=op.f("fk_enrol_code_device")),
        sa.ForeignKeyConstraint(["site"], ["site.number"], name=op.f("fk_enrol_code_site")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_enrol_code")),
    )


def _create_journals() -> None:
    op.create_table(
        "record",
        sa.Column("device", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("prev", sa.String(), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("part", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name=op.f("fk_record_device")),
        sa.PrimaryKeyConstraint("device", "seq", "hash", name=op.f("pk_record")),
    )
    op.create_table(
        "branch",
        sa.Column("device", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name=op.f("fk_branch_device")),
        sa.PrimaryKeyConstraint("device", "number", name=op.f("pk_branch")),
    )


def downgrade() -> None:
    op.drop_table("branch")
    op.drop_table("record")
    op.drop_table("enrol_code")
    op.drop_table("device")
    op.drop_table("ticket")
    op.drop_table("roster")
    op.drop_table("site")
