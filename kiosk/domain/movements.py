"""Movements through a gate: heads that came in, went out, or are still to be counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.true_time import Anchor, TrueTime, true_time


class Way(StrEnum):
    """Where heads went. `asked`: a group's ticket was scanned, and nobody has counted it yet."""

    IN = "in"
    OUT = "out"
    ASKED = "asked"


_WAYS: dict[str, Way] = {
    Kind.ARRIVAL: Way.IN,
    Kind.DEPARTURE: Way.OUT,
    Kind.GROUP_PENDING: Way.ASKED,
}


@dataclass(frozen=True, slots=True)
class Movement:
    """One record of an arrival, a departure or a group that is still to be counted.

    `party` is the ticket of the group to which the ticket's holder belongs, or the ticket itself;
    `size` is how many people the ticket stands for and `heads` how many of them moved, `adults`
    among them. `registration` is the hash of the record that registered somebody without a ticket.
    `named` are tickets of members who were named among the heads, `apart` those of members who came
    apart from the counted heads, on their own tickets. `said_at` is the time that a person gave for
    what was written down on paper (UTC ms), 0 where the device's clock counts.
    """

    hash: str
    device_id: str
    seq: int
    way: Way
    ticket: int
    party: int
    kind: TicketKind
    heads: int
    adults: int
    size: int
    source: str
    registration: str
    named: tuple[int, ...]
    apart: tuple[int, ...]
    said_at: int
    recorded_at: int
    timebase_id: str
    elapsed_ms: int
    entrance: str
    operator: str

    @classmethod
    def from_record(cls, record: Record) -> Movement | None:
        """The movement that a record tells of, or None where it tells of none that counts."""
        way, ticket, heads = (
            _WAYS.get(record.kind),
            record.integer("ticket"),
            record.integer("heads"),
        )
        if way is None or ticket <= 0 or (heads <= 0) != (way is Way.ASKED):
            return None
        return cls(
            hash=record.hash,
            device_id=record.device_id,
            seq=record.seq,
            way=way,
            ticket=ticket,
            party=max(record.integer("group"), 0) or ticket,
            kind=_ticket_kind(record.text("ticket_kind")),
            heads=max(heads, 0),
            adults=min(max(record.integer("adults"), 0), max(heads, 0)),
            size=max(record.integer("size", 1), 1),
            source=record.text("source"),
            registration=record.text("registration"),
            named=_tickets(record, "named"),
            apart=_tickets(record, "apart"),
            said_at=max(record.integer("said_at"), 0),
            recorded_at=record.recorded_at,
            timebase_id=record.timebase_id,
            elapsed_ms=record.elapsed_ms,
            entrance=record.entrance,
            operator=record.operator,
        )

    @property
    def is_partys_own(self) -> bool:
        """Whether the party's own ticket was used, not a member's."""
        return self.ticket == self.party

    def when(self, known: Mapping[str, Anchor]) -> TrueTime:
        """When it happened; a time that was written on paper nobody can confirm."""
        if self.said_at:
            return TrueTime(self.said_at, confirmed=False)
        return true_time(self, known)


@dataclass(frozen=True, slots=True)
class Passage:
    """Whom a movement's record names: what it holds besides the heads.

    `group` is the ticket of the holder's group where that is another one.
    """

    ticket: int
    kind: TicketKind
    size: int
    source: str
    group: int = 0
    registration: str = ""

    def data(self, **more: Any) -> dict[str, Any]:
        """The data of the record; what is empty is left out. `Movement.from_record` reads it."""
        given = {
            "ticket": self.ticket,
            "ticket_kind": self.kind.value,
            "size": self.size,
            "source": self.source,
            "group": self.group,
            "registration": self.registration,
            **more,
        }
        return {name: value for name, value in given.items() if value or name in _ALWAYS}


_ALWAYS = frozenset({"ticket", "ticket_kind", "size", "source", "notes"})


def _ticket_kind(text: str) -> TicketKind:
    try:
        return TicketKind(text)
    except ValueError:
        return TicketKind.GUEST


def _tickets(record: Record, key: str) -> tuple[int, ...]:
    listed = record.data.get(key)
    if not isinstance(listed, list):
        return ()
    return tuple(sorted({t for t in listed if isinstance(t, int) and not isinstance(t, bool)}))
