"""A device's identity: a key of its own, made at first start, whose fingerprint names it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from kiosk.journal.canonical import digest


@dataclass(frozen=True)
class Identity:
    """The key pair with which a device signs its heads; `private` is kept out of every repr."""

    private: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def generate(cls) -> Identity:
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, raw: bytes) -> Identity:
        """From the 32 raw bytes of `to_bytes`."""
        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    def to_bytes(self) -> bytes:
        """The private key as 32 raw bytes: a secret."""
        return self.private.private_bytes_raw()

    @cached_property
    def public(self) -> bytes:
        """The public key as 32 raw bytes."""
        return self.private.public_key().public_bytes_raw()

    @cached_property
    def device_id(self) -> str:
        return device_id(self.public)

    def sign(self, message: bytes) -> str:
        """A signature in lower-case hex."""
        return self.private.sign(message).hex()


def genesis(public: bytes) -> str:
    """The `prev` of a device's first record: the hash of its public key."""
    return digest("kiosk-device-1", public)


def device_id(public: bytes) -> str:
    """The fingerprint that names a device: the first 128 bits of the key's hash, in hex."""
    return genesis(public)[:32]


def is_signed(public: bytes, message: bytes, signature: str) -> bool:
    """Whether a lower-case hex signature over the message is the key's."""
    try:
        raw = bytes.fromhex(signature)
        Ed25519PublicKey.from_public_bytes(public).verify(raw, message)
    except (ValueError, InvalidSignature):
        return False
    return signature == raw.hex()
