"""People who come without a ticket: what is registered of them, and the number they get.

The number is made to be said and written on a sticker: «1-017» is the seventeenth of kiosk 1. It
follows from nothing but those two, so that a trial's kiosk can log a result for somebody whom it
has never heard of yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind

FIRST_TICKET = 2**24
"""Tickets that the organiser issues have smaller numbers: 24 bits."""
_A_KIOSKS = 1_000
LARGEST_KIOSK = 9_999
PRACTICE_KIOSK = LARGEST_KIOSK
"""Whose walk-ins are those of practice."""
UNGIVEN = range(50, 100)
"""Of these a kiosk takes its own while it has no number from the server, which gives none of them.
"""
_LABEL = re.compile(r"([1-9]\d{0,3})[-‐‑‒–—\s]?(\d{3})", re.ASCII)


class WalkInKind(StrEnum):
    """Who came without a ticket."""

    PUPIL = "pupil"
    PARENT = "parent"
    TEACHER = "teacher"
    GUEST = "guest"
    CLASS = "class"
    """A whole class without tickets, with its adults."""


@dataclass(frozen=True, slots=True)
class WalkInNumber:
    """The `number`-th walk-in of a kiosk, from 1 on. Past 999 the kiosk's part goes on by 100."""

    kiosk: int
    number: int

    @property
    def label(self) -> str:
        """What is said and written: «1-017»."""
        return f"{self.kiosk}-{self.number:03d}"

    @property
    def is_practice(self) -> bool:
        """Whether it was given in practice."""
        return self.kiosk == PRACTICE_KIOSK

    @property
    def ticket(self) -> int:
        """The number under which arrivals and results are kept."""
        return FIRST_TICKET + self.kiosk * _A_KIOSKS + self.number

    @classmethod
    def nth(cls, kiosk: int, nth: int) -> WalkInNumber:
        """The number of a kiosk's nth walk-in, counted from 1."""
        rounds, rest = divmod(nth - 1, _A_KIOSKS - 1)
        return cls(kiosk + 100 * rounds, rest + 1)

    @classmethod
    def of_ticket(cls, ticket: int) -> WalkInNumber | None:
        """The number that stands behind a ticket's, None for a ticket that was issued."""
        kiosk, number = divmod(ticket - FIRST_TICKET, _A_KIOSKS)
        return cls(kiosk, number) if 1 <= kiosk <= LARGEST_KIOSK and number else None

    @classmethod
    def parse(cls, text: str) -> WalkInNumber | None:
        """What a person typed, with or without the hyphen: «1-017», «1017»."""
        found = _LABEL.fullmatch(text.strip())
        number = cls(int(found[1]), int(found[2])) if found else None
        return number if number and number.number else None


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody, or a class, that was registered without a ticket. The name is a private part.

    `accompanies` is the ticket of whom they came with, 0 for nobody; `reason` tells why a guest
    who was expected elsewhere is let in. `hash` is the record's.
    """

    number: WalkInNumber
    kind: WalkInKind
    grade: str = ""
    school: str = ""
    pupils: int = 0
    adults: int = 0
    accompanies: int = 0
    reason: str = ""
    hash: str = ""

    @property
    def heads(self) -> int:
        return self.pupils + self.adults

    @property
    def ticket_kind(self) -> TicketKind:
        """The kind under which they are counted."""
        return TicketKind.GROUP if self.kind is WalkInKind.CLASS else TicketKind(self.kind.value)

    @property
    def label(self) -> str:
        """What they are called where no name is known: class and school, or the number."""
        return ", ".join(part for part in (self.grade, self.school) if part) or self.number.label

    @classmethod
    def one(cls, number: WalkInNumber, kind: WalkInKind, **more: Any) -> WalkIn:
        """One person: a pupil, or somebody grown up."""
        pupils = 1 if kind is WalkInKind.PUPIL else 0
        return cls(number, kind, pupils=pupils, adults=1 - pupils, **more)

    def data(self) -> dict[str, Any]:
        """The data of the record; `from_record` reads it."""
        data: dict[str, Any] = {"ticket": self.number.ticket, "label": self.number.label}
        data |= {"kind": self.kind.value, "pupils": self.pupils, "adults": self.adults}
        more = {name: getattr(self, name) for name in ("grade", "school", "accompanies", "reason")}
        return data | {name: value for name, value in more.items() if value}

    @classmethod
    def from_record(cls, record: Record) -> WalkIn | None:
        """The walk-in that a record tells of, or None where it tells of none that counts."""
        number = WalkInNumber.of_ticket(record.integer("ticket"))
        pupils, adults = max(record.integer("pupils"), 0), max(record.integer("adults"), 0)
        if record.kind != Kind.WALK_IN or number is None or pupils + adults == 0:
            return None
        return cls(
            number=number,
            kind=_kind(record.text("kind")),
            grade=record.text("grade"),
            school=record.text("school"),
            pupils=pupils,
            adults=adults,
            accompanies=max(record.integer("accompanies"), 0),
            reason=record.text("reason"),
            hash=record.hash,
        )


def _kind(text: str) -> WalkInKind:
    try:
        return WalkInKind(text)
    except ValueError:
        return WalkInKind.GUEST
