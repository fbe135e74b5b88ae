"""Private parts: names and remarks travel beside the line, which holds only their hash.

Purging deletes part and salt; the chain still verifies, and an altered part does not match.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.records import Record
from kiosk.journal.canonical import digest, encode

FIELD = "private"
"""Where a line's data hold the hash of its private part."""

SALT_BYTES = 16
LONGEST_PART = 1 << 16
"""Bytes of a part; a kiosk writes no longer one, because no server would take it over."""


@dataclass(frozen=True, slots=True)
class PrivatePart:
    """`part` is canonical JSON; `salt` are random bytes that keep a short part from guessing.

    Neither stands in a repr, and so in no log.
    """

    salt: bytes = field(repr=False)
    part: bytes = field(repr=False)

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> PrivatePart:
        return cls(secrets.token_bytes(SALT_BYTES), encode(dict(content)))

    @property
    def hash(self) -> str:
        return digest("kiosk-private-1", self.salt, self.part)

    def belongs_to(self, record: Record) -> bool:
        """Whether the record was made with exactly this part."""
        return record.text(FIELD) == self.hash
