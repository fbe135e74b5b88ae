"""What the store and the machine tell of a kiosk, as lines of its readiness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kiosk.domain.readiness import Advice, Check, Line, State
from kiosk.domain.readiness_facts import (
    Battery,
    ComputerClock,
    DataFile,
    Disk,
    Enrolled,
    Fact,
    Pending,
    PeopleList,
    Printers,
    Scanner,
    Sleep,
    TicketKeys,
    TimeZones,
    Volume,
)
from kiosk.journal.identity import Identity
from kiosk.operations.check_in import check_in
from kiosk.operations.ports import StoreError
from kiosk.operations.readiness import Told, readiness
from tests.unit.operations.fakes import FakeClock, MemoryStore, MemoryUnitOfWork
from tests.unit.operations.invented import MORNING, Kiosk, ticket

T = TypeVar("T")
HOUR = 3_600_000


@dataclass
class FakeMachine:
    """A computer that answers what the test gave it; nothing else is known of it."""

    answers: dict[str, object] = field(default_factory=dict)
    folders: list[Path] = field(default_factory=list)

    def disk(self, folder: Path) -> Disk | None:
        self.folders.append(folder)
        return self.answers.get("disk")  # type: ignore[return-value]

    def battery(self) -> Battery | None:
        return self.answers.get("battery")  # type: ignore[return-value]

    def sleep(self) -> Sleep | None:
        return self.answers.get("sleep")  # type: ignore[return-value]

    def volume(self) -> Volume | None:
        return self.answers.get("volume")  # type: ignore[return-value]

    def printers(self) -> Printers | None:
        return self.answers.get("printers")  # type: ignore[return-value]

    def time_zone(self, at_ms: int) -> tuple[str, int] | None:
        return self.answers.get("time_zone")  # type: ignore[return-value]


FOLDER = Path("data")
NOBODY = FakeMachine()


def lines_of(
    kiosk: Kiosk, machine: FakeMachine = NOBODY, told: Told | None = None
) -> dict[Check, Line]:
    found = readiness(kiosk.store, machine, FOLDER, kiosk.clock.now(), told or Told())
    return {line.check: line for line in found}


def fact(kiosk: Kiosk, check: Check, told: Told | None = None) -> Fact | None:
    return lines_of(kiosk, told=told)[check].fact


def test_an_enrolled_kiosk_after_its_first_sync(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))  # a clock is checked before an upload
    kiosk.sync()
    kiosk.clock.pass_ms(HOUR)
    lines = lines_of(kiosk)
    assert lines[Check.ENROLLED].fact == Enrolled(enrolled=True, kiosk="Gate", site="Works")
    assert lines[Check.LIST].fact == PeopleList(33, HOUR)
    assert lines[Check.KEYS].fact == TicketKeys(1)
    assert lines[Check.CLOCK].fact == ComputerClock(0)


def test_before_the_first_sync_nothing_is_confirmed(kiosk: Kiosk) -> None:
    assert fact(kiosk, Check.LIST) == PeopleList(33, None)
    assert fact(kiosk, Check.CLOCK) == ComputerClock(None)


def test_a_clock_that_was_set_wrong_is_measured_by_the_check_before(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    kiosk.clock.pass_ms(HOUR)
    kiosk.clock.wall_ms -= 47 * 60_000
    line = lines_of(kiosk)[Check.CLOCK]
    assert line == Line(Check.CLOCK, State.HEED, ComputerClock(-47 * 60_000), Advice.SET_CLOCK)


def test_records_wait_since_the_day_of_the_oldest_one(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(3))
    kiosk.sync()
    assert fact(kiosk, Check.PENDING) == Pending(0, 0)
    kiosk.scan(ticket(1))
    kiosk.clock.pass_ms(13 * HOUR)  # still that day on the site's clock
    assert fact(kiosk, Check.PENDING) == Pending(1, 0)
    kiosk.clock.pass_ms(HOUR)
    kiosk.scan(ticket(2))
    assert fact(kiosk, Check.PENDING) == Pending(2, 1)
    assert lines_of(kiosk)[Check.PENDING].advice is Advice.SEND_PENDING
    kiosk.sync()
    assert fact(kiosk, Check.PENDING) == Pending(0, 0)


def test_a_scanner_is_seen_by_its_scans_or_by_the_program(kiosk: Kiosk) -> None:
    assert fact(kiosk, Check.SCANNER) == Scanner(None)
    kiosk.scan(ticket(1))  # its source names no device
    assert fact(kiosk, Check.SCANNER) == Scanner(None)
    seen = Told(scanned_at=kiosk.clock.wall_ms - 5_000)
    assert fact(kiosk, Check.SCANNER, seen) == Scanner(5_000)
    kiosk.do(lambda uow, at: check_in(uow, at, ticket(2), source="wedge"))
    kiosk.clock.pass_ms(1_000)
    assert fact(kiosk, Check.SCANNER) == Scanner(1_000)
    assert fact(kiosk, Check.SCANNER, seen) == Scanner(1_000)


def test_the_machine_is_asked_about_the_data_folder(kiosk: Kiosk) -> None:
    answers = {
        "disk": Disk(10**10),
        "battery": Battery(None, mains=True),
        "sleep": Sleep(0, by_lid=False),
        "volume": Volume(60),
        "printers": Printers(("Office",)),
        "time_zone": ("Europe/Moscow", 180),
    }
    machine = FakeMachine(answers)
    lines = lines_of(kiosk, machine)
    assert machine.folders == [FOLDER]
    told = {line.fact for line in lines.values()}
    assert {fact for fact in answers.values() if not isinstance(fact, tuple)} <= told
    zones = TimeZones("Europe/Moscow", 180, "Asia/Yekaterinburg", 300)
    assert lines[Check.TIME_ZONE].fact == zones
    assert lines[Check.TIME_ZONE].advice is Advice.SET_TIME_ZONE


def test_what_the_program_tells_is_passed_on(kiosk: Kiosk) -> None:
    told = Told(data_file=DataFile(sound=True))
    lines = lines_of(kiosk, told=told)
    assert lines[Check.DATA_FILE].fact == DataFile(sound=True)
    unasked = lines_of(kiosk)
    assert unasked[Check.DATA_FILE].state is State.UNKNOWN


def test_before_enrolment_there_is_a_first_thing_to_do() -> None:
    fresh = MemoryStore(Identity.generate())
    found = readiness(fresh, NOBODY, FOLDER, FakeClock(MORNING).now(), Told())
    assert found[0] == Line(Check.ENROLLED, State.STOP, Enrolled(enrolled=False), Advice.ENROL)
    assert {line.check: line.state for line in found}[Check.TIME_ZONE] is State.UNKNOWN


class BrokenStore(MemoryStore):
    """A store whose file cannot be read."""

    def read(self, job: Callable[[MemoryUnitOfWork], T]) -> T:
        raise StoreError("The database cannot be read.")


def test_a_store_that_cannot_be_read_is_a_line_and_hides_nothing_else() -> None:
    broken = BrokenStore(Identity.generate())
    machine = FakeMachine({"disk": Disk(10**10)})
    found = readiness(broken, machine, FOLDER, FakeClock(MORNING).now(), Told())
    lines = {line.check: line for line in found}
    problem = DataFile(sound=False, problem="The database cannot be read.")
    assert lines[Check.DATA_FILE] == Line(Check.DATA_FILE, State.STOP, problem, Advice.MEND_DATA)
    assert lines[Check.DISK].state is State.OK
    assert lines[Check.ENROLLED].state is State.UNKNOWN


def test_without_a_store_the_machine_is_judged_alone() -> None:
    at = FakeClock(MORNING).now()
    told = Told(data_file=DataFile(sound=False, problem="There is no kiosk in data."))
    lines = {line.check: line for line in readiness(None, NOBODY, FOLDER, at, told)}
    assert lines[Check.DATA_FILE].fact == told.data_file
    assert all(line.state is State.UNKNOWN for c, line in lines.items() if c != Check.DATA_FILE)
