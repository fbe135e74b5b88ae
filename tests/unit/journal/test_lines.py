"""Lines: a record's one and only bytes."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.true_time import Instant
from kiosk.journal.canonical import decode, encode
from kiosk.journal.lines import MalformedLine, line_hash, line_of, parse
from tests.mutations import mutated
from tests.unit.journal.invented import NUMBERS, OBJECTS, TEXTS, line


@given(
    fields=st.fixed_dictionaries(
        {
            "device_id": TEXTS,
            "seq": st.integers(1, 2**53 - 1),
            "at": st.builds(Instant, NUMBERS, TEXTS, NUMBERS),
            "event": NUMBERS,
            "site": NUMBERS,
            "entrance": TEXTS,
            "operator": TEXTS,
            "kind": TEXTS,
            "data": OBJECTS,
            "prev": TEXTS,
        }
    )
)
def test_what_is_written_is_read_back(fields: dict[str, Any]) -> None:
    written = line_of(**fields)
    record = parse(written)
    at = fields.pop("at")
    assert record.hash == line_hash(written)
    assert {name: getattr(record, name) for name in fields} == fields
    clocks = Instant(record.recorded_at, record.timebase_id, record.elapsed_ms)
    assert clocks == at
    assert b"\n" not in written


def test_any_changed_byte_is_malformed_or_another_record() -> None:
    written = line(data={"ticket": 5, "heads": 1, "note": "ё"})
    original = parse(written)
    for at, old in enumerate(written):
        for byte in range(256):
            if byte == old:
                continue
            changed = written[:at] + bytes([byte]) + written[at + 1 :]
            try:
                record = parse(changed)
            except MalformedLine:
                continue
            assert record.hash != original.hash


def test_fields_and_kinds_of_later_versions_pass() -> None:
    later = decode(line(kind="invented_later")) | {"v": 2, "zone": {"x": [1]}}
    record = parse(encode(later))
    assert record.kind == "invented_later"
    assert record.hash == line_hash(encode(later)) != line_hash(line(kind="invented_later"))


@pytest.mark.parametrize("name", sorted(decode(line())))
def test_a_missing_or_mistyped_field_is_malformed(name: str) -> None:
    fields = decode(line())
    lacking = {key: value for key, value in fields.items() if key != name}
    wrong: list[object] = [None, True, [], "5" if isinstance(fields[name], int) else 5]
    for broken in (lacking, *(fields | {name: value} for value in wrong)):
        with pytest.raises(MalformedLine):
            parse(encode(broken))


@pytest.mark.parametrize("seq", [0, -1])
def test_records_are_numbered_from_one(seq: int) -> None:
    with pytest.raises(MalformedLine):
        parse(encode(decode(line()) | {"seq": seq}))


def test_the_error_tells_nothing_of_the_line() -> None:
    broken = encode(decode(line()) | {"seq": 0, "data": {"name": "Сова Ольга"}})
    for bad in (broken, broken + b" "):
        with pytest.raises(MalformedLine) as caught:
            parse(bad)
        assert "Сова" not in str(caught.value)


@settings(max_examples=300)
@given(mutated(decode(line(data={"ticket": 5, "heads": 1, "notes": ["late"]}))))
def test_a_mutated_line_says_what_it_says_or_is_malformed(fields: Any) -> None:
    """Read with Python's own reader: no field is guessed, converted or made up."""
    written = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    try:
        record = parse(written)
    except MalformedLine:
        return
    said = {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
    del said["hash"]
    assert encode({name: fields[name] for name in said}) == encode(said)
    assert encode(fields) == written
