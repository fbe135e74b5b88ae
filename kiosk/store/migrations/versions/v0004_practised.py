"""Who ended a practice on this kiosk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "practised",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("practised")
