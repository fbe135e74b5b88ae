"""Each device of a site has a number of its own; those of before get theirs with a new code.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("device", sa.Column("number", sa.Integer(), nullable=True))
    op.drop_index(op.f("ix_device_site"), "device")
    op.create_index(op.f("ix_device_site_number"), "device", ["site", "number"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_device_site_number"), "device")
    op.create_index(op.f("ix_device_site"), "device", ["site"])
    op.drop_column("device", "number")
