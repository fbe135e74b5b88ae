"""What the server answers to a device's calls, apart from how the calls travel."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlmodel import col

from kiosk.central import access, closing, ingest, journals, rosters
from kiosk.central.access import Device
from kiosk.central.admin import Central
from kiosk.central.errors import Forbidden, Unacceptable
from kiosk.central.ingest import Outcome, Run
from kiosk.central.tables import SiteRow
from kiosk.exchange import protocol
from kiosk.exchange.protocol import (
    ClosingReply,
    EnrolReply,
    EnrolRequest,
    JournalReply,
    JournalRequest,
    NotOurs,
    SuccessorRequest,
    read_vector,
)
from kiosk.journal.receipts import Receipt

_SEEN_AGAIN_MS = 10_000
"""An announcement with nothing new is written down only so often: an empty sync stays cheap."""


@dataclass(frozen=True, slots=True)
class Requests:
    """One method a call. Each raises Refused; a device's token opens its own site only."""

    central: Central

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        with self.central.database.write() as connection:
            now, keys = self.central.now_ms(), self.central.keys
            device, token = access.enrol(connection, request, keys, now)
            return self._welcome(connection, device, token)

    def succeed(self, token: str, request: SuccessorRequest) -> EnrolReply:
        with self.central.database.write() as connection:
            old = access.device_of(connection, token)
            now, keys = self.central.now_ms(), self.central.keys
            device, new_token = access.succeed(connection, old, request, keys, now)
            return self._welcome(connection, device, new_token)

    def receive(self, token: str, request: JournalRequest) -> JournalReply:
        """Takes a run over, or an announcement. The receipt is signed once the run is durable."""
        device = self._device(token)
        run = ingest.check(device, request)
        now = self.central.now_ms()
        writes = bool(run.records) or _is_news(device, run, now)
        database = self.central.database
        with database.write() if writes else database.read() as connection:
            if run.records:
                outcome = ingest.ingest(connection, device, run, request.receipt)
            else:
                outcome = ingest.announce(connection, device, run.end, request.receipt)
            if writes:
                ingest.mark_seen(connection, device, run.newest, now)
            cursor = rosters.cursor(connection, device.site)
            vector = journals.vector(connection, device.site)
        return JournalReply(
            receipt=self._receipt(run, outcome, now).fields() if outcome.held else None,
            send_from=outcome.send_from,
            doubled=outcome.branch > 0,
            server_time=now,
            roster=cursor,
            vector=vector,
            number=device.number,
        )

    def roster(self, token: str, *, epoch: str, after: int, limit: int) -> list[str]:
        """A page of the roster of the device's site, as JSON lines."""
        device = self._device(token)
        with self.central.database.read() as connection:
            page = rosters.feed(connection, device.site, epoch=epoch, after=after, limit=limit)
            return list(page)

    def journal(self, token: str, *, after: str, page: str) -> list[str]:
        """A page of the records that the device lacks, as JSON lines."""
        device = self._device(token)
        try:
            held = read_vector(after)
        except NotOurs as error:
            raise Unacceptable("It is not readable what the kiosk holds already.") from error
        with self.central.database.read() as connection:
            return list(journals.feed(connection, device.site, held, page))

    def closing(self, token: str, site: str) -> ClosingReply:
        device = self._device(token)
        if site not in (protocol.OWN_SITE, str(device.site)):
            raise Forbidden("This kiosk belongs to another site.")
        keys = self.central.keys
        with self.central.database.read() as connection:
            return closing.proofs(connection, device.site, keys.receipts, self.central.now_ms())

    def _device(self, token: str) -> Device:
        with self.central.database.read() as connection:
            return access.device_of(connection, token)

    def _welcome(self, connection: Connection, device: Device, token: str) -> EnrolReply:
        site = connection.execute(
            select(col(SiteRow.event), col(SiteRow.demo)).where(col(SiteRow.number) == device.site)
        ).one()
        return EnrolReply(
            token=token,
            device_name=device.name,
            event=site.event,
            site=device.site,
            entrance=device.entrance,
            server_public=self.central.keys.receipts.public,
            demo=site.demo,
        )

    def _receipt(self, run: Run, outcome: Outcome, now_ms: int) -> Receipt:
        return Receipt.sign(
            self.central.keys.receipts,
            device=run.end.device_id,
            seq=run.end.seq,
            record_hash=run.end.hash,
            private_parts=outcome.private_parts,
            server_time=now_ms,
        )


def _is_news(device: Device, run: Run, now_ms: int) -> bool:
    return (
        device.last_seen is None
        or now_ms - device.last_seen >= _SEEN_AGAIN_MS
        or run.newest.seq > device.claimed
    )
