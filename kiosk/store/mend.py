"""A damaged database is set aside, and a new one takes its place: signed tickets are admitted on.

Nothing of the damaged file is deleted. What can be read of its journal goes into the new one, under
the kiosk's earlier identity; the kiosk itself goes on under a new one that names it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.files import sync_folder
from kiosk.operations.ports import Cause, Entry, StoreError
from kiosk.store.carry_over import carry_journal, carry_people, heads
from kiosk.store.engine import cause_of, open_engine
from kiosk.store.folder import Folder
from kiosk.store.keys import keys_folder
from kiosk.store.memory import Memory
from kiosk.store.migrate import bring_up_to_date
from kiosk.store.salvage import entries_of_database, entries_of_log
from kiosk.store.spare import Content, Spare, restore
from kiosk.store.unit_of_work import Transaction

_WATCHED = ("record", "head", "signer")
"""The tables whose structure is looked at; of the others the pages are."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a damaged database. `lost` records of this kiosk could not be read."""

    aside: Path
    saved: int
    lost: int
    bound: bool

    def __str__(self) -> str:
        words = [
            f"The database was damaged. It is kept in {self.aside}, and a new journal is begun:",
            f"{self.saved} records were carried over, {self.lost} could not be read.",
            "Tell the coordinator, sync when there is a network, and keep that folder.",
        ]
        if not self.bound:
            words.append("This kiosk must be enrolled again.")
        return " ".join(words)


def held_in_log(folder: Folder, key: bytes) -> list[Entry]:
    """The records in the log that an unclean end left, to be read before SQLite looks at it.

    SQLite passes silently over all that follows the first bad place. Raises StoreError.
    """
    try:
        return list(entries_of_log(folder.log, key))
    except OSError as error:
        raise StoreError(f"{folder.log} cannot be read; make it readable.") from error


def mend(folder: Folder, key: bytes, in_log: Sequence[Entry] = ()) -> Mended | None:
    """Puts a new database in the place of a damaged or lost one; None where all is well.

    `in_log` are the records that the log held before SQLite looked at it. Raises StoreError where
    the key is not the database's, or nothing can be written.
    """
    content = Spare(folder.spare, key).load()
    if folder.database.exists():
        if not _is_damaged(folder, key, lived=content is not None):
            return None
        if not folder.owns(key):
            raise StoreError(
                "The database cannot be read: it is damaged, or the key is not its own. Put the "
                f"right key into {keys_folder()}; the data are untouched."
            )
    elif content is None:
        return None
    try:
        aside = folder.set_aside()
        found = {entry.line: entry for entry in chain(_salvaged(Folder(aside), key), in_log)}
        return _replace(folder, key, content or {}, list(found.values()), aside)
    except OSError as error:
        raise StoreError(
            f"The database is damaged, and no new one can be made in {folder.path}: free the disk "
            "or make the folder writable, and start again."
        ) from error


def _is_damaged(folder: Folder, key: bytes, *, lived: bool) -> bool:
    """Raises DBAPIError where the file cannot be looked at for another reason than damage."""
    if folder.database.stat().st_size == 0:
        return lived
    try:
        with open_engine(folder.database, key, writable=True).connect() as connection:
            ask = connection.exec_driver_sql
            tables = ask("SELECT name FROM sqlite_master").scalars().all()
            checks = [f"quick_check('{name}')" for name in _WATCHED if name in tables]
            if ask("PRAGMA cipher_integrity_check").all():
                checks = ["quick_check"]  # the log may have a good copy of a bad page
            return any(ask(f"PRAGMA {check}").scalars().all() != ["ok"] for check in checks)
    except DBAPIError as error:
        if cause_of(error) is not Cause.DAMAGED:
            raise
        return True


def _salvaged(aside: Folder, key: bytes) -> Iterator[Entry]:
    if aside.database.exists():
        yield from entries_of_database(aside.database, key)
    yield from entries_of_log(aside.log, key)


def _replace(
    folder: Folder, key: bytes, content: Content, entries: Sequence[Entry], aside: Path
) -> Mended:
    """Makes the new database beside the place and moves it there when it is whole."""
    fresh = Folder(folder.path / "mending")
    shutil.rmtree(fresh.path, ignore_errors=True)
    fresh.path.mkdir(mode=0o700)
    bring_up_to_date(fresh, key)
    engine = open_engine(fresh.database, key, writable=True)
    with engine.connect() as connection, connection.begin():
        restore(connection, content)
        transaction = Transaction(connection, Memory())
        carry_people(transaction, Folder(aside), key)
        lost = carry_journal(transaction, entries, heads(Folder(aside), key))
    fresh.database.replace(folder.database)
    sync_folder(folder.path)
    shutil.rmtree(fresh.path, ignore_errors=True)
    return Mended(aside, len(entries), lost, bool(content.get("binding")))
