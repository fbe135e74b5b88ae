"""Heads of one party, counted once each, from all that its gates wrote down.

A party is whoever one ticket stands for: a person, or a group, whose members may hold tickets of
their own. Its headcount is a function of the *set* of its movements: they are put in the order of
their true times here, so nothing depends on which gate's records came first.

Nobody is counted twice. A member's own ticket and the heads counted on the group's ticket overlap,
unless a gate that knew of the one said that the other came apart from it; and more heads than a
ticket stands for are a surplus, which is shown and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kiosk.domain.movements import Movement, Way
from kiosk.domain.true_time import Anchor

MOST_HEADS = 999
"""The largest number of pupils, or of adults, that is counted at once: more is a slip."""
PAPER = "paper"
"""The source of what was written down on paper first."""


@dataclass(frozen=True, slots=True)
class Presence:
    """A party's headcount.

    `arrivals` are records and `heads` all the heads they name; `counted` came, each once, `adults`
    of them on the group's ticket and `paper` of them known from paper; `inside` have not left.
    `surplus` are heads beyond what the ticket stands for. `uncounted`: the group's ticket was
    scanned last, and nobody said how many came.
    """

    arrivals: int = 0
    heads: int = 0
    counted: int = 0
    inside: int = 0
    adults: int = 0
    paper: int = 0
    surplus: int = 0
    uncounted: bool = False

    @property
    def doubled(self) -> bool:
        """More heads came on the ticket than it stands for."""
        return self.surplus > 0

    @property
    def away(self) -> int:
        """How many have left; whoever comes next is one of them."""
        return self.counted - self.inside


@dataclass(frozen=True, slots=True)
class Standing:
    """A party's headcount, with what a gate needs to know of its members.

    `left_together` are still away of those who left on the party's own ticket. `apart` are members
    who came on their own tickets and are none of the heads that were counted.
    """

    presence: Presence
    left_together: int
    apart: frozenset[int]


def presence(movements: Iterable[Movement], known: Mapping[str, Anchor]) -> Presence:
    """Folds the standing movements of one party, retracted ones left out by the caller."""
    return standing(in_order(movements, known)).presence


def standing(ordered: Sequence[Movement]) -> Standing:
    """Folds the movements of one party, in the order in which they happened."""
    party = _Party(ordered)
    for movement in ordered:
        party.take(movement)
    return party.standing()


def in_order(movements: Iterable[Movement], known: Mapping[str, Anchor]) -> list[Movement]:
    """Movements as they happened; one device's of the same millisecond as it wrote them."""
    return sorted(movements, key=lambda m: (m.when(known).ms, m.device_id, m.seq, m.hash))


def arrivals_of(movements: Iterable[Movement]) -> list[Movement]:
    return [movement for movement in movements if movement.way is Way.IN]


def first(movements: Iterable[Movement], known: Mapping[str, Anchor]) -> Movement | None:
    """The arrival that counts: the earliest in true time, then by hash."""
    return min(arrivals_of(movements), key=lambda m: (m.when(known).ms, m.hash), default=None)


