"""The central server over HTTPS, as a kiosk's operations see it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from kiosk.domain.roster import ITEM_KINDS, RosterChange, RosterCursor
from kiosk.exchange import protocol
from kiosk.exchange.protocol import (
    ClosingReply,
    EnrolReply,
    EnrolRequest,
    JournalLine,
    JournalReply,
    JournalRequest,
    Model,
    NotOurs,
    RosterLine,
    ShownReceipt,
    SuccessorRequest,
    Wire,
    WireCursor,
    WireHead,
    WirePart,
    WireProof,
)
from kiosk.exchange.transport import Patience, Transport
from kiosk.exchange.troubles import cut_short, not_the_server
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity
from kiosk.journal.lines import MalformedLine, parse
from kiosk.journal.receipts import Receipt
from kiosk.operations.ports import (
    Acknowledgement,
    DeviceProof,
    Enrolment,
    Entry,
    Final,
    Reach,
    RosterPage,
    ServerError,
    Signer,
    Trouble,
    Vector,
    Welcome,
)

Row = TypeVar("Row")
_RosterRow = tuple[str, int, bool, RosterChange | None]
"""The epoch and the version of a row, whether it is the roster's end, and what it changes."""

SLICE = 500
"""The most entries that are handed over at once: scans wait while they are taken over."""
ROSTER_SLICE = 2_000
"""The most changes of a roster that is there already."""
FIRST_SLICE = 10_000
"""The most changes of a new one. Nobody waits for a kiosk that has no list yet, and with each slice
most pages of the tables' indexes are written once more."""
_WORTH_PACKING = 2_048
"""Bytes; smaller requests travel as they are."""
_QUICK = 3
"""gzip's level: journal lines lose nine tenths of what the best level takes off."""


class HttpServer:
    """The central server at an address. Each call raises Retryable or Final, and nothing else.

    One thread at a time may use it. It follows no redirect and sends a token to nobody else.
    """

    def __init__(
        self, base_url: str, *, ca_file: Path | None = None, patience: Patience | None = None
    ) -> None:
        """Connects to nothing yet. `ca_file` holds the one authority (PEM) that is trusted instead
        of the system's. Raises Final for an address or a file that cannot be used.
        """
        self._transport = Transport(base_url, ca_file, patience or Patience())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._transport.close()

    # --- enrolment ---

    def enrol(self, code: str, identity: Identity, *, site: int | None = None) -> Enrolment:
        """Joins a site with a one-time code."""
        if len(code) > 64:
            raise Final(Trouble.REFUSED, "This is not an enrolment code: compare it.")
        signature = identity.sign(protocol.enrol_message(code))
        request = EnrolRequest(code=code, public=identity.public, signature=signature, site=site)
        return _enrolment(self._post(protocol.DEVICES, request, EnrolReply))

    def succeed(self, old: Signer, new: Identity) -> Enrolment:
        """Enrols the identity that goes on from a copied one, on the old one's word."""
        signature = old.identity.sign(protocol.successor_message(new.public))
        request = SuccessorRequest(public=new.public, signature=signature)
        return _enrolment(self._post(protocol.SUCCESSOR, request, EnrolReply, old.token))

    # --- the journal, upwards ---

    def announce(self, signer: Signer, head: Head, receipt: Receipt | None) -> Welcome:
        """Shows the device's newest head and its last receipt; costs one small request."""
        shown = ShownReceipt(seq=receipt.seq, hash=receipt.hash) if receipt else None
        end = WireHead.of(head)
        request = JournalRequest(end=end, newest=end, receipt=shown)
        reply = self._post(protocol.JOURNAL, request, JournalReply, signer.token)
        return Welcome(
            server_time=reply.server_time,
            send_from=reply.send_from,
            receipt=_receipt(reply),
            roster=RosterCursor(reply.roster.epoch, reply.roster.version),
            vector={device: Reach(*reach) for device, reach in reply.vector.items()},
            number=reply.number,
        )

    def upload(
        self, signer: Signer, entries: Sequence[Entry], end: Head, head: Head
    ) -> Acknowledgement:
        """Sends a run of lines whose last one `end` signs; `head` is the device's newest."""
        request = _run(entries, end, head)
        reply = self._post(protocol.JOURNAL, request, JournalReply, signer.token)
        return Acknowledgement(_receipt(reply), reply.send_from, reply.doubled)

    # --- the feeds ---

    def roster(self, signer: Signer, cursor: RosterCursor) -> Iterator[RosterPage]:
        """The changes after a cursor. What came whole is handed over even if the rest does not."""
        most = ROSTER_SLICE if cursor.epoch else FIRST_SLICE
        for rows in _slices(self._roster_rows(signer, cursor), most):
            epoch, version, complete, _ = rows[-1]
            changes = [change for *_, change in rows if change is not None]
            yield RosterPage(changes, RosterCursor(epoch, version), complete)

    def _roster_rows(self, signer: Signer, cursor: RosterCursor) -> Iterator[_RosterRow]:
        """The rows of all pages; the last one only says that the roster is complete."""
        epoch, after = "", cursor.version
        while True:
            asked = {"epoch": epoch or cursor.epoch, "after": str(after)}
            lines = self._transport.lines(protocol.ROSTER, asked, token=signer.token)
            now = _next(WireCursor, lines).epoch
            if epoch not in ("", now):
                raise not_the_server()  # replaced between two pages: begin anew at the next try
            epoch, after = now, after if now == asked["epoch"] else 0
            while (row := _next(RosterLine, lines)).complete is None:
                if row.version <= after:
                    raise not_the_server()
                after = row.version
                yield epoch, after, False, _change(row)
            if row.complete:
                yield epoch, row.version, True, None
                return
            if row.version != after:
                raise not_the_server()

    def journal(self, signer: Signer, held: Vector) -> Iterator[list[Entry]]:
        """The records of the site that are not held yet, or not all of whose branches are."""
        return _slices(self._journal_rows(signer, held), SLICE)

    def _journal_rows(self, signer: Signer, held: Vector) -> Iterator[Entry]:
        vector = protocol.write_vector({d: (r.seq, r.count) for d, r in held.items()})
        page, more = "", True
        while more:
            asked = {"after": vector, "page": page}
            lines = self._transport.lines(protocol.JOURNAL, asked, token=signer.token)
            while (row := _next(JournalLine, lines)).line is not None:
                yield _entry(row)
            if row.more is None or (row.more and row.next in ("", page)):
                raise not_the_server()
            more, page = row.more, row.next

    # --- closing ---

    def closing(self, signer: Signer) -> list[DeviceProof]:
        """What the server shows of each enrolled device of the site."""
        path = protocol.CLOSING.format(site=protocol.OWN_SITE)
        reply = _read(ClosingReply, self._transport.get(path, token=signer.token))
        return [_proof(device) for device in reply.devices]

    def _post(self, path: str, request: Wire, model: type[Model], token: str = "") -> Model:
        body = request.to_bytes()
        packed = len(body) > _WORTH_PACKING
        if packed:
            body = gzip.compress(body, _QUICK)
        return _read(model, self._transport.post(path, body, token=token, packed=packed))


