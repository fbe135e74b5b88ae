"""The organiser's keys."""

from __future__ import annotations

import pytest

from kiosk.tickets.keys import IssuingKey, verifies


def test_a_stored_key_signs_like_the_first() -> None:
    key = IssuingKey.generate(1)
    again = IssuingKey.from_raw(1, key.raw)
    assert again.public == key.public
    assert again.sign(b"facts") == key.sign(b"facts")


def test_only_the_right_message_and_key_verify() -> None:
    key, other = IssuingKey.generate(1), IssuingKey.generate(1)
    signature = key.sign(b"facts")
    assert verifies(key.public, signature, b"facts")
    assert not verifies(key.public, signature, b"fact")
    assert not verifies(other.public, signature, b"facts")
    assert not verifies(key.public, signature[:-1], b"facts")
    assert not verifies(b"too short", signature, b"facts")


def test_the_private_half_is_not_shown() -> None:
    assert "private" not in repr(IssuingKey.generate(1))


def test_a_key_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        IssuingKey.from_raw(1, b"short")
