"""Signing in: records tell who, tries are counted before they are compared, rights follow roles."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from kiosk.domain.badges import badge_hash, new_badge
from kiosk.domain.pin_lock import TRIES
from kiosk.domain.records import Kind
from kiosk.domain.staff import ALL_RIGHTS, RECOVERY_ID, Right, Role, StaffMember
from kiosk.operations import sign_in as module
from kiosk.operations.end_day import ended_at
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.operations.sign_in import (
    Locked,
    Means,
    SignedIn,
    Unknown,
    Wrong,
    make_recovery_code,
    sign_in_by_badge,
    sign_in_by_pin,
    sign_in_by_recovery_code,
)
from kiosk.operations.staff import (
    NotAllowed,
    Operator,
    UnknownOperator,
    present_operator,
    require,
    require_undo,
    rights_of,
    staff_list,
)
from kiosk.tickets.pin import hash_secret, new_recovery_code
from tests.unit.operations.invented import TRIAL, Kiosk, ticket

MINUTE, HOUR = 60_000, 3_600_000
PIN, BADGE = "271828", new_badge(bytes)


@cache
def pin_hash() -> str:
    return hash_secret(PIN)


@pytest.fixture
def staffed(kiosk: Kiosk) -> Kiosk:
    """A kiosk with a staff list: a volunteer with PIN and badge, an instructor, a manager."""
    kiosk.store.contents.roster.staff = (
        StaffMember("v1", "Котова Анна", Role.VOLUNTEER, pin_hash(), badge_hash(BADGE)),
        StaffMember("i1", "Власов Пётр", Role.INSTRUCTOR, pin_hash(), "", TRIAL.trial_id),
        StaffMember("m1", "Серова Ирина", Role.SITE_MANAGER),
    )
    return kiosk


def pin(kiosk: Kiosk, pin: str = PIN, staff_id: str = "v1") -> module.SignIn:
    return sign_in_by_pin(kiosk.store, kiosk.clock, staff_id, pin)


def present(kiosk: Kiosk) -> str | None:
    now = kiosk.clock.now().wall_ms
    found = kiosk.store.read(lambda uow: present_operator(uow, now))
    return found.staff_id if found else None


def written(kiosk: Kiosk) -> list[tuple[str, str, dict[str, object]]]:
    """Kind, operator and data of the records, without the first one of the identity."""
    return [(r.kind, r.operator, dict(r.data)) for r in kiosk.records()[1:]]


def test_the_list_tells_the_screens_who_and_no_hash(staffed: Kiosk) -> None:
    people = staffed.store.read(staff_list)
    assert [one.staff_id for one in people] == ["i1", "v1", "m1"]
    assert people[0].trial == TRIAL
    assert [one.has_pin for one in people] == [True, True, False]
    assert "argon2" not in repr(people)


def test_a_badge_signs_its_owner_in(staffed: Kiosk) -> None:
    found = sign_in_by_badge(staffed.store, staffed.clock, BADGE.lower())
    assert isinstance(found, SignedIn)
    assert (found.operator.staff_id, found.means) == ("v1", Means.BADGE)
    assert present(staffed) == "v1"
    assert written(staffed) == [("sign_in", "v1", {"means": "badge", "role": "volunteer"})]


def test_an_unknown_badge_signs_nobody_in(staffed: Kiosk) -> None:
    stranger = new_badge(lambda n: b"\1" * n)
    assert sign_in_by_badge(staffed.store, staffed.clock, stranger) is Unknown.BADGE
    assert staffed.records() == []


def test_a_badge_shown_again_writes_nothing(staffed: Kiosk) -> None:
    for _ in range(3):
        assert isinstance(sign_in_by_badge(staffed.store, staffed.clock, BADGE), SignedIn)
    assert [kind for kind, _, _ in written(staffed)] == ["sign_in"]


def test_the_next_person_signs_the_last_one_out(staffed: Kiosk) -> None:
    pin(staffed)
    pin(staffed, staff_id="i1")
    assert [(kind, who) for kind, who, _ in written(staffed)] == [
        (Kind.SIGN_IN, "v1"),
        (Kind.SIGN_OUT, "v1"),
        (Kind.SIGN_IN, "i1"),
    ]
    assert present(staffed) == "i1"


def test_a_right_pin_signs_in_and_forgets_the_wrong_ones(staffed: Kiosk) -> None:
    assert pin(staffed, "271829") == Wrong(TRIES - 1)
    assert pin(staffed, "271829") == Wrong(TRIES - 2)
    assert isinstance(pin(staffed), SignedIn)
    assert pin(staffed, "271829") == Wrong(TRIES - 1)
    assert [kind for kind, _, _ in written(staffed)] == ["sign_in"], "wrong PINs are no records"


def test_five_wrong_pins_lock_that_person_alone(staffed: Kiosk) -> None:
    answers = [pin(staffed, "271829") for _ in range(TRIES)]
    assert answers == [*(Wrong(left) for left in (4, 3, 2, 1)), Locked(MINUTE)]
    staffed.clock.pass_ms(20_000)
    assert pin(staffed) == Locked(40_000), "not even the right one"
    assert isinstance(pin(staffed, staff_id="i1"), SignedIn)
    assert isinstance(sign_in_by_badge(staffed.store, staffed.clock, BADGE), SignedIn)
    staffed.clock.pass_ms(40_000)
    assert isinstance(pin(staffed), SignedIn)


def test_a_lock_outlives_a_restart_with_the_clock_set_back(staffed: Kiosk) -> None:
    for _ in range(TRIES):
        pin(staffed, "271829")
    staffed.clock.timebase_id, staffed.clock.elapsed_ms = "the next boot", 0
    staffed.clock.wall_ms -= HOUR
    assert pin(staffed) == Locked(MINUTE)
    staffed.clock.pass_ms(MINUTE - 1)
    assert pin(staffed) == Locked(1)
    staffed.clock.pass_ms(1)
    assert isinstance(pin(staffed), SignedIn)


def test_a_try_is_counted_before_it_is_compared(
    staffed: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that dies while it compares has given no try away."""

    def die(_hashed: str, _secret: str) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "is_secret_of", die)
        for _ in range(TRIES):
            with pytest.raises(KeyboardInterrupt):
                pin(staffed)
    assert pin(staffed) == Locked(MINUTE)


