"""What is done with the central server: joining it, exchanging with it, closing the day."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kiosk.desk.lanes import Done, Lanes
from kiosk.domain.records import Record
from kiosk.exchange.addresses import BadAddress, EnrolmentLink, enrolment_link
from kiosk.files import write_whole
from kiosk.operations import close_site as closing
from kiosk.operations.close_site import Closing
from kiosk.operations.end_day import DayEnd, end_day
from kiosk.operations.enrol import BadLink, enrol
from kiosk.operations.ports import Binding, Server, UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.start_day import DaySoFar, DayStart, day_so_far, start_day
from kiosk.operations.sync import SyncReport, sync
from kiosk.ui.desk import Failed


class ClosingDesk:
    """The calls of the first start and of the day's end."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    def day_so_far(self, done: Done[DaySoFar], failed: Failed) -> None:
        now = self._lanes.clock.now()
        self._lanes.read(lambda uow: day_so_far(uow, now), done, failed)

    def start_day(self, done: Done[DayStart], failed: Failed, *, keep_scans: bool = False) -> None:
        self._lanes.write(partial(start_day, keep_scans=keep_scans), done, failed)

    def end_day(self, done: Done[DayEnd], failed: Failed) -> None:
        self._lanes.write(end_day, done, failed)

    def excuse_device(
        self, device_id: str, reason: str, done: Done[Record], failed: Failed
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> Record:
            return closing.excuse_device(uow, moment, device_id, reason)

        self._lanes.write(job, done, failed)

    def sync(self, done: Done[SyncReport], failed: Failed) -> None:
        """Exchanges everything that is new."""
        lanes = self._lanes
        lanes.with_server(lambda server: sync(lanes.store, server, lanes.clock), done, failed)

    def look_at_closing(self, done: Done[Closing], failed: Failed) -> None:
        job = partial(closing.look, self._lanes.store, clock=self._lanes.clock)
        self._lanes.with_server(lambda server: job(server=server), done, failed)

    def close_site(self, done: Done[Closing], failed: Failed) -> None:
        lanes, operator = self._lanes, self._lanes.operator

        def job(server: Server) -> Closing:
            return closing.close_site(lanes.store, server, lanes.clock, operator)

        lanes.with_server(job, done, failed)

    def save_proof(self, path: Path, done: Done[Path], failed: Failed) -> None:
        lanes = self._lanes

        def job(server: Server) -> Path:
            write_whole(path, closing.prove(lanes.store, server, lanes.clock))
            return path

        lanes.with_server(job, done, failed)

    def enrol(self, url_or_code: str, done: Done[Binding], failed: Failed) -> None:
        lanes = self._lanes
        try:
            link = _link(url_or_code)
        except BadLink as error:
            failed(error)
            return

        def job(server: Server) -> Binding:
            binding = enrol(
                lanes.store,
                server,
                server_url=link.server_url,
                code=link.code,
                fingerprint=link.fingerprint,
            )
            sync(lanes.store, server, lanes.clock)
            return binding

        lanes.with_new_server(link.server_url, job, done, failed)


def _link(text: str) -> EnrolmentLink:
    try:
        return enrolment_link(text)
    except BadAddress as error:
        raise BadLink from error
