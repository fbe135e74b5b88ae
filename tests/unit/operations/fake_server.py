"""A central server in memory that believes nothing: it checks signatures and chains itself.

Tests switch its faults: calls that fail, replies that are lost, receipts that are forged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kiosk.domain.records import Record
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.journal.chain import first_break
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity, device_id, genesis
from kiosk.journal.lines import parse
from kiosk.journal.receipts import Receipt
from kiosk.operations.ports import (
    Acknowledgement,
    DeviceProof,
    Enrolment,
    Entry,
    Final,
    Reach,
    Retryable,
    RosterPage,
    ServerError,
    Signer,
    Trouble,
    Vector,
    Welcome,
)
from tests.unit.operations.fakes import FakeClock

EVENT, SITE = 1, 7


@dataclass
class Device:
    """What the server holds of a device; `branch` numbers each record's branch."""

    public: bytes
    name: str
    token: str
    entries: dict[str, Entry] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    branch: dict[str, int] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    claimed: int = 0

    def leaves(self) -> list[str]:
        followed = {record.prev for record in self.records.values()}
        return sorted(set(self.records) - followed)

    def keep(self, entry: Entry, record: Record) -> None:
        """Keeps a record whose predecessor is held, on its branch or on one of its own."""
        if record.hash in self.records:
            return
        doubled = any(r.prev == record.prev for r in self.records.values())
        new_branch = max(self.branch.values(), default=0) + 1
        self.branch[record.hash] = new_branch if doubled else self.branch.get(record.prev, 0)
        self.entries[record.hash] = entry
        self.records[record.hash] = record


