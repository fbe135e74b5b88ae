"""The QR of somebody who came without a ticket: their number, and nothing that proves it.

«EDW», four digits of the kiosk, three of the number and a check digit: «EDW00010175» is «1-017».
It is not signed, because a kiosk has no organiser's key; a gate lets nobody in on it whom it does
not know, and a trial's kiosk logs a result under the number that anybody could have read out.
"""

from __future__ import annotations

import re

from kiosk.domain.walk_ins import WalkInNumber
from kiosk.tickets import short_code

_TEXT = re.compile(r"EDW(\d{4})(\d{3})(\d)", re.IGNORECASE | re.ASCII)


def text_of(number: WalkInNumber) -> str:
    """What the QR of a walk-in says."""
    digits = f"{number.kiosk:04d}{number.number:03d}"
    return f"EDW{digits}{short_code.check_digit(digits)}"


def read(text: str, *, typed: bool) -> WalkInNumber | None:
    """The number behind a scanned text, or behind «1-017» where a person `typed` it."""
    found = _TEXT.fullmatch(text)
    if found is None:
        return WalkInNumber.parse(text) if typed else None
    kiosk, number = int(found[1]), int(found[2])
    sound = short_code.check_digit(found[1] + found[2]) == found[3]
    return WalkInNumber(kiosk, number) if sound and kiosk and number else None
