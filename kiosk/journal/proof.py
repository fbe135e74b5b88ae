"""The proof file: everything that shows a closed site's records to be on the server, once each.

Canonical JSON lines. The first names the site and the server's key, then for each device its key,
its records without private parts, its signed heads and the server's receipts; the last holds the
signature of the device that wrote the file over all bytes before it.
`verify_proof` checks such a file without this package.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.journal.canonical import encode
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity
from kiosk.journal.receipts import Receipt


@dataclass(frozen=True, slots=True)
class DeviceJournal:
    """One device's part of a proof: its public key (32 raw bytes) and all its lines."""

    public: bytes
    name: str
    lines: Sequence[bytes]
    heads: Sequence[Head]
    receipts: Sequence[Receipt]
    excused: bool = False


def proof_file(
    *, event: int, site: int, server_public: bytes, devices: Iterable[DeviceJournal], by: Identity
) -> bytes:
    """The bytes of a proof file, signed by the device that writes it."""
    header = {
        "proof": "kiosk-proof-1",
        "event": event,
        "site": site,
        "server_public": server_public.hex(),
    }
    parts = [encode(header)]
    for device in devices:
        parts += _device_lines(device)
    body = b"\n".join(parts) + b"\n"
    signature = by.sign(b"kiosk-proof-1\0" + hashlib.sha256(body).digest())
    return body + encode({"signed_by": by.device_id, "signature": signature}) + b"\n"


def _device_lines(device: DeviceJournal) -> list[bytes]:
    about: dict[str, Any] = {
        "device": {"public": device.public.hex(), "name": device.name, "excused": device.excused}
    }
    heads = [
        encode(
            {
                "head": {
                    "device_id": h.device_id,
                    "seq": h.seq,
                    "hash": h.hash,
                    "signature": h.signature,
                }
            }
        )
        for h in device.heads
    ]
    receipts = [encode({"receipt": receipt.fields()}) for receipt in device.receipts]
    return [encode(about), *device.lines, *heads, *receipts]
