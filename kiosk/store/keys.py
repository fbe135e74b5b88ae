"""Database keys: 256 random bits in a file of the user's own, outside the data folder.

A data folder names its key by the key's fingerprint, so the folder may be moved or copied, and a
damaged database is told from a wrong key. This protects a copied folder, not a laptop that is
stolen whole.
"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from platformdirs import user_config_path

from kiosk.files import write_whole
from kiosk.journal.canonical import digest
from kiosk.operations.ports import StoreError

FOLDER_VARIABLE = "KIOSK_KEYS_DIR"
"""The environment variable that names another folder for the keys."""

KEY_BYTES = 32
_KEY_ID = re.compile(r"[0-9a-f]{32}")


def keys_folder() -> Path:
    """Where this user's keys lie."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else user_config_path("kiosk") / "keys"


def create_key() -> str:
    """Makes a new key and returns its id. Raises StoreError where it cannot be kept."""
    key = secrets.token_bytes(KEY_BYTES)
    key_id = fingerprint(key)
    folder = keys_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(folder / f"{key_id}.key", key, private=True)
    except OSError as error:
        raise StoreError(
            f"The database key cannot be saved in {folder}; make this folder writable."
        ) from error
    return key_id


def fingerprint(key: bytes) -> str:
    """The id of a key: the first 128 bits of its hash, in hex."""
    return digest("kiosk-database-key-1", key)[:32]


def load_key(key_id: str) -> bytes:
    """The key of an id. Raises StoreError where it is not there; no data are ever deleted then."""
    if not _KEY_ID.fullmatch(key_id):
        raise StoreError("The kiosk's folder names no valid database key; restore its kiosk.json.")
    path = keys_folder() / f"{key_id}.key"
    try:
        key = path.read_bytes()
    except OSError as error:
        raise StoreError(
            f"The database key {path.name} is missing; put it back into {path.parent}. "
            "The data are untouched."
        ) from error
    if len(key) != KEY_BYTES:
        raise StoreError(f"The database key {path} is damaged; put back a good copy of it.")
    return key
