"""Bringing the journal to the server, and the roster and the other kiosks' journals back.

Uploads and downloads fail apart: whatever goes wrong on one leg, the others are still tried, and
nothing leaves the journal. Only a valid signed receipt for a record's own hash means «sent».
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, pairwise, takewhile
from typing import TypeVar

from kiosk.domain.records import Kind
from kiosk.domain.true_time import Anchor, Instant
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import parse
from kiosk.journal.receipts import Receipt
from kiosk.operations.ports import (
    Binding,
    Clock,
    Enrolment,
    Entry,
    Priority,
    Retryable,
    RosterPage,
    Server,
    ServerError,
    Signer,
    Store,
    Trouble,
    UnitOfWork,
    Vector,
    Welcome,
)
from kiosk.operations.recording import Moment, NotEnrolled, append

T = TypeVar("T")

RUN_LENGTH = 500
"""Records in one upload: small enough to get through a bad line, large enough to be quick."""

RUN_BYTES = 1 << 20
"""Bytes of the records in one upload. JSON at most doubles them, so that no server finds a request
too large; a record that is larger by itself is sent alone."""

CLOCK_TOLERANCE_MS = 2_000
"""A timebase is checked again only when its offset has moved by more than this."""


@dataclass(slots=True)
class SyncReport:
    """What one sync did. `doubled`: a copy of this kiosk's folder was found to write as well."""

    sent: int = 0
    received: int = 0
    receipts: int = 0
    pending: int = 0
    doubled: bool = False
    troubles: list[ServerError] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.troubles and self.pending == 0


def sync(store: Store, server: Server, clock: Clock) -> SyncReport:
    """Exchanges everything that is new, in both directions. Raises NotEnrolled, StoreError."""
    binding = store.read(lambda uow: uow.binding())
    if binding is None:
        raise NotEnrolled
    exchange = _Exchange(store, server, clock, binding, SyncReport())
    with _collections_put_off():
        exchange.run()
    exchange.report.pending = store.read(lambda uow: uow.journal.pending())
    return exchange.report


