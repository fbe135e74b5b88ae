"""Bytes of a serial scanner put together to texts."""

from __future__ import annotations

import re

from kiosk.scanning.wedge import RECOGNISED
from kiosk.tickets.codec import is_ticket_text

LONGEST_LINE = 2048
"""Bytes that are kept of a line. It is more than the longest text that is looked up, so that a
line that is too long is still shown as one that cannot be read."""

_ENDS = re.compile(rb"[\r\n]")
_CONTROLS = re.compile(rb"[\x00-\x1f\x7f]")
_NOT_ASCII = re.compile(rb"[^\x20-\x7e]")


class LineReader:
    """Gathers bytes, in whatever pieces they come, into the texts of scans.

    A text ends with a carriage return, a line feed or both. Call `pause` when none came for a
    while, so that a scanner that sends no end is understood too.
    """

    def __init__(self) -> None:
        self._line = bytearray()

    @property
    def waiting(self) -> bool:
        """Whether a text has begun and not ended."""
        return bool(self._line)

    def feed(self, received: bytes) -> list[str]:
        """The texts that these bytes complete, in their order."""
        *whole, rest = _ENDS.split(received)
        texts = []
        for part in whole:
            self._add(part)
            texts.append(self.pause())
        self._add(rest)
        return [text for text in texts if text]

    def pause(self) -> str:
        """The text so far, which is complete now; "" where it is too short to be a scan."""
        text = _text_of(bytes(self._line))
        self._line.clear()
        return text if len(text) >= RECOGNISED else ""

    def clear(self) -> None:
        """Forget what has begun: the rest of it will not come."""
        self._line.clear()

    def _add(self, part: bytes) -> None:
        self._line += part[: LONGEST_LINE - len(self._line)]


def _text_of(line: bytes) -> str:
    """A line's text: a ticket amid noise, UTF-8, or else the Windows code page of Russia.

    Lines get noise when a plug is put in, and some scanners put control characters around a code.
    A byte that is no text becomes U+FFFD.
    """
    line = _CONTROLS.sub(b"", line).strip()
    ascii_only = _NOT_ASCII.sub(b"", line).decode("ascii").strip()
    if is_ticket_text(ascii_only):
        return ascii_only
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1251", errors="replace")
