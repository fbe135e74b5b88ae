"""A practice card is known everywhere for what it is, and opens nothing on the day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.practice import Situation
from kiosk.domain.tickets import (
    External,
    Forged,
    PracticeTicket,
    RealTicket,
    ShortCode,
    Signed,
    TicketFacts,
    TicketKind,
    Unreadable,
    WalkInTicket,
)
from kiosk.domain.walk_ins import PRACTICE_KIOSK, WalkInNumber
from kiosk.tickets.codec import encode, read
from kiosk.tickets.keys import PRACTICE_KEY, IssuingKey
from kiosk.tickets.practice import code_of, facts_of, text_of
from kiosk.tickets.short_code import is_practice, is_valid, new_code
from kiosk.tickets.walk_in_code import text_of as walk_in_text

FACTS = TicketFacts(event=7, number=11, site=3, kind=TicketKind.PUPIL)
WITH_TICKETS = [situation for situation in Situation if situation.ticket]


@pytest.mark.parametrize("situation", WITH_TICKETS)
def test_the_cards_are_genuine_in_practice_and_nowhere_else(situation: Situation) -> None:
    text = text_of(situation)
    assert read(text, {}, practice=True) == Signed(facts_of(situation))
    assert read(text, {}) == PracticeTicket()
    assert read(text.lower(), {1: b"k" * 32}) == PracticeTicket()


def test_a_roster_that_names_the_practice_key_lets_no_card_in() -> None:
    keys = {PRACTICE_KEY.key_id: PRACTICE_KEY.public}
    assert read(text_of(Situation.GOOD), keys) == PracticeTicket()
    assert read(encode(FACTS, PRACTICE_KEY), keys) == PracticeTicket()


def test_only_the_practice_keys_own_signature_makes_a_practice_ticket() -> None:
    same_number = IssuingKey.generate(PRACTICE_KEY.key_id)
    text = encode(FACTS, same_number)
    assert read(text, {}) == Forged()
    assert read(text, {same_number.key_id: same_number.public}) == Signed(FACTS)
    other_number = IssuingKey.from_raw(1, PRACTICE_KEY.raw)
    assert read(encode(FACTS, other_number), {}) == Forged()


def test_a_ticket_of_the_day_is_told_apart_in_practice() -> None:
    key = IssuingKey.generate(1)
    assert read(encode(FACTS, key), {1: key.public}, practice=True) == RealTicket()
    assert read("1-017", {}, typed=True, practice=True) == RealTicket()
    number = WalkInNumber(1, 17)
    assert read(walk_in_text(number), {}, practice=True) == RealTicket()
    assert read(walk_in_text(number), {}) == WalkInTicket(number.ticket)


def test_a_walk_in_of_practice_is_nobody_on_the_day() -> None:
    number = WalkInNumber(PRACTICE_KIOSK, 1)
    assert read(walk_in_text(number), {}, practice=True) == WalkInTicket(number.ticket)
    assert read(walk_in_text(number), {}) == PracticeTicket()
    assert read(number.label, {}, typed=True) == PracticeTicket()


def test_typed_digits_of_a_card_are_told_apart_too() -> None:
    code = code_of(Situation.DAMAGED)
    assert is_valid(code)
    assert read(code, {}, typed=True) == PracticeTicket()
    assert read(code, {}, typed=True, practice=True) == ShortCode(code)
    assert read(code, {}) == External(code)
    issued = new_code(lambda _: 123_456_789)
    assert read(issued, {}, typed=True, practice=True) == RealTicket()


def test_no_issued_code_is_a_cards() -> None:
    draws = iter([987_654_306, 987_654_309, 5])
    code = new_code(lambda _: next(draws))
    assert code.startswith("000000005")
    assert not is_practice(code)


@given(st.sampled_from(WITH_TICKETS), st.integers(2, 121), st.sampled_from("A7"))
def test_a_card_with_another_letter_is_no_card(
    situation: Situation, place: int, letter: str
) -> None:
    text = text_of(situation)
    changed = text[:place] + letter + text[place + 1 :]
    if changed != text:
        assert read(changed, {}) == Forged()
        assert read(changed, {}, practice=True) == RealTicket()


def test_what_is_no_ticket_reads_alike_in_practice() -> None:
    assert read("", {}, practice=True) == Unreadable()
    assert read(text_of(Situation.GOOD)[:60], {}, practice=True) == Unreadable()
    assert read("TIMEPAD-1", {}, practice=True) == External("TIMEPAD-1")


def test_nobody_without_a_ticket_has_a_text() -> None:
    with pytest.raises(ValueError, match="walk_in"):
        text_of(Situation.WALK_IN)
