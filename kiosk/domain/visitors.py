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
    """One person of the roster. `group_id` is empty for somebody who comes alone.

    `consent`: a parent agreed that the name is kept and shown; without it the person is admitted
    and counted namelessly. `help` says what help is needed («сопровождение»), never a diagnosis.
    """

    visitor_id: str
    kind: VisitorKind
    name: str
    school: str = ""
    grade: str = ""
    municipality: str = ""
    group_id: str = ""
    consent: bool = True
    help: str = ""


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
    the holder's clearance (допуск) is agreed; it matters only where the site asks for it. `group`
    is the ticket of the group to which the holder belongs, 0 for nobody's member.
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
    group: int = 0

    @property
    def may_be_named(self) -> bool:
        """Whether the holder's name may be kept and shown."""
        return isinstance(self.holder, Group) or self.holder.consent

    @property
    def heads(self) -> int:
        """How many people the ticket stands for."""
        return self.holder.size if isinstance(self.holder, Group) else 1

    @property
    def label(self) -> str:
        """Whose ticket it is: the person's name where it may be shown, or the group's."""
        if isinstance(self.holder, Group):
            return self.holder.label
        return self.holder.name if self.holder.consent else ""
