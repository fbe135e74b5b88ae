"""Files that are there wholly or not at all."""

from __future__ import annotations

import os
from pathlib import Path


class NotWritten(OSError):
    """A file could not be written. What was in its place is as it was; the message says so."""


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Puts a file in its place once all of it is on the disk; a private one is its owner's only.

    A link stays a link: the file that it names is written. What is no file, such as a terminal, is
    written as it is. Raises NotWritten.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content, private=private)
    except (OSError, RuntimeError, ValueError) as error:  # links in a ring, characters of no path
        raise NotWritten(
            f"{path} cannot be written: free the disk, or name another place."
        ) from error


def sync_folder(folder: Path) -> None:
    """Makes a new name durable; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(path: Path, content: bytes, *, private: bool) -> None:
    beside = path.with_name(f".{path.name[:50]}-{os.urandom(4).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o600 if private else _rights(path))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _rights(path: Path) -> int:
    """The rights of the file that is there, or those of a new one; the user's mask goes off."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o666
