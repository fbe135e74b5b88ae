"""The number that the server gives to each kiosk of a site."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("signer", sa.Column("number", sa.Integer()))


def downgrade() -> None:
    op.drop_column("signer", "number")
