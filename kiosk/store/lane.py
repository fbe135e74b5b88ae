"""The store's lane: the database's own threads, for a program whose first thread paints.

One thread writes, a person's jobs before a courier's; another one reads. The database is opened in
the lane, so that the libraries it needs are imported there.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count
from queue import Empty, PriorityQueue
from threading import Lock, Thread, current_thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kiosk.operations.ports import Priority, StoreError

if TYPE_CHECKING:
    from kiosk.store.database import Database
    from kiosk.store.unit_of_work import Transaction

T = TypeVar("T")

_BEFORE_ALL = min(Priority) - 1
_AFTER_ALL = max(Priority) + 1


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    """Work with the place where its result or its error is left."""

    work: Callable[[], T]
    future: Future[T] = field(default_factory=Future)

    def run(self) -> None:
        try:
            result = self.work()
        except BaseException as error:  # noqa: BLE001 - each failure belongs to who asked
            self.future.set_exception(error)
        else:
            self.future.set_result(result)

    def tell(self, on_done: Callable[[T], None], on_error: Callable[[BaseException], None]) -> None:
        """Asks for a call with the outcome, in the thread that brings it about."""

        def pass_on(future: Future[T]) -> None:
            error = future.exception()
            if error is None:
                on_done(future.result())
            else:
                on_error(error)

        self.future.add_done_callback(pass_on)

    def refuse(self) -> None:
        self.future.set_exception(StoreError("The kiosk is closing; start it again to go on."))


class _Worker:
    """A thread that runs jobs by priority, and in turn within one priority."""

    def __init__(self, name: str, last_deed: Callable[[], None]) -> None:
        self._jobs: PriorityQueue[tuple[int, int, _Job[Any] | None]] = PriorityQueue()
        self._turn = count()
        self._gate = Lock()
        self._closing = False
        self._last_deed = last_deed
        self.thread = Thread(target=self._work, name=name, daemon=True)

    def submit(self, job: _Job[Any], priority: int) -> None:
        with self._gate:
            if not self._closing:
                self._jobs.put((priority, next(self._turn), job))
                return
        job.refuse()

    def close(self, priority: int) -> None:
        """Takes nothing more on; jobs of a priority after this one are refused."""
        with self._gate:
            self._closing = True
            self._jobs.put((priority, next(self._turn), None))
        if self.thread.ident is None:
            self._refuse_rest()

    def _work(self) -> None:
        while (job := self._jobs.get()[2]) is not None:
            job.run()
        self._refuse_rest()
        self._last_deed()

    def _refuse_rest(self) -> None:
        try:
            while True:
                job = self._jobs.get_nowait()[2]
                if job is not None:
                    job.refuse()
        except Empty:
            return


class StoreLane:
    """The port's Store for the desktop. `open_database` is called once, in the writer's thread.

    What goes wrong there goes to everybody who asks the lane for something.
    """

    def __init__(self, open_database: Callable[[], Database]) -> None:
        self._opening = _Job(open_database)
        self._writer = _Worker("store-writer", self._close)
        self._reader = _Worker("store-reader", lambda: None)
        self._writer.submit(self._opening, _BEFORE_ALL)

    def start(self) -> None:
        """Begins to open the database and to work."""
        self._writer.thread.start()
        self._reader.thread.start()

    def write(self, job: Callable[[Transaction], T], priority: Priority = Priority.PERSON) -> T:
        """Runs a job in the writer and waits for it. Raises what it raises, and StoreError."""
        _check_waits_elsewhere(self._writer)
        asked = self._writing(job, priority)
        self._writer.submit(asked, priority)
        return asked.future.result()

    def read(self, job: Callable[[Transaction], T]) -> T:
        """Runs a job in the reader and waits for it. Raises what it raises, and StoreError."""
        _check_waits_elsewhere(self._reader)
        asked = self._reading(job)
        self._reader.submit(asked, Priority.PERSON)
        return asked.future.result()

    def submit_write(
        self,
        job: Callable[[Transaction], T],
        on_done: Callable[[T], None],
        on_error: Callable[[BaseException], None],
        priority: Priority = Priority.PERSON,
    ) -> None:
        """Runs a job in the writer; one of the two is called there when it is durable or failed.

        Once the lane is stopping, `on_error` is called at once.
        """
        asked = self._writing(job, priority)
        asked.tell(on_done, on_error)
        self._writer.submit(asked, priority)

    def submit_read(
        self,
        job: Callable[[Transaction], T],
        on_done: Callable[[T], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Runs a job in the reader; one of the two is called there afterwards.

        Once the lane is stopping, `on_error` is called at once.
        """
        asked = self._reading(job)
        asked.tell(on_done, on_error)
        self._reader.submit(asked, Priority.PERSON)

    def stop(self, deadline: float) -> bool:
        """Ends what was taken on for writing, refuses waiting reads, and closes the database.

        Returns whether all of it was done within `deadline` seconds.
        """
        ends = time.monotonic() + deadline
        self._reader.close(_BEFORE_ALL)
        self._writer.close(_AFTER_ALL)
        for worker in (self._reader, self._writer):
            if worker.thread.ident is not None:
                worker.thread.join(max(ends - time.monotonic(), 0))
        return not (self._reader.thread.is_alive() or self._writer.thread.is_alive())

    def _writing(self, job: Callable[[Transaction], T], priority: Priority) -> _Job[T]:
        return _Job(lambda: self._opening.future.result().write(job, priority))

    def _reading(self, job: Callable[[Transaction], T]) -> _Job[T]:
        return _Job(lambda: self._opening.future.result().read(job))

    def _close(self) -> None:
        """The writer's last deed, after the reader's."""
        self._reader.thread.join()
        if self._opening.future.exception() is None:
            self._opening.future.result().close()


def _check_waits_elsewhere(worker: _Worker) -> None:
    if current_thread() is worker.thread:
        raise RuntimeError("a job of the lane cannot wait for another one of the same thread")
