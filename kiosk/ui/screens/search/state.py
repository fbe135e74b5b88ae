"""What the search shows, as facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.domain.names import is_pointed_at, masked
from kiosk.domain.programme import Site, hhmm
from kiosk.domain.visitors import Group, Visitor
from kiosk.ui.failure import Failure
from kiosk.ui.holder import class_name

if TYPE_CHECKING:
    from kiosk.operations.search import Found


class Standing(StrEnum):
    """What is known of somebody who was found."""

    EXPECTED = "expected"
    IN = "in"
    UNCOUNTED = "uncounted"
    """A group whose ticket was scanned and whose heads nobody has counted."""
    PERHAPS_IN = "perhaps_in"
    """One of a group of whom some came, and nobody knows who."""
    WITHOUT_TICKET = "without_ticket"


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A person, or a group of `heads` people, whose `name` is empty. Times are «10:30».

    A person who comes on a group's ticket has its heads. `counted` of a group's heads came, the
    first at `came_at`.
    """

    name: str
    is_group: bool
    heads: int
    grade: str
    school: str
    start: str
    route: str
    standing: Standing
    counted: int = 0
    came_at: str = ""


@dataclass(frozen=True, slots=True)
class SearchState:
    """The whole search. `answered` tells that `rows` are the answer to `text`.

    `failure` tells why there is no answer.
    """

    text: str = ""
    rows: tuple[FoundRow, ...] = ()
    selected: int = 0
    answered: bool = False
    failure: Failure | None = None


def row_of(found: Found, text: str, site: Site | None) -> FoundRow:
    """The facts of somebody who was found by a text, their times on the site's clock.

    A name is masked where no parent agreed to it, and by the site's policy until the text points at
    the person.
    """
    person, slot = found.match.person, found.slot
    came = site.local(found.first_at) if site and found.first_at is not None else None
    return FoundRow(
        name=_name(person, text, masks=site is not None and site.policy.masks_names),
        is_group=isinstance(person, Group),
        heads=person.size if isinstance(person, Group) else found.one_of or 1,
        grade=class_name(person.grade),
        school=person.school,
        start=hhmm(slot.start) if slot else "",
        route=slot.route if slot else "",
        standing=_standing(found),
        counted=found.presence.counted,
        came_at=f"{came:%H:%M}" if came else "",
    )


def _name(person: Visitor | Group, text: str, *, masks: bool) -> str:
    if isinstance(person, Group):
        return ""
    known = not masks or is_pointed_at(text, person.name, person.grade, person.school)
    return person.name if known and person.consent else masked(person.name)


def _standing(found: Found) -> Standing:
    if found.match.listed is None:
        return Standing.WITHOUT_TICKET
    if found.presence.uncounted:
        return Standing.UNCOUNTED
    if found.presence.inside and not found.inside:
        return Standing.PERHAPS_IN
    return Standing.IN if found.inside else Standing.EXPECTED
