"""Journals of invented devices, made in memory, and invented people for the roster."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.domain.movements import Passage
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.true_time import Instant
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import line_of, parse
from kiosk.journal.private import FIELD, PrivatePart
from kiosk.operations.ports import Entry, UnitOfWork
from kiosk.operations.recording import Moment, append


def moment(at: int = 1_000, timebase: str = "boot", elapsed: int = 0) -> Moment:
    return Moment(Instant(at, timebase, elapsed), "v1")


def arrival_data(ticket: int, heads: int = 1, size: int = 1, scan: str = "") -> dict[str, Any]:
    kind = TicketKind.GROUP if size > 1 else TicketKind.PUPIL
    return Passage(ticket, kind, size, "scan").data(heads=heads, scan=scan)


def arrive(uow: UnitOfWork, ticket: int, heads: int = 1, size: int = 1) -> Record:
    """This kiosk lets somebody in."""
    data = arrival_data(ticket, heads, size, scan=f"mark-{ticket}")
    return append(uow, moment(), Kind.ARRIVAL, data)


class Chain:
    """The journal of one device, that goes on from where `other` is where one is given."""

    def __init__(self, other: Chain | None = None, identity: Identity | None = None) -> None:
        self.identity: Identity = identity or (other.identity if other else Identity.generate())
        self.entries: list[Entry] = list(other.entries) if other else []
        if not self.entries:
            self.add(Kind.OPENED, {"public": self.identity.public.hex()})

    @property
    def records(self) -> list[Record]:
        return [parse(entry.line) for entry in self.entries]

    def add(
        self,
        kind: str,
        data: Mapping[str, Any],
        when: Moment | None = None,
        private: Mapping[str, Any] | None = None,
    ) -> Record:
        part = PrivatePart.of(private) if private else None
        last = parse(self.entries[-1].line) if self.entries else None
        line = line_of(
            device_id=self.identity.device_id,
            seq=last.seq + 1 if last else 1,
            at=(when or moment()).at,
            event=1,
            site=7,
            entrance="B",
            operator="v2",
            kind=kind,
            data={**data, FIELD: part.hash} if part else data,
            prev=last.hash if last else genesis(self.identity.public),
        )
        self.entries.append(Entry(line, part))
        return parse(line)

    def arrive(self, ticket: int, heads: int = 1, size: int = 1) -> Record:
        return self.add(Kind.ARRIVAL, arrival_data(ticket, heads, size))
