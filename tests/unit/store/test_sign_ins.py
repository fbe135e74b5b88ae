"""What a kiosk alone knows of its people is kept over restarts, and one person's tries apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import text

from kiosk.domain.pin_lock import TRIES, WrongTries
from kiosk.domain.records import Kind
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.true_time import Instant
from kiosk.operations.ports import NotRecorded, Present
from kiosk.operations.sign_in import (
    Locked,
    SignedIn,
    Wrong,
    make_recovery_code,
    sign_in_by_pin,
    sign_in_by_recovery_code,
)
from kiosk.operations.staff import present_operator
from kiosk.store.database import Database
from kiosk.store.folder import Folder
from kiosk.store.unit_of_work import Transaction
from kiosk.tickets.pin import hash_secret
from tests.integration.test_damage import root_page, spoil_page

T = TypeVar("T")
NOON = 1_776_500_000_000
MINUTE = 60_000


class SetClock:
    """A clock of a test's own."""

    def __init__(self) -> None:
        self.at = Instant(NOON, "boot", 0)

    def now(self) -> Instant:
        return self.at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kiosk with one volunteer on its staff list."""
    anna = StaffMember("anna", "Котова Анна", Role.VOLUNTEER, hash_secret("271828"))
    with Database.create(tmp_path / "kiosk") as database:
        change = RosterChange(1, "staff", "anna", anna)
        database.write(lambda t: t.roster.apply([change], RosterCursor("e", 1)))
    return tmp_path / "kiosk"


def reopened(folder: Path, job: Callable[[Transaction], T]) -> T:
    with Database.open(folder) as database:
        return database.write(job)


def test_each_thing_is_kept_replaced_and_forgotten(folder: Path) -> None:
    first, second = WrongTries(3, Instant(1, "a", 2)), WrongTries(4, Instant(5, "b", 6))
    reopened(folder, lambda t: t.sign_ins.save_present(Present("anna", 7)))
    reopened(folder, lambda t: t.sign_ins.save_present(Present("anna", 8)))
    reopened(folder, lambda t: t.sign_ins.save_wrong_tries("anna", first))
    reopened(folder, lambda t: t.sign_ins.save_wrong_tries("pyotr", first))
    reopened(folder, lambda t: t.sign_ins.save_wrong_tries("anna", second))
    reopened(folder, lambda t: t.sign_ins.save_recovery("one"))
    reopened(folder, lambda t: t.sign_ins.save_recovery("two"))
    assert reopened(folder, lambda t: t.sign_ins.present()) == Present("anna", 8)
    assert reopened(folder, lambda t: t.sign_ins.wrong_tries("anna")) == second
    assert reopened(folder, lambda t: t.sign_ins.wrong_tries("pyotr")) == first
    assert reopened(folder, lambda t: t.sign_ins.recovery()) == "two"
    reopened(folder, lambda t: t.sign_ins.save_wrong_tries("anna", None))
    assert reopened(folder, lambda t: t.sign_ins.wrong_tries("anna")) is None
    assert reopened(folder, lambda t: t.sign_ins.wrong_tries("pyotr")) == first


def test_a_lock_holds_over_restarts(folder: Path) -> None:
    clock = SetClock()
    for left in (4, 3, 2, 1):
        with Database.open(folder) as database:
            assert sign_in_by_pin(database, clock, "anna", "314159") == Wrong(left)
    with Database.open(folder) as database:
        assert sign_in_by_pin(database, clock, "anna", "314159") == Locked(MINUTE)
    clock.at = Instant(NOON - 999 * MINUTE, "next boot", 0)
    with Database.open(folder) as database:
        assert sign_in_by_pin(database, clock, "anna", "271828") == Locked(MINUTE)
    clock.at = Instant(NOON - 998 * MINUTE, "next boot", MINUTE)
    with Database.open(folder) as database:
        assert isinstance(sign_in_by_pin(database, clock, "anna", "271828"), SignedIn)
        assert database.read(lambda t: t.sign_ins.wrong_tries("anna")) is None


def test_a_sign_in_is_a_record_and_is_still_there_after_a_restart(folder: Path) -> None:
    clock = SetClock()
    with Database.open(folder) as database:
        sign_in_by_pin(database, clock, "anna", "271828")
    with Database.open(folder) as database:
        present = database.read(lambda t: present_operator(t, NOON + MINUTE))
        records = database.read(lambda t: [(r.kind, r.operator) for r in t.journal.records()])
    assert present is not None
    assert present.name == "Котова Анна"
    assert records == [(Kind.OPENED, "anna"), (Kind.SIGN_IN, "anna")]


def test_what_cannot_be_counted_is_no_try(folder: Path) -> None:
    """A full disk gives nobody tries that are not counted."""
    clock = SetClock()
    with Database.open(folder) as database:

        def refuse(t: Transaction) -> None:
            t.connection.execute(
                text(
                    "CREATE TRIGGER full BEFORE INSERT ON wrong_tries "
                    "BEGIN SELECT RAISE(ABORT, 'full'); END"
                )
            )

        database.write(refuse)
        with pytest.raises(NotRecorded):
            sign_in_by_pin(database, clock, "anna", "271828")
        assert database.read(lambda t: t.sign_ins.present()) is None


def test_the_recovery_code_is_kept_as_a_hash_and_locks_like_a_pin(folder: Path) -> None:
    clock = SetClock()
    with Database.open(folder) as database:
        first, second = make_recovery_code(database), make_recovery_code(database)
        answers = [sign_in_by_recovery_code(database, clock, first) for _ in range(TRIES)]
        assert answers[-1] == Locked(MINUTE)
        clock.at = Instant(NOON + MINUTE, "boot", MINUTE)
        assert isinstance(sign_in_by_recovery_code(database, clock, second), SignedIn)
        kept = database.read(lambda t: t.sign_ins.recovery())
    assert kept.startswith("$argon2id$")


@pytest.mark.parametrize("place", ["record", "visitor", "binding"])
def test_the_people_and_their_locks_come_out_of_a_damaged_file(folder: Path, place: str) -> None:
    clock = SetClock()
    with Database.open(folder) as database:
        code = make_recovery_code(database)
        for _ in range(TRIES):
            sign_in_by_pin(database, clock, "anna", "314159")
    spoil_page(Folder(folder), root_page(Folder(folder), place))
    with Database.open(folder) as database:
        assert database.warning
        assert sign_in_by_pin(database, clock, "anna", "271828") == Locked(MINUTE)
        assert isinstance(sign_in_by_recovery_code(database, clock, code), SignedIn)