class FakeServer:
    """The port's Server.

    `faults` maps the name of a call to the error that it raises; a call named in `lose_reply` does
    its work and its answer gets lost, once. `forger` signs receipts in the server's place,
    `answers_for_another` receipts name another record, and `claims` holds the number of records
    that the server says a device has; devices in `left_out` are missing from the closing page.
    """

    def __init__(self, clock: FakeClock) -> None:
        self.key = Identity.from_bytes(bytes(range(100, 132)))
        self.clock = clock
        self.devices: dict[str, Device] = {}
        self.codes: dict[str, str] = {}
        self.calls: list[str] = []
        self.cursor = RosterCursor("epoch-1", 3)
        self.faults: dict[str, ServerError] = {}
        self.lose_reply: set[str] = set()
        self.forger: Identity | None = None
        self.claims: dict[str, int] = {}
        self.left_out: set[str] = set()
        self.answers_for_another = False

    def forget(self, device: str) -> None:
        """Loses all records of a device, as a server restored from an old backup has."""
        known = self.devices[device]
        self.devices[device] = Device(known.public, known.name, known.token)

    # --- enrolment ---

    def enrol(self, code: str, identity: Identity, *, site: int | None = None) -> Enrolment:
        self._begin("enrol")
        if code not in self.codes or site not in (None, SITE):
            raise Final(Trouble.REFUSED, "This code is used or unknown.")
        return self._join(self.codes.pop(code), identity.public)

    def succeed(self, old: Signer, new: Identity) -> Enrolment:
        self._begin("succeed")
        name = self._device(old).name
        enrolment = self._join(f"{name} (2)", new.public)
        self._end("succeed")
        return enrolment

    def _join(self, name: str, public: bytes) -> Enrolment:
        known = self.devices.setdefault(
            device_id(public), Device(public, name, f"token of {device_id(public)}")
        )
        return Enrolment(known.token, name, EVENT, SITE, "A", self.key.public, demo=False)

    # --- upload ---

    def announce(self, signer: Signer, head: Head, receipt: Receipt | None) -> Welcome:
        self._begin("announce")
        device = self._device(signer)
        self._check_head(device, head)
        held = head.hash in device.records
        shown = receipt is not None and receipt.hash in device.records
        vector = {
            i: Reach(max((r.seq for r in d.records.values()), default=0), len(d.records))
            for i, d in self.devices.items()
        }
        self._end("announce")
        return Welcome(
            server_time=self.clock.wall_ms,
            send_from=receipt.seq + 1 if receipt is not None and shown else 1,
            receipt=self._receipt(head.device_id, head.seq, head.hash) if held else None,
            roster=self.cursor,
            vector=vector,
            number=1 + list(self.devices).index(head.device_id),
        )

    def upload(
        self, signer: Signer, entries: Sequence[Entry], end: Head, head: Head
    ) -> Acknowledgement:
        self._begin("upload")
        device = self._device(signer)
        self._check_head(device, head)
        self._check_head(device, end)
        assert head.seq >= end.seq, "the newest head is older than the run's end"
        records = [parse(entry.line) for entry in entries]
        first, last = records[0], records[-1]
        assert first_break(records, first.seq - 1, first.prev) is None
        assert (end.seq, end.hash) == (last.seq, last.hash)
        assert {record.device_id for record in records} == {signer.identity.device_id}
        if first.prev not in device.records and first.prev != genesis(device.public):
            return Acknowledgement(None, 1, doubled=False)
        for entry, record in zip(entries, records, strict=True):
            device.keep(entry, record)
        device.heads[last.hash] = end
        self._end("upload")
        doubled = device.branch[last.hash] != 0
        receipt = self._receipt(last.device_id, last.seq, last.hash)
        return Acknowledgement(receipt, last.seq + 1, doubled)

    def _receipt(self, device: str, seq: int, record_hash: str) -> Receipt:
        return Receipt.sign(
            self.forger or self.key,
            device=device,
            seq=seq - 1 if self.answers_for_another else seq,
            record_hash=record_hash,
            private_parts=(),
            server_time=self.clock.wall_ms,
        )

    # --- download ---

    def roster(self, signer: Signer, cursor: RosterCursor) -> Iterator[RosterPage]:
        self._begin("roster")
        self._device(signer)
        removed = RosterChange(1, "ticket", "99", None)
        yield RosterPage([removed], RosterCursor(self.cursor.epoch, 1), complete=False)
        yield RosterPage([removed, removed], self.cursor, complete=True)

    def journal(self, signer: Signer, held: Vector) -> Iterator[list[Entry]]:
        self._begin("journal")
        self._device(signer)
        for device, known in self.devices.items():
            reach = held.get(device)
            if known.entries and (reach is None or reach.count != len(known.entries)):
                yield list(known.entries.values())

    def closing(self, signer: Signer) -> list[DeviceProof]:
        self._begin("closing")
        self._device(signer)
        shown = {i: device for i, device in self.devices.items() if i not in self.left_out}
        return [self._proof(i, device) for i, device in shown.items()]

    def _proof(self, name: str, device: Device) -> DeviceProof:
        ends = [device.records[leaf] for leaf in device.leaves()]
        return DeviceProof(
            device_id=name,
            name=device.name,
            public=device.public,
            recorded=max(device.claimed, self.claims.get(name, 0)),
            heads=tuple(device.heads[end.hash] for end in ends),
            receipts=tuple(self._receipt(name, end.seq, end.hash) for end in ends),
            last_seen=self.clock.wall_ms,
        )

    # --- every call ---

    def _begin(self, call: str) -> None:
        self.calls.append(call)
        if call in self.faults:
            raise self.faults[call]

    def _end(self, call: str) -> None:
        if call in self.lose_reply:
            self.lose_reply.remove(call)
            raise Retryable(Trouble.TIMEOUT, "The answer did not come in time.")

    def _device(self, signer: Signer) -> Device:
        device = self.devices.get(signer.identity.device_id)
        if device is None or signer.token != device.token:
            raise Final(Trouble.NOT_AUTHORISED, "The server does not know this kiosk.")
        return device

    def _check_head(self, device: Device, head: Head) -> None:
        assert head.is_genuine(device.public), "a head is not signed by its device"
        device.claimed = max(device.claimed, head.seq)
