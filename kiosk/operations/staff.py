"""Who works this kiosk: the staff list, who is signed in, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from kiosk.domain.programme import Trial
from kiosk.domain.records import Record
from kiosk.domain.staff import (
    ALL_RIGHTS,
    NOBODYS_RIGHTS,
    RECOVERY_ID,
    Right,
    Role,
    StaffMember,
)
from kiosk.operations.ports import UnitOfWork


class UnknownOperator(Exception):
    """Somebody is named who is not on the staff list."""


class NotAllowed(Exception):
    """The role of whoever works the kiosk lacks a right."""

    def __init__(self, right: Right) -> None:
        super().__init__(right.value)
        self.right = right


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who works a kiosk: no more of them than the screens need.

    `name` is empty for whoever has signed in with the recovery code. `trial` is an instructor's.
    `has_pin` tells whether there is another way to sign in than the badge.
    """

    staff_id: str
    name: str
    role: Role
    rights: frozenset[Right]
    trial: Trial | None = None
    has_pin: bool = False


def staff_list(uow: UnitOfWork) -> list[Operator]:
    """Everybody who may sign in, by name; empty where the site has no staff list."""
    return [operator_of(uow, member) for member in uow.roster.staff()]


def operator_of(uow: UnitOfWork, member: StaffMember) -> Operator:
    """What the screens need of a member."""
    return Operator(
        member.staff_id,
        member.name,
        member.role,
        member.rights,
        uow.roster.trial(member.trial_id) if member.trial_id else None,
        bool(member.pin),
    )


def present_operator(uow: UnitOfWork, now_ms: int) -> Operator | None:
    """Who is signed in, None where nobody is.

    A sign-in outlives the program, so that a crash in the crowd costs nobody's name in the records,
    but not the day on the site's own calendar; and it ends when the list names the person no more.
    """
    present = uow.sign_ins.present()
    if present is None or _day(uow, present.at_ms) != _day(uow, now_ms):
        return None
    return find_operator(uow, present.staff_id)


def find_operator(uow: UnitOfWork, staff_id: str) -> Operator | None:
    """Somebody of the list, or whoever has signed in with the recovery code."""
    if staff_id == RECOVERY_ID:
        return Operator(RECOVERY_ID, "", Role.SITE_MANAGER, ALL_RIGHTS)
    member = uow.roster.staff_member(staff_id)
    return operator_of(uow, member) if member else None


def rights_of(uow: UnitOfWork, staff_id: str) -> frozenset[Right]:
    """What somebody may do, or nobody (an empty id).

    Without a staff list there is one role, which may do everything. Raises UnknownOperator.
    """
    if not uow.roster.staff():
        return ALL_RIGHTS
    if not staff_id:
        return NOBODYS_RIGHTS
    operator = find_operator(uow, staff_id)
    if operator is None:
        raise UnknownOperator
    return operator.rights


def require(uow: UnitOfWork, staff_id: str, right: Right) -> None:
    """Raises NotAllowed where somebody lacks a right, and UnknownOperator for a stranger."""
    if right not in rights_of(uow, staff_id):
        raise NotAllowed(right)


def require_undo(uow: UnitOfWork, staff_id: str, target: Record) -> None:
    """One's own records everybody may take back, another's only who has the right.

    Raises NotAllowed and UnknownOperator.
    """
    if target.operator != staff_id:
        require(uow, staff_id, Right.UNDO_OTHERS)


def _day(uow: UnitOfWork, at_ms: int) -> date:
    """The date on the site's calendar, or in UTC before there is a site."""
    binding = uow.binding()
    site = uow.roster.site(binding.site) if binding else None
    return (site.local(at_ms) if site else datetime.fromtimestamp(at_ms / 1000, UTC)).date()
