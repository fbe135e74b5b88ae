"""Bytes of a serial scanner, in whatever pieces they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scanning.lines import LONGEST_LINE, LineReader
from kiosk.tickets.codec import LONGEST_TEXT

TICKET = "ED" + "ABCDEFGHIJ" * 12
texts = st.text("ABCXYZ 0123456789-Ёяж", min_size=4, max_size=60).filter(
    lambda text: len(text.strip()) >= 4
)


@given(
    st.lists(texts, min_size=1, max_size=5),
    st.sampled_from(["\r\n", "\r", "\n"]),
    st.lists(st.integers(1, 9), min_size=1),
)
def test_texts_come_out_however_the_bytes_were_cut(
    sent: list[str], end: str, sizes: list[int]
) -> None:
    stream = "".join(text + end for text in sent).encode()
    reader, found = LineReader(), list[str]()
    while stream:
        size = sizes[len(stream) % len(sizes)]
        found += reader.feed(stream[:size])
        stream = stream[size:]
    assert found == [text.strip() for text in sent]
    assert not reader.waiting


def test_a_pause_ends_a_text_too() -> None:
    reader = LineReader()
    assert reader.feed(b"TP-2026-77") == []
    assert reader.waiting
    assert reader.pause() == "TP-2026-77"
    assert not reader.waiting


@pytest.mark.parametrize("noise", [b"\x00", b"\xff\xfe", b"\x02", b"\x1b\x80"])
def test_noise_around_and_in_a_ticket(noise: bytes) -> None:
    ticket = TICKET.encode()
    sent = noise + ticket[:50] + noise + ticket[50:] + noise + b"\r"
    assert LineReader().feed(sent) == [TICKET]


@pytest.mark.parametrize("noise", [b"\r\n", b"\x00\x00\n", b"\xff\xff\r", b"ab\r", b"   \r\n"])
def test_noise_alone_is_no_scan(noise: bytes) -> None:
    assert LineReader().feed(noise) == []


def test_bytes_of_the_windows_code_page() -> None:
    assert LineReader().feed("Билет-17\r".encode("cp1251")) == ["Билет-17"]
    assert LineReader().feed("Билет-17\r".encode()) == ["Билет-17"]


def test_bytes_that_are_no_text_are_marked() -> None:
    assert LineReader().feed(b"AB\x98CD\r") == ["AB\N{REPLACEMENT CHARACTER}CD"]


def test_a_line_too_long_is_shown_as_such_and_the_next_is_whole() -> None:
    reader = LineReader()
    for _ in range(50):
        assert reader.feed(b"x" * 1_000) == []
    endless, ticket = reader.feed(f"\r{TICKET}\r".encode())
    assert LONGEST_TEXT < len(endless) <= LONGEST_LINE
    assert ticket == TICKET


def test_what_has_begun_can_be_forgotten() -> None:
    reader = LineReader()
    reader.feed(TICKET[:60].encode())
    reader.clear()
    assert reader.feed(f"{TICKET}\r".encode()) == [TICKET]
