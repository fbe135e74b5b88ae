"""The journal in the database: appended to, merged with what comes from elsewhere, read back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, func, select, text, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.domain.records import Kind, Record
from kiosk.domain.true_time import Anchor
from kiosk.journal.heads import Head
from kiosk.journal.lines import line_hash, parse
from kiosk.journal.private import PrivatePart
from kiosk.journal.receipts import Receipt
from kiosk.operations.ports import Entry, Reach, Signer, Vector
from kiosk.store import projections, signers
from kiosk.store.memory import Memory
from kiosk.store.prepared import Prepared
from kiosk.store.tables.journal import (
    GATE_KINDS,
    head,
    last_exchange,
    merged,
    receipt,
    record,
    signer,
)
from kiosk.store.tables.projections import clock_anchor, retraction
from kiosk.store.upsert import upsert

_LISTED = select(func.json_each(bindparam("listed")).table_valued("value").c.value)
_ADD = Prepared(insert(record))
_ADD_MERGED = insert(merged)
_KNOWN = select(record.c.hash).where(record.c.hash.in_(_LISTED))
_ADOPT = update(record).where(record.c.hash.in_(_LISTED)).values(own=True)
_ENTRIES = select(record.c.line, record.c.salt, record.c.part)
_OF_DEVICE = record.c.device_id == bindparam("device")
_ENTRIES_OF_DEVICE = _ENTRIES.where(_OF_DEVICE).order_by(record.c.seq, record.c.hash)
_RUN = (
    _ENTRIES.where(_OF_DEVICE, record.c.own, record.c.seq > bindparam("after"))
    .order_by(record.c.seq)
    .limit(bindparam("rows"))
)
_AFTER_HEAD = (
    select(record.c.seq, record.c.hash, record.c.prev)
    .where(_OF_DEVICE, record.c.seq > bindparam("after"))
    .order_by(record.c.seq, record.c.hash)
)
_PRESENT = select(signer.c.device_id).order_by(signer.c.id.desc()).limit(1).scalar_subquery()
_OWN = (record.c.device_id == _PRESENT) & record.c.own
_OWN_RECORD = select(record.c.line).where(_OWN, record.c.seq == bindparam("number"))
_GATE = select(record.c.line).where(_OWN, text(GATE_KINDS)).order_by(record.c.seq.desc())
_LAST_SCAN = _GATE.where(record.c.scan != "").limit(1)
_RECENT = _GATE.limit(bindparam("rows"))
_WALK_INS = (
    select(record.c.line).where(_OWN, record.c.kind == Kind.WALK_IN).order_by(record.c.seq.desc())
)
_ALL = select(record.c.line).order_by(record.c.device_id, record.c.seq, record.c.hash)
_ALL_OF_DEVICE = _ALL.where(_OF_DEVICE)
_VECTOR = select(record.c.device_id, func.max(record.c.seq), func.count()).group_by(
    record.c.device_id
)
_LATEST_OF_EACH = select(record.c.line, func.max(record.c.recorded_at)).group_by(
    record.c.device_id
)  # SQLite takes the other columns from the row that has the maximum
_IS_RETRACTED = select(1).where(retraction.c.target == bindparam("target"))
_ANCHOR = Prepared(select(clock_anchor).where(clock_anchor.c.timebase_id == bindparam("timebase")))
_ADD_RECEIPT = insert(receipt).on_conflict_do_nothing()
_RECEIPTS = select(receipt.c.document).order_by(receipt.c.id)
_LATEST = (
    select(receipt.c.seq)
    .join(record, (record.c.hash == receipt.c.hash) & record.c.own)
    .order_by(receipt.c.seq.desc())
    .limit(1)
)
_RECEIPT = _LATEST.with_only_columns(receipt.c.document).where(
    receipt.c.device_id == bindparam("device")
)
_UNCOVERED = select(
    func.sum(
        head.c.seq
        - func.coalesce(_LATEST.where(receipt.c.device_id == head.c.device_id).scalar_subquery(), 0)
    )
)
_MARK = upsert(last_exchange)


class StoredJournal:
    """The port's Journal on one transaction."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self._connection = connection
        self._memory = memory

    def signer(self) -> Signer:
        return self._memory.recall("signer", lambda: signers.present_signer(self._connection))

    def signers(self) -> list[Signer]:
        return signers.all_signers(self._connection)

    def add_signer(self, signer: Signer) -> None:
        signers.add_signer(self._connection, signer)
        self._memory.forget()

    def save_token(self, device_id: str, token: str) -> None:
        signers.change(self._connection, device_id, token=token)
        self._memory.forget()

    def save_number(self, device_id: str, number: int) -> None:
        signers.change(self._connection, device_id, number=number)
        self._memory.forget()

    def append(self, entry: Entry, record: Record, head: Head) -> None:
        """Adds a record and signs the head. Raises NotRecorded where it does not fit the chain."""
        _ADD.run(self._connection, _row(entry, record, own=True))
        signers.move_head(self._connection, record.seq - 1, record.prev, head)
        self._memory.keep("signer", replace(self.signer(), seq=head.seq, hash=head.hash))
        if record.text("scan"):
            self._memory.keep("last scan", record)
        projections.apply(self._connection, [record])

    def merge(self, entries: Sequence[Entry]) -> int:
        """Adds records by their hash. Raises MalformedLine before anything is written.

        A private part that is not the record's own is left out. Records of this kiosk that go on
        from its head (the folder was an old copy) become its own again, and the head moves on.
        """
        found = {line_hash(entry.line): entry for entry in entries}
        records = {name: parse(entry.line) for name, entry in found.items()}
        listed = {"listed": json.dumps(list(records))}
        for known in self._connection.scalars(_KNOWN, listed).all():
            del records[known]
        if records:
            rows = [_row(found[name], one, own=False) for name, one in records.items()]
            _ADD.run_all(self._connection, rows)
            names = [{k: row[k] for k in ("hash", "device_id", "seq")} for row in rows]
            self._connection.execute(_ADD_MERGED, names)
            adopted = self._adopt({one.device_id for one in records.values()})
            projections.apply(self._connection, list(records.values()), adopted)
        return len(records)

    def own_record(self, seq: int) -> Record | None:
        if not 0 < seq <= self.signer().seq:  # a person may ask for any number
            return None
        return self._one(_OWN_RECORD, number=seq)

    def last_scan(self) -> Record | None:
        return self._memory.recall("last scan", lambda: self._one(_LAST_SCAN))

    def is_retracted(self, record_hash: str) -> bool:
        found = self._connection.execute(_IS_RETRACTED, {"target": record_hash})
        return found.first() is not None

    def run(self, device_id: str, after: int, limit: int) -> list[Entry]:
        asked = {"device": device_id, "after": after, "rows": limit}
        return [_entry(row) for row in self._connection.execute(_RUN, asked).mappings()]

    def recent(self, limit: int) -> list[Record]:
        return [parse(line) for line in self._connection.scalars(_RECENT, {"rows": limit})]

    def own_walk_ins(self) -> Iterator[Record]:
        return (parse(line) for line in self._connection.scalars(_WALK_INS).all())

    def records(self, device_id: str | None = None) -> Iterator[Record]:
        """All records by device and number; to be read to its end inside the transaction."""
        if device_id is None:
            lines = self._connection.scalars(_ALL)
        else:
            lines = self._connection.scalars(_ALL_OF_DEVICE, {"device": device_id})
        return (parse(line) for line in lines)

    def entries(self, device_id: str) -> Iterator[Entry]:
        """To be read to its end inside the transaction."""
        rows = self._connection.execute(_ENTRIES_OF_DEVICE, {"device": device_id})
        return map(_entry, rows.mappings())

    def vector(self) -> Vector:
        rows = self._connection.execute(_VECTOR)
        return {device: Reach(seq, count) for device, seq, count in rows}

    def latest(self) -> list[Record]:
        return [parse(row.line) for row in self._connection.execute(_LATEST_OF_EACH)]

    def mark_exchanged(self, at_ms: int) -> None:
        self._connection.execute(_MARK, {"id": 1, "at": at_ms})

    def pending(self) -> int:
        return self._connection.scalar(_UNCOVERED) or 0

    def receipt(self, device_id: str) -> Receipt | None:
        document = self._connection.scalar(_RECEIPT, {"device": device_id})
        return Receipt.from_bytes(document) if document is not None else None

    def save_receipt(self, receipt: Receipt) -> None:
        row = {"device_id": receipt.device_id, "seq": receipt.seq, "hash": receipt.hash}
        self._connection.execute(_ADD_RECEIPT, row | {"document": receipt.to_bytes()})

    def receipts(self) -> list[Receipt]:
        """Every receipt, in the order in which they came."""
        return [Receipt.from_bytes(document) for document in self._connection.scalars(_RECEIPTS)]

    def anchor(self, timebase_id: str) -> Anchor | None:
        found = _ANCHOR.rows(self._connection, {"timebase": timebase_id})
        return Anchor(**found[0]) if found else None

    def _one(self, statement: Select[Any], **asked: int) -> Record | None:
        line = self._connection.scalar(statement, asked)
        return parse(line) if line is not None else None

    def _adopt(self, devices: set[str]) -> list[str]:
        """Takes over what goes on from this kiosk's heads; returns the records' hashes."""
        adopted: list[str] = []
        for own in self.signers():
            if own.identity.device_id in devices:
                adopted += self._follow(own)
        if adopted:
            self._connection.execute(_ADOPT, {"listed": json.dumps(adopted)})
        return adopted

    def _follow(self, own: Signer) -> list[str]:
        asked = {"device": own.identity.device_id, "after": own.seq}
        seq, end, followed = own.seq, own.hash, list[str]()
        for row in self._connection.execute(_AFTER_HEAD, asked).all():
            if row.seq == seq + 1 and row.prev == end:
                seq, end = row.seq, row.hash
                followed.append(end)
        if followed:
            new = Head.sign(own.identity, seq, end)
            signers.move_head(self._connection, own.seq, own.hash, new)
            self._memory.forget()
        return followed


def _row(entry: Entry, record: Record, *, own: bool) -> dict[str, object]:
    private = entry.private
    if private is not None and not private.belongs_to(record):
        private = None
    return {
        **copies(record),
        "line": entry.line,
        "own": own,
        "salt": private.salt if private else None,
        "part": private.part if private else None,
    }


def copies(record: Record) -> dict[str, object]:
    """The columns that only repeat what the line says."""
    return {
        "device_id": record.device_id,
        "seq": record.seq,
        "hash": record.hash,
        "kind": record.kind,
        "recorded_at": record.recorded_at,
        "timebase_id": record.timebase_id,
        "elapsed_ms": record.elapsed_ms,
        "site": record.site,
        "prev": record.prev,
        "scan": record.text("scan"),
    }


def _entry(row: RowMapping) -> Entry:
    held = row["part"] is not None
    return Entry(row["line"], PrivatePart(row["salt"], row["part"]) if held else None)
