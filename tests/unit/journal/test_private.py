"""Private parts: beside the line, bound to it, guessable by nobody."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.journal.lines import parse
from kiosk.journal.private import FIELD, PrivatePart
from tests.unit.journal.invented import OBJECTS, line


@given(OBJECTS)
def test_a_part_belongs_to_the_record_that_names_it(content: dict[str, Any]) -> None:
    part = PrivatePart.of(content)
    assert part.belongs_to(parse(line(data={FIELD: part.hash})))
    assert not part.belongs_to(parse(line()))
    assert not PrivatePart.of(content).belongs_to(parse(line(data={FIELD: part.hash})))


@given(st.integers(0, 15), st.integers(0, 20), st.integers(1, 255))
def test_an_altered_part_or_salt_does_not_belong(at: int, place: int, flip: int) -> None:
    part = PrivatePart.of({"remark": "Молодец"})
    record = parse(line(data={FIELD: part.hash}))
    salt, content = bytearray(part.salt), bytearray(part.part)
    salt[at] ^= flip
    content[place] ^= flip
    assert not PrivatePart(bytes(salt), part.part).belongs_to(record)
    assert not PrivatePart(part.salt, bytes(content)).belongs_to(record)


def test_equal_parts_have_different_hashes() -> None:
    one, other = (PrivatePart.of({"remark": "ok"}) for _ in range(2))
    assert one.part == other.part
    assert one.hash != other.hash
    assert len(one.salt) == 16


def test_a_part_is_in_no_repr() -> None:
    assert repr(PrivatePart.of({"name": "Сова"})) == "PrivatePart()"
