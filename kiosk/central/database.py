"""The central server's database: any that SQLAlchemy knows, a SQLite file by default."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError, SQLAlchemyError

from kiosk.central.errors import DatabaseError

_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_SECONDS = 20
_CONNECTIONS = 48
"""One for each request that the server answers at once (40), and a few for the administrator."""


def sqlite_url(path: Path) -> URL:
    """The address of a SQLite file."""
    return URL.create("sqlite", database=str(path))


class Database:
    """Transactions on the central server's tables. Threads may share it."""

    def __init__(self, url: str | URL) -> None:
        """Opens the database and brings its tables to this version. Raises DatabaseError."""
        self._engine = _engine(url)
        # SQLite has one writer; threads that wait in Python are served in turn and at once.
        serial = self._engine.dialect.name == "sqlite"
        self._turn: Any = threading.Lock() if serial else nullcontext()
        try:
            self._migrate()
        except CommandError as error:
            self.close()
            raise DatabaseError(
                "The database is of a newer version: update this server."
            ) from error
        except (DatabaseError, SQLAlchemyError, sqlite3.Error) as error:
            self.close()
            raise DatabaseError(
                "The database cannot be opened: check its address, its rights and the free space."
            ) from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view of the tables. Raises DatabaseError."""
        with _typed(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is durable once the block has ended without an exception.

        Raises DatabaseError, and then nothing was changed.
        """
        with _typed(), self._turn, self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        self._engine.dispose()

    def _migrate(self) -> None:
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        with self.write() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


@contextmanager
def _typed() -> Iterator[None]:
    """Turns what the disk or the way to the database does into a sentence; faults of ours stay."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise DatabaseError(
            "The database did not do it, and nothing was changed: free the disk, check the"
            " database's rights, and try again."
        ) from error


def _engine(url: str | URL) -> Engine:
    try:
        where = make_url(url)
        is_sqlite = where.get_backend_name() == "sqlite"
        engine = create_engine(
            where,
            hide_parameters=True,
            pool_pre_ping=not is_sqlite,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            connect_args={"timeout": _BUSY_SECONDS} if is_sqlite else {},
        )
    except (ArgumentError, ImportError) as error:
        raise DatabaseError(
            "The database's address cannot be used: write it as a URL, and install its driver."
        ) from error
    if is_sqlite:
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not guessed by the driver
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
