"""Journals invented for the tests: real keys, real lines, real chains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from kiosk.domain.records import Record
from kiosk.domain.true_time import Instant
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import line_of, parse

NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=5)
IDENTITY = Identity.from_bytes(bytes(range(32)))
OTHER = Identity.from_bytes(bytes(range(1, 33)))


def line(
    identity: Identity = IDENTITY,
    seq: int = 1,
    prev: str = "",
    kind: str = "arrival",
    data: Mapping[str, Any] | None = None,
) -> bytes:
    """One line of a device, with clocks that go on by a second a record."""
    return line_of(
        device_id=identity.device_id,
        seq=seq,
        at=Instant(1_000 * seq, "boot", 1_000 * seq),
        event=1,
        site=7,
        entrance="A",
        operator="v1",
        kind=kind,
        data=data or {},
        prev=prev or genesis(identity.public),
    )


def chain(
    kinds: Sequence[str], identity: Identity = IDENTITY, after: Record | None = None, mark: str = ""
) -> list[Record]:
    """Records that follow one another; `mark` makes a branch differ from another one."""
    seq = after.seq if after else 0
    prev = after.hash if after else genesis(identity.public)
    records = []
    for kind in kinds:
        seq += 1
        record = parse(line(identity, seq, prev, kind, {"mark": mark, "n": seq}))
        records.append(record)
        prev = record.hash
    return records
