"""Each device of a site has a number of its own.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain, count

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_DEVICE = sa.table("device", *map(sa.column, ("id", "site", "name", "number")))


def upgrade() -> None:
    # The default stays: SQLite could take it away only by making the table anew.
    op.add_column("device", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    _number_all(op.get_bind())
    op.drop_index(op.f("ix_device_site"), "device")
    op.create_index(op.f("ix_device_site_number"), "device", ["site", "number"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_device_site_number"), "device")
    op.create_index(op.f("ix_device_site"), "device", ["site"])
    op.drop_column("device", "number")


def _number_all(connection: sa.Connection) -> None:
    """The first number in the name, as kiosks themselves took it so far, or else a free one."""
    taken = defaultdict[int, set[int]](lambda: set(range(50, 100)))
    query = sa.select(_DEVICE.c.id, _DEVICE.c.site, _DEVICE.c.name).order_by(_DEVICE.c.id)
    for device, site, name in connection.execute(query).all():
        named = map(int, re.findall(r"[1-9]\d?", name)[:1])
        number = next(n for n in chain(named, count(1)) if n not in taken[site])
        taken[site].add(number)
        row = sa.update(_DEVICE).where(_DEVICE.c.id == device).values(number=number)
        connection.execute(row)
