"""A staff badge: the text of its QR code, and the hash by which the roster knows it.

    «EDS» + base32 (RFC 4648, no padding) of 16 random bytes = 29 characters of A–Z and 2–7

Like a ticket it is read in any case and under any keyboard layout. No ticket begins so: its third
letter holds the version, which is 1, and makes it C or D.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

TEXT_LENGTH = 29

_PREFIX = "EDS"
_DOMAIN = b"kiosk-badge-1\0"
_BYTES = 16
_BADGE = re.compile(f"{_PREFIX}[A-Z2-7]{{{TEXT_LENGTH - len(_PREFIX)}}}", re.IGNORECASE | re.ASCII)


def new_badge(random: Callable[[int], bytes]) -> str:
    """The text of a new badge. `random(n)` draws n bytes that nobody can guess."""
    return _PREFIX + base64.b32encode(random(_BYTES)).decode("ascii").rstrip("=")


def is_badge(text: str) -> bool:
    """Whether a scanned text has the shape of a badge, known or not."""
    return _BADGE.fullmatch(text.strip()) is not None


def badge_hash(text: str) -> str:
    """What the roster holds of a badge: 64 hex digits. 128 random bits need no slow hash."""
    return hashlib.sha256(_DOMAIN + text.strip().upper().encode()).hexdigest()
