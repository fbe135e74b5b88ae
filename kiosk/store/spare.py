"""The spare: what a kiosk needs to go on admitting signed tickets without its database.

It holds the programme, the ticket keys, the binding and the kiosk's identities, and nobody's data.
It lies beside the database, sealed with the database's key, and is written whenever one of them has
changed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, LargeBinary, Table, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.files import write_whole
from kiosk.journal.canonical import digest
from kiosk.store.tables.journal import binding, local_policy, signer
from kiosk.store.tables.roster import event, site, slot, ticket_key, trial

_KEPT = (binding, local_policy, signer, event, site, slot, trial, ticket_key)
_NONCE_BYTES = 12

Content = dict[str, list[dict[str, Any]]]
"""Rows by the name of their table; bytes as hex."""


def gather(connection: Connection) -> Content:
    """What the spare ought to hold now."""
    return {table.name: _rows(connection, table) for table in _KEPT}


def restore(connection: Connection, content: Content) -> None:
    """Puts a spare's rows into empty tables; those of the roster belong to no epoch."""
    for table in _KEPT:
        rows = [_row(table, row) for row in content.get(table.name, ())]
        if rows:
            if "epoch" in table.columns:
                rows = [row | {"epoch": ""} for row in rows]
            connection.execute(insert(table), rows)


class Spare:
    """The spare's file. `key` is the database's."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._cipher = AESGCM(bytes.fromhex(digest("kiosk-spare-1", key)))
        self._written: Content | None = None

    def load(self) -> Content | None:
        """The content, None where there is no whole file that this key has sealed."""
        try:
            sealed = self._path.read_bytes()
            nonce, text = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            content: Content = json.loads(self._cipher.decrypt(nonce, text, None))
        except (OSError, ValueError, InvalidTag):
            return None
        return content

    def save(self, content: Content) -> None:
        """Writes the content where it is news. Where it cannot be written, later it will be."""
        if self._written is None:
            self._written = self.load()
        if content == self._written:
            return
        nonce = os.urandom(_NONCE_BYTES)
        try:
            sealed = self._cipher.encrypt(nonce, json.dumps(content).encode(), None)
            write_whole(self._path, nonce + sealed, private=True)
        except OSError:
            return
        self._written = content


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    rows = connection.execute(select(table).order_by(*table.primary_key)).mappings()
    return [
        {name: value.hex() if isinstance(value, bytes) else value for name, value in row.items()}
        for row in rows
    ]


def _row(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {
        column.name: bytes.fromhex(row[column.name])
        if isinstance(column.type, LargeBinary)
        else row[column.name]
        for column in table.columns
        if column.name in row
    }
