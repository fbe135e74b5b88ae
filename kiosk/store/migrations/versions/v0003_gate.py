"""Groups that are counted, exits, walk-ins, briefings; consent and help; two policies.

What the records mean is made anew from the journal after this, so its old tables are dropped.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_OLD_GATE = "kind IN ('arrival', 'refusal')"
_GATE = "kind IN ('arrival', 'departure', 'group_pending', 'refusal')"


def upgrade() -> None:
    for table in ("arrival", "presence", "tally"):
        op.drop_table(table)
    _create_movement()
    _create_presence()
    _create_walk_ins()
    _replace_gate_index(_GATE)
    _add("site", sa.Column("asks_briefing", sa.Boolean(), nullable=False), "0")
    _add("site", sa.Column("masks_names", sa.Boolean(), nullable=False), "0")
    _add("visitor", sa.Column("consent", sa.Boolean(), nullable=False), "1")
    _add("visitor", sa.Column("help", sa.String(), nullable=False), "")


def downgrade() -> None:
    for table in ("movement", "walk_in", "briefing", "presence", "tally"):
        op.drop_table(table)
    _replace_gate_index(_OLD_GATE)
    for table, column in (
        ("site", "asks_briefing"),
        ("site", "masks_names"),
        ("visitor", "consent"),
        ("visitor", "help"),
    ):
        op.drop_column(table, column)
    _create_former_projections()


def _add(table: str, column: sa.Column[object], value: str) -> None:
    """Adds a column whose rows have a value now, and which has no default afterwards."""
    column.server_default = sa.DefaultClause(value)
    with op.batch_alter_table(table) as batch:
        batch.add_column(column)
    with op.batch_alter_table(table) as batch:
        batch.alter_column(column.name, server_default=None)


def _replace_gate_index(condition: str) -> None:
    op.drop_index("ix_record_gate", "record")
    op.create_index(
        "ix_record_gate", "record", ["device_id", "seq"], sqlite_where=sa.text(condition)
    )


def _text(name: str, *, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=primary_key, nullable=False)


def _number(name: str, *, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), primary_key=primary_key, nullable=False)


def _create_movement() -> None:
    op.create_table(
        "movement",
        _text("hash", primary_key=True),
        _text("device_id"),
        _number("seq"),
        _text("way"),
        _number("ticket"),
        _number("party"),
        _text("kind"),
        _number("heads"),
        _number("adults"),
        _number("size"),
        _text("source"),
        _text("registration"),
        _text("named"),
        _text("apart"),
        _number("said_at"),
        _number("recorded_at"),
        _text("timebase_id"),
        _number("elapsed_ms"),
        _text("entrance"),
        _text("operator"),
    )
    op.create_index("ix_movement_party", "movement", ["party"])


def _create_presence() -> None:
    op.create_table(
        "presence",
        _number("party", primary_key=True),
        _number("arrivals"),
        _number("heads"),
        _number("counted"),
        _number("inside"),
        _number("adults"),
        _number("paper"),
        _number("surplus"),
        sa.Column("uncounted", sa.Boolean(), nullable=False),
        _number("own_counted"),
    )
    for name, condition in (("doubled", "surplus > 0"), ("uncounted", "uncounted")):
        op.create_index(
            f"ix_presence_{name}", "presence", ["party"], sqlite_where=sa.text(condition)
        )
    op.create_table(
        "tally",
        _number("id", primary_key=True),
        _number("counted"),
        _number("own_counted"),
        _number("inside"),
        _number("paper"),
    )


def _create_walk_ins() -> None:
    op.create_table(
        "walk_in",
        _text("hash", primary_key=True),
        _number("ticket"),
        _text("kind"),
        _text("grade"),
        _text("school"),
        _number("pupils"),
        _number("adults"),
        _number("accompanies"),
        _text("reason"),
    )
    op.create_index("ix_walk_in_ticket", "walk_in", ["ticket"])
    op.create_table("briefing", _text("hash", primary_key=True), _number("ticket"), _number("slot"))
    op.create_index("ix_briefing_ticket", "briefing", ["ticket"])
    op.create_index("ix_briefing_slot", "briefing", ["slot"])


def _create_former_projections() -> None:
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
        "tally", _number("id", primary_key=True), _number("counted"), _number("own_counted")
    )
