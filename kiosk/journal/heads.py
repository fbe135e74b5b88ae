"""Heads: a device's signed word for how far its journal goes, so that a cut-off tail shows."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.journal.canonical import encode
from kiosk.journal.identity import Identity, device_id, is_signed


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: the device's record `seq` has the hash `hash`.

    `signature` is the device's, in lower-case hex.
    """

    device_id: str
    seq: int
    hash: str
    signature: str

    @classmethod
    def sign(cls, identity: Identity, seq: int, record_hash: str) -> Head:
        device = identity.device_id
        return cls(device, seq, record_hash, identity.sign(_message(device, seq, record_hash)))

    def is_genuine(self, public: bytes) -> bool:
        """Whether the device with this public key signed this head."""
        message = _message(self.device_id, self.seq, self.hash)
        return self.device_id == device_id(public) and is_signed(public, message, self.signature)


def _message(device: str, seq: int, record_hash: str) -> bytes:
    fields = {"device_id": device, "hash": record_hash, "seq": seq}
    return b"kiosk-head-1\0" + encode(fields)
