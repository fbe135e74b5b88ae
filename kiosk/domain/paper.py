"""What stands on the paper that a desk keeps for the hour when no kiosk works.

These are values: the operations gather them, the reports draw them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.names import fold
from kiosk.domain.programme import Event, Site, Slot
from kiosk.domain.visitors import Group


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """One line of a class sheet. `name` is empty where the list does not tell it."""

    name: str = ""
    adult: bool = False


@dataclass(frozen=True, slots=True)
class ClassSheet:
    """A class on one page: its ticket, and a line for each person who may come.

    `text` is the ticket's text for the QR code, empty where only the short code is known: the
    organiser alone can sign a text. `code` is that short code of ten digits. `day` is None where
    the ticket is for any day of several.
    """

    event: Event
    site: Site
    group: Group
    people: tuple[SheetPerson, ...]
    code: str
    text: str = ""
    day: date | None = None
    slot: Slot | None = None


class Hold(StrEnum):
    """Why somebody on the list is not simply let in."""

    CANCELLED = "cancelled"
    NOT_CLEARED = "not_cleared"


@dataclass(frozen=True, slots=True)
class ExpectedGroup:
    """A group on the list: one row, and two counts to write down."""

    group: Group
    code: str
    slot: Slot | None = None
    hold: Hold | None = None


@dataclass(frozen=True, slots=True)
class ExpectedPerson:
    """A person on the list.

    `code` is the short code of their own ticket, empty where they have none. `group_id` names the
    group whose ticket lets them in, empty for somebody who comes alone.
    """

    name: str
    grade: str = ""
    school: str = ""
    code: str = ""
    group_id: str = ""
    slot: Slot | None = None
    hold: Hold | None = None


@dataclass(frozen=True, slots=True)
class FallbackList:
    """Everybody who is expected at a site, groups and people in the order of the alphabet.

    `printed_at` and `as_of` are UTC milliseconds; the list is at least as new as `as_of`, which is
    None where nobody knows.
    """

    event: Event
    site: Site
    groups: tuple[ExpectedGroup, ...]
    people: tuple[ExpectedPerson, ...]
    printed_at: int
    as_of: int | None = None

    @property
    def heads(self) -> int:
        """How many people may come: each once, with their group or alone."""
        groups = sum(row.group.size for row in self.groups if row.hold is not Hold.CANCELLED)
        return groups + sum(
            not row.group_id and row.hold is not Hold.CANCELLED for row in self.people
        )


def alphabetical(name: str) -> tuple[str, str]:
    """The key that sorts names as a Russian list does: е and ё together, case aside."""
    return fold(name), name


def initial(name: str) -> str:
    """The letter under which a name stands in a list; «#» for none."""
    first = fold(name)[:1].upper()
    return first if first.isalpha() else "#"


def with_empty_lines(people: Sequence[SheetPerson], group: Group) -> tuple[SheetPerson, ...]:
    """The people in the order of the alphabet, pupils first, and empty lines for the unnamed."""
    pupils = [person for person in people if not person.adult]
    adults = [person for person in people if person.adult]
    pupils += [SheetPerson()] * (group.pupils - len(pupils))
    adults += [SheetPerson(adult=True)] * (group.adults - len(adults))
    return (*_in_order(pupils), *_in_order(adults))


def _in_order(people: Sequence[SheetPerson]) -> list[SheetPerson]:
    return sorted(people, key=lambda person: (not person.name, alphabetical(person.name)))
