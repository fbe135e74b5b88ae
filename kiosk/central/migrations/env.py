"""Runs the migrations on the connection that the caller opened."""

from __future__ import annotations

from alembic import context

from kiosk.central.tables import CentralTable

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=CentralTable.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
