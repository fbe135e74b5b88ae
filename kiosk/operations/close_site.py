"""«Закрыть день»: one page that proves that everything arrived, or names who stands in the way.

The server only says which devices are enrolled and shows its receipts. What is proved is worked
out here, from the journals themselves and from signatures: a claim without one counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.domain import attendance, closing, trials
from kiosk.domain.admission import Reply
from kiosk.domain.attendance import Attendance
from kiosk.domain.closing import DeviceStatus
from kiosk.domain.names import short
from kiosk.domain.on_site import KioskAge
from kiosk.domain.records import Kind, Record
from kiosk.domain.trials import TrialResult
from kiosk.domain.true_time import Instant, anchors, true_time
from kiosk.domain.visitors import RosterTicket
from kiosk.journal.chain import Branch, branches
from kiosk.journal.proof import DeviceJournal, proof_file
from kiosk.journal.receipts import Receipt
from kiosk.operations.event_day import of_present_day
from kiosk.operations.on_site import known_kiosks
from kiosk.operations.override import ANSWERS
from kiosk.operations.ports import (
    Binding,
    Clock,
    DeviceProof,
    Final,
    Server,
    ServerError,
    Signer,
    Store,
    Trouble,
    UnitOfWork,
)
from kiosk.operations.recording import Moment, NotEnrolled, append
from kiosk.operations.sync import SyncReport, sync


class NotClosed(Exception):
    """The site is not closed, so there is nothing to prove yet."""


class NoSuchKiosk(Exception):
    """No kiosk of the site, or more than one, is called so. The message names those there are."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing page. `devices` is empty when the server could not be asked (`troubles` say why).

    `receipt` is the server's word for this kiosk's last record once the site is closed, and
    `proofs` are what the server showed of the devices. `kiosks` are those of which this one holds
    records, known without any server. `overrides` are decisions against a rule and `copies` tickets
    that somebody else was inside on already, by time; `holders` are the list's entries for tickets
    that the page names.
    """

    closed: bool
    devices: tuple[DeviceStatus, ...]
    attendance: Attendance
    results: Mapping[tuple[int, str], TrialResult]
    troubles: tuple[ServerError, ...]
    closed_at: int | None = None
    closed_by: str = ""
    receipt: Receipt | None = None
    proofs: tuple[DeviceProof, ...] = ()
    kiosks: tuple[KioskAge, ...] = ()
    overrides: tuple[Record, ...] = ()
    copies: tuple[Record, ...] = ()
    holders: Mapping[int, RosterTicket] = field(default_factory=dict)

    @property
    def in_the_way(self) -> list[DeviceStatus]:
        return closing.in_the_way(self.devices)


def close_site(store: Store, server: Server, clock: Clock, operator: str = "") -> Closing:
    """Sends everything, looks at every device of the site and closes it if nothing is missing.

    Called again on a site that is closed, it shows the same page and writes nothing. Raises
    NotEnrolled, StoreError.
    """
    page = look(store, server, clock)
    if page.closed or page.troubles or page.in_the_way:
        return page
    heads = store.read(lambda uow: _heads(uow, [d.device_id for d in page.devices]))
    moment = Moment(clock.now(), operator)
    store.write(lambda uow: append(uow, moment, Kind.SITE_CLOSED, {"heads": heads}))
    return look(store, server, clock)


def look(store: Store, server: Server, clock: Clock) -> Closing:
    """The closing page as of now, after an exchange with the server; closes nothing."""
    report = sync(store, server, clock)
    try:
        proofs = [] if report.troubles else _proofs(store, server)
    except ServerError as trouble:
        report.troubles.append(trouble)
        proofs = []
    now = clock.now()
    return store.read(lambda uow: _page(uow, proofs, report, now))


def device_called(page: Closing, text: str) -> DeviceStatus:
    """The kiosk of the site that an id or a name means. Raises NoSuchKiosk."""
    fitting = [device for device in page.devices if text in (device.device_id, device.name)]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(f"{device.name} ({device.device_id})" for device in page.devices)
    what = "Several kiosks are" if fitting else "No kiosk of this site is"
    raise NoSuchKiosk(f"{what} called {text!r}: use one of {known}.")


def excuse_device(uow: UnitOfWork, moment: Moment, device_id: str, reason: str) -> Record:
    """Lets the site be closed without a device; the reason stands on the report's first page.

    It holds until more of the device's records come.
    """
    data = {"device_id": device_id, "reason": reason, "heads": _heads(uow, [device_id])[device_id]}
    return append(uow, moment, Kind.DEVICE_EXCUSED, data)


def prove(store: Store, server: Server, clock: Clock) -> bytes:
    """The proof file of a closed site. Raises NotClosed, NotEnrolled, ServerError, StoreError."""
    page = look(store, server, clock)
    if page.troubles:
        raise page.troubles[0]
    if not page.closed:
        raise NotClosed
    gone = {device.device_id for device in page.devices if device.excused}

    def job(uow: UnitOfWork) -> bytes:
        binding = _binding(uow)
        devices = [
            DeviceJournal(
                public=proof.public,
                name=proof.name,
                lines=[entry.line for entry in uow.journal.entries(proof.device_id)],
                heads=proof.heads,
                receipts=proof.receipts,
                excused=proof.device_id in gone,
            )
            for proof in page.proofs
        ]
        return proof_file(
            event=binding.event,
            site=binding.site,
            server_public=binding.server_public,
            devices=devices,
            by=_known_signer(uow).identity,
        )

    return store.read(job)


def _proofs(store: Store, server: Server) -> list[DeviceProof]:
    return server.closing(store.read(_known_signer))


def _known_signer(uow: UnitOfWork) -> Signer:
    """The latest identity that the server knows; a successor is enrolled once it has written."""
    return [signer for signer in uow.journal.signers() if signer.token][-1]


def _binding(uow: UnitOfWork) -> Binding:
    binding = uow.binding()
    if binding is None:
        raise NotEnrolled
    return binding


def _page(
    uow: UnitOfWork, proofs: Sequence[DeviceProof], report: SyncReport, now: Instant
) -> Closing:
    binding = _binding(uow)
    todays = of_present_day(uow, now)
    evidence = _Evidence.of(list(uow.journal.records()), proofs, binding.server_public, todays)
    if proofs and evidence.unlisted(binding.site):
        report.troubles.append(_a_kiosk_is_left_out())
    devices = tuple(evidence.status(proof) for proof in proofs)
    closed_by = evidence.standing_closing()
    everything = bool(devices) and report.ok and not closing.in_the_way(devices)
    me = _known_signer(uow).identity.device_id
    counted = attendance.fold(evidence.records)
    overrides, copies = evidence.overrides(), evidence.copies()
    return Closing(
        closed=everything and closed_by is not None,
        devices=devices,
        attendance=counted,
        results=trials.fold(evidence.records),
        troubles=tuple(report.troubles),
        closed_at=closed_by.recorded_at if closed_by else None,
        closed_by=_name_of(uow, closed_by.operator) if closed_by else "",
        receipt=uow.journal.receipt(me),
        proofs=tuple(proofs),
        kiosks=known_kiosks(uow, now.wall_ms),
        overrides=overrides,
        copies=copies,
        holders=_holders(uow, _named(counted, overrides + copies)),
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All records of the site that this kiosk holds, and the branches that they form."""

    records: Sequence[Record]
    branches: Mapping[str, Sequence[Branch]]
    server_public: bytes
    of_the_day: Callable[[Record], bool]

    @classmethod
    def of(
        cls,
        records: Sequence[Record],
        proofs: Sequence[DeviceProof],
        server_public: bytes,
        of_the_day: Callable[[Record], bool],
    ) -> _Evidence:
        by_device: dict[str, list[Record]] = {proof.device_id: [] for proof in proofs}
        for record in records:
            by_device.setdefault(record.device_id, []).append(record)
        found = {p.device_id: branches(by_device[p.device_id], p.public) for p in proofs}
        return cls(records, found, server_public, of_the_day)

    def status(self, proof: DeviceProof) -> DeviceStatus:
        """What signatures prove of one device."""
        records = [r for r in self.records if r.device_id == proof.device_id]
        todays = (r for r in self._of(Kind.DEVICE_EXCUSED) if self.of_the_day(r))
        excuses = closing.excused(todays, self._paths())
        own = self.branches[proof.device_id]
        proved = {r.hash for r in proof.receipts if r.is_genuine(self.server_public)}
        covered = [branch for branch in own if branch.leaf.hash in proved]
        seen_whole = bool(own) and proved <= {record.hash for record in records}
        return DeviceStatus(
            device_id=proof.device_id,
            name=proof.name,
            recorded=max(proof.recorded, len(records)),
            on_server=len({record.hash for branch in covered for record in branch.records}),
            ended=seen_whole and covered == own and all(map(self._is_over, own)),
            excused=proof.device_id in excuses,
            doubled=len(own) > 1,
            last_seen=proof.last_seen,
            clock_offset_ms=_clock_offset(records),
            reason=excuses.get(proof.device_id, ""),
        )

    def unlisted(self, site: int) -> bool:
        """Whether a device whose records of this site are held is not among the server's."""
        return any(r.site == site and r.device_id not in self.branches for r in self.records)

    def standing_closing(self) -> Record | None:
        """The first `site_closed` record that nothing has reopened since."""
        paths = self._paths()
        closings = (r for r in self._of(Kind.SITE_CLOSED) if self.of_the_day(r))
        standing = (r for r in closings if closing.stands(r, paths))
        return min(standing, key=lambda r: (r.recorded_at, r.hash), default=None)

    def _of(self, kind: Kind) -> Iterator[Record]:
        return (record for record in self.records if record.kind == kind)

    def _paths(self) -> dict[str, list[Sequence[Record]]]:
        return {device: [b.records for b in own] for device, own in self.branches.items()}

    def overrides(self) -> tuple[Record, ...]:
        """Decisions against a rule, each with a reason that a person gave.

        One whose entries were all taken back let nobody in, and is left out.
        """
        undone = self._undone()
        return self._by_time(
            r
            for r in self.records
            if r.kind == Kind.OVERRIDE and r.text("reason") not in ANSWERS and r.hash not in undone
        )

    def copies(self) -> tuple[Record, ...]:
        """Tickets with which somebody came while somebody else was inside on them."""
        return self._by_time(
            r for r in self.records if r.kind == Kind.REFUSAL and r.text("answer") == Reply.COPY
        )

    def _undone(self) -> frozenset[str]:
        """The decisions that led to records of which none stands any more."""
        gone = attendance.retracted(self.records)
        led = [r for r in self.records if r.text("override")]
        standing = {r.text("override") for r in led if r.hash not in gone}
        return gone | ({r.text("override") for r in led} - standing)

    def _by_time(self, records: Iterable[Record]) -> tuple[Record, ...]:
        known = anchors(self.records)
        return tuple(sorted(records, key=lambda r: (true_time(r, known).ms, r.hash)))

    def _is_over(self, branch: Branch) -> bool:
        gone_on = branch.leaf.hash in closing.succeeded(self.records)
        return gone_on or closing.branch_ended(branch.records, self.of_the_day)