class _Party:
    """A party's heads: the group's own, whom nobody can tell apart, and members on own tickets.

    Who comes back on the group's ticket is first taken for one of those who left on it. Where it
    may have been a member who had left on their own ticket, that is kept as a doubt, and what they
    do next settles it.
    """

    def __init__(self, movements: Sequence[Movement]) -> None:
        arrivals = arrivals_of(movements)
        self._arrivals = arrivals
        self._said = {m.ticket for m in arrivals if not m.is_partys_own and m.ticket in m.apart}
        self._apart: set[int] = set()
        self._known_apart: frozenset[int] | None = None
        self._size = _size(arrivals)
        self._pool = self._adults = self._paper = self._surplus = 0
        self._members: set[int] = set()
        self._left = 0
        self._members_left: dict[int, int] = {}
        self._doubts: list[int] = []
        self._now = 0
        self._uncounted = False

    def take(self, movement: Movement) -> None:
        self._now += 1
        if movement.way is Way.ASKED:
            self._uncounted = True
        elif movement.way is Way.OUT:
            self._take_out(movement)
        else:
            before = self._counted
            self._take_in(movement)
            if movement.source == PAPER:
                self._paper += self._counted - before

    def standing(self) -> Standing:
        return Standing(self._presence(), self._left, frozenset(self._members & self._apart))

    def _presence(self) -> Presence:
        return Presence(
            arrivals=len(self._arrivals),
            heads=sum(movement.heads for movement in self._arrivals),
            counted=self._counted,
            inside=self._inside,
            adults=min(self._adults, self._counted),
            paper=self._paper,
            surplus=self._surplus + self._total - self._counted,
            uncounted=self._uncounted,
        )

    @property
    def _total(self) -> int:
        """Different people, as far as is known: those who may be the same are taken for one."""
        apart = len(self._members & self._apart)
        return apart + max(self._pool, len(self._members) - apart)

    @property
    def _counted(self) -> int:
        return min(self._total, self._size) if self._size else self._total

    @property
    def _inside(self) -> int:
        return max(self._counted - self._left - len(self._members_left), 0)

    def _take_in(self, movement: Movement) -> None:
        if not movement.is_partys_own:
            self._member_comes(movement.ticket)
            return
        self._uncounted = False
        returned = [t for t in movement.named if t in self._members_left][: movement.heads]
        for ticket in returned:
            del self._members_left[ticket]
        heads = movement.heads - len(returned)
        back = min(heads, self._left)
        self._left -= back
        inside = (t for t in movement.named if t in self._members and t not in returned)
        self._apart.difference_update(islice(inside, back, None))
        members_back = sorted(self._members_left)[: heads - back]
        for ticket in members_back:
            del self._members_left[ticket]
        if self._members_left:
            self._doubts += [self._now] * back
        self._count(movement, heads - back - len(members_back))

    def _count(self, movement: Movement, new: int) -> None:
        """Adds heads that have not come before; the record says which members are none of them.

        A gate that had not heard of a member could not know.
        """
        if new:
            told, before = frozenset(movement.apart), self._known_apart
            self._known_apart = told if before is None else before & told
            self._apart &= told | self._said
        self._pool += new
        self._adults += min(movement.adults, new)

    def _member_comes(self, ticket: int) -> None:
        if ticket not in self._members and self._is_apart(ticket):
            self._apart.add(ticket)
        if ticket in self._members_left:
            del self._members_left[ticket]
        elif self._is_new(ticket):
            self._members.add(ticket)
        elif self._left:
            self._left -= 1
            self._members.add(ticket)
        elif (other := next(filter(self._settle, sorted(self._members_left)), None)) is not None:
            del self._members_left[other]
            self._members.add(ticket)
        elif ticket in self._members:
            self._surplus += 1
        else:
            self._members.add(ticket)

    def _is_apart(self, ticket: int) -> bool:
        """Whether a member is none of the heads so far: so they said, or every count did."""
        known = self._known_apart
        return known is None or ticket in known or ticket in self._said

    def _is_new(self, ticket: int) -> bool:
        """Whether a member is none of those who came before: not of the heads that nobody named."""
        nameless = self._pool > len(self._members - self._apart)
        return ticket not in self._members and (ticket in self._apart or not nameless)

    def _take_out(self, movement: Movement) -> None:
        if movement.is_partys_own:
            self._left += min(movement.heads, self._inside)
        elif movement.ticket not in self._members_left:
            if self._inside:
                self._members_left[movement.ticket] = self._now
        elif self._settle(movement.ticket):
            self._left += 1
            self._members_left[movement.ticket] = self._now

    def _settle(self, ticket: int) -> bool:
        """Whether a member who left may have come back on the group's ticket; it is asked once."""
        left_at = self._members_left[ticket]
        doubt = next((at for at in self._doubts if at > left_at), None)
        if doubt is not None:
            self._doubts.remove(doubt)
        return doubt is not None


def _size(arrivals: Iterable[Movement]) -> int:
    """How many people the party's ticket stands for, 0 while only members have come.

    Two laptops with one copied folder may give two people the same number: each registration
    stands for its own.
    """
    sizes: dict[str, int] = {}
    for movement in arrivals:
        if movement.is_partys_own:
            known = sizes.get(movement.registration, 0)
            sizes[movement.registration] = max(known, movement.size)
    return sum(sizes.values())
