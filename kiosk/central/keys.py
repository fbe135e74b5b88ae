"""The server's keys: one signs receipts, one signs tickets. Files that only their owner reads."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass
from pathlib import Path

from kiosk.central.errors import CentralError
from kiosk.files import write_whole
from kiosk.journal.identity import Identity
from kiosk.tickets.keys import IssuingKey

_RECEIPTS, _TICKETS = "receipts.key", "tickets.key"
_TOKEN = b"kiosk-token-1"
FIRST_TICKET_KEY = 1
"""The key id of the only ticket key there is so far."""


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """`receipts` speaks for the server; `tickets` for the organiser."""

    receipts: Identity
    tickets: IssuingKey

    @classmethod
    def make(cls, folder: Path) -> ServerKeys:
        """Makes the keys that the folder lacks, and reads them. Raises CentralError."""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in (_RECEIPTS, _TICKETS):
                if not (folder / name).exists():
                    write_whole(folder / name, Identity.generate().to_bytes(), private=True)
        except OSError as error:
            raise CentralError(
                f"The folder {folder} cannot be written: free the disk, change its rights, or"
                " choose another."
            ) from error
        return cls.load(folder)

    @classmethod
    def load(cls, folder: Path) -> ServerKeys:
        """Reads the keys. Raises CentralError where they are not there or damaged."""
        try:
            receipts, tickets = ((folder / name).read_bytes() for name in (_RECEIPTS, _TICKETS))
            return cls(
                Identity.from_bytes(receipts), IssuingKey.from_raw(FIRST_TICKET_KEY, tickets)
            )
        except FileNotFoundError as error:
            raise CentralError(
                f"There is no central server in {folder}: make one with «kiosk central init»."
            ) from error
        except (OSError, ValueError) as error:
            raise CentralError(
                f"The keys in {folder} cannot be read: restore them from a backup."
            ) from error

    def token(self, *of: bytes) -> str:
        """The token for a device that joins: a secret, and the same one each time for the same."""
        message = b"\0".join((_TOKEN, *of))
        secret = hmac.digest(self.receipts.to_bytes(), message, "sha256")
        return base64.urlsafe_b64encode(secret).decode().rstrip("=")