def test_a_check_in_goes_on_while_a_pin_is_compared(
    staffed: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No transaction is open meanwhile: a nested one of this store would be lost."""

    def check_in_and_compare(_hashed: str, _secret: str) -> bool:
        staffed.scan(ticket(1))
        return True

    monkeypatch.setattr(module, "is_secret_of", check_in_and_compare)
    pin(staffed)
    assert [kind for kind, _, _ in written(staffed)] == ["arrival", "sign_in"]


def test_what_cannot_be_counted_is_not_compared(staffed: Kiosk) -> None:
    staffed.store.fault = NotRecorded(Cause.DISK_FULL, "full")
    with pytest.raises(NotRecorded):
        pin(staffed)
    assert present(staffed) is None


def test_who_has_no_pin_and_who_is_a_stranger_is_told_so(staffed: Kiosk) -> None:
    assert pin(staffed, staff_id="m1") is Unknown.PIN
    assert pin(staffed, staff_id="v9") is Unknown.PERSON


def test_a_sign_in_lasts_over_a_restart_but_not_over_the_night(staffed: Kiosk) -> None:
    pin(staffed)
    staffed.clock.timebase_id = "the next boot"
    staffed.clock.pass_ms(13 * HOUR)  # 23:10 on the site's calendar, and 18:10 in UTC
    assert present(staffed) == "v1"
    staffed.clock.pass_ms(HOUR)
    assert present(staffed) is None
    pin(staffed)
    assert [kind for kind, _, _ in written(staffed)] == ["sign_in", "sign_in"]


def test_who_comes_off_the_list_is_signed_in_no_more(staffed: Kiosk) -> None:
    pin(staffed)
    staffed.store.contents.roster.staff = staffed.store.contents.roster.staff[1:]
    assert present(staffed) is None


def test_the_recovery_code_signs_a_manager_in(staffed: Kiosk) -> None:
    assert sign_in_by_recovery_code(staffed.store, staffed.clock, "1" * 16) == Wrong(TRIES)
    code = make_recovery_code(staffed.store)
    spaced = " ".join(code[i : i + 4] for i in range(0, 16, 4))
    found = sign_in_by_recovery_code(staffed.store, staffed.clock, spaced)
    assert found == SignedIn(
        Operator(RECOVERY_ID, "", Role.SITE_MANAGER, ALL_RIGHTS), Means.RECOVERY
    )
    data = {"means": "recovery", "role": "site_manager"}
    assert written(staffed) == [("sign_in", RECOVERY_ID, data)]
    newer = make_recovery_code(staffed.store)
    assert sign_in_by_recovery_code(staffed.store, staffed.clock, code) == Wrong(TRIES - 1)
    assert isinstance(sign_in_by_recovery_code(staffed.store, staffed.clock, newer), SignedIn)
    kept = staffed.store.contents.recovery
    assert code not in kept
    assert newer not in kept


def test_a_slip_in_the_recovery_code_costs_no_try(staffed: Kiosk) -> None:
    code = make_recovery_code(staffed.store)
    slip = code[:-1] + str((int(code[-1]) + 1) % 10)
    for _ in range(TRIES + 1):
        assert sign_in_by_recovery_code(staffed.store, staffed.clock, slip) == Wrong(TRIES)


def test_without_a_recovery_code_none_fits(staffed: Kiosk) -> None:
    code = new_recovery_code(lambda _: 7)
    assert sign_in_by_recovery_code(staffed.store, staffed.clock, code) is Unknown.PIN


def test_signing_in_does_not_reopen_an_ended_day(staffed: Kiosk) -> None:
    staffed.scan(ticket(1))
    staffed.end_day()
    pin(staffed)
    pin(staffed, staff_id="i1")
    assert staffed.store.read(ended_at)


def test_without_a_staff_list_everybody_may_do_everything(kiosk: Kiosk) -> None:
    def rights(staff_id: str) -> frozenset[Right]:
        return kiosk.store.read(lambda uow: rights_of(uow, staff_id))

    assert rights("") == rights("anybody") == ALL_RIGHTS


@pytest.mark.parametrize(
    ("staff_id", "may"),
    [
        ("", {Right.GATE}),
        ("v1", {Right.GATE}),
        ("i1", {Right.TRIALS}),
        ("m1", ALL_RIGHTS),
        (RECOVERY_ID, ALL_RIGHTS),
    ],
)
def test_with_a_staff_list_rights_follow_roles(
    staffed: Kiosk, staff_id: str, may: set[Right]
) -> None:
    def check(right: Right) -> None:
        staffed.store.read(lambda uow: require(uow, staff_id, right))

    for right in may:
        check(right)
    for right in ALL_RIGHTS - may:
        with pytest.raises(NotAllowed) as raised:
            check(right)
        assert raised.value.right is right


def test_a_stranger_may_nothing(staffed: Kiosk) -> None:
    with pytest.raises(UnknownOperator):
        staffed.store.read(lambda uow: rights_of(uow, "v9"))


def test_others_records_are_taken_back_by_managers_only(staffed: Kiosk) -> None:
    mine = staffed.scan(ticket(1)).record
    assert mine.operator == "v1"

    def asking(staff_id: str) -> Callable[[], None]:
        return lambda: staffed.store.read(lambda uow: require_undo(uow, staff_id, mine))

    asking("v1")()
    asking("m1")()
    with pytest.raises(NotAllowed):
        asking("i1")()
