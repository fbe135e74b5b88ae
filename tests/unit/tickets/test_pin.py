"""PINs and recovery codes are kept as Argon2id hashes of the recommended cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.staff import RECOVERY_LENGTH
from kiosk.tickets.pin import (
    hash_secret,
    is_guessed_first,
    is_pin,
    is_secret_of,
    new_recovery_code,
    recovery_digits,
)


def test_a_pin_is_known_by_its_hash_and_no_other_is() -> None:
    hashed = hash_secret("271828")
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")  # RFC 9106, section 4
    assert "271828" not in hashed
    assert hashed != hash_secret("271828")
    assert is_secret_of(hashed, "271828")
    assert not is_secret_of(hashed, "271829")


@pytest.mark.parametrize("hashed", ["", "271828", "$argon2id$v=19$m=65536,t=3,p=4$AAAA$BBBB"])
def test_nothing_is_the_secret_of_a_damaged_hash(hashed: str) -> None:
    assert not is_secret_of(hashed, "271828")


@pytest.mark.parametrize(
    ("pin", "good"), [("271828", True), ("27182", False), ("27182x", False), ("٢٧١٨٢٨", False)]
)
def test_a_pin_has_six_digits(pin: str, good: bool) -> None:
    assert is_pin(pin) is good


@pytest.mark.parametrize("pin", ["000000", "777777", "123456", "654321", "456789", "567890"])
def test_what_everybody_tries_first_is_known(pin: str) -> None:
    assert is_guessed_first(pin)
    assert not is_guessed_first("271828")


@given(st.integers(0, 10**15 - 1), st.integers(0, RECOVERY_LENGTH - 1), st.integers(1, 9))
def test_a_slip_in_a_recovery_code_shows(number: int, place: int, off: int) -> None:
    code = new_recovery_code(lambda _: number)
    assert len(code) == RECOVERY_LENGTH
    spaced = f" {code[:4]} {code[4:8]}-{code[8:]} "
    assert recovery_digits(code) == recovery_digits(spaced) == code
    slip = code[:place] + str((int(code[place]) + off) % 10) + code[place + 1 :]
    assert recovery_digits(slip) == ""
    assert recovery_digits(code[:-1]) == recovery_digits(code + "0") == ""
