"""Finding people by name, class and school."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.headcount import Presence
from kiosk.domain.names import readings, words_of
from kiosk.domain.programme import Slot
from kiosk.domain.visitors import Group, Visitor
from kiosk.operations.ports import Match, UnitOfWork


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who fits.

    `presence` is their headcount: a person's own, or a group's. `first_at` is when the arrival that
    counts was recorded (UTC ms, None where nobody came), and `slot` the ticket's time.
    """

    match: Match
    presence: Presence = field(default_factory=Presence)
    first_at: int | None = None
    slot: Slot | None = None

    @property
    def one_of(self) -> int:
        """The heads of the group on whose ticket this one person comes, 0 on a ticket for them."""
        listed = self.match.listed
        shared = listed is not None and isinstance(listed.holder, Group)
        return listed.heads if listed and shared and isinstance(self.match.person, Visitor) else 0

    @property
    def inside(self) -> int:
        """How many heads are inside on their ticket; one of a group is when all of it are."""
        return self.presence.inside if self.presence.inside >= self.one_of else 0


def search(uow: UnitOfWork, text: str, limit: int = 20) -> list[Found]:
    """Who fits what was typed: beginnings of words, in any order, from two letters on.

    Those whose surname begins with the first word stand before those who fit otherwise.
    A text that finds nobody as it was typed is tried as if typed on the other keyboard layout.
    """
    for reading in readings(text):
        matches = uow.roster.search(reading, limit)
        if matches:
            ordered = sorted(matches, key=lambda match: not _begins(match, reading))
            return [found_of(uow, match) for match in ordered]
    return []


def found_of(uow: UnitOfWork, match: Match) -> Found:
    """What is known of somebody who fits, besides what the list says."""
    listed = match.listed
    if listed is None:
        return Found(match)
    ticket = listed.number
    history = uow.attendance.history(ticket, listed.group or ticket)
    one = Presence(counted=1, inside=1) if history.is_in else Presence()
    presence = one if listed.group else history.presence
    first_at = history.first.recorded_at if history.first else None
    return Found(match, presence, first_at, uow.roster.slot(listed.slot))


def _begins(match: Match, reading: str) -> bool:
    """Whether the name, of a group its leader's, begins with the first word typed."""
    person, typed = match.person, words_of(reading)[:1]
    name = words_of(person.leader if isinstance(person, Group) else person.name)[:1]
    return bool(typed and name) and name[0].startswith(typed[0])
