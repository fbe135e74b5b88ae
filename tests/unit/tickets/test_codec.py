"""A ticket's text: what goes in comes out, and nothing else is ever taken for it."""

from __future__ import annotations

import base64
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.tickets import (
    External,
    Forged,
    ShortCode,
    Signed,
    TicketFacts,
    TicketKind,
    Unreadable,
)
from kiosk.tickets import short_code
from kiosk.tickets.codec import (
    LONGEST_TEXT,
    TEXT_LENGTH,
    TicketFactsError,
    encode,
    is_ticket_text,
    looks_like_ticket,
    read,
)
from kiosk.tickets.keys import IssuingKey

KEY = IssuingKey.from_raw(7, bytes(range(32)))
KEYS = {7: KEY.public}
FACTS = TicketFacts(event=3, number=412, site=17, kind=TicketKind.PUPIL, day=1, slot=5)
GENUINE = encode(FACTS, KEY)
BASE32 = string.ascii_uppercase + "234567"


@st.composite
def facts(draw: st.DrawFn) -> TicketFacts:
    kind = draw(st.sampled_from(TicketKind))
    return TicketFacts(
        event=draw(st.integers(0, 1023)),
        number=draw(st.integers(1, 2**24 - 1)),
        site=draw(st.integers(0, 4095)),
        kind=kind,
        group_size=draw(st.integers(1, 63)) if kind is TicketKind.GROUP else 0,
        day=draw(st.integers(0, 31)),
        slot=draw(st.integers(0, 63)),
    )


def signed_by_hand(bits: int, key: IssuingKey = KEY) -> str:
    """A ticket whose 88 bits of facts are given as they are, truly signed."""
    packed = bits.to_bytes(11, "big")
    ticket = packed + key.sign(b"kiosk-ticket-1\0" + packed)
    return "ED" + base64.b32encode(ticket).decode()


def bits(  # the layout once more, independent of the codec
    version: int = 1, number: int = 9, kind: int = 0, size: int = 0, spare: int = 0, key_id: int = 7
) -> int:
    fields = [
        (version, 4), (key_id, 8), (3, 10), (number, 24), (17, 12),
        (kind, 3), (size, 6), (1, 5), (5, 6), (spare, 10),
    ]  # fmt: skip
    return int("".join(f"{value:0{width}b}" for value, width in fields), 2)


@given(facts(), st.integers(0, 255))
def test_what_was_signed_is_read_back(facts: TicketFacts, key_id: int) -> None:
    key = IssuingKey.generate(key_id)
    text = encode(facts, key)
    assert len(text) == TEXT_LENGTH == 122
    assert set(text) <= set(BASE32)
    assert read(text, {key_id: key.public}) == Signed(facts)


def test_the_layout_is_the_published_one() -> None:
    expected = TicketFacts(event=3, number=9, site=17, kind=TicketKind.PUPIL, day=1, slot=5)
    assert read(signed_by_hand(bits()), KEYS) == Signed(expected)
    assert encode(expected, KEY) == signed_by_hand(bits())


@pytest.mark.parametrize("text", [GENUINE.lower(), GENUINE.swapcase(), f" \t{GENUINE}\r\n"])
def test_case_and_white_space_around_do_not_matter(text: str) -> None:
    assert read(text, KEYS) == Signed(FACTS)


@given(st.integers(0, TEXT_LENGTH - 1), st.characters())
def test_one_changed_character_is_never_signed(position: int, character: str) -> None:
    changed = GENUINE[:position] + character + GENUINE[position + 1 :]
    same_but_for_case = character.isascii() and character.upper() == GENUINE[position]
    assert isinstance(read(changed, KEYS), Signed) == same_but_for_case


def test_one_changed_letter_of_the_alphabet_is_never_signed() -> None:
    for position in range(TEXT_LENGTH):
        for character in BASE32:
            if character != GENUINE[position]:
                changed = GENUINE[:position] + character + GENUINE[position + 1 :]
                assert not isinstance(read(changed, KEYS), Signed), (position, character)


@pytest.mark.parametrize("look_alike", ["ſ", "К", "\u212a", "ı", "А"])
def test_letters_that_fold_to_ascii_are_not_ascii(look_alike: str) -> None:
    for position, character in enumerate(GENUINE):
        if character in {look_alike.upper(), look_alike.lower().upper()}:
            changed = GENUINE[:position] + look_alike + GENUINE[position + 1 :]
            assert not isinstance(read(changed, KEYS), Signed)


