"""The people and groups of the roster."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.tickets import TicketKind


class VisitorKind(StrEnum):
    """Who comes: pupils of grades 8–11, their parents, their teachers, guests."""

    PUPIL = "pupil"
    PARENT = "parent"
    TEACHER = "teacher"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Visitor:
    """One person of the roster. `group_id` is empty for somebody who comes alone."""

    visitor_id: str
    kind: VisitorKind
    name: str
    school: str = ""
    grade: str = ""
    municipality: str = ""
    group_id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A school class with its leader, who holds one ticket for all."""

    group_id: str
    school: str
    grade: str
    leader: str
    pupils: int
    adults: int

    @property
    def size(self) -> int:
        return self.pupils + self.adults

    @property
    def label(self) -> str:
        """What the group is called: its class and school."""
        return ", ".join(part for part in (self.grade, self.school) if part)


@dataclass(frozen=True, slots=True)
class RosterTicket:
    """A ticket as the roster lists it, with its holder: a visitor or a group.

    `code` is the short code of ten digits under the QR; `external` is the text of a foreign
    ticket (Timepad, Leader-ID) when the roster took it over. `cleared` answers whether
    the holder's clearance (допуск) is agreed; it matters only where the site asks for it.
    """

    number: int
    event: int
    site: int
    kind: TicketKind
    code: str
    holder: Visitor | Group
    day: int = 0
    slot: int = 0
    cancelled: bool = False
    cleared: bool = True
    external: str = ""

    @property
    def heads(self) -> int:
        """How many people the ticket stands for."""
        return self.holder.size if isinstance(self.holder, Group) else 1

    @property
    def label(self) -> str:
        """Whose ticket it is: the person's name, or the group's class and school."""
        return self.holder.label if isinstance(self.holder, Group) else self.holder.name
