"""The schema's versions: an older database is brought up to date, a newer one is refused.

Alembic is imported only where there is something to migrate: it would slow each start down.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from kiosk.operations.ports import Cause, StoreError
from kiosk.store.engine import open_engine, sentence_of
from kiosk.store.folder import Folder

if TYPE_CHECKING:
    from alembic.config import Config


class MigrationFailed(Exception):
    """A migration left rows that point to nothing."""


_NEWER = "This database was made by a newer kiosk program; update this one to open it."


@dataclass(frozen=True, slots=True)
class Schema:
    """The folder of the migrations and the last of them, which the program works with."""

    scripts: Path
    head: str

    def versions(self) -> frozenset[str]:
        """Every version there ever was."""
        from alembic.script import ScriptDirectory

        scripts = ScriptDirectory(str(self.scripts))
        return frozenset(script.revision for script in scripts.walk_revisions())

    def config(self, connection: Connection) -> Config:
        """Alembic's settings for work on a connection."""
        from alembic.config import Config

        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(self.scripts).replace("%", "%%"))
        return config


PRESENT = Schema(Path(__file__).parent / "migrations", "0006")


def require_current(folder: Folder, key: bytes, schema: Schema = PRESENT) -> None:
    """For readers, who change nothing. Raises StoreError unless the schema is this program's."""
    engine = open_engine(folder.database, key, writable=False, alone=True)
    version = _version(engine)
    if version == schema.head:
        return
    if version is None or version in schema.versions():
        raise StoreError("The database is older than this program; start the kiosk here once.")
    raise StoreError(_NEWER)


def bring_up_to_date(folder: Folder, key: bytes, schema: Schema = PRESENT) -> None:
    """Migrates the database where it is older; makes its tables where it is new.

    An existing database is copied first, put back when a migration fails, and the copy is deleted
    after success. Raises StoreError; the data are then as they were.
    """
    engine = open_engine(folder.database, key, writable=True)
    version = _version(engine)
    if version is None:
        _upgrade(engine, schema)
    elif version != schema.head:
        if version not in schema.versions():
            raise StoreError(_NEWER)
        _upgrade_with_copy(engine, folder, schema)
    folder.saved_copy.unlink(missing_ok=True)


def _version(engine: Engine) -> str | None:
    """The database's version, None for one without tables."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return version


def _upgrade_with_copy(engine: Engine, folder: Folder, schema: Schema) -> None:
    try:
        _checkpoint(engine)
        shutil.copyfile(folder.database, folder.saved_copy)
    except OSError as error:
        raise StoreError("The data cannot be copied before the update; free the disk.") from error
    try:
        _upgrade(engine, schema, _make_anew)
    except Exception as error:  # whatever a step did wrong, the copy goes back
        _restore(folder)
        raise StoreError(
            "The data could not be brought to this version and are as they were; "
            "go on with the program's version before."
        ) from error


def _checkpoint(engine: Engine) -> None:
    """Carries everything over into the one file. Raises StoreError while somebody reads."""
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = cursor.fetchone()
    if row is None or row[0] != 0:
        raise StoreError(sentence_of(Cause.BUSY))


def _restore(folder: Folder) -> None:
    for suffix in ("-wal", "-shm"):
        folder.database.with_name(folder.database.name + suffix).unlink(missing_ok=True)
    folder.saved_copy.replace(folder.database)


def _make_anew(connection: Connection) -> None:
    """An older program understood less of the records and of the list than this one does.

    What the records mean is read from them again. The list is kept, and comes once more as a whole
    with the next exchange: whatever the older program passed over is in it.
    """
    from kiosk.store import projections

    projections.rebuild(connection)
    connection.execute(text("UPDATE roster_cursor SET version = 0"))


def _upgrade(
    engine: Engine, schema: Schema, then: Callable[[Connection], None] | None = None
) -> None:
    """All steps in one transaction, and what is done after them.

    Foreign keys are off before it begins, because a table that is built anew would take the rows
    that point to it along; they are checked before it ends.
    """
    from alembic import command

    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            command.upgrade(schema.config(connection), schema.head)
            if then is not None:
                then(connection)
            if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
                raise MigrationFailed("the migration left rows that point to nothing")
