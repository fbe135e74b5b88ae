"""Taking over a run of a device's journal.

What a run says of itself is checked before the database is asked: the lines are canonical, they are
this device's, they form a chain, and the device signed its end. A run that fails is refused whole.
What lines say is never a reason to refuse them.

Branches. A record is on its predecessor's branch, unless another record follows that predecessor
already: then it begins a new branch. So branch 0 is what arrived first, and everything that a copy
of the folder wrote is on another one. A run whose last record is not on branch 0 is answered
`doubled`, as often as it is sent, until the copy goes on under an identity of its own; the
device that arrived first is never told so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlmodel import col

from kiosk.central.access import Device
from kiosk.central.errors import Unacceptable
from kiosk.central.tables import BranchRow, DeviceRow, RecordRow
from kiosk.domain.records import Record
from kiosk.exchange.protocol import JournalRequest, ShownReceipt
from kiosk.journal.chain import first_break
from kiosk.journal.heads import Head
from kiosk.journal.identity import genesis
from kiosk.journal.lines import MalformedLine, parse
from kiosk.journal.private import PrivatePart


@dataclass(frozen=True, slots=True)
class Run:
    """A checked run; without records it is an announcement of `end`."""

    records: Sequence[Record]
    lines: Sequence[bytes]
    parts: Mapping[int, PrivatePart]
    end: Head
    newest: Head


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the server holds after a run.

    `held`: everything up to the run's end. Otherwise it needs records from `send_from` on.
    """

    held: bool
    send_from: int
    branch: int = 0
    private_parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """A record that the server has."""

    seq: int
    hash: str
    prev: str
    branch: int
    has_part: bool


def check(device: Device, request: JournalRequest) -> Run:
    """Checks everything that a request says of itself. Raises Unacceptable."""
    end, newest = (wire.head(device.device_id) for wire in (request.end, request.newest))
    if not all(head.is_genuine(device.public) for head in {end, newest}):
        raise Unacceptable("The end of the run is not signed by this kiosk.")
    lines = [line.encode() for line in request.lines]
    records = [_read(number, line) for number, line in enumerate(lines, 1)]
    if records:
        _check_chain(device, records, end)
    parts = {seq: wire.private_part() for seq, wire in request.private.items()}
    own = {r.seq: parts[r.seq] for r in records if r.seq in parts and parts[r.seq].belongs_to(r)}
    return Run(records, lines, own, end, newest)


def _read(number: int, line: bytes) -> Record:
    try:
        return parse(line)
    except MalformedLine as error:
        raise Unacceptable(f"Line {number} of the run is not a journal line.") from error


def _check_chain(device: Device, records: Sequence[Record], end: Head) -> None:
    first, last = records[0], records[-1]
    if any(record.device_id != device.device_id for record in records):
        raise Unacceptable("A line of the run is another kiosk's.")
    if first.seq == 1 and first.prev != genesis(device.public):
        raise Unacceptable("The first record does not begin this kiosk's journal.")
    broken = first_break(records, first.seq - 1, first.prev)
    if broken is not None:
        raise Unacceptable(f"The run is no chain: {broken.reason}.")
    if (last.seq, last.hash) != (end.seq, end.hash):
        raise Unacceptable("The run does not end where its signature says.")


def announce(
    connection: Connection, device: Device, head: Head, shown: ShownReceipt | None
) -> Outcome:
    """What the server holds of a device that shows its newest head."""
    if _branch_of(connection, device, head.seq, head.hash) is not None:
        return Outcome(held=True, send_from=head.seq + 1)
    return Outcome(held=False, send_from=_first_lacking(connection, device, shown))


def ingest(connection: Connection, device: Device, run: Run, shown: ShownReceipt | None) -> Outcome:
    """Keeps a run's records, those that are held already included. Any number of times."""
    first, last = run.records[0], run.records[-1]
    _lock(connection, device)
    nearby = _held(connection, device, first.seq - 1, last.seq)
    held = {(record.seq, record.hash): record for record in nearby}
    before = held.get((first.seq - 1, first.prev))
    if first.seq > 1 and before is None:
        send_from = _first_lacking(connection, device, shown)
        return Outcome(held=False, send_from=send_from if send_from < first.seq else 1)
    # A held record's predecessors are held, so what is new is the run's tail.
    known = [held[r.seq, r.hash] for r in run.records if (r.seq, r.hash) in held]
    fresh = len(known)
    attached = known[-1] if known else before
    branch = attached.branch if attached else 0
    if fresh < len(run.records):
        follower = run.records[fresh]
        if any((r.seq, r.prev) == (follower.seq, follower.prev) for r in nearby):
            branch = _next_branch(connection, device)
        _keep(connection, device, run, fresh, branch)
    kept_parts = _keep_late_parts(connection, device, run, known)
    new_parts = {r.seq for r in run.records[fresh:] if r.seq in run.parts}
    return Outcome(
        held=True,
        send_from=last.seq + 1,
        branch=branch,
        private_parts=tuple(sorted(kept_parts | new_parts)),
    )


