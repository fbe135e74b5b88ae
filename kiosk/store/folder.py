"""A data folder: a plain sidecar that names the key, the encrypted database, the writer's lock."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.files import sync_folder, write_whole
from kiosk.operations.ports import StoreError
from kiosk.store.keys import create_key, fingerprint, load_key

FORMAT = 1
"""The sidecar's version; a program refuses a later one."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one kiosk. The folder may be moved or copied."""

    path: Path

    @property
    def sidecar(self) -> Path:
        return self.path / "kiosk.json"

    @property
    def database(self) -> Path:
        return self.path / "kiosk.db"

    @property
    def saved_copy(self) -> Path:
        """The copy of the database that a migration falls back on."""
        return self.path / "kiosk.db.saved"

    @property
    def log(self) -> Path:
        """The database's write-ahead log; a clean end leaves none."""
        return self.path / "kiosk.db-wal"

    @property
    def spare(self) -> Path:
        """What goes on admitting signed tickets when the database is damaged."""
        return self.path / "kiosk.spare"

    def holds_kiosk(self) -> bool:
        """Whether a kiosk lives here."""
        return self.sidecar.exists() and self.database.exists()

    def lock(self) -> FileLock:
        """Takes the writer's place. The system gives it back at the process's end, however it ends.

        Raises StoreError where another program holds it.
        """
        lock = FileLock(self.path / "kiosk.lock", thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire(blocking=False)
        except Timeout as error:
            raise StoreError(
                "Another kiosk program is using this folder; close it first."
            ) from error
        except (OSError, NotImplementedError) as error:
            raise StoreError(
                f"The folder {self.path} cannot be locked; use a writable folder of a local disk."
            ) from error
        return lock

    def prepare(self) -> None:
        """Makes the folder of a new kiosk. Raises StoreError."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StoreError(
                f"The folder {self.path} cannot be made; choose another place for the data."
            ) from error

    def found(self) -> None:
        """Names a new key, unless an earlier try did so. Raises StoreError where a kiosk lives."""
        if self.holds_kiosk():
            raise StoreError(
                f"There is a kiosk in {self.path} already; open it, or choose another."
            )
        if self.sidecar.exists():
            return
        sidecar = {"format": FORMAT, "key": create_key()}
        try:
            write_whole(self.sidecar, json.dumps(sidecar).encode(), private=True)
        except OSError as error:
            raise StoreError(f"Nothing can be written in {self.path}; free the disk.") from error

    def set_aside(self) -> Path:
        """Moves the database with its log into a folder of their own and returns that.

        The folder can be read like this one. A try that was cut short is gone on with.
        """
        number = 1
        while (self._aside(number) / self.database.name).exists():
            number += 1
        if number > 1 and not self.database.exists():
            number -= 1
        aside = self._aside(number)
        aside.mkdir(mode=0o700, exist_ok=True)
        shutil.copyfile(self.sidecar, aside / self.sidecar.name)
        # The database goes first: while it stands here, its log must stand beside it.
        for suffix in ("", "-wal", "-shm"):
            part = self.path / f"{self.database.name}{suffix}"
            if part.exists():
                part.replace(aside / part.name)
        sync_folder(aside)
        sync_folder(self.path)
        return aside

    def is_being_mended(self) -> bool:
        """Whether a damaged database was set aside and has no successor yet."""
        return (self._aside(1) / self.database.name).exists() and not self.database.exists()

    def _aside(self, number: int) -> Path:
        return self.path / f"damaged-{number}"

    def owns(self, key: bytes) -> bool:
        """Whether a key is certainly the one that the database was made with."""
        return fingerprint(key) == self._key_id()

    def key(self) -> bytes:
        """The database's key. Raises StoreError where the sidecar or the key cannot be read."""
        return load_key(self._key_id())

    def _key_id(self) -> str:
        try:
            sidecar = json.loads(self.sidecar.read_bytes())
            found, key_id = sidecar["format"], sidecar["key"]
        except OSError as error:
            raise StoreError(
                f"There is no kiosk in {self.path}; name the right folder or set one up."
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(
                f"The file {self.sidecar} is damaged; put back a good copy of it."
            ) from error
        if found != FORMAT:
            raise StoreError("This folder was made by a newer kiosk program; update this one.")
        return str(key_id)
