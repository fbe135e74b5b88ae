"""Runs migrations on the connection that the store hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from kiosk.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
