"""What a manager decides at one kiosk about the site's policy."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "local_policy",
        sa.Column("site", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("name", sa.String(), primary_key=True, nullable=False),
        sa.Column("value", sa.Boolean(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("local_policy")