def test_a_lost_or_doubled_character_is_unreadable() -> None:
    for position in range(2, TEXT_LENGTH):
        assert read(GENUINE[:position] + GENUINE[position + 1 :], KEYS) == Unreadable()
        doubled = GENUINE[:position] + GENUINE[position] + GENUINE[position:]
        assert read(doubled, KEYS) == Unreadable()


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\x00", "AB\x1dCD", "X" * (LONGEST_TEXT + 1), GENUINE[:40], GENUINE * 2,
     GENUINE[:50] + "?" + GENUINE[51:], GENUINE[:60] + "0" + GENUINE[61:]],
)  # fmt: skip
def test_what_is_no_text_or_a_damaged_ticket_is_unreadable(text: str) -> None:
    assert read(text, KEYS) == Unreadable()


def test_an_unknown_key_or_another_keys_signature_is_forged() -> None:
    other = IssuingKey.generate(7)
    assert read(GENUINE, {}) == Forged()
    assert read(GENUINE, {8: KEY.public}) == Forged()
    assert read(encode(FACTS, other), KEYS) == Forged()
    assert read(GENUINE, {7: b"no key"}) == Forged()
    assert read("ED" + "A" * 120, KEYS) == Forged()


@pytest.mark.parametrize(
    "wrong",
    [
        bits(version=0),
        bits(version=2),
        bits(spare=1),
        bits(spare=512),
        bits(kind=5),
        bits(kind=7),
        bits(kind=4, size=0),
        bits(kind=0, size=3),
        bits(number=0),
    ],
)
def test_a_true_signature_does_not_save_what_no_ticket_says(wrong: int) -> None:
    assert read(signed_by_hand(wrong), KEYS) == Forged()


def test_a_signature_without_the_prefix_is_forged() -> None:
    packed = bits().to_bytes(11, "big")
    text = "ED" + base64.b32encode(packed + KEY.sign(packed)).decode()
    assert read(text, KEYS) == Forged()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(FACTS, event=1024), "event"),
        (replace(FACTS, number=2**24), "number"),
        (replace(FACTS, number=0), "number"),
        (replace(FACTS, site=-1), "site"),
        (replace(FACTS, day=32), "day"),
        (replace(FACTS, slot=64), "slot"),
        (replace(FACTS, group_size=5), "group_size"),
        (replace(FACTS, kind=TicketKind.GROUP, group_size=0), "group_size"),
        (replace(FACTS, kind=TicketKind.GROUP, group_size=64), "group_size"),
    ],
)
def test_facts_that_do_not_fit_are_refused(wrong: TicketFacts, field: str) -> None:
    with pytest.raises(TicketFactsError) as caught:
        encode(wrong, KEY)
    assert caught.value.field == field


def test_a_key_id_that_does_not_fit_is_refused() -> None:
    with pytest.raises(TicketFactsError, match="key_id"):
        encode(FACTS, IssuingKey.generate(256))


def test_a_short_code_counts_only_when_typed() -> None:
    code = short_code.new_code()
    assert read(code, KEYS, typed=True) == ShortCode(code)
    assert read(short_code.grouped(code), KEYS, typed=True) == ShortCode(code)
    assert read(code, KEYS) == External(code)
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert read(wrong, KEYS, typed=True) == External(wrong)


@pytest.mark.parametrize(
    "text", ["TP-2026-001987", "https://leader-id.ru/p/1", "EDUCATION", "EDU-2026-00123", "Билет 7"]
)
def test_other_systems_codes_are_left_as_they_are(text: str) -> None:
    assert read(f" {text}\n", KEYS) == External(text)


@given(st.text(max_size=600))
def test_any_text_reads_as_something_and_never_as_signed(text: str) -> None:
    reading = read(text, KEYS, typed=True)
    assert isinstance(reading, Forged | External | ShortCode | Unreadable)


@given(st.data())
def test_an_edited_text_is_signed_only_where_it_is_still_itself(
    data: st.DataObject,
) -> None:
    text = GENUINE
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        piece = text[start:end]
        put = data.draw(
            st.sampled_from(["", piece.lower(), piece[::-1], piece * 2, f" {piece}", f"{piece}="])
            | st.text(BASE32, max_size=4)
            | st.text(max_size=2)
        )
        text = text[:start] + put + text[end:]
    same = text.strip().isascii() and text.strip().upper() == GENUINE
    assert isinstance(read(text, KEYS, typed=True), Signed) == same


def test_shapes() -> None:
    assert is_ticket_text(GENUINE.lower())
    assert not is_ticket_text(GENUINE + "A")
    assert looks_like_ticket(GENUINE[:16])
    assert not looks_like_ticket(GENUINE[:15])
    assert not looks_like_ticket(GENUINE[2:])
