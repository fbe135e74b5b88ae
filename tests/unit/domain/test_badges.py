"""A badge's text: told from every ticket, and read through any layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.badges import TEXT_LENGTH, badge_hash, is_badge, new_badge
from kiosk.domain.devices import Source
from kiosk.domain.layouts import to_jcuken
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.scanning.layouts import recover
from kiosk.scanning.scan import scan_of
from kiosk.scanning.wedge import Wedge
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import IssuingKey

badges = st.binary(min_size=16, max_size=16).map(lambda raw: new_badge(lambda _: raw))


def test_a_badge_is_written_as_it_is_specified() -> None:
    assert new_badge(bytes) == "EDS" + "A" * 26
    assert new_badge(lambda n: b"\xff" * n) == "EDS" + "7" * 25 + "4"
    assert len(new_badge(bytes)) == TEXT_LENGTH


@given(badges)
def test_a_badge_comes_through_layouts_and_capitals(text: str) -> None:
    for typed in (text, text.lower(), to_jcuken(text), to_jcuken(text.lower()), f" {text}\r\n"):
        read = scan_of(typed, Source.WEDGE).text
        assert is_badge(read)
        assert badge_hash(read) == badge_hash(text)
    assert recover(to_jcuken(text)) == text


@given(number=st.integers(1, 2**24 - 1), key_id=st.integers(0, 255), event=st.integers(0, 1023))
def test_no_ticket_is_a_badge_not_even_its_beginning(number: int, key_id: int, event: int) -> None:
    key = IssuingKey.from_raw(key_id, bytes(32))
    text = encode(TicketFacts(event, number, 1, TicketKind.PUPIL), key)
    assert not is_badge(text)
    assert not is_badge(text[:TEXT_LENGTH])


@pytest.mark.parametrize("text", ["", "EDS", "EDS" + "A" * 27, "EDS" + "1" * 26, "XDS" + "A" * 26])
def test_other_texts_are_no_badges(text: str) -> None:
    assert not is_badge(text)


@given(badges, st.booleans(), st.booleans())
def test_a_keyboard_scanner_brings_a_badge(text: str, russian: bool, enter: bool) -> None:
    wedge, typed = Wedge(), to_jcuken(text) if russian else text
    for at, character in enumerate(typed):
        assert wedge.key(character, at * 5) is None
    burst = wedge.end(len(typed) * 5) if enter else wedge.pause()
    assert burst is not None
    assert burst.scan == text
    assert is_badge(burst.scan)
