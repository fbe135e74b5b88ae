"""The ten digits under a QR code."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.tickets.short_code import grouped, is_valid, new_code, normalise

codes = st.integers(0, 2**32).map(lambda seed: new_code(random.Random(seed).randrange))


@given(codes)
def test_each_new_code_is_valid_and_ten_digits(code: str) -> None:
    assert len(code) == 10
    assert code.isdigit()
    assert is_valid(code)


@given(codes)
def test_every_single_wrong_digit_is_caught(code: str) -> None:
    for position in range(10):
        for digit in "0123456789":
            if digit != code[position]:
                assert not is_valid(code[:position] + digit + code[position + 1 :])


@given(codes)
def test_every_swap_of_neighbours_is_caught(code: str) -> None:
    for i in range(9):
        if code[i] != code[i + 1]:
            assert not is_valid(code[:i] + code[i + 1] + code[i] + code[i + 2 :])


def test_damms_own_example() -> None:
    assert is_valid("0000005724")  # 572 has the check digit 4


@pytest.mark.parametrize("wrong", ["", "572", "00000005724", "000000572x", "٠٠٠٠٠٠٥٧٢٤"])
def test_what_is_not_ten_digits_is_not_valid(wrong: str) -> None:
    assert not is_valid(wrong)


def test_codes_differ() -> None:
    assert len({new_code() for _ in range(200)}) == 200


@given(codes)
def test_what_people_type_is_understood(code: str) -> None:
    assert normalise(f" {grouped(code)} ") == code
    assert normalise(f"{code[:4]}-{code[4:7]}–{code[7:]}") == code


def test_grouping() -> None:
    assert grouped("1234567890") == "1234 567 890"
