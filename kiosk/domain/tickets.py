"""What a ticket says, and what a scanned text turns out to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TicketKind(StrEnum):
    """Whom a ticket is for. A group's ticket lets in several heads."""

    PUPIL = "pupil"
    PARENT = "parent"
    TEACHER = "teacher"
    GUEST = "guest"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """The facts that the organiser signed. No personal data.

    Numbers are those of the organiser's lists; 0 means «any» for `site`, `day` and `slot`.
    `group_size` is the most heads that a group's ticket lets in, and 0 for a person's ticket.
    """

    event: int
    number: int
    site: int
    kind: TicketKind
    group_size: int = 0
    day: int = 0
    slot: int = 0

    @property
    def heads(self) -> int:
        """How many people the ticket stands for: at least one, whatever the list says."""
        return max(self.group_size, 1) if self.kind is TicketKind.GROUP else 1


@dataclass(frozen=True, slots=True)
class Signed:
    """A text whose signature was checked with a key of the organiser."""

    facts: TicketFacts


@dataclass(frozen=True, slots=True)
class Forged:
    """A well-formed ticket whose signature or key is not the organiser's."""


@dataclass(frozen=True, slots=True)
class External:
    """A text of another system; only the roster can say what it is."""

    text: str


@dataclass(frozen=True, slots=True)
class ShortCode:
    """The ten digits under a QR code, typed by hand; the check digit fits."""

    digits: str


@dataclass(frozen=True, slots=True)
class WalkInTicket:
    """The number of somebody who was registered without a ticket, scanned or typed."""

    number: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A ticket that was found in the list by its holder's name."""

    number: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Nothing that could be a ticket: empty, damaged or too short."""


@dataclass(frozen=True, slots=True)
class PracticeTicket:
    """A practice card's ticket, met outside of practice: it opens nothing."""


@dataclass(frozen=True, slots=True)
class RealTicket:
    """A ticket that is none of the practice cards', met in practice."""


Reading = (
    Signed
    | Forged
    | External
    | ShortCode
    | WalkInTicket
    | Listed
    | Unreadable
    | PracticeTicket
    | RealTicket
)