def _name_of(uow: UnitOfWork, staff_id: str) -> str:
    """«Ирина С.», or the id where the staff list names nobody."""
    member = uow.roster.staff_member(staff_id)
    return short(member.name) if member else staff_id


def _named(counted: Attendance, records: Iterable[Record]) -> set[int]:
    """The tickets that the page names: of uncounted groups, of double entries, of records."""
    doubles = (arrivals[0].party for arrivals in counted.double_entries())
    groups = (moved.party for moved in counted.uncounted())
    return {*doubles, *groups, *(record.integer("ticket") for record in records)}


def _holders(uow: UnitOfWork, tickets: Iterable[int]) -> dict[int, RosterTicket]:
    found = {ticket: uow.roster.ticket(ticket) for ticket in tickets if ticket > 0}
    return {ticket: listed for ticket, listed in found.items() if listed is not None}


def _a_kiosk_is_left_out() -> Final:
    return Final(
        Trouble.REFUSED,
        "The server leaves out a kiosk whose records are held here: ask the coordinator.",
    )


def _clock_offset(records: Sequence[Record]) -> int | None:
    """How far the device's wall clock was from the true time, at its last check."""
    checks = (r for r in records if r.kind == Kind.CLOCK_CHECKED)
    check = max(checks, key=lambda r: r.seq, default=None)
    return check.recorded_at - check.integer("true_ms") if check else None


def _heads(uow: UnitOfWork, devices: Sequence[str]) -> dict[str, list[str]]:
    """The ends of every device's branches, which `site_closed` names."""
    heads: dict[str, list[str]] = {}
    for device in devices:
        records = list(uow.journal.records(device))
        followed = {record.prev for record in records}
        heads[device] = sorted(r.hash for r in records if r.hash not in followed)
    return heads