def mark_seen(connection: Connection, device: Device, newest: Head, now_ms: int) -> None:
    """Remembers that a device was here and how far it says its journal goes."""
    claimed = col(DeviceRow.claimed)
    here = col(DeviceRow.id) == device.id
    connection.execute(update(DeviceRow).where(here).values(last_seen=now_ms))
    connection.execute(
        update(DeviceRow).where(here, claimed < newest.seq).values(claimed=newest.seq)
    )


def _lock(connection: Connection, device: Device) -> None:
    row = select(col(DeviceRow.id)).where(col(DeviceRow.id) == device.id)
    connection.execute(row.with_for_update())


def _held(connection: Connection, device: Device, low: int, high: int) -> list[_Held]:
    seq, of_device = col(RecordRow.seq), col(RecordRow.device) == device.id
    found = connection.execute(
        select(
            seq,
            col(RecordRow.hash),
            col(RecordRow.prev),
            col(RecordRow.branch),
            col(RecordRow.part).is_not(None),
        ).where(of_device, seq >= low, seq <= high)
    )
    return [_Held(*row) for row in found]


def _branch_of(connection: Connection, device: Device, seq: int, record_hash: str) -> int | None:
    return connection.execute(
        select(col(RecordRow.branch)).where(
            col(RecordRow.device) == device.id,
            col(RecordRow.seq) == seq,
            col(RecordRow.hash) == record_hash,
        )
    ).scalar_one_or_none()


def _first_lacking(connection: Connection, device: Device, shown: ShownReceipt | None) -> int:
    if shown and _branch_of(connection, device, shown.seq, shown.hash) is not None:
        return shown.seq + 1
    return 1


def _next_branch(connection: Connection, device: Device) -> int:
    numbers = select(func.max(col(BranchRow.number))).where(col(BranchRow.device) == device.id)
    return int(connection.execute(numbers).scalar_one()) + 1


def _keep(connection: Connection, device: Device, run: Run, fresh: int, branch: int) -> None:
    rows = [
        _row(device, record, line, run.parts.get(record.seq), branch)
        for record, line in zip(run.records[fresh:], run.lines[fresh:], strict=True)
    ]
    connection.execute(insert(RecordRow), rows)
    max_seq, records = col(DeviceRow.max_seq), col(DeviceRow.records)
    here = col(DeviceRow.id) == device.id
    connection.execute(update(DeviceRow).where(here).values(records=records + len(rows)))
    connection.execute(
        update(DeviceRow).where(here, max_seq < run.end.seq).values(max_seq=run.end.seq)
    )
    end = {"seq": run.end.seq, "hash": run.end.hash, "signature": run.end.signature}
    this_branch = (col(BranchRow.device) == device.id, col(BranchRow.number) == branch)
    moved = connection.execute(update(BranchRow).where(*this_branch).values(end))
    if moved.rowcount == 0:
        connection.execute(insert(BranchRow), [{"device": device.id, "number": branch, **end}])


def _row(
    device: Device, record: Record, line: bytes, part: PrivatePart | None, branch: int
) -> dict[str, Any]:
    return {
        "device": device.id,
        "seq": record.seq,
        "hash": record.hash,
        "prev": record.prev,
        "branch": branch,
        "line": line,
        "salt": part.salt if part else None,
        "part": part.part if part else None,
    }


def _keep_late_parts(
    connection: Connection, device: Device, run: Run, known: Sequence[_Held]
) -> set[int]:
    """Private parts that come after their lines; returns the numbers of all held ones."""
    late = [
        {"of_seq": r.seq, "of_hash": r.hash, "salt": part.salt, "part": part.part}
        for r in known
        if not r.has_part and (part := run.parts.get(r.seq)) is not None
    ]
    if late:
        connection.execute(
            update(RecordRow).where(
                col(RecordRow.device) == device.id,
                col(RecordRow.seq) == bindparam("of_seq"),
                col(RecordRow.hash) == bindparam("of_hash"),
            ),
            late,
        )
    return {r.seq for r in known if r.has_part or r.seq in run.parts}
