"""Canonical JSON: one text for one value, nothing else is read."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.journal.canonical import LARGEST_NUMBER, NotCanonical, decode, digest, encode
from tests.unit.journal.invented import OBJECTS


@given(OBJECTS)
def test_what_is_encoded_is_read_back(value: dict[str, Any]) -> None:
    assert decode(encode(value)) == value
    assert json.loads(encode(value)) == value


@given(OBJECTS, st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(value: dict[str, Any], random: Any) -> None:
    keys = list(value)
    random.shuffle(keys)
    assert encode({key: value[key] for key in keys}) == encode(value)


@given(OBJECTS, st.data())
def test_a_changed_byte_is_not_canonical_or_says_something_else(
    value: dict[str, Any], data: st.DataObject
) -> None:
    line = encode(value)
    at = data.draw(st.integers(0, len(line) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != line[at]))
    changed = line[:at] + bytes([byte]) + line[at + 1 :]
    try:
        read = decode(changed)
    except NotCanonical:
        return
    assert encode(read) == changed != line


@given(st.binary(max_size=40))
def test_any_bytes_are_read_exactly_or_refused(line: bytes) -> None:
    with suppress(NotCanonical):
        assert encode(decode(line)) == line


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"1",
        b'{"a":1} ',
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":-0}',
        b'{"a":NaN}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\/"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":"\xff"}',
        b"\xef\xbb\xbf{}",
        "{}".encode("utf-16"),
        b"{}\n",
        b'{"a":9007199254740992}',
        b'{"a":-9007199254740992}',
        b'{"a":' + b"9" * 5_000 + b"}",
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
    ids=lambda line: repr(line[:20]),
)
def test_other_spellings_are_refused(line: bytes) -> None:
    with pytest.raises(NotCanonical):
        decode(line)


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        {"a": [1, {"b": 0.5}]},
        "\ud800",
        {"\udfff": 1},
        {1: 2},
        b"bytes",
        {"a": {2}},
        LARGEST_NUMBER + 1,
        [-LARGEST_NUMBER - 1],
    ],
    ids=repr,
)
def test_values_without_a_canonical_form_are_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  - the error's type is the promise
        encode(value)


def test_known_bytes() -> None:
    value = {"я": "ё\n\x1f", "a": [True, None, -1], "B": "\x7f/"}
    assert encode(value) == '{"B":"\x7f/","a":[true,null,-1],"я":"ё\\n\\u001f"}'.encode()
    assert encode({"n": LARGEST_NUMBER}) == b'{"n":9007199254740991}'


def test_a_digest_belongs_to_its_purpose() -> None:
    assert digest("one", b"a") == hashlib.sha256(b"one\0a").hexdigest()
    assert digest("one", b"a") != digest("other", b"a")
    assert digest("one", b"a", b"b") == digest("one", b"ab")
