"""What is known of a ticket's holder: the headcount of their party, and their own comings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.domain.headcount import Presence, first, in_order, standing
from kiosk.domain.movements import Movement, Way
from kiosk.domain.true_time import Anchor


@dataclass(frozen=True, slots=True)
class History:
    """What the journal knows of a ticket.

    `presence` is the party's. `first` is the arrival that counts for the holder. `is_in`: they are
    inside by their own ticket, or were named when their group was counted. `maybe_in`: their group
    was counted by heads, and nobody knows whether they were among them. `returning`: they were
    inside and left. `may_be_away`: heads of their group have left on its ticket since they were
    last known to come, and are still away. `apart` are the tickets of a group's members who came on
    their own, and not among the heads that were counted: whoever counts more heads says so again.
    """

    presence: Presence = field(default_factory=Presence)
    first: Movement | None = None
    is_in: bool = False
    maybe_in: bool = False
    returning: bool = False
    may_be_away: bool = False
    apart: tuple[int, ...] = ()


def history_of(ticket: int, movements: Iterable[Movement], known: Mapping[str, Anchor]) -> History:
    """The history of a ticket from the standing movements of its party."""
    ordered = in_order(movements, known)
    if not ordered:
        return History()
    party = standing(ordered)
    found = party.presence
    own = [m for m in ordered if m.ticket == ticket and m.way is not Way.ASKED]
    named = [m for m in ordered if ticket in m.named]
    by_heads = [m for m in ordered if m.is_partys_own and m.way is Way.IN]
    known_of = [m for m in ordered if m in own or m in named]
    left = bool(known_of) and known_of[-1].way is Way.OUT
    may_be_away = _have_left(_since(ordered, known_of or by_heads)) and party.left_together > 0
    away = left or found.inside == 0 or may_be_away
    return History(
        presence=found,
        first=first(own or named or by_heads, known),
        is_in=bool(known_of) and not away,
        maybe_in=not known_of and bool(by_heads) and found.inside > 0,
        returning=left or (bool(known_of) and away and found.counted > 0),
        may_be_away=may_be_away,
        apart=tuple(sorted(party.apart.union(*(m.apart for m in ordered)))),
    )


def _since(ordered: Sequence[Movement], known_of: Sequence[Movement]) -> Sequence[Movement]:
    """What happened after the last time that somebody was known of."""
    return ordered[ordered.index(known_of[-1]) + 1 :] if known_of else ()


def _have_left(movements: Iterable[Movement]) -> bool:
    """Whether heads left on the group's ticket: nobody knows who they were."""
    return any(m.is_partys_own and m.way is Way.OUT for m in movements)
