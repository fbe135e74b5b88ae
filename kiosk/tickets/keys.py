"""The organiser's keys: one signs tickets, its public half stands in every roster.

Signatures are Ed25519 (RFC 8032).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)


@dataclass(frozen=True, slots=True)
class IssuingKey:
    """A key that signs tickets. `key_id`, 0 to 255, stands in each ticket that it signs."""

    key_id: int
    private: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def generate(cls, key_id: int) -> IssuingKey:
        """A new random key."""
        return cls(key_id, Ed25519PrivateKey.generate())

    @classmethod
    def from_raw(cls, key_id: int, raw: bytes) -> IssuingKey:
        """The key of 32 private bytes. Raises ValueError where there are not 32."""
        return cls(key_id, Ed25519PrivateKey.from_private_bytes(raw))

    @property
    def raw(self) -> bytes:
        """The 32 private bytes, to be stored where only the organiser reads."""
        return self.private.private_bytes_raw()

    @property
    def public(self) -> bytes:
        """The 32 public bytes, for rosters."""
        return self.private.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """The 64-byte signature of a message."""
        return self.private.sign(message)


PRACTICE_KEY = IssuingKey.from_raw(255, b"kiosk practice: it opens no door")
"""The key of the practice cards. Everybody can read it here, so it must open nothing: a ticket that
it signed is known everywhere for what it is.
"""


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether a signature of 64 bytes was made by the key of these 32 public bytes.

    Bytes that are no key at all verify nothing.
    """
    try:
        _public_key(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(16)
def _public_key(public: bytes) -> Ed25519PublicKey:
    """An event has one or two keys, and every scan asks for one. Raises ValueError."""
    return Ed25519PublicKey.from_public_bytes(public)
