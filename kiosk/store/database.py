"""The database of one kiosk, used in the thread that calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, TypeVar

from filelock import BaseFileLock
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from kiosk.journal.identity import Identity, genesis
from kiosk.operations.ports import NotRecorded, Priority, Signer, StoreError
from kiosk.store.engine import cause_of, open_engine, sentence_of
from kiosk.store.folder import Folder
from kiosk.store.memory import Memory
from kiosk.store.mend import held_in_log, mend
from kiosk.store.migrate import bring_up_to_date, require_current
from kiosk.store.spare import Spare, gather
from kiosk.store.tables.journal import signer
from kiosk.store.unit_of_work import Transaction

T = TypeVar("T")

_TAKEN_BACK = (
    "The database's log was damaged: {count} records were read back from it. "
    "Run «kiosk journal verify», and sync when there is a network."
)


class Database:
    """The port's Store, inline. Made by `open` and `create`.

    One thread may write while another one reads: each has a connection of its own. `warning` is one
    or more sentences where the database was found damaged and mended, else empty.
    """

    warning = ""

    def __init__(self, folder: Folder, key: bytes, lock: BaseFileLock | None) -> None:
        self._lock = lock
        self._spare = Spare(folder.spare, key)
        self._writer = None if lock is None else _Lane(folder, key, writable=True)
        self._reader = _Lane(folder, key, writable=False, alone=lock is None)

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> Self:
        """Opens a kiosk's folder; only one program may have it open for writing.

        Raises StoreError, and changes nothing, where the folder, its key or its version is not
        fit for this program, or another program writes there.
        """
        folder = Folder(path)
        folder.key()  # before the lock, which would leave its file in a folder without a kiosk
        if not folder.database.exists() and not (writable and folder.is_being_mended()):
            raise StoreError(
                f"The file {folder.database} is missing; put it back from a copy of the folder."
            )
        return cls._open(folder, folder.lock() if writable else None)

    @classmethod
    def open_or_create(cls, path: Path) -> Self:
        """Opens a folder for writing, or makes a new kiosk in it. Raises StoreError."""
        return cls.open(path) if Folder(path).holds_kiosk() else cls.create(path)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Makes a new kiosk with an identity of its own. Raises StoreError where one lives."""
        folder = Folder(path)
        folder.prepare()
        lock = folder.lock()
        try:
            folder.found()
        except StoreError:
            lock.release()
            raise
        return cls._open(folder, lock)

    @classmethod
    def _open(cls, folder: Folder, lock: BaseFileLock | None) -> Self:
        with ExitStack() as undo, _typed():
            if lock is not None:
                undo.callback(lock.release)
            key = folder.key()
            if lock is None:
                require_current(folder, key)
                database = cls(folder, key, lock)
            else:
                database = cls._open_writable(folder, key, lock)
            undo.pop_all()
        return database

    @classmethod
    def _open_writable(cls, folder: Folder, key: bytes, lock: BaseFileLock) -> Self:
        in_log = held_in_log(folder, key)
        mended = mend(folder, key, in_log)
        bring_up_to_date(folder, key)
        database = cls(folder, key, lock)
        try:
            database.write(_ensure_identity)
            taken_back = database.write(lambda t: t.journal.merge(in_log)) if in_log else 0
        except BaseException:
            database.close()
            raise
        if mended is not None:
            database.warning = str(mended)
        elif taken_back:
            database.warning = _TAKEN_BACK.format(count=taken_back)
        return database

    def write(
        self,
        job: Callable[[Transaction], T],
        priority: Priority = Priority.PERSON,  # noqa: ARG002 - inline, nobody is overtaken
    ) -> T:
        """Runs a job and makes it durable. Raises NotRecorded, and then nothing was written."""
        if self._writer is None:
            raise StoreError("The folder was opened for reading only; open it for writing.")
        try:
            with self._writer.transaction() as transaction:
                result = job(transaction)
                spare = gather(transaction.connection) if transaction.has_changed() else None
        except DBAPIError as error:
            cause = cause_of(error)
            raise NotRecorded(cause, sentence_of(cause)) from error
        if spare is not None:
            self._spare.save(spare)
        return result

    def read(self, job: Callable[[Transaction], T]) -> T:
        """Runs a job on one unchanging view of the data. Raises StoreError."""
        with _typed(), self._reader.transaction() as transaction:
            return job(transaction)

    def close(self) -> None:
        """Lets the folder go: everything is in the one database file then."""
        self._reader.close()
        if self._writer is not None:
            self._writer.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Lane:
    """One connection, opened when it is first needed, with one transaction at a time."""

    def __init__(self, folder: Folder, key: bytes, *, writable: bool, alone: bool = False) -> None:
        self._engine: Engine = open_engine(folder.database, key, writable=writable, alone=alone)
        self._writable = writable
        self._memory = Memory()
        self._connection: Connection | None = None
        self._turn = RLock()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self._turn:
            if self._connection is None:
                self._connection = self._engine.connect()
            memory = self._memory if self._writable else Memory()
            try:
                with self._connection.begin():
                    yield Transaction(self._connection, memory)
            except BaseException:
                memory.forget()
                raise

    def close(self) -> None:
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._engine.dispose()


@contextmanager
def _typed() -> Iterator[None]:
    """Turns the driver's errors into sentences."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(sentence_of(cause_of(error))) from error


def _ensure_identity(transaction: Transaction) -> None:
    if transaction.connection.execute(select(signer.c.id).limit(1)).first() is None:
        identity = Identity.generate()
        transaction.journal.add_signer(Signer(identity, 0, genesis(identity.public)))
