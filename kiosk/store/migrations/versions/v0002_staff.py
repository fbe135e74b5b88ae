"""The staff list, and what a kiosk knows of those who sign in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "staff",
        sa.Column("staff_id", sa.String(), primary_key=True, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("pin", sa.String(), nullable=False),
        sa.Column("badge", sa.String(), nullable=False),
        sa.Column("trial_id", sa.String(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
    )
    op.create_table(
        "present",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
    )
    op.create_table(
        "wrong_tries",
        sa.Column("staff_id", sa.String(), primary_key=True, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("wall_ms", sa.Integer(), nullable=False),
        sa.Column("timebase_id", sa.String(), nullable=False),
        sa.Column("elapsed_ms", sa.Integer(), nullable=False),
    )
    op.create_table(
        "recovery",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
    )


def downgrade() -> None:
    for table in ("recovery", "wrong_tries", "present", "staff"):
        op.drop_table(table)
