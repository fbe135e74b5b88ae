"""Who has come to a site, as a fold that does not depend on the order of the records.

Retractions, clock checks and other devices' records come late, so nothing here may ask which
record was read first: attendance is a function of the *set* of records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.domain.headcount import Presence, arrivals_of, in_order, presence
from kiosk.domain.movements import Movement, Way
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.true_time import Anchor, anchors
from kiosk.domain.walk_ins import WalkInNumber


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everybody's attendance: the standing movements of each party, and its headcount."""

    by_party: Mapping[int, tuple[Movement, ...]] = field(default_factory=dict)
    counts: Mapping[int, Presence] = field(default_factory=dict)
    anchors: Mapping[str, Anchor] = field(default_factory=dict)

    def presence(self, party: int) -> Presence:
        return self.counts.get(party, Presence())

    def came(self, ticket: int) -> bool:
        """Whether anybody came on a ticket, or was named when their group was counted."""
        return any(
            ticket == moved.ticket or ticket in moved.named
            for movements in self.by_party.values()
            for moved in arrivals_of(movements)
        )

    def arrivals(self) -> int:
        """Heads over all standing arrival records, double entries included."""
        return sum(found.heads for found in self.counts.values())

    def unique_visitors(self) -> int:
        """Heads counted once."""
        return sum(found.counted for found in self.counts.values())

    def inside(self) -> int:
        """Heads that have not left."""
        return sum(found.inside for found in self.counts.values())

    def from_paper(self) -> int:
        """Heads counted once that are known from paper."""
        return sum(found.paper for found in self.counts.values())

    def without_ticket(self) -> int:
        """Heads counted once that were registered without a ticket."""
        return sum(f.counted for p, f in self.counts.items() if WalkInNumber.of_ticket(p))

    def double_entries(self) -> list[tuple[Movement, ...]]:
        """The arrivals of each party in which more heads came than it has, earliest first."""
        return [
            tuple(arrivals_of(in_order(movements, self.anchors)))
            for party, movements in sorted(self.by_party.items())
            if self.presence(party).doubled
        ]

    def uncounted(self) -> list[Movement]:
        """The last scan of each group that nobody has counted since, earliest first."""
        scans = (
            in_order((m for m in movements if m.way is Way.ASKED), self.anchors)
            for party, movements in self.by_party.items()
            if self.presence(party).uncounted
        )
        return in_order((asked[-1] for asked in scans), self.anchors)

    def counted_by_kind(self) -> dict[TicketKind, int]:
        """Heads counted once, by the kind of their ticket."""
        return self._by_kind({party: found.counted for party, found in self.counts.items()})

    def paper_by_kind(self) -> dict[TicketKind, int]:
        """Those of them that are known from paper."""
        return self._by_kind({party: found.paper for party, found in self.counts.items()})

    def _by_kind(self, heads: Mapping[int, int]) -> dict[TicketKind, int]:
        counts: dict[TicketKind, int] = {}
        for party, movements in self.by_party.items():
            kind = min(movements, key=lambda m: (not m.is_partys_own, m.hash)).kind
            counts[kind] = counts.get(kind, 0) + heads[party]
        return {kind: count for kind, count in counts.items() if count}


def fold(records: Iterable[Record]) -> Attendance:
    """Folds any set of records, in any order and with repeats, into the attendance they prove."""
    unique = {record.hash: record for record in records}.values()
    gone, known = retracted(unique), anchors(unique)
    by_party: dict[int, list[Movement]] = {}
    for record in unique:
        moved = Movement.from_record(record)
        if moved is not None and moved.hash not in gone:
            by_party.setdefault(moved.party, []).append(moved)
    ordered = {p: tuple(sorted(m, key=lambda x: x.hash)) for p, m in by_party.items()}
    counts = {party: presence(movements, known) for party, movements in ordered.items()}
    return Attendance(ordered, counts, known)


def retracted(records: Iterable[Record]) -> frozenset[str]:
    """The hashes of the records that a retraction takes back."""
    return frozenset(r.text("target") for r in records if r.kind == Kind.RETRACTION)
