"""A keyboard wedge: tells a scanner that types from a person who types.

A scanner sends its keys faster than any person; what comes fast is a burst, and a burst of
plausible length is a scan. Times are milliseconds of any clock that the caller keeps to.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.scanning.layouts import recover
from kiosk.tickets.codec import TEXT_LENGTH, is_ticket_text, looks_like_ticket

KEY_GAP_MS = 80
"""A scanner's keys follow each other within this time."""

TICKET_GAP_MS = 400
"""What so far is the beginning of a ticket waits longer: no person types that, and a wireless
scanner may stumble."""

SUFFIX_GAP_MS = 200
"""An Enter or Tab this soon after a finished scan still belongs to it, and so does the line feed
that some scanners send after the carriage return."""

RECOGNISED = 4
"""Fast keys after which a burst is a scanner's, and the least that Enter makes a scan of."""

PLAUSIBLE = 8
"""The least characters that a pause alone makes a scan of."""


@dataclass(frozen=True, slots=True)
class Burst:
    """A burst that has ended. `scan` is empty where a person typed it.

    `strays` counts the keys before the scan's first one: those a person had just typed.
    """

    keys: int
    scan: str = ""

    @property
    def strays(self) -> int:
        return self.keys - len(self.scan)


class Wedge:
    """Gathers keys into bursts.

    Call `lapse` before `key` and `end`, so that a late key finds the burst before it ended; call
    `pause` when `patience` has passed without a key.
    """

    def __init__(self) -> None:
        self._characters: list[str] = []
        self._last = 0
        self._suffix_until = -1

    @property
    def recognised(self) -> bool:
        """Whether the current burst is fast and long enough to be a scanner's."""
        return len(self._characters) >= RECOGNISED

    def awaits(self, at: int) -> bool:
        """Whether a key or an Enter pressed now would be a scanner's."""
        return (self.recognised and self._in_time(at)) or self.is_suffix(at)

    @property
    def patience(self) -> int:
        """The milliseconds that the current burst waits for its next key."""
        started = looks_like_ticket(recover("".join(self._characters)))
        return TICKET_GAP_MS if started else KEY_GAP_MS

    def key(self, character: str, at: int) -> Burst | None:
        """Add a character. Returns the burst where this key completes a ticket's text."""
        self._characters.append(character)
        self._last = at
        tail = recover("".join(self._characters[-TEXT_LENGTH:]))
        return self._finish(tail) if is_ticket_text(tail) else None

    def end(self, at: int) -> Burst | None:
        """Enter or Tab was pressed: the current burst, or None where there is none."""
        if not self._characters:
            return None
        self._last = at
        return self._finish(self._text_of(RECOGNISED))

    def is_suffix(self, at: int) -> bool:
        """Whether an Enter or Tab pressed now belongs to the scan that has just ended."""
        return not self._characters and at <= self._suffix_until

    def lapse(self, at: int) -> Burst | None:
        """The current burst, if its next key had not come by this time."""
        return None if self._in_time(at) else self.pause()

    def pause(self) -> Burst | None:
        """No more keys came, or one that no scanner sends: the current burst, if there is one."""
        return self._finish(self._text_of(PLAUSIBLE)) if self._characters else None

    def _in_time(self, at: int) -> bool:
        return self._last <= at <= self._last + self.patience

    def _text_of(self, least: int) -> str:
        enough = len(self._characters) >= least
        return recover("".join(self._characters)) if enough else ""

    def _finish(self, scan: str) -> Burst:
        burst = Burst(len(self._characters), scan)
        self._characters.clear()
        if scan:
            self._suffix_until = self._last + SUFFIX_GAP_MS
        return burst
