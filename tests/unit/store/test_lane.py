"""The lane: a writer where people go first, a reader beside it, an orderly end."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.domain.records import Record
from kiosk.operations.ports import Priority, StoreError
from kiosk.store.database import Database
from kiosk.store.lane import StoreLane
from kiosk.store.unit_of_work import Transaction
from kiosk.store.verify import verify
from tests.unit.store.chains import arrive

SECONDS = 10.0


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[StoreLane]:
    made = StoreLane(lambda: Database.create(tmp_path / "kiosk"))
    made.start()
    yield made
    assert made.stop(SECONDS)


class Told:
    """What the lane said, and in which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.errors: list[BaseException] = []
        self.thread = ""
        self.said = threading.Event()

    def on_done(self, result: object) -> None:
        self.done.append(result)
        self._say()

    def on_error(self, error: BaseException) -> None:
        self.errors.append(error)
        self._say()

    def _say(self) -> None:
        self.thread = threading.current_thread().name
        self.said.set()


def test_it_writes_and_reads_for_another_thread(lane: StoreLane) -> None:
    written = lane.write(lambda t: arrive(t, 1))
    assert lane.read(lambda t: t.journal.last_scan()) == written
    assert lane.read(lambda t: t.attendance.tally()).this_kiosk == 1
    assert verify(lane).ok


def test_it_tells_in_its_own_threads(lane: StoreLane) -> None:
    written, read = Told(), Told()
    lane.submit_write(lambda t: arrive(t, 1), written.on_done, written.on_error)
    assert written.said.wait(SECONDS)
    lane.submit_read(lambda t: t.journal.own_record(2), read.on_done, read.on_error)
    assert read.said.wait(SECONDS)
    assert written.done == read.done
    assert isinstance(read.done[0], Record)
    assert (written.thread, read.thread) == ("store-writer", "store-reader")


def _fail(transaction: Transaction) -> None:
    raise LookupError


def test_a_failure_belongs_to_who_asked(lane: StoreLane) -> None:
    told = Told()
    lane.submit_write(_fail, told.on_done, told.on_error)
    assert told.said.wait(SECONDS)
    assert [type(error) for error in told.errors] == [LookupError]
    with pytest.raises(LookupError):
        lane.read(_fail)
    assert lane.write(lambda t: arrive(t, 1)).seq == 2


def test_a_person_overtakes_every_waiting_courier(lane: StoreLane) -> None:
    order: list[str] = []
    gate = threading.Event()
    last = Told()

    def note(name: str) -> Callable[[Transaction], None]:
        return lambda _: order.append(name)

    quiet = Told()
    lane.submit_write(lambda _: gate.wait(SECONDS), quiet.on_done, quiet.on_error)
    for name in ("courier 1", "courier 2", "courier 3"):
        lane.submit_write(note(name), quiet.on_done, quiet.on_error, Priority.COURIER)
    for name in ("person 1", "person 2"):
        lane.submit_write(note(name), quiet.on_done, quiet.on_error)
    lane.submit_write(note("courier 4"), last.on_done, last.on_error, Priority.COURIER)
    gate.set()
    assert last.said.wait(SECONDS)
    couriers = ["courier 1", "courier 2", "courier 3", "courier 4"]
    assert order == ["person 1", "person 2", *couriers]


def test_a_search_does_not_wait_for_a_long_write(lane: StoreLane) -> None:
    lane.write(lambda t: arrive(t, 1))
    gate, writing = threading.Event(), threading.Event()
    told = Told()

    def long(transaction: Transaction) -> None:
        arrive(transaction, 2)
        writing.set()
        assert gate.wait(SECONDS)

    lane.submit_write(long, told.on_done, told.on_error)
    assert writing.wait(SECONDS)
    assert lane.read(lambda t: t.attendance.tally()).this_kiosk == 1
    gate.set()
    assert told.said.wait(SECONDS)
    assert lane.read(lambda t: t.attendance.tally()).this_kiosk == 2


def test_a_job_cannot_wait_for_its_own_thread(lane: StoreLane) -> None:
    with pytest.raises(RuntimeError):
        lane.write(lambda _: lane.write(lambda t: arrive(t, 1)))
    assert lane.write(lambda _: lane.read(lambda t: t.journal.vector())) == {}


def test_a_folder_that_cannot_be_opened_is_told_to_everybody(tmp_path: Path) -> None:
    lane = StoreLane(lambda: Database.open(tmp_path / "nowhere"))
    told = Told()
    lane.submit_write(lambda t: arrive(t, 1), told.on_done, told.on_error)
    lane.start()
    assert told.said.wait(SECONDS)
    assert isinstance(told.errors[0], StoreError)
    with pytest.raises(StoreError, match="no kiosk"):
        lane.read(lambda t: t.journal.vector())
    assert lane.stop(SECONDS)


def test_stopping_drains_the_writer_and_lets_the_folder_go(tmp_path: Path) -> None:
    lane = StoreLane(lambda: Database.create(tmp_path))
    told = [Told() for _ in range(20)]
    for ticket, one in enumerate(told, 1):
        lane.submit_write(_arrival(ticket), one.on_done, one.on_error, Priority(ticket % 2))
    lane.start()
    assert lane.stop(SECONDS)
    assert all(len(one.done) == 1 for one in told)
    late = Told()
    lane.submit_read(lambda t: t.journal.vector(), late.on_done, late.on_error)
    with pytest.raises(StoreError, match="closing"):
        lane.write(lambda t: arrive(t, 1))
    assert isinstance(late.errors[0], StoreError)
    with Database.open(tmp_path) as database:
        assert database.read(lambda t: t.journal.signer()).seq == 21


def _arrival(ticket: int) -> Callable[[Transaction], Record]:
    return lambda t: arrive(t, ticket)


def test_stopping_before_the_start_refuses_what_waits(tmp_path: Path) -> None:
    lane = StoreLane(lambda: Database.create(tmp_path))
    told = Told()
    lane.submit_write(lambda t: arrive(t, 1), told.on_done, told.on_error)
    assert lane.stop(SECONDS)
    assert isinstance(told.errors[0], StoreError)
    assert list(tmp_path.iterdir()) == []


def test_the_lane_is_imported_without_the_database() -> None:
    code = (
        "import sys; import kiosk.store.lane; "
        "print(sorted({'sqlmodel', 'sqlalchemy', 'sqlcipher3', 'alembic'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