def _read(model: type[Model], document: bytes) -> Model:
    try:
        return protocol.read(model, document)
    except NotOurs as error:
        raise not_the_server() from error


def _next(model: type[Model], lines: Iterator[bytes]) -> Model:
    line = next(lines, None)
    if line is None:
        raise cut_short()
    return _read(model, line)


def _slices(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    """Rows by the slice; those that came whole are given before a failure is raised."""
    batch: list[Row] = []
    try:
        for row in rows:
            batch.append(row)
            if len(batch) == size:
                full, batch = batch, []
                yield full
    except ServerError:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _run(entries: Sequence[Entry], end: Head, newest: Head) -> JournalRequest:
    first = end.seq - len(entries) + 1
    try:
        return JournalRequest(
            end=WireHead.of(end),
            newest=WireHead.of(newest),
            lines=[entry.line.decode() for entry in entries],
            private={
                seq: WirePart.of(entry.private)
                for seq, entry in enumerate(entries, first)
                if entry.private
            },
        )
    except ValueError as error:
        raise Final(
            Trouble.REFUSED, "A record of this kiosk is damaged: run «kiosk journal verify»."
        ) from error


def _enrolment(reply: EnrolReply) -> Enrolment:
    return Enrolment(
        token=reply.token,
        device_name=reply.device_name,
        event=reply.event,
        site=reply.site,
        entrance=reply.entrance,
        server_public=reply.server_public,
        demo=reply.demo,
    )


def _receipt(reply: JournalReply) -> Receipt | None:
    return _read_receipt(reply.receipt) if reply.receipt is not None else None


def _read_receipt(fields: dict[str, Any]) -> Receipt:
    try:
        return protocol.read_receipt(fields)
    except NotOurs as error:
        raise not_the_server() from error


def _change(row: RosterLine) -> RosterChange | None:
    """The change that a row tells of; none where it is for a later version of the kiosk."""
    if row.kind not in ITEM_KINDS:
        return None
    if row.item is None:
        return RosterChange(row.version, row.kind, row.key, None)
    try:
        item = protocol.read_item(row.kind, row.item)
    except NotOurs as error:
        raise not_the_server() from error
    return RosterChange(row.version, row.kind, row.key, item) if item is not None else None


def _entry(row: JournalLine) -> Entry:
    line = (row.line or "").encode()
    try:
        parse(line)
    except MalformedLine as error:
        raise not_the_server() from error
    return Entry(line, row.private.private_part() if row.private else None)


def _proof(device: WireProof) -> DeviceProof:
    return DeviceProof(
        device_id=device.device_id,
        name=device.name,
        public=device.public,
        recorded=device.recorded,
        heads=tuple(head.head(device.device_id) for head in device.heads),
        receipts=tuple(_read_receipt(fields) for fields in device.receipts),
        last_seen=device.last_seen,
    )
