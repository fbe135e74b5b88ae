"""A scan: a text and the kind of device that it came from."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.devices import Source
from kiosk.scanning.layouts import recover


@dataclass(frozen=True, slots=True)
class Scan:
    """One text that was read, ready to be looked up."""

    text: str
    source: Source

    @property
    def typed(self) -> bool:
        """Whether a person typed it, so that a short code counts."""
        return self.source is Source.TYPED


def scan_of(raw: str, source: Source) -> Scan:
    """The scan of what a device sent: without white space around it, a ticket's layout undone.

    Bytes that were no text come in as lone surrogates; they become question marks.
    """
    text = raw.encode(errors="replace").decode()
    return Scan(recover(text.strip()), source)
