"""Receipts: the server's signed word that it holds a device's journal up to a record."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.journal.canonical import NotCanonical, decode, encode
from kiosk.journal.identity import Identity, device_id, is_signed

_PURPOSE = "kiosk-receipt-1"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The server holds every record of `device_id` up to `seq`, whose hash is `hash`.

    `private_parts` are the numbers of the records of the acknowledged run whose private parts it
    holds; `server_time` is UTC milliseconds; `key_id` is the fingerprint of the server's key.
    """

    key_id: str
    device_id: str
    seq: int
    hash: str
    private_parts: tuple[int, ...]
    server_time: int
    signature: str

    @classmethod
    def sign(
        cls,
        server: Identity,
        *,
        device: str,
        seq: int,
        record_hash: str,
        private_parts: tuple[int, ...],
        server_time: int,
    ) -> Receipt:
        unsigned = cls(server.device_id, device, seq, record_hash, private_parts, server_time, "")
        return cls.from_fields(unsigned.fields() | {"signature": server.sign(unsigned.message())})

    @classmethod
    def from_fields(cls, fields: dict[str, object]) -> Receipt:
        """The inverse of `fields`. Raises NotCanonical for fields that are no receipt's."""
        texts = [fields.get(k) for k in ("key_id", "device_id", "hash", "signature")]
        numbers = [fields.get(k) for k in ("seq", "server_time")]
        parts = fields.get("private_parts")
        well_typed = (
            fields.get("purpose") == _PURPOSE
            and all(isinstance(text, str) for text in texts)
            and all(type(number) is int for number in numbers)
            and isinstance(parts, list | tuple)
            and all(type(part) is int for part in parts)
        )
        if not well_typed or not isinstance(parts, list | tuple):
            raise NotCanonical("not a receipt")
        key_id, device, record_hash, signature = (str(text) for text in texts)
        seq, server_time = (int(str(number)) for number in numbers)
        return cls(key_id, device, seq, record_hash, tuple(parts), server_time, signature)

    @classmethod
    def from_bytes(cls, document: bytes) -> Receipt:
        """The inverse of `to_bytes`. Raises NotCanonical."""
        return cls.from_fields(decode(document))

    def fields(self) -> dict[str, object]:
        """The receipt as it travels."""
        return self._signed() | {"signature": self.signature}

    def to_bytes(self) -> bytes:
        return encode(self.fields())

    def message(self) -> bytes:
        """The bytes that the server signs."""
        return encode(self._signed())

    def is_genuine(self, server_public: bytes) -> bool:
        """Whether the server with this public key signed this receipt."""
        return self.key_id == device_id(server_public) and is_signed(
            server_public, self.message(), self.signature
        )

    def _signed(self) -> dict[str, object]:
        return {
            "purpose": _PURPOSE,
            "key_id": self.key_id,
            "device_id": self.device_id,
            "seq": self.seq,
            "hash": self.hash,
            "private_parts": list(self.private_parts),
            "server_time": self.server_time,
        }
