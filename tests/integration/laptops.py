"""A kiosk's journal made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kiosk.domain.programme import Event, Site
from kiosk.domain.records import Record
from kiosk.domain.true_time import Instant
from kiosk.exchange.client import HttpServer
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import line_of, parse
from kiosk.journal.private import FIELD, PrivatePart
from kiosk.journal.receipts import Receipt
from kiosk.operations.ports import Acknowledgement, Entry, Signer

NOW = 1_800_000_000_000
SITE, OTHER_SITE = 11, 12
EVENT = Event(7, "Единый день открытых дверей", ((1, date(2027, 4, 17)),), demo=True)
SITES = tuple(
    Site(number, f"Завод {number}", "Заводская, 1", "Asia/Yekaterinburg")
    for number in (SITE, OTHER_SITE)
)


@dataclass
class Laptop:
    """A kiosk's journal, kept in memory."""

    identity: Identity = field(default_factory=Identity.generate)
    token: str = ""
    entries: list[Entry] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    @property
    def device_id(self) -> str:
        return self.identity.device_id

    @property
    def signer(self) -> Signer:
        return Signer(self.identity, len(self.records), self.end(), self.token)

    def end(self) -> str:
        return self.records[-1].hash if self.records else genesis(self.identity.public)

    def write(
        self,
        kind: str = "arrival",
        data: Mapping[str, Any] | None = None,
        private: Mapping[str, Any] | None = None,
        **fields: Any,
    ) -> Record:
        """Adds a record; `fields` replace those that a sound journal would have."""
        part = PrivatePart.of(private) if private else None
        seq = len(self.records) + 1
        sound: dict[str, Any] = {
            "device_id": self.device_id,
            "seq": seq,
            "at": Instant(NOW + seq * 1_000, "boot", seq * 1_000),
            "event": EVENT.number,
            "site": SITE,
            "entrance": "Главный",
            "operator": "",
            "kind": kind,
            "data": {**(data or {}), **({FIELD: part.hash} if part else {})},
            "prev": self.end(),
        }
        line = line_of(**{**sound, **fields})
        self.entries.append(Entry(line, part))
        self.records.append(parse(line))
        return self.records[-1]

    def fill(self, count: int) -> Laptop:
        for number in range(count):
            self.write(data={"ticket": 100 + number, "heads": 1, "size": 1})
        return self

    def copy(self) -> Laptop:
        """The folder copied: both go on under one identity."""
        return replace(self, entries=[*self.entries], records=[*self.records])

    def head(self, seq: int | None = None) -> Head:
        seq = len(self.records) if seq is None else seq
        record_hash = self.records[seq - 1].hash if seq else genesis(self.identity.public)
        return Head.sign(self.identity, seq, record_hash)

    def run(self, first: int = 1, last: int | None = None) -> Sequence[Entry]:
        return self.entries[first - 1 : last]

    def send(self, server: HttpServer, first: int = 1, last: int | None = None) -> Acknowledgement:
        """Uploads the records from `first` to `last` in one run."""
        last = last or len(self.records)
        entries = self.run(first, last)
        return server.upload(self.signer, entries, self.head(last), self.head())


def receipt_of(answer: Acknowledgement) -> Receipt:
    """The receipt of an upload that must have one."""
    assert answer.receipt is not None
    return answer.receipt
