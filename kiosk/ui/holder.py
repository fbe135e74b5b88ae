"""Whom a ticket is for, as far as the roster knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.names import short
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, RosterTicket
from kiosk.domain.walk_ins import WalkIn

_GRADE = re.compile(r"(\d+)\s*[«\"“-]?([^\W\d_])[»\"”]?")


@dataclass(frozen=True, slots=True)
class Holder:
    """The holder of a ticket; texts are empty where the roster knows nothing.

    `name` is the full name, and of a group its leader's. `grade` is «9 «Б»».
    """

    kind: TicketKind
    heads: int = 1
    name: str = ""
    school: str = ""
    grade: str = ""

    @classmethod
    def of(cls, kind: TicketKind, heads: int, listed: RosterTicket | None) -> Holder:
        if listed is None:
            return cls(kind, heads)
        holder = listed.holder
        name = holder.leader if isinstance(holder, Group) else listed.label
        return cls(listed.kind, heads, name, holder.school, class_name(holder.grade))

    @classmethod
    def of_walk_in(cls, walk_in: WalkIn) -> Holder:
        """Somebody without a ticket, who is nameless on the screen."""
        grade = class_name(walk_in.grade)
        return cls(walk_in.ticket_kind, walk_in.heads, school=walk_in.school, grade=grade)

    @property
    def short_name(self) -> str:
        """«Мария Ё.»: what the queue may read."""
        return short(self.name)


def class_name(grade: str) -> str:
    """A school class as people write it: «9Б» → «9 «Б»»; anything else stays as it is."""
    match = _GRADE.fullmatch(grade.strip())
    return f"{match[1]} «{match[2].upper()}»" if match else grade
