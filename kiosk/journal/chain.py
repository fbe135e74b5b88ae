"""The chain: each record names the hash of the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.records import Record
from kiosk.journal.identity import genesis


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where records do not form a chain: the record's number and the reason."""

    seq: int
    reason: str


def first_break(records: Sequence[Record], after_seq: int, after_hash: str) -> Break | None:
    """Checks that records continue a chain whose last record is (`after_seq`, `after_hash`)."""
    seq, prev = after_seq, after_hash
    for record in records:
        if record.seq != seq + 1:
            return Break(seq + 1, f"record {seq + 1} is missing")
        if record.prev != prev:
            return Break(record.seq, f"record {record.seq} does not continue record {seq}")
        seq, prev = record.seq, record.hash
    return None


@dataclass(frozen=True, slots=True)
class Branch:
    """One path from a device's first record to a record that nothing follows."""

    records: tuple[Record, ...]

    @property
    def leaf(self) -> Record:
        return self.records[-1]


def branches(records: Iterable[Record], public: bytes) -> list[Branch]:
    """The branches of one device's records; more than one means that its folder was copied.

    Records that hang in the air, because what comes before them has not arrived, are left out.
    """
    following: dict[str, list[Record]] = {}
    for record in {record.hash: record for record in records}.values():
        following.setdefault(record.prev, []).append(record)
    complete: list[Branch] = []
    start = genesis(public)
    waiting: list[tuple[Record, ...]] = [(r,) for r in following.get(start, ()) if r.seq == 1]
    while waiting:
        path = list(waiting.pop())
        while len(nexts := _continuing(path[-1], following)) == 1:
            path.append(nexts[0])
        if nexts:
            waiting.extend((*path, record) for record in nexts)
        else:
            complete.append(Branch(tuple(path)))
    return sorted(complete, key=lambda branch: branch.leaf.hash)


def _continuing(record: Record, following: dict[str, list[Record]]) -> list[Record]:
    return [r for r in following.get(record.hash, ()) if r.seq == record.seq + 1]
