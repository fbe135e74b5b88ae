"""The short code under a QR: ten digits that a person can read out and type.

Nine digits are random, so that a code tells nothing and cannot be guessed from another one; the
last is the check digit of H. M. Damm («Total anti-symmetrische Quasigruppen», Marburg 2004), which
catches every single wrong digit and every swap of two neighbours.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

LENGTH = 10

_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
_PRACTICE = "98765430"
"""How the codes of practice cards begin, and no others."""

_SEPARATORS = str.maketrans("", "", " \u00a0\u202f-‐‑‒–—")


def new_code(below: Callable[[int], int] = secrets.randbelow) -> str:
    """A new random code of ten digits. `below(n)` draws a number from 0 to n - 1.

    Whoever issues tickets makes sure that no code is given twice.
    """
    digits = _PRACTICE
    while digits.startswith(_PRACTICE):
        digits = f"{below(10 ** (LENGTH - 1)):0{LENGTH - 1}d}"
    return digits + check_digit(digits)


def practice_code(card: int) -> str:
    """The code under the practice card of a number, 0 to 9."""
    digits = f"{_PRACTICE}{card}"
    return digits + check_digit(digits)


def is_practice(code: str) -> bool:
    """Whether a valid code is a practice card's."""
    return code.startswith(_PRACTICE)


def check_digit(digits: str) -> str:
    """The digit that, put behind these digits, makes a valid code of them."""
    return str(_interim(digits))


def normalise(text: str) -> str:
    """A code as typed, without the spaces and hyphens that people put into it."""
    return text.strip().translate(_SEPARATORS)


def is_valid(text: str) -> bool:
    """Whether a normalised text is ten digits whose check digit fits."""
    return _has_shape(text) and _interim(text) == 0


def is_mistyped(text: str) -> bool:
    """Whether a typed text is ten digits whose check digit does not fit."""
    digits = normalise(text)
    return _has_shape(digits) and not is_valid(digits)


def grouped(code: str) -> str:
    """A code as people read it: 1234567890 → «1234 567 890»."""
    return f"{code[:4]} {code[4:7]} {code[7:]}"


def _has_shape(text: str) -> bool:
    return len(text) == LENGTH and text.isascii() and text.isdigit()


def _interim(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim
