"""A data folder: a plain sidecar that names the key, the encrypted database, the writer's lock."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.operations.ports import StoreError
from kiosk.store.keys import create_key, load_key, write_whole

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
            write_whole(self.sidecar, json.dumps(sidecar).encode())
        except OSError as error:
            raise StoreError(f"Nothing can be written in {self.path}; free the disk.") from error

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
