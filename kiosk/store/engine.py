"""The encrypted database: how it is opened, how a transaction begins, what its errors mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from kiosk.operations.ports import Cause

BUSY_SECONDS = 5.0
"""How long a statement waits for another program's transaction."""

CHECKPOINT_PAGES = 4_000
"""After so many pages (of 4 KiB) a commit also carries the log over into the database, and takes
ten times as long: with SQLite's own 1,000 pages that would be one check-in in eighty."""

CACHE_KIB = 5_000
"""What each connection keeps of the database in memory: little, so that a long day adds little."""

_PRIMARY_CODE = 0xFF
_CAUSES = {
    5: Cause.BUSY,  # SQLITE_BUSY
    6: Cause.BUSY,  # SQLITE_LOCKED
    8: Cause.READ_ONLY,  # SQLITE_READONLY
    11: Cause.DAMAGED,  # SQLITE_CORRUPT
    13: Cause.DISK_FULL,  # SQLITE_FULL
    14: Cause.READ_ONLY,  # SQLITE_CANTOPEN: a file beside the database cannot be made
    26: Cause.DAMAGED,  # SQLITE_NOTADB: also what a wrong key looks like
}
_SENTENCES = {
    Cause.BUSY: "Another program keeps the database busy; close it and try again.",
    Cause.READ_ONLY: "The data folder cannot be written; make it writable or choose another one.",
    Cause.DAMAGED: "The database cannot be read: it is damaged, or the key is not its own; start "
    "the kiosk on this folder again, which keeps a damaged file and begins a new journal.",
    Cause.DISK_FULL: "The disk is full; free some space and try again.",
    Cause.OTHER: "The database did not answer; check the disk and start the program again.",
}


def cause_of(error: DBAPIError) -> Cause:
    """What a driver's error means for a person. The codes are SQLite's primary result codes."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return _CAUSES.get(code & _PRIMARY_CODE, Cause.OTHER) if code is not None else Cause.OTHER


def sentence_of(cause: Cause) -> str:
    """One sentence that says what to do and holds no data."""
    return _SENTENCES[cause]


def open_engine(database: Path, key: bytes, *, writable: bool) -> Engine:
    """An engine on the database's file.

    A writable one makes the file where there is none and begins each transaction as a writer, so
    that what it reads first cannot change before it writes. Any number may be open for reading.
    """

    def connect() -> Any:
        return _connect(database, key, writable=writable)

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=NullPool,
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if writable else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        try:
            driver.execute(begin)  # each check-in begins; SQLAlchemy's own way takes 30 µs
        except dbapi2.Error as error:
            raise DBAPIError(begin, None, error) from error

    return engine


def _connect(database: Path, key: bytes, *, writable: bool) -> Any:
    """A driver's connection that leaves BEGIN and COMMIT to the engine."""
    mode = "rwc" if writable else "ro"
    connection = dbapi2.connect(
        f"{database.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        for pragma in _pragmas(key, writable=writable):
            connection.execute(f"PRAGMA {pragma}")
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def _pragmas(key: bytes, *, writable: bool) -> list[str]:
    """The key goes first; a raw key spares the derivation that a passphrase would need."""
    settings = [
        "cipher_log_level = NONE",
        f"key = \"x'{key.hex()}'\"",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        f"cache_size = -{CACHE_KIB}",
    ]
    if not writable:
        return [*settings, "query_only = ON"]
    return [
        *settings,
        "journal_mode = WAL",
        "synchronous = FULL",
        f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
    ]
