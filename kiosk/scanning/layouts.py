"""Keyboard layouts: what the Russian layout does to a scanner's keys, and how to undo it.

A keyboard scanner presses the keys of an American keyboard. Under the Russian layout ЙЦУКЕН the
same keys give Cyrillic letters; the digits stay digits.
"""

from __future__ import annotations

import re

from kiosk.domain.layouts import to_us
from kiosk.tickets.codec import looks_like_ticket

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE | re.ASCII)

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
_PLAIN = {first + i: char for first, plain, _ in _ROWS for i, char in enumerate(plain)}
_SHIFTED = {first + i: char for first, _, shifted in _ROWS for i, char in enumerate(shifted)}

SET_1_OFFSET = 0
"""Windows reports the set-1 codes of IBM's PC keyboard as they are."""

EVDEV_OFFSET = 8
"""X11 and Wayland report Linux key codes plus 8; for these keys Linux codes are set-1 codes."""


def us_character(scan_code: int, *, shift: bool, offset: int) -> str:
    """The character that an American keyboard gives for a key, or "" for any other key.

    `offset` is what the platform adds to set-1 codes. Caps Lock is left out on purpose: it is the
    person's, and the scanner does not know of it. The keypad is left to the platform, because its
    keys mean digits or arrows.
    """
    return (_SHIFTED if shift else _PLAIN).get(scan_code - offset, "")


def recover(text: str) -> str:
    """A ticket's text that came through the Russian layout, as it was printed; others unchanged.

    Another system's code may be Cyrillic by itself, so only what becomes a ticket is changed. A
    text with Latin letters in it did not come through the Russian layout as a whole.
    """
    if not _CYRILLIC.search(text) or _LATIN.search(text):
        return text
    mapped = to_us(text)
    return mapped if looks_like_ticket(mapped.strip()) else text
