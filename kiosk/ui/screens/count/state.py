"""What the page of a group's count shows, as facts: no translated word, no colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kiosk.domain.headcount import Presence
from kiosk.domain.movements import Passage
from kiosk.domain.programme import Slot, hhmm
from kiosk.domain.visitors import Group, RosterTicket
from kiosk.domain.walk_ins import WalkIn
from kiosk.ui.holder import class_name

MOST_TYPED = 99
"""The largest number that two digits type."""

NAME_COLUMNS = 4
"""Columns in which the names stand, read downwards."""


class Mode(StrEnum):
    """Which way the group goes."""

    ARRIVING = "arriving"
    LEAVING = "leaving"


class Page(StrEnum):
    """What the page asks: how many, whether more than the ticket has may come, or who."""

    COUNTING = "counting"
    ALLOWING = "allowing"
    NAMES = "names"


class Heads(StrEnum):
    """Who is counted apart. Of those who leave nobody knows who is a pupil."""

    PUPILS = "pupils"
    ADULTS = "adults"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Count:
    """One counter. `left` are the heads still awaited, and `whole` all that the group has."""

    heads: Heads
    value: int
    left: int
    whole: int


@dataclass(frozen=True, slots=True)
class Member:
    """One name of the group. `ticket` is 0 for a member without a ticket of their own.

    `is_in`: they are inside already, so that a tick would count them twice.
    """

    ticket: int
    name: str
    is_in: bool
    ticked: bool = True

    @property
    def comes(self) -> bool:
        return self.ticked and not self.is_in


@dataclass(frozen=True, slots=True)
class CountState:
    """The whole page.

    `here` of the ticket's `size` heads are inside already. `selected` is the counter that keys
    change, and `typing` tells that the next digit is appended. `members` are None until the names
    were asked for, and empty where none are known; `current` is the one that keys tick. `busy`: the
    answer is being recorded.
    """

    mode: Mode = Mode.ARRIVING
    page: Page = Page.COUNTING
    school: str = ""
    grade: str = ""
    route: str = ""
    start: str = ""
    here: int = 0
    size: int = 0
    counts: tuple[Count, ...] = ()
    selected: int = 0
    typing: bool = False
    members: tuple[Member, ...] | None = None
    current: int = 0
    may_override: bool = False
    busy: bool = False

    @property
    def heads(self) -> int:
        return sum(count.value for count in self.counts)

    @property
    def room(self) -> int:
        """Places left on the ticket."""
        return max(self.size - self.here, 0)

    @property
    def over(self) -> bool:
        """Whether more come than the ticket has places left; whoever is inside may leave."""
        return self.mode is Mode.ARRIVING and self.heads > self.room

    @property
    def named(self) -> tuple[int, ...]:
        """Tickets of the members who come; none where fewer were counted than are ticked."""
        coming = [member for member in self.members or () if member.comes]
        if len(coming) > self.value_of(Heads.PUPILS):
            return ()
        return tuple(member.ticket for member in coming if member.ticket)

    @property
    def name_rows(self) -> int:
        """Names in one column."""
        return -(-len(self.members or ()) // NAME_COLUMNS)

    def value_of(self, heads: Heads) -> int:
        return sum(count.value for count in self.counts if count.heads is heads)

    def with_value(self, index: int, value: int) -> CountState:
        """The same with another number in a counter, kept between 0 and what two digits type."""
        kept = min(max(value, 0), MOST_TYPED)
        counts = list(self.counts)
        counts[index] = replace(counts[index], value=kept)
        return replace(self, counts=tuple(counts))

    def with_all(self) -> CountState:
        """The same with everybody who is still awaited."""
        return replace(self, counts=tuple(replace(c, value=c.left) for c in self.counts))

    def with_members(self, members: Iterable[Member]) -> CountState:
        """The same with these names; pupils are those who are ticked, and those without a name."""
        listed = tuple(members)
        pupils = next(i for i, count in enumerate(self.counts) if count.heads is Heads.PUPILS)
        awaited = sum(not member.is_in for member in listed)
        unnamed = max(self.counts[pupils].left - awaited, 0)
        coming = sum(member.comes for member in listed)
        return replace(self, members=listed).with_value(pupils, coming + unnamed)


def arriving(
    passage: Passage,
    presence: Presence,
    listed: RosterTicket | None = None,
    walk_in: WalkIn | None = None,
    slot: Slot | None = None,
    *,
    may_override: bool = False,
) -> CountState:
    """The question of a scanned group's ticket, answered with all who are not inside yet.

    Where neither the roster nor a registration tells pupils from adults, all are taken for pupils.
    """
    pupils, adults = _expected(passage, listed, walk_in)
    room = max(passage.size - presence.inside, 0)
    adults_in = min(presence.adults, presence.inside)
    adults_left = min(max(adults - adults_in, 0), room)
    pupils_left = min(max(pupils - (presence.inside - adults_in), 0), room - adults_left)
    return CountState(
        counts=(
            Count(Heads.PUPILS, pupils_left, pupils_left, pupils),
            Count(Heads.ADULTS, adults_left, adults_left, adults),
        ),
        here=presence.inside,
        size=passage.size,
        may_override=may_override,
        **_known(listed, walk_in, slot),
    )


def leaving(
    passage: Passage,
    heads: int,
    listed: RosterTicket | None = None,
    walk_in: WalkIn | None = None,
    slot: Slot | None = None,
) -> CountState:
    """The question of a group's ticket at the way out; `heads` left, as far as was recorded."""
    return CountState(
        mode=Mode.LEAVING,
        counts=(Count(Heads.PEOPLE, heads, heads, heads),),
        size=passage.size,
        **_known(listed, walk_in, slot),
    )


def _expected(
    passage: Passage, listed: RosterTicket | None, walk_in: WalkIn | None
) -> tuple[int, int]:
    if listed is not None and isinstance(listed.holder, Group):
        return listed.holder.pupils, listed.holder.adults
    if walk_in is not None:
        return walk_in.pupils, walk_in.adults
    return passage.size, 0


def _known(
    listed: RosterTicket | None, walk_in: WalkIn | None, slot: Slot | None
) -> dict[str, Any]:
    """What the page says of the group; its texts are empty where nothing is known."""
    known: dict[str, Any] = {}
    if (named := listed.holder if listed else walk_in) is not None:
        known |= {"school": named.school, "grade": class_name(named.grade)}
    if slot is not None:
        known |= {"route": slot.route, "start": hhmm(slot.start)}
    return known
