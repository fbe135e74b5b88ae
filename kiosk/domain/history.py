"""What is known of a ticket's holder: the headcount of their party, and their own comings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.domain.headcount import Presence, first, in_order, presence
from kiosk.domain.movements import Movement, Way
from kiosk.domain.true_time import Anchor


@dataclass(frozen=True, slots=True)
class History:
    """What the journal knows of a ticket.

    `presence` is the party's. `first` is the arrival that counts for the holder. `is_in`: they are
    inside by their own ticket, or were named when their group was counted. `maybe_in`: their group
    was counted by heads, and nobody knows whether they were among them. `returning`: they were
    inside and left. `apart` are the tickets of a group's members who came on their own, and not
    among the heads that were counted: whoever counts more heads says so again.
    """

    presence: Presence = field(default_factory=Presence)
    first: Movement | None = None
    is_in: bool = False
    maybe_in: bool = False
    returning: bool = False
    apart: tuple[int, ...] = ()


def history_of(ticket: int, movements: Iterable[Movement], known: Mapping[str, Anchor]) -> History:
    """The history of a ticket from the standing movements of its party."""
    ordered = in_order(movements, known)
    found = presence(ordered, known)
    own = [m for m in ordered if m.ticket == ticket and m.way is not Way.ASKED]
    named = [m for m in ordered if ticket in m.named]
    by_heads = [m for m in ordered if m.is_partys_own and m.way is Way.IN]
    left = bool(own) and own[-1].way is Way.OUT
    came = bool(own or named)
    return History(
        presence=found,
        first=first(own or named or by_heads, known),
        is_in=came and not left and found.inside > 0,
        maybe_in=not came and bool(by_heads) and found.inside > 0,
        returning=left or (came and found.inside == 0 and found.counted > 0),
        apart=_apart(ordered),
    )


def _apart(ordered: Iterable[Movement]) -> tuple[int, ...]:
    """Members who came before any head of their group was counted, or of whom it was said."""
    found: set[int] = set()
    counted = False
    for moved in ordered:
        if moved.way is not Way.IN:
            continue
        found.update(moved.apart)
        if moved.is_partys_own:
            counted = True
        elif not counted:
            found.add(moved.ticket)
    return tuple(sorted(found))
