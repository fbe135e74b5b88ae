"""Keyboard layouts: what a scanner meant, whatever layout the computer has."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.devices import Source
from kiosk.domain.layouts import to_jcuken
from kiosk.scanning.layouts import EVDEV_OFFSET, SET_1_OFFSET, recover, us_character
from kiosk.scanning.scan import Scan, scan_of

bodies = st.text(string.ascii_uppercase + "234567", min_size=14, max_size=140)
tickets = bodies.map(lambda body: f"ED{body}")


@given(tickets)
def test_a_ticket_survives_the_russian_layout_and_caps_lock(text: str) -> None:
    assert recover(to_jcuken(text)) == text
    assert recover(to_jcuken(text.lower())) == text.lower()
    assert recover(text) == text
    assert not any(char in string.ascii_letters for char in to_jcuken(text))


@pytest.mark.parametrize(
    "text", ["Билет-17", "УВОЛЬНЕНИЕ", "ФИС-123", "TP-2026-001", "", "ЙЦУКЕН" * 20]
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert recover(text) == text


def test_a_ticket_with_one_letter_swapped_for_the_same_key_stays_damaged() -> None:
    text = "ED" + "A" * 120
    assert recover(text[:9] + "Ф" + text[10:]) != text


def test_the_whole_keyboard_maps_to_different_characters() -> None:
    printable = "".join(char for char in string.printable if char.isprintable())
    assert len(set(to_jcuken(printable))) == len(printable)
    assert to_jcuken("Ghbdtn? vbh!") == "Привет, мир!"


@pytest.mark.parametrize("offset", [SET_1_OFFSET, EVDEV_OFFSET])
def test_scan_codes_give_the_american_character(offset: int) -> None:
    # codes of IBM's set 1; the same numbers stand in Linux's input-event-codes.h
    known = {2: "1!", 11: "0)", 12: "-_", 16: "qQ", 18: "eE", 32: "dD", 30: "aA", 44: "zZ",
             53: "/?", 41: "`~", 43: "\\|", 39: ";:", 57: "  "}  # fmt: skip
    for code, both in known.items():
        assert us_character(code + offset, shift=False, offset=offset) == both[0]
        assert us_character(code + offset, shift=True, offset=offset) == both[1]


def test_every_printable_ascii_character_has_a_key() -> None:
    given_by = {
        us_character(code, shift=shift, offset=0) for code in range(128) for shift in (False, True)
    }
    assert given_by - {""} == {chr(code) for code in range(32, 127)}


@pytest.mark.parametrize("code", [0, 1, 14, 15, 28, 29, 42, 54, 58, 59, 71, 75, 0x135, 0x14B])
def test_other_keys_give_none(code: int) -> None:
    assert us_character(code, shift=False, offset=SET_1_OFFSET) == ""


def test_a_scan_is_stripped_and_its_layout_undone() -> None:
    text = "ED" + "QWERTY" * 20
    assert scan_of(f" {to_jcuken(text)}\r\n", Source.CLI) == Scan(text, Source.CLI)
    assert scan_of("  Код-5 ", Source.SERIAL) == Scan("Код-5", Source.SERIAL)


def test_only_what_a_person_typed_is_typed() -> None:
    assert [source for source in Source if Scan("1", source).typed] == [Source.TYPED]
