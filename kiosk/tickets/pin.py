"""PINs and recovery codes: kept as Argon2id hashes, compared slowly.

The parameters are the second recommended option of RFC 9106, section 4 (memory-constrained): 3
passes over 64 MiB in 4 lanes, a salt of 16 bytes and a tag of 32. Six digits withstand no patient
machine all the same: what guards a PIN is that its hash lies in the encrypted store only, and the
lock after wrong tries.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.staff import PIN_LENGTH, RECOVERY_LENGTH
from kiosk.tickets.short_code import check_digit, normalise

if TYPE_CHECKING:  # the library is loaded when it is needed, after the first paint
    from argon2 import PasswordHasher

_RUNS = ("01234567890", "09876543210")


def is_pin(text: str) -> bool:
    """Whether a text is six digits."""
    return _are_digits(text, PIN_LENGTH)


def is_guessed_first(pin: str) -> bool:
    """Whether a PIN is among those that everybody tries: one digit again and again, or a run."""
    return len(set(pin)) == 1 or any(pin in run for run in _RUNS)


def hash_secret(secret: str) -> str:
    """The hash of a PIN or a recovery code, in its PHC text form; costs some 0.1 s."""
    return _hasher().hash(secret)


def is_secret_of(hashed: str, secret: str) -> bool:
    """Whether this is the secret of a hash; costs some 0.1 s. Nothing is a damaged hash's."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(hashed, secret)
    except (InvalidHashError, VerificationError):
        return False


def new_recovery_code(below: Callable[[int], int] = secrets.randbelow) -> str:
    """Fifteen random digits (50 bits) and a check digit. `below(n)` draws a number under n."""
    digits = f"{below(10 ** (RECOVERY_LENGTH - 1)):0{RECOVERY_LENGTH - 1}d}"
    return digits + check_digit(digits)


def recovery_digits(text: str) -> str:
    """The digits of a recovery code as typed, or "" where it was typed wrongly."""
    digits = normalise(text)
    sound = _are_digits(digits, RECOVERY_LENGTH) and check_digit(digits[:-1]) == digits[-1]
    return digits if sound else ""


def _are_digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
