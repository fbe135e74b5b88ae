"""The members of a group, for whoever counts them by name."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.visitors import Group, VisitorKind
from kiosk.operations.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Member:
    """One member. `ticket` is their own or 0; `name` is empty where it may not be shown.

    `is_in`: they are inside already, by their own ticket or by name.
    """

    ticket: int
    name: str
    is_in: bool


def members(uow: UnitOfWork, ticket: int) -> list[Member]:
    """The pupils of the group whose ticket this is, in the order of a class list.

    Their teachers and parents are counted and not named. Nobody where the roster does not know the
    group, or knows only how many they are.
    """
    listed = uow.roster.ticket(ticket)
    if listed is None or not isinstance(listed.holder, Group):
        return []
    own = uow.roster.members_tickets(listed.holder.group_id)
    people = sorted(uow.roster.members(listed.holder.group_id), key=lambda v: v.name)
    found = []
    for person in people:
        if person.kind is not VisitorKind.PUPIL:
            continue
        number = own.get(person.visitor_id, 0)
        is_in = bool(number) and uow.attendance.history(number, ticket).is_in
        found.append(Member(number, person.name if person.consent else "", is_in))
    return found
