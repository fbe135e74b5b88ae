"""Heads and receipts: signed, and only in one form."""

from __future__ import annotations

import string
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.journal.canonical import NotCanonical, decode, encode
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity, device_id, genesis, is_signed
from kiosk.journal.receipts import Receipt
from tests.unit.journal.invented import IDENTITY, OTHER

HASH = "5f" * 32
HEAD = Head.sign(IDENTITY, 5, HASH)
RECEIPT = Receipt.sign(
    OTHER,
    device=IDENTITY.device_id,
    seq=5,
    record_hash=HASH,
    private_parts=(2, 4),
    server_time=1_700_000_000_000,
)
HEX = st.text(string.hexdigits, max_size=130)


def test_what_was_signed_is_genuine() -> None:
    assert HEAD.is_genuine(IDENTITY.public)
    assert RECEIPT.is_genuine(OTHER.public)


def test_nobody_elses_key_will_do() -> None:
    assert not HEAD.is_genuine(OTHER.public)
    assert not RECEIPT.is_genuine(IDENTITY.public)
    assert not HEAD.is_genuine(b"no key")


def test_a_head_of_another_device_is_not_genuine_even_if_signed() -> None:
    """A device signs heads of its own journal only, whatever name it writes into them."""
    fields = {"device_id": OTHER.device_id, "hash": HASH, "seq": 5}
    signature = IDENTITY.sign(b"kiosk-head-1\0" + encode(fields))
    assert not Head(OTHER.device_id, 5, HASH, signature).is_genuine(IDENTITY.public)


def test_a_receipt_in_another_servers_name_is_not_genuine_even_if_signed() -> None:
    named = replace(RECEIPT, key_id=IDENTITY.device_id)
    signed = replace(named, signature=OTHER.sign(named.message()))
    assert not signed.is_genuine(OTHER.public)
    assert not signed.is_genuine(IDENTITY.public)


@given(st.sampled_from([f.name for f in fields(Head)]), HEX, st.integers(0, 10))
def test_a_head_with_any_changed_field_is_not_genuine(name: str, text: str, number: int) -> None:
    value: Any = number if name == "seq" else text
    assume(value != getattr(HEAD, name))
    assert not replace(HEAD, **{name: value}).is_genuine(IDENTITY.public)


@given(
    st.sampled_from([f.name for f in fields(Receipt)]),
    HEX,
    st.integers(0, 10),
    st.lists(st.integers(1, 5)),
)
def test_a_receipt_with_any_changed_field_is_not_genuine(
    name: str, text: str, number: int, parts: list[int]
) -> None:
    values: dict[str, Any] = {"seq": number, "server_time": number, "private_parts": tuple(parts)}
    value = values.get(name, text)
    assume(value != getattr(RECEIPT, name))
    assert not replace(RECEIPT, **{name: value}).is_genuine(OTHER.public)


@given(st.integers(0, 127), st.sampled_from(string.hexdigits + " é"))
def test_a_signature_has_one_written_form(at: int, letter: str) -> None:
    for signed, public in ((HEAD, IDENTITY.public), (RECEIPT, OTHER.public)):
        old = signed.signature
        new = old[:at] + letter + old[at + 1 :]
        assume(new != old)
        assert not replace(signed, signature=new).is_genuine(public)
        assert not replace(signed, signature=old.upper()).is_genuine(public)
        assert not replace(signed, signature=f" {old}").is_genuine(public)


def test_a_receipt_travels_unchanged() -> None:
    assert Receipt.from_bytes(RECEIPT.to_bytes()) == RECEIPT
    assert Receipt.from_fields(RECEIPT.fields()) == RECEIPT
    later = RECEIPT.fields() | {"new": "field"}
    assert Receipt.from_fields(later).is_genuine(OTHER.public)


@pytest.mark.parametrize("name", sorted(RECEIPT.fields()))
def test_what_is_no_receipt_is_refused(name: str) -> None:
    whole = RECEIPT.fields()
    lacking = {key: value for key, value in whole.items() if key != name}
    wrong: list[object] = [None, True, 1.5, {}, [None], ["1"]]
    mistyped = [whole | {name: value} for value in wrong]
    for broken in (lacking, *mistyped):
        with pytest.raises(NotCanonical):
            Receipt.from_fields(broken)
    with pytest.raises(NotCanonical):
        Receipt.from_bytes(b" " + RECEIPT.to_bytes())


def test_a_receipt_is_canonical() -> None:
    assert decode(RECEIPT.to_bytes()) == RECEIPT.fields()


def test_an_identity_is_its_key() -> None:
    again = Identity.from_bytes(IDENTITY.to_bytes())
    assert again.device_id == IDENTITY.device_id == device_id(IDENTITY.public)
    assert genesis(IDENTITY.public).startswith(IDENTITY.device_id)
    assert len(IDENTITY.device_id) == 32
    assert is_signed(IDENTITY.public, b"m", again.sign(b"m"))
    assert not is_signed(IDENTITY.public, b"n", again.sign(b"m"))
    assert Identity.generate().device_id != Identity.generate().device_id


def test_a_private_key_is_in_no_repr() -> None:
    assert repr(IDENTITY) == "Identity()"
