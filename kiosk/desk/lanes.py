"""The threads behind the screens' port: jobs go out, answers come back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.operations.ports import Clock, Server, UnitOfWork
from kiosk.operations.recording import Moment, NotEnrolled
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
        self._open = True
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def to(self, callback: Callable[[Any], None]) -> Callable[[Any], None]:
        """A callback for another thread, which has the given one called in the window's."""
        return lambda answer: self._arrived.emit(partial(callback, answer))

    def stop(self) -> None:
        """Delivers nothing more: whoever asked may be gone."""
        self._open = False

    @Slot(object)
    def _deliver(self, delivery: Callable[[], None]) -> None:
        if self._open:
            delivery()


class Lanes:
    """Where the jobs of a desk run.

    The store's lane reads and writes. One thread talks to the central server, and may wait for it
    for seconds; another one hashes PINs and asks the system, so that neither waits for the other.
    `operator` is the id of whoever works the kiosk now.
    """

    def __init__(self, lane: StoreLane, clock: Clock, *, connect: Connect, operator: str) -> None:
        self.store = lane
        self.clock = clock
        self.operator = operator
        self._connect = connect
        self._post = Post()
        self._exchange = ThreadPoolExecutor(1, thread_name_prefix="exchange")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._connected: Server | None = None

    def read(self, job: Callable[[UnitOfWork], T], done: Done[T], failed: Failed) -> None:
        self.store.submit_read(job, self._post.to(done), self._post.to(failed))

    def write(self, job: Callable[[UnitOfWork, Moment], T], done: Done[T], failed: Failed) -> None:
        """The moment is when the person acted, not when the writer came to it."""
        moment = Moment(self.clock.now(), self.operator)
        self.store.submit_write(
            lambda uow: job(uow, moment), self._post.to(done), self._post.to(failed)
        )

    def with_server(self, job: Callable[[Server], T], done: Done[T], failed: Failed) -> None:
        """Runs a job that talks to the kiosk's central server. Fails with NotEnrolled."""
        self._run(self._exchange, lambda: job(self._server()), done, failed)

    def with_new_server(
        self, server_url: str, job: Callable[[Server], T], done: Done[T], failed: Failed
    ) -> None:
        """Runs a job with the central server at an address; it is the kiosk's from then on."""

        def connected() -> T:
            server = self._connect(server_url)
            answer = job(server)
            self._connected = server
            return answer

        self._run(self._exchange, connected, done, failed)

    def aside(self, job: Callable[[], T], done: Done[T], failed: Failed) -> None:
        """Runs a job that is slow by itself, and holds neither store nor window up."""
        self._run(self._aside, job, done, failed)

    def stop(self) -> None:
        """Begins and answers nothing more; an exchange under way ends by itself."""
        self._post.stop()
        for executor in (self._exchange, self._aside):
            executor.shutdown(wait=False, cancel_futures=True)

    def _server(self) -> Server:
        """The kiosk's central server; only the exchange's thread asks. Raises NotEnrolled."""
        if self._connected is None:
            binding = self.store.read(lambda uow: uow.binding())
            if binding is None or not binding.server_url:
                raise NotEnrolled
            self._connected = self._connect(binding.server_url)
        return self._connected

    def _run(self, executor: Executor, job: Callable[[], T], done: Done[T], failed: Failed) -> None:
        on_done, on_error = self._post.to(done), self._post.to(failed)

        def answer(future: Future[T]) -> None:
            if future.cancelled():
                return
            error = future.exception()
            if error is None:
                on_done(future.result())
            elif isinstance(error, Exception):
                on_error(error)

        executor.submit(job).add_done_callback(answer)
