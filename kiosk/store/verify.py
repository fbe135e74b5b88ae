"""Verification: the journal replayed, and the first thing named that does not fit.

A line must have its hash, the copied columns and the private part must be the line's, each record
must continue one that is held, and this kiosk's chain must reach from its signed head down to its
public key. Of other devices records may still be on their way, so a gap in theirs is no fault, but
what has come from them must still be there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import RowMapping, exists, select

from kiosk.domain.records import Record
from kiosk.journal.heads import Head
from kiosk.journal.identity import device_id, genesis
from kiosk.journal.lines import MalformedLine, line_hash, parse
from kiosk.journal.private import PrivatePart
from kiosk.store.check_projections import projections_fit
from kiosk.store.journal import copies
from kiosk.store.tables.journal import head, merged, record
from kiosk.store.unit_of_work import Transaction

_ROWS = select(record).order_by(record.c.device_id, record.c.seq, record.c.hash)
_TAKEN_OUT = (
    select(merged.c.device_id, merged.c.seq)
    .where(~exists().where(record.c.hash == merged.c.hash))
    .order_by(merged.c.device_id, merged.c.seq)
)


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """`problem` is one sentence on the first thing wrong, empty where all is well.

    `records` and `devices` count what is stored; `projections_ok` answers whether what the screens
    show is what the records say.
    """

    ok: bool
    records: int
    devices: int
    projections_ok: bool
    problem: str


@dataclass(frozen=True, slots=True)
class _Device:
    """One device's stored records, those on this kiosk's own chain, and what is known of it."""

    device_id: str
    records: Sequence[Record]
    own: frozenset[str]
    head: Head | None
    acknowledged: Mapping[str, int]
    """The records that receipts name: their hashes and numbers."""

    def fault(self, seq: int, what: str) -> str:
        return _fault(self.device_id, seq, what)


class Readable(Protocol):
    """A store of this room: the inline database or the desktop's lane."""

    def read(self, job: Callable[[Transaction], VerifyReport]) -> VerifyReport: ...


def verify(store: Readable) -> VerifyReport:
    """Replays every device's chain in one unchanging view. Raises StoreError."""
    return store.read(_verify)


def _verify(transaction: Transaction) -> VerifyReport:
    rows = transaction.connection.execute(_ROWS).mappings().all()
    devices = {str(row["device_id"]) for row in rows}
    problem = next(_row_problems(rows), "")
    if problem:
        return VerifyReport(
            ok=False,
            records=len(rows),
            devices=len(devices),
            projections_ok=False,
            problem=problem,
        )
    records = [parse(row["line"]) for row in rows]
    own = frozenset(row["hash"] for row in rows if row["own"])
    fits = projections_fit(transaction.connection, records, own)
    problem = next(_chain_problems(transaction, records, own), "")
    if not problem and not fits:
        problem = "The counts do not follow from the records; let the kiosk count them afresh."
    return VerifyReport(not problem, len(rows), len(devices), fits, problem)


def _row_problems(rows: Sequence[RowMapping]) -> Iterator[str]:
    for row in rows:
        what = _row_problem(row)
        if what:
            yield _fault(str(row["device_id"]), row["seq"], f"damaged: {what}")


def _row_problem(row: RowMapping) -> str:
    line = row["line"]
    if not isinstance(line, bytes) or line_hash(line) != row["hash"]:
        return "its line is not the one that was written"
    try:
        parsed = parse(line)
    except MalformedLine:
        return "its line cannot be read"
    wrong = [name for name, value in copies(parsed).items() if row[name] != value]
    if wrong:
        return f"the column «{wrong[0]}» is not what its line says"
    if not _private_fits(row, parsed):
        return "its private part is not the one that was written"
    return ""


def _private_fits(row: RowMapping, parsed: Record) -> bool:
    """A private part may be gone, because it was purged or never came, but not another one."""
    salt, part = row["salt"], row["part"]
    if salt is None and part is None:
        return True
    held = isinstance(salt, bytes) and isinstance(part, bytes)
    return held and PrivatePart(salt, part).belongs_to(parsed)


def _chain_problems(
    transaction: Transaction, records: Sequence[Record], own: frozenset[str]
) -> Iterator[str]:
    rows = transaction.connection.execute(select(head)).mappings()
    heads = {row["device_id"]: Head(**row) for row in rows}
    publics = {s.identity.device_id: s.identity.public for s in transaction.journal.signers()}
    receipts = transaction.journal.receipts()
    names = sorted({r.device_id for r in records} | set(heads), key=lambda d: (d not in heads, d))
    for name in names:
        device = _Device(
            name,
            [r for r in records if r.device_id == name],
            own,
            heads.get(name),
            {r.hash: r.seq for r in receipts if r.device_id == name},
        )
        yield from _continuity(device, complete=name in publics)
        yield from _own_chain(device, publics.get(name))
    for taken in transaction.connection.execute(_TAKEN_OUT):
        yield _fault(taken.device_id, taken.seq, "it came from another kiosk; it is missing")


def _continuity(device: _Device, *, complete: bool) -> Iterator[str]:
    """Each record continues one that is held, where the one before it is held at all.

    Where the device is this kiosk, so that all should be `complete`, it must be held.
    """
    before: dict[int, set[str]] = {}
    for one in device.records:
        before.setdefault(one.seq, set()).add(one.hash)
    for one in device.records:
        if one.seq == 1:
            if not _begins(one):
                yield device.fault(1, "damaged: it does not begin this device's journal")
        elif one.seq - 1 in before:
            if one.prev not in before[one.seq - 1]:
                yield device.fault(one.seq, f"damaged: it does not continue record {one.seq - 1}")
        elif complete:
            what = f"it is missing; what follows from record {one.seq} on is damaged"
            yield device.fault(one.seq - 1, what)


def _begins(first: Record) -> bool:
    """Whether a first record holds the public key whose fingerprint names the device."""
    try:
        public = bytes.fromhex(first.text("public"))
    except ValueError:
        return False
    return device_id(public) == first.device_id and genesis(public) == first.prev


def _own_chain(device: _Device, public: bytes | None) -> Iterator[str]:
    """This kiosk's chain, walked from its signed head down to its public key."""
    marked = [one for one in device.records if one.hash in device.own]
    if device.head is None:
        if marked:
            yield device.fault(marked[-1].seq, "the signed head that ends the journal is missing")
        return
    if public is None or not device.head.is_genuine(public):
        yield device.fault(device.head.seq, "the head that names it is not signed by this kiosk")
        return
    by_hash = {one.hash: one for one in device.records}
    walked: set[str] = set()
    seq, name = device.head.seq, device.head.hash
    while seq > 0:
        if name not in by_hash:
            yield device.fault(seq, "it is missing")
            return
        walked.add(name)
        seq, name = seq - 1, by_hash[name].prev
    if name != genesis(public):
        yield device.fault(1, "it does not begin this kiosk's journal")
    for one in device.records:
        if (one.hash in walked) != (one.hash in device.own):
            yield device.fault(one.seq, "it is marked as part of another chain than its own")
    for missing in sorted(set(device.acknowledged) - walked, key=device.acknowledged.__getitem__):
        yield device.fault(
            device.acknowledged[missing], "the server acknowledged it; it is missing"
        )


def _fault(device: str, seq: object, what: str) -> str:
    return f"Device {device[:8]}, record {seq}: {what}."
