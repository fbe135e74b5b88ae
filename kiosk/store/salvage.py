"""Records read out of a database file that SQLite cannot read any more, page by page.

Nothing is asked of the file's structure: each page is deciphered by itself, and a line counts where
the hash that its row holds before it is its own. So one bad place costs what it covers, whichever
page it lies in. What is longer than one page is not found.

Pages are those of SQLCipher 4: AES-256-CBC, the initialisation vector at the end of the page,
before its 64-byte authentication code (https://www.zetetic.net/sqlcipher/design/). Frames of the
write-ahead log are pages behind a header (https://www.sqlite.org/fileformat2.html#walformat).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from kiosk.domain.records import Record
from kiosk.journal.lines import MalformedLine, line_hash, parse
from kiosk.journal.private import FIELD, SALT_BYTES, PrivatePart
from kiosk.operations.ports import Entry

PAGE = 4096
IV_BYTES, CODE_BYTES = 16, 64
CIPHERED = PAGE - IV_BYTES - CODE_BYTES
LOG_HEADER = 32
FRAME_HEADER = 24

_NAME = re.compile(rb"[0-9a-f]{64}")
_BEGINS, _ENDS = re.compile(rb'\{"'), re.compile(rb"\}")


def entries_of_database(path: Path, key: bytes) -> Iterator[Entry]:
    """The records in a database's file, whatever else is wrong with it. Raises OSError.

    `key` are the 32 raw bytes that the database was made with.
    """
    seen: set[bytes] = set()
    with path.open("rb") as file:
        while len(page := file.read(PAGE)) == PAGE:
            yield from _entries(_plain(page, key), seen)


def entries_of_log(path: Path, key: bytes) -> Iterator[Entry]:
    """The records in a database's write-ahead log. Raises OSError.

    What follows the last committed transaction was never acknowledged, and is left out. A log that
    was begun anew may end in frames of before: their records are in the database as well.
    """
    if not path.exists():
        return
    seen: set[bytes] = set()
    waiting: list[Entry] = []
    salts = b""
    with path.open("rb") as file:
        file.seek(LOG_HEADER)
        while len(frame := file.read(FRAME_HEADER + PAGE)) == FRAME_HEADER + PAGE:
            if frame[8:16] != salts:  # what follows was written before, or its header is spoilt
                seen.difference_update(line_hash(entry.line).encode() for entry in waiting)
                salts, waiting = frame[8:16], []
            waiting += _entries(_plain(frame[FRAME_HEADER:], key), seen)
            if any(frame[4:8]):  # the database's size in pages, in a commit's last frame only
                yield from waiting
                waiting = []


def _plain(page: bytes, key: bytes) -> bytes:
    cipher = Cipher(AES(key), CBC(page[CIPHERED : CIPHERED + IV_BYTES])).decryptor()
    return cipher.update(page[:CIPHERED]) + cipher.finalize()


def _entries(page: bytes, seen: set[bytes]) -> Iterator[Entry]:
    """The records on one page whose hashes were not seen yet."""
    for begin in _BEGINS.finditer(page):
        start = begin.start()
        name = page[max(start - 64, 0) : start]
        if name in seen or not _NAME.fullmatch(name):
            continue
        for end in _ends(page, start):
            if line_hash(page[start:end]) == name.decode():
                seen.add(name)
                yield from _entry(page, start, end)
                break


def _entry(page: bytes, start: int, end: int) -> Iterator[Entry]:
    line = page[start:end]
    with suppress(MalformedLine):
        yield Entry(line, _private(page, end, parse(line)))


def _private(page: bytes, after: int, record: Record) -> PrivatePart | None:
    """The part that lies behind the line in its row, if the line names one and it is whole."""
    if not record.text(FIELD):
        return None
    for begin in _BEGINS.finditer(page, after):
        start = begin.start()
        salt = page[start - SALT_BYTES : start]
        for end in _ends(page, start):
            part = PrivatePart(salt, page[start:end])
            if part.belongs_to(record):
                return part
    return None


def _ends(page: bytes, start: int) -> Iterator[int]:
    """Where a JSON object that begins here might end."""
    return (brace.end() for brace in _ENDS.finditer(page, start))
