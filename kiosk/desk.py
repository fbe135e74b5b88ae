"""The screens' port over the lanes: operations run beside the window and answer in its thread.

It is imported after the first paint, because the operations bring the cryptography along.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.programme import Trial
from kiosk.domain.records import Record
from kiosk.domain.trials import Outcome
from kiosk.exchange.addresses import BadAddress, EnrolmentLink, enrolment_link
from kiosk.operations import close_site as closing
from kiosk.operations.check_in import CheckIn, check_in
from kiosk.operations.close_site import Closing
from kiosk.operations.end_day import DayEnd, end_day
from kiosk.operations.enrol import BadLink, enrol
from kiosk.operations.log_trial import (
    Participant,
    TrialLine,
    find_participant,
    log_trial,
    trial_list,
)
from kiosk.operations.overview import Overview, overview
from kiosk.operations.ports import Binding, Clock, Server, UnitOfWork
from kiosk.operations.recording import Moment, NotEnrolled
from kiosk.operations.sync import SyncReport, sync
from kiosk.operations.undo import undo
from kiosk.scanning.scan import Source, scan_of
from kiosk.store.lane import StoreLane
from kiosk.ui.desk import Failed

T = TypeVar("T")
Done = Callable[[T], None]
Connect = Callable[[str], Server]
"""Makes the courier to the central server at an address."""


class Post(QObject):
    """Brings answers from any thread to the thread that it was made in, the window's."""

    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def to(self, callback: Callable[[Any], None]) -> Callable[[Any], None]:
        """A callback for another thread, which has the given one called in the window's."""
        return lambda answer: self._arrived.emit(partial(callback, answer))

    @Slot(object)
    def _deliver(self, delivery: Callable[[], None]) -> None:
        delivery()


class LaneDesk:
    """What the screens ask for, done by the store's lane and by one thread for the exchange."""

    def __init__(
        self,
        lane: StoreLane,
        clock: Clock,
        *,
        connect: Connect,
        operator: str,
        open_demo: Callable[[], None],
    ) -> None:
        self._lane = lane
        self._clock = clock
        self._connect = connect
        self._operator = operator
        self._open_demo = open_demo
        self._post = Post()
        self._exchange = ThreadPoolExecutor(1, thread_name_prefix="exchange")
        self._connected: Server | None = None

    # --- what people do ---

    def overview(self, done: Done[Overview], failed: Failed) -> None:
        self._read(overview, done, failed)

    def check_in(self, text: str, source: str, done: Done[CheckIn], failed: Failed) -> None:
        scanned = scan_of(text, Source(source))

        def job(uow: UnitOfWork, moment: Moment) -> CheckIn:
            return check_in(uow, moment, scanned.text, source=source, typed=scanned.typed)

        self._write(job, done, failed)

    def undo(self, seq: int, reason: str, done: Done[Record], failed: Failed) -> None:
        self._write(lambda uow, moment: undo(uow, moment, seq, reason), done, failed)

    def trials(self, done: Done[list[Trial]], failed: Failed) -> None:
        self._read(lambda uow: uow.roster.trials(), done, failed)

    def trial_list(self, trial_id: str, done: Done[list[TrialLine]], failed: Failed) -> None:
        self._read(lambda uow: trial_list(uow, trial_id), done, failed)

    def find_participant(
        self, text: str, source: str, done: Done[Participant], failed: Failed
    ) -> None:
        scanned = scan_of(text, Source(source))
        job = partial(find_participant, text=scanned.text, typed=scanned.typed)
        self._read(job, done, failed)

    def log_trial(
        self,
        participant: Participant,
        trial_id: str,
        outcome: Outcome,
        done: Done[Record],
        failed: Failed,
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> Record:
            return log_trial(uow, moment, participant, trial_id, outcome)

        self._write(job, done, failed)

    def end_day(self, done: Done[DayEnd], failed: Failed) -> None:
        self._write(end_day, done, failed)

    def excuse_device(
        self, device_id: str, reason: str, done: Done[Record], failed: Failed
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> Record:
            return closing.excuse_device(uow, moment, device_id, reason)

        self._write(job, done, failed)

    # --- what needs the central server ---

    def sync(self, done: Done[SyncReport], failed: Failed) -> None:
        """Exchanges everything that is new."""
        self._with_server(lambda server: sync(self._lane, server, self._clock), done, failed)

    def look_at_closing(self, done: Done[Closing], failed: Failed) -> None:
        job = partial(closing.look, self._lane, clock=self._clock)
        self._with_server(lambda server: job(server=server), done, failed)

    def close_site(self, done: Done[Closing], failed: Failed) -> None:
        def job(server: Server) -> Closing:
            return closing.close_site(self._lane, server, self._clock, self._operator)

        self._with_server(job, done, failed)

    def save_proof(self, path: Path, done: Done[Path], failed: Failed) -> None:
        def job(server: Server) -> Path:
            path.write_bytes(closing.prove(self._lane, server, self._clock))
            return path

        self._with_server(job, done, failed)

    def enrol(self, url_or_code: str, done: Done[Binding], failed: Failed) -> None:
        def job() -> Binding:
            link = _link(url_or_code)
            server = self._connect(link.server_url)
            binding = enrol(
                self._lane,
                server,
                server_url=link.server_url,
                code=link.code,
                fingerprint=link.fingerprint,
            )
            self._connected = server
            sync(self._lane, server, self._clock)
            return binding

        self._in_exchange(job, done, failed)

    def start_demo(self, done: Done[None], failed: Failed) -> None:
        """Opens the demo as a program of its own."""
        try:
            self._open_demo()
        except OSError as error:
            failed(error)
        else:
            done(None)

    def stop(self) -> None:
        """Begins nothing more with the server; an exchange under way ends by itself."""
        self._exchange.shutdown(wait=False, cancel_futures=True)

    # --- how ---

    def _read(self, job: Callable[[UnitOfWork], T], done: Done[T], failed: Failed) -> None:
        self._lane.submit_read(job, self._post.to(done), self._post.to(failed))

    def _write(self, job: Callable[[UnitOfWork, Moment], T], done: Done[T], failed: Failed) -> None:
        """The moment is when the person acted, not when the writer came to it."""
        moment = Moment(self._clock.now(), self._operator)
        self._lane.submit_write(
            lambda uow: job(uow, moment), self._post.to(done), self._post.to(failed)
        )

    def _with_server(self, job: Callable[[Server], T], done: Done[T], failed: Failed) -> None:
        self._in_exchange(lambda: job(self._server()), done, failed)

    def _server(self) -> Server:
        """The kiosk's central server; only the exchange's thread asks. Raises NotEnrolled."""
        if self._connected is None:
            binding = self._lane.read(lambda uow: uow.binding())
            if binding is None:
                raise NotEnrolled
            self._connected = self._connect(binding.server_url)
        return self._connected

    def _in_exchange(self, job: Callable[[], T], done: Done[T], failed: Failed) -> None:
        on_done, on_error = self._post.to(done), self._post.to(failed)

        def answer(future: Future[T]) -> None:
            if future.cancelled():
                return
            error = future.exception()
            if error is None:
                on_done(future.result())
            else:
                on_error(error)

        self._exchange.submit(job).add_done_callback(answer)


def _link(text: str) -> EnrolmentLink:
    try:
        return enrolment_link(text)
    except BadAddress as error:
        raise BadLink from error
