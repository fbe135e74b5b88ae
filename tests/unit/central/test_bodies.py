from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.central.bodies import unpack
from kiosk.central.errors import Refused, TooLarge, Unacceptable
from kiosk.exchange.protocol import LONGEST_BODY


@given(st.binary())
def test_what_was_packed_is_unpacked(content: bytes) -> None:
    assert unpack(gzip.compress(content)) == content


def test_a_body_may_be_as_long_as_allowed_and_no_longer() -> None:
    assert len(unpack(gzip.compress(bytes(LONGEST_BODY)))) == LONGEST_BODY
    with pytest.raises(TooLarge):
        unpack(gzip.compress(bytes(LONGEST_BODY + 1)))


@pytest.mark.parametrize(
    "packed", [b"", b"{}", gzip.compress(b"{}", mtime=0)[:-1], gzip.compress(b"{}", mtime=0) + b"x"]
)
def test_damaged_packing_is_refused(packed: bytes) -> None:
    with pytest.raises(Unacceptable):
        unpack(packed)


@given(st.binary())
def test_no_bytes_break_it(packed: bytes) -> None:
    try:
        unpack(packed)
    except Refused:
        return
