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
LOADING_KIB = 16_000
"""The same while a new list is taken over: each of its rows goes to a page far from the last."""

_PRIMARY_CODE = 0xFF
_BESIDE = frozenset({8, 10, 13, 14})
"""Primary codes of a disk on which no file can be made: READONLY, IOERR, FULL, CANTOPEN."""
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
    Cause.OTHER: "The database did not answer; see that the disk works and has room; try again.",
}


def cause_of(error: DBAPIError) -> Cause:
    """What a driver's error means for a person. The codes are SQLite's primary result codes."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return _CAUSES.get(code & _PRIMARY_CODE, Cause.OTHER) if code is not None else Cause.OTHER


def sentence_of(cause: Cause) -> str:
    """One sentence that says what to do and holds no data."""
    return _SENTENCES[cause]


def open_engine(database: Path, key: bytes, *, writable: bool, alone: bool = False) -> Engine:
    """An engine on the database's file.

    A writable one makes the file where there is none and begins each transaction as a writer, so
    that what it reads first cannot change before it writes. Any number may be open for reading.
    One that is `alone`, without a writer in this program, also reads from a full or read-only disk.
    """

    def connect() -> Any:
        return _connect(database, key, writable=writable, alone=alone)

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


def _connect(database: Path, key: bytes, *, writable: bool, alone: bool) -> Any:
    """A driver's connection that leaves BEGIN and COMMIT to the engine.

    A reader makes small files beside the database. Where the disk is full or read-only one that is
    alone does without them, unless there is a log, which cannot be read then. Whoever goes on to
    write must not: such a reader sees no later change.
    """
    if writable:
        return _opened(database, key, "mode=rwc", writable=True)
    try:
        return _opened(database, key, "mode=ro", writable=False)
    except dbapi2.OperationalError as error:
        log = database.with_name(f"{database.name}-wal")
        no_room = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE in _BESIDE
        if not alone or not no_room or (log.exists() and log.stat().st_size):
            raise
        return _opened(database, key, "mode=ro&immutable=1", writable=False)


def _opened(database: Path, key: bytes, how: str, *, writable: bool) -> Any:
    connection = dbapi2.connect(
        f"{database.absolute().as_uri()}?{how}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        for pragma in _pragmas(key, writable=writable):
            connection.execute(f"PRAGMA {pragma}")
        if not writable:  # only with the first page it shows whether anything can be read
            connection.execute("PRAGMA schema_version").fetchall()
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
