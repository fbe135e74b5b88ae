"""True time: what a device's clock said, corrected by what others said of it afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.records import Kind, Record


@dataclass(frozen=True, slots=True)
class Instant:
    """One reading of a device's clocks: wall clock (UTC ms) and ms elapsed in a timebase."""

    wall_ms: int
    timebase_id: str
    elapsed_ms: int


class Timed(Protocol):
    """Anything that carries a device's clock reading."""

    @property
    def recorded_at(self) -> int: ...
    @property
    def timebase_id(self) -> str: ...
    @property
    def elapsed_ms(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Anchor:
    """A moment of a timebase whose true time is known. `true_ms` is UTC milliseconds."""

    timebase_id: str
    elapsed_ms: int
    true_ms: int
    hash: str

    @classmethod
    def from_record(cls, record: Record) -> Anchor:
        return cls(record.timebase_id, record.elapsed_ms, record.integer("true_ms"), record.hash)


@dataclass(frozen=True, slots=True)
class TrueTime:
    """A time in UTC milliseconds; `confirmed` tells whether a clock check stands behind it."""

    ms: int
    confirmed: bool


def reading(timed: Timed) -> Instant:
    """The clock reading that something carries."""
    return Instant(timed.recorded_at, timed.timebase_id, timed.elapsed_ms)


def anchors(records: Iterable[Record]) -> dict[str, Anchor]:
    """The latest clock check of each timebase, whatever the order of the records."""
    found: dict[str, Anchor] = {}
    for record in records:
        if record.kind == Kind.CLOCK_CHECKED and record.integer("true_ms"):
            anchor = Anchor.from_record(record)
            found[anchor.timebase_id] = later(found.get(anchor.timebase_id), anchor)
    return found


def later(one: Anchor | None, other: Anchor) -> Anchor:
    """The later of two checks of one timebase; the hash decides between equals."""
    if one is None or (other.elapsed_ms, other.hash) > (one.elapsed_ms, one.hash):
        return other
    return one


def corrected(at: Instant, anchor: Anchor | None) -> TrueTime:
    """The true time of a clock reading, or its wall clock marked as unconfirmed."""
    if anchor is None:
        return TrueTime(at.wall_ms, confirmed=False)
    return TrueTime(anchor.true_ms - anchor.elapsed_ms + at.elapsed_ms, confirmed=True)


def true_time(timed: Timed, known: Mapping[str, Anchor]) -> TrueTime:
    """The true time of a record, as far as the known clock checks tell it."""
    at = reading(timed)
    return corrected(at, known.get(timed.timebase_id))