@dataclass(frozen=True, slots=True)
class _Exchange:
    """One sync under way: the legs, and what they add to the report."""

    store: Store
    server: Server
    clock: Clock
    binding: Binding
    report: SyncReport

    def run(self) -> None:
        self._leg(self._enrol_successor)
        *earlier, present = [s for s in self._signers() if s.token]
        for signer in earlier:
            self._leg(partial(self._send_earlier, signer))
        welcome = self._leg(lambda: self._announce(present))
        if welcome is None:
            return
        self._leg(lambda: self._send(present, welcome))
        self._leg(lambda: self._fetch_roster(present, welcome))
        self._leg(lambda: self._fetch_journal(present, welcome.vector))

    def _leg(self, leg: Callable[[], T]) -> T | None:
        try:
            return leg()
        except ServerError as trouble:
            self.report.troubles.append(trouble)
            return None

    def _read(self, job: Callable[[UnitOfWork], T]) -> T:
        return self.store.read(job)

    def _write(self, job: Callable[[UnitOfWork], T]) -> T:
        return self.store.write(job, Priority.COURIER)

    # --- upload ---

    def _enrol_successor(self) -> None:
        """Makes an identity that goes on from a copied one known, once it has written something."""
        for old, new in pairwise(self._signers()):
            if new.seq > 0 and not new.token and old.token:
                self._save_token(new, self.server.succeed(old, new.identity))

    def _save_token(self, signer: Signer, enrolment: Enrolment) -> None:
        device = signer.identity.device_id
        self._write(lambda uow: uow.journal.save_token(device, enrolment.token))

    def _announce(self, signer: Signer) -> Welcome:
        asked = self.clock.now()
        receipt = self._read(lambda uow: uow.journal.receipt(signer.identity.device_id))
        head = Head.sign(signer.identity, signer.seq, signer.hash)
        welcome = self.server.announce(signer, head, receipt)
        if welcome.number not in (0, signer.number):
            self._write(lambda uow: uow.journal.save_number(head.device_id, welcome.number))
        if welcome.receipt is not None:
            self._keep(welcome.receipt, head)
        elif signer.seq > 0:
            self._check_clock(asked, self.clock.now(), welcome.server_time)
        return welcome

    def _check_clock(self, asked: Instant, answered: Instant, server_time: int) -> None:
        """Writes down what the server's clock says of ours, where that is news."""
        if asked.timebase_id != answered.timebase_id:
            return
        true_ms = server_time + (answered.elapsed_ms - asked.elapsed_ms) // 2

        def job(uow: UnitOfWork) -> None:
            known = uow.journal.anchor(answered.timebase_id)
            if known is None or _drift(known, answered, true_ms) > CLOCK_TOLERANCE_MS:
                data = {"true_ms": true_ms, "source": "server"}
                append(uow, Moment(answered), Kind.CLOCK_CHECKED, data)

        self._write(job)

    def _send_earlier(self, signer: Signer) -> None:
        """Sends what an earlier identity of this kiosk still owes."""
        receipt = self._read(lambda uow: uow.journal.receipt(signer.identity.device_id))
        if receipt is None or receipt.seq < signer.seq:
            welcome = self._announce(signer)
            self._send(signer, welcome)

    def _send(self, signer: Signer, welcome: Welcome) -> None:
        device = signer.identity.device_id
        after = welcome.receipt.seq if welcome.receipt else welcome.send_from - 1
        while entries := self._run_after(device, after):
            # Read after the run: what is scanned meanwhile never leaves the head behind its end.
            after = self._send_run(self._end_of(device), entries, after)

    def _run_after(self, device: str, after: int) -> list[Entry]:
        return _first(self._read(lambda uow: uow.journal.run(device, after, RUN_LENGTH)))

    def _send_run(self, end: Signer, entries: Sequence[Entry], after: int) -> int:
        """Sends one run; returns the number of the record after which to go on."""
        last = parse(entries[-1].line)
        run_end = Head.sign(end.identity, last.seq, last.hash)
        newest = Head.sign(end.identity, end.seq, end.hash)
        answer = self.server.upload(end, entries, run_end, newest)
        if answer.receipt is None:
            if not 0 < answer.send_from <= after:
                raise _not_the_server()
            return answer.send_from - 1
        self._keep(answer.receipt, run_end)
        self.report.sent += len(entries)
        if answer.doubled:
            self._leave(end.identity)
        return last.seq

    def _keep(self, receipt: Receipt, head: Head) -> None:
        """Keeps a receipt, if it is the server's word for exactly this head."""
        claimed = (receipt.device_id, receipt.seq, receipt.hash)
        genuine = receipt.is_genuine(self.binding.server_public)
        if not genuine or claimed != (head.device_id, head.seq, head.hash):
            raise _not_the_server()
        known = self._read(lambda uow: uow.journal.receipt(head.device_id))
        if known is None or known.hash != receipt.hash:
            self._write(lambda uow: uow.journal.save_receipt(receipt))
            self.report.receipts += 1

    def _signers(self) -> list[Signer]:
        return self._read(lambda uow: uow.journal.signers())

    def _end_of(self, device: str) -> Signer:
        return next(s for s in self._signers() if s.identity.device_id == device)

    def _leave(self, doubled: Identity) -> None:
        """Leaves a doubled identity to the copy; the next record opens a journal of its own."""

        def job(uow: UnitOfWork) -> None:
            old = uow.journal.signer()
            if old.identity.device_id == doubled.device_id:
                new = Identity.generate()
                succeeds = (doubled.device_id, old.seq, old.hash)
                uow.journal.add_signer(Signer(new, 0, genesis(new.public), succeeds=succeeds))

        self._write(job)
        self.report.doubled = True

    # --- download ---

    def _fetch_roster(self, signer: Signer, welcome: Welcome) -> None:
        cursor = self._read(lambda uow: uow.roster.cursor())
        if cursor == welcome.roster:
            return
        for page in self.server.roster(signer, cursor):
            self._take_over(page)

    def _take_over(self, page: RosterPage) -> None:
        def job(uow: UnitOfWork) -> None:
            uow.roster.apply(page.changes, page.cursor)
            if page.complete:
                uow.roster.finish_epoch(page.cursor)

        self._write(job)

    def _fetch_journal(self, signer: Signer, on_server: Vector) -> None:
        # What was just sent may outweigh, in the counts, what a copy of this folder sent before.
        held = self._read(lambda uow: uow.journal.vector())
        if self.report.sent or _lacks(held, on_server):
            for entries in self.server.journal(signer, held):
                self.report.received += self._merge(entries)
        at = self.clock.now().wall_ms
        self._write(lambda uow: uow.journal.mark_exchanged(at))

    def _merge(self, entries: Sequence[Entry]) -> int:
        return self._write(lambda uow: uow.journal.merge(entries))


@contextmanager
def _collections_put_off() -> Iterator[None]:
    """Looks for cycles in memory a hundred times less often meanwhile.

    Items and records form none, and to look through a whole list of them again and again would
    take a third of the time of its download.
    """
    before = gc.get_threshold()
    gc.set_threshold(100 * before[0], *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _first(entries: list[Entry]) -> list[Entry]:
    """As many of the first entries as one upload takes: at least one, where there is one."""
    sizes = accumulate(map(_size, entries))
    fit = sum(1 for _ in takewhile(lambda size: size <= RUN_BYTES, sizes))
    return entries[: max(fit, 1)]


def _size(entry: Entry) -> int:
    return len(entry.line) + (len(entry.private.part) if entry.private else 0)


def _lacks(held: Vector, on_server: Vector) -> bool:
    return any(
        reach.count > (held[device].count if device in held else 0)
        for device, reach in on_server.items()
    )


def _drift(known: Anchor, now: Instant, true_ms: int) -> int:
    expected = known.true_ms - known.elapsed_ms + now.elapsed_ms
    return abs(expected - true_ms)


def _not_the_server() -> Retryable:
    return Retryable(
        Trouble.NOT_THE_SERVER,
        "The answer did not come from the central server: check whether the network asks for "
        "a sign-in page, then try again.",
    )
