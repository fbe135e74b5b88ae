"""What the server shows of a site's devices: the facts behind «Закрыть день», and its figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from kiosk.central import journals
from kiosk.central.tables import BranchRow, DeviceRow, SiteRow
from kiosk.domain import attendance, trials
from kiosk.domain.closing import branch_ended, succeeded
from kiosk.domain.records import Record
from kiosk.exchange.protocol import ClosingReply, WireHead, WireProof
from kiosk.journal.chain import branches
from kiosk.journal.identity import Identity
from kiosk.journal.receipts import Receipt


def proofs(connection: Connection, site: int, server: Identity, now_ms: int) -> ClosingReply:
    """Each enrolled device of a site: for each branch its own head and a receipt for it."""
    devices = connection.execute(
        select(
            col(DeviceRow.id),
            col(DeviceRow.device_id),
            col(DeviceRow.name),
            col(DeviceRow.public),
            col(DeviceRow.claimed),
            col(DeviceRow.last_seen),
        )
        .where(col(DeviceRow.site) == site)
        .order_by(col(DeviceRow.id))
    )
    return ClosingReply(
        devices=[_proof(connection, device, server, now_ms) for device in devices.all()]
    )


def _proof(connection: Connection, device: Any, server: Identity, now_ms: int) -> WireProof:
    ends = connection.execute(
        select(col(BranchRow.seq), col(BranchRow.hash), col(BranchRow.signature))
        .where(col(BranchRow.device) == device.id)
        .order_by(col(BranchRow.number))
    ).all()
    receipts = [
        Receipt.sign(
            server,
            device=device.device_id,
            seq=end.seq,
            record_hash=end.hash,
            private_parts=(),
            server_time=now_ms,
        )
        for end in ends
    ]
    return WireProof(
        device_id=device.device_id,
        name=device.name,
        public=device.public,
        recorded=device.claimed,
        heads=[WireHead(seq=e.seq, hash=e.hash, signature=e.signature) for e in ends],
        receipts=[receipt.fields() for receipt in receipts],
        last_seen=device.last_seen,
    )


@dataclass(frozen=True, slots=True)
class DeviceFigures:
    """One device: its longest branch's last record, and whether all its branches ended the day."""

    device_id: str
    name: str
    last_seq: int
    hash: str
    ended: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """What the server holds. `arrivals` are heads, double entries included."""

    records: int
    devices: tuple[DeviceFigures, ...]
    arrivals: int
    unique_visitors: int
    trials_completed: int

    def fields(self) -> dict[str, Any]:
        """The figures as JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Journal:
    """Everything held of one device."""

    device_id: str
    name: str
    public: bytes
    event: int
    records: Sequence[Record]


def figures(connection: Connection) -> Figures:
    """Folds everything that the server holds."""
    kept = _journals(connection)
    named = succeeded(record for journal in kept for record in journal.records)
    folded = [_fold(kept, event) for event in sorted({journal.event for journal in kept})]
    return Figures(
        records=sum(len(journal.records) for journal in kept),
        devices=tuple(_figures(journal, named) for journal in kept),
        arrivals=sum(arrivals for arrivals, _, _ in folded),
        unique_visitors=sum(unique for _, unique, _ in folded),
        trials_completed=sum(completed for _, _, completed in folded),
    )


def _journals(connection: Connection) -> list[_Journal]:
    devices = connection.execute(
        select(
            col(DeviceRow.id),
            col(DeviceRow.device_id),
            col(DeviceRow.name),
            col(DeviceRow.public),
            col(SiteRow.event),
        )
        .join(SiteRow, col(SiteRow.number) == col(DeviceRow.site))
        .order_by(col(DeviceRow.site), col(DeviceRow.id))
    )
    return [
        _Journal(d.device_id, d.name, d.public, d.event, journals.records(connection, d.id))
        for d in devices.all()
    ]


def _fold(kept: Iterable[_Journal], event: int) -> tuple[int, int, int]:
    """Arrivals, unique visitors and completed trials of one event; tickets are its own."""
    records = [r for journal in kept if journal.event == event for r in journal.records]
    came = attendance.fold(records)
    results = trials.fold(records)
    return came.arrivals(), came.unique_visitors(), trials.completed(results.values())


def _figures(journal: _Journal, named: frozenset[str]) -> DeviceFigures:
    found = branches(journal.records, journal.public)
    ended = [b.leaf.hash in named or branch_ended(b.records) for b in found]
    longest = max((b.leaf for b in found), key=lambda leaf: (leaf.seq, leaf.hash), default=None)
    return DeviceFigures(
        device_id=journal.device_id,
        name=journal.name,
        last_seq=longest.seq if longest else 0,
        hash=longest.hash if longest else "",
        ended=bool(ended) and all(ended),
    )
