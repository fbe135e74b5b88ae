"""Who has come, as a fold that does not depend on the order of the records.

Retractions, clock checks and other devices' records come late, so nothing here may ask which
record was read first: a ticket's attendance is a function of the *set* of its records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.true_time import Anchor, anchors, true_time


@dataclass(frozen=True, slots=True)
class Arrival:
    """One arrival record: `heads` people came on one ticket that stands for `size` people."""

    hash: str
    device_id: str
    seq: int
    ticket: int
    kind: TicketKind
    heads: int
    size: int
    recorded_at: int
    timebase_id: str
    elapsed_ms: int
    entrance: str
    operator: str

    @classmethod
    def from_record(cls, record: Record) -> Arrival | None:
        """The arrival that a record tells of, or None where it tells of none that counts."""
        ticket, heads = record.integer("ticket"), record.integer("heads")
        if record.kind != Kind.ARRIVAL or ticket <= 0 or heads <= 0:
            return None
        return cls(
            hash=record.hash,
            device_id=record.device_id,
            seq=record.seq,
            ticket=ticket,
            kind=_ticket_kind(record.text("ticket_kind")),
            heads=heads,
            size=max(record.integer("size", 1), 1),
            recorded_at=record.recorded_at,
            timebase_id=record.timebase_id,
            elapsed_ms=record.elapsed_ms,
            entrance=record.entrance,
            operator=record.operator,
        )

    @staticmethod
    def data(
        ticket: int, kind: TicketKind, *, heads: int, size: int, source: str, **more: Any
    ) -> dict[str, Any]:
        """The data of an arrival's record; `from_record` is its inverse."""
        return {
            "ticket": ticket,
            "ticket_kind": kind.value,
            "heads": heads,
            "size": size,
            "source": source,
            **more,
        }


def _ticket_kind(text: str) -> TicketKind:
    try:
        return TicketKind(text)
    except ValueError:
        return TicketKind.GUEST


@dataclass(frozen=True, slots=True)
class Presence:
    """One ticket's standing arrivals: how many records, the heads they name, the heads counted.

    Two gates that could not see each other may both admit one ticket. Both records stand, and
    `counted` never exceeds what the ticket stands for: nobody is counted twice.
    """

    arrivals: int = 0
    heads: int = 0
    counted: int = 0

    @property
    def doubled(self) -> bool:
        """More heads came on the ticket than it stands for."""
        return self.heads > self.counted


def presence(standing: Iterable[Arrival]) -> Presence:
    """Folds a ticket's arrivals, retracted ones left out by the caller."""
    arrivals = list(standing)
    heads = sum(a.heads for a in arrivals)
    size = max((a.size for a in arrivals), default=0)
    return Presence(len(arrivals), heads, min(heads, size))


def first(standing: Iterable[Arrival], known: Mapping[str, Anchor]) -> Arrival | None:
    """The arrival that counts: the earliest in true time, then by hash."""
    return min(standing, key=lambda a: (true_time(a, known).ms, a.hash), default=None)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everybody's attendance, folded from records."""

    by_ticket: Mapping[int, tuple[Arrival, ...]] = field(default_factory=dict)
    anchors: Mapping[str, Anchor] = field(default_factory=dict)

    def presence(self, ticket: int) -> Presence:
        return presence(self.by_ticket.get(ticket, ()))

    def arrivals(self) -> int:
        """Heads over all standing arrival records, double entries included."""
        return sum(self.presence(ticket).heads for ticket in self.by_ticket)

    def unique_visitors(self) -> int:
        """Heads counted once."""
        return sum(self.presence(ticket).counted for ticket in self.by_ticket)

    def double_entries(self) -> list[tuple[Arrival, ...]]:
        """The arrivals of each ticket that admitted more heads than it has, earliest first."""
        return [
            tuple(sorted(arrivals, key=lambda a: (true_time(a, self.anchors).ms, a.hash)))
            for ticket, arrivals in sorted(self.by_ticket.items())
            if self.presence(ticket).doubled
        ]

    def counted_by_kind(self) -> dict[TicketKind, int]:
        """Heads counted once, by the kind of their ticket."""
        counts: dict[TicketKind, int] = {}
        for ticket, arrivals in self.by_ticket.items():
            kind = min(arrivals, key=lambda a: a.hash).kind
            counts[kind] = counts.get(kind, 0) + self.presence(ticket).counted
        return counts


def fold(records: Iterable[Record]) -> Attendance:
    """Folds any set of records, in any order and with repeats, into the attendance they prove."""
    unique = {record.hash: record for record in records}.values()
    gone = retracted(unique)
    by_ticket: dict[int, list[Arrival]] = {}
    for record in unique:
        arrival = Arrival.from_record(record)
        if arrival is not None and arrival.hash not in gone:
            by_ticket.setdefault(arrival.ticket, []).append(arrival)
    ordered = {t: tuple(sorted(a, key=lambda x: x.hash)) for t, a in by_ticket.items()}
    return Attendance(ordered, anchors(unique))


def retracted(records: Iterable[Record]) -> frozenset[str]:
    """The hashes of the records that a retraction takes back."""
    return frozenset(r.text("target") for r in records if r.kind == Kind.RETRACTION)
