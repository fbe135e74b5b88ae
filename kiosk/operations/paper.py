"""Paper for the hour without a kiosk: what a class sheet and the fallback list say."""

from __future__ import annotations

from datetime import date
from functools import cache

from kiosk.domain.paper import (
    ClassSheet,
    ExpectedGroup,
    ExpectedPerson,
    FallbackList,
    Hold,
    SheetPerson,
    alphabetical,
    with_empty_lines,
)
from kiosk.domain.programme import Event, Site, Slot
from kiosk.domain.tickets import Signed
from kiosk.domain.visitors import Group, RosterTicket, Visitor, VisitorKind
from kiosk.operations.check_in import place_of
from kiosk.operations.identify import Seen, identify
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment


class NoSheet(Exception):
    """There is no class sheet for this text. The message says why."""


def class_sheet(uow: UnitOfWork, text: str) -> ClassSheet:
    """The sheet of the group whose ticket this is: its text, or its short code as typed.

    Only a text that was given can stand in the sheet's QR code: the list does not hold it.
    Raises NotEnrolled, NoSheet, MistypedCode.
    """
    event, site = place_of(uow)
    seen = identify(uow, text, typed=True)
    listed = _listed(seen)
    group = listed.holder
    if not isinstance(group, Group):
        raise NoSheet("This ticket is one person's: a class sheet needs a group's.")
    members = uow.roster.members(group.group_id)
    people = [
        SheetPerson(v.name if v.consent else "", adult=v.kind is not VisitorKind.PUPIL)
        for v in members
    ]
    return ClassSheet(
        event=event,
        site=site,
        group=group,
        people=with_empty_lines(people, group),
        code=listed.code,
        text=text.strip() if isinstance(seen.reading, Signed) else listed.external,
        day=_day(event, listed),
        slot=uow.roster.slot(listed.slot),
    )


def fallback_list(uow: UnitOfWork, moment: Moment) -> FallbackList:
    """Everybody on the site's list, as of the last exchange. Raises NotEnrolled."""
    event, site = place_of(uow)
    slots = cache(uow.roster.slot)
    groups: list[ExpectedGroup] = []
    people: list[ExpectedPerson] = []
    for match in uow.roster.everybody():
        slot = slots(match.listed.slot) if match.listed else None
        if isinstance(match.person, Group):
            groups.append(_expected_group(match.person, match.listed, slot, site))
        else:
            people.append(_expected_person(match.person, match.listed, slot, site))
    return FallbackList(
        event=event,
        site=site,
        groups=tuple(sorted(groups, key=_place_of_group)),
        people=tuple(sorted(people, key=_place_of_person)),
        printed_at=moment.at.wall_ms,
        as_of=uow.attendance.tally().as_of,
    )


def _listed(seen: Seen) -> RosterTicket:
    """The list's entry for a standing ticket. Raises NoSheet."""
    if seen.listed is None:
        raise NoSheet("The list has no such ticket: exchange with the server, or check the text.")
    if seen.listed.cancelled:
        raise NoSheet("This ticket is cancelled: ask for the group's new one.")
    return seen.listed


def _day(event: Event, listed: RosterTicket) -> date | None:
    """The ticket's day; of an event with one day that one."""
    if listed.day:
        return event.date_of(listed.day)
    return event.days[0][1] if len(event.days) == 1 else None


def _expected_group(
    group: Group, listed: RosterTicket | None, slot: Slot | None, site: Site
) -> ExpectedGroup:
    return ExpectedGroup(group, listed.code if listed else "", slot, _hold(listed, site))


def _expected_person(
    person: Visitor, listed: RosterTicket | None, slot: Slot | None, site: Site
) -> ExpectedPerson:
    """Somebody without a ticket of their own has their group's."""
    own = listed if listed and not isinstance(listed.holder, Group) else None
    return ExpectedPerson(
        name=person.name if person.consent else "",
        grade=person.grade,
        school=person.school,
        code=own.code if own else "",
        group_id="" if own else person.group_id,
        slot=slot,
        hold=_hold(listed, site),
    )


def _hold(listed: RosterTicket | None, site: Site) -> Hold | None:
    if listed is None:
        return None
    if listed.cancelled:
        return Hold.CANCELLED
    asked = site.policy.asks_clearance
    return Hold.NOT_CLEARED if asked and not listed.cleared else None


def _place_of_group(row: ExpectedGroup) -> tuple[str, ...]:
    group = row.group
    return (*alphabetical(group.school), group.grade.rjust(4), *alphabetical(group.leader))


def _place_of_person(row: ExpectedPerson) -> tuple[str, ...]:
    return (*alphabetical(row.name), row.school, row.grade, row.code)
