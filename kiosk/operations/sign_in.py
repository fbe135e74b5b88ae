"""Signing in: by a badge, by a PIN, with the recovery code. The last one is signed out by that.

A PIN's try is counted durably before the PIN is compared, so that no crash gives a try away; it is
compared between two transactions, so that nobody's check-in waits for the slow hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from kiosk.domain.badges import badge_hash
from kiosk.domain.pin_lock import TRIES, anchored, counted, lock_left
from kiosk.domain.records import Kind
from kiosk.domain.staff import RECOVERY_ID
from kiosk.domain.true_time import Instant
from kiosk.operations.ports import Clock, Present, Store, UnitOfWork
from kiosk.operations.recording import Moment, append
from kiosk.operations.staff import Operator, find_operator, present_operator
from kiosk.tickets.pin import hash_secret, is_secret_of, new_recovery_code, recovery_digits


class Means(StrEnum):
    """How somebody showed who they are, as the record tells."""

    BADGE = "badge"
    PIN = "pin"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """`operator` works the kiosk from now on. After a recovery a new code is to be made."""

    operator: Operator
    means: Means


@dataclass(frozen=True, slots=True)
class Wrong:
    """The PIN or the recovery code is another one; so many wrong ones more, and it is locked."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class Locked:
    """After too many wrong tries none is taken for `left_ms` milliseconds."""

    left_ms: int


class Unknown(Enum):
    """There is nothing to compare with."""

    BADGE = "badge"
    """Nobody of the list has this badge."""
    PERSON = "person"
    """The list does not name the person, or not any more."""
    PIN = "pin"
    """The person has no PIN, or the kiosk no recovery code."""


SignIn = SignedIn | Wrong | Locked | Unknown
"""What came of an attempt to sign in."""


def sign_in_by_badge(store: Store, clock: Clock, text: str) -> SignIn:
    """Signs the owner of a badge in. Raises NotRecorded."""
    now, hashed = clock.now(), badge_hash(text)

    def job(uow: UnitOfWork) -> SignIn:
        owner = next((one for one in uow.roster.staff() if one.badge == hashed), None)
        return _sign_in(uow, now, owner.staff_id, Means.BADGE) if owner else Unknown.BADGE

    return store.write(job)


def sign_in_by_pin(store: Store, clock: Clock, staff_id: str, pin: str) -> SignIn:
    """Signs somebody of the list in, if it is their PIN. Takes some 0.1 s. Raises NotRecorded."""
    return _sign_in_by_secret(store, clock, staff_id, pin, Means.PIN)


def sign_in_by_recovery_code(store: Store, clock: Clock, code: str) -> SignIn:
    """Signs in as a manager with the code from the paper; it stays good until there is a new one.

    A code whose check digit shows a slip of the fingers is wrong, and costs no try.
    Takes some 0.1 s. Raises NotRecorded.
    """
    digits = recovery_digits(code)
    if not digits:
        tries = store.read(lambda uow: uow.sign_ins.wrong_tries(RECOVERY_ID))
        return Wrong(tries.tries_left if tries else TRIES)
    return _sign_in_by_secret(store, clock, RECOVERY_ID, digits, Means.RECOVERY)


def make_recovery_code(store: Store) -> str:
    """A new recovery code, to be shown once; the one before is good no more.

    Takes some 0.1 s. Raises NotRecorded.
    """
    code = new_recovery_code()
    hashed = hash_secret(code)

    def job(uow: UnitOfWork) -> None:
        uow.sign_ins.save_recovery(hashed)
        uow.sign_ins.save_wrong_tries(RECOVERY_ID, None)

    store.write(job)
    return code


def _sign_in_by_secret(
    store: Store, clock: Clock, staff_id: str, secret: str, means: Means
) -> SignIn:
    found = store.write(lambda uow: _count(uow, clock.now(), staff_id))
    if not isinstance(found, str):
        return found
    if is_secret_of(found, secret):
        return store.write(lambda uow: _right(uow, clock.now(), staff_id, means))
    return store.read(lambda uow: _wrong(uow, clock.now(), staff_id))


def _count(uow: UnitOfWork, now: Instant, staff_id: str) -> str | Locked | Unknown:
    """Counts a try, and returns the hash to compare with; while there is a lock, neither."""
    if find_operator(uow, staff_id) is None:
        return Unknown.PERSON
    hashed = _hash_of(uow, staff_id)
    if not hashed:
        return Unknown.PIN
    tries = uow.sign_ins.wrong_tries(staff_id)
    if tries is not None:
        tries = anchored(tries, now)
    left = lock_left(tries, now)
    uow.sign_ins.save_wrong_tries(staff_id, tries if left else counted(tries, now))
    return Locked(left) if left else hashed


def _hash_of(uow: UnitOfWork, staff_id: str) -> str:
    if staff_id == RECOVERY_ID:
        return uow.sign_ins.recovery()
    member = uow.roster.staff_member(staff_id)
    return member.pin if member else ""


def _right(uow: UnitOfWork, now: Instant, staff_id: str, means: Means) -> SignIn:
    uow.sign_ins.save_wrong_tries(staff_id, None)
    return _sign_in(uow, now, staff_id, means)


def _wrong(uow: UnitOfWork, now: Instant, staff_id: str) -> SignIn:
    tries = uow.sign_ins.wrong_tries(staff_id)
    left = lock_left(tries, now)
    return Locked(left) if left else Wrong(tries.tries_left if tries else TRIES)


def _sign_in(uow: UnitOfWork, now: Instant, staff_id: str, means: Means) -> SignIn:
    """Whoever was signed in is signed out; somebody who is signed in already writes nothing."""
    operator = find_operator(uow, staff_id)
    if operator is None:
        return Unknown.PERSON
    present = present_operator(uow, now.wall_ms)
    if present is None or present.staff_id != staff_id:
        if present is not None:
            append(uow, Moment(now, present.staff_id), Kind.SIGN_OUT, {})
        data = {"means": means.value, "role": operator.role.value}
        append(uow, Moment(now, staff_id), Kind.SIGN_IN, data)
    uow.sign_ins.save_present(Present(staff_id, now.wall_ms))
    return SignedIn(operator, means)
