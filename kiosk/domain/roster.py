"""The roster: what the central server tells a site before and during the day, item by item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.domain.programme import Event, Site, Slot, Trial
from kiosk.domain.staff import StaffMember
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, Visitor


@dataclass(frozen=True, slots=True)
class TicketKey:
    """A public key that signs tickets; `public` is 64 hex digits (32 raw bytes of Ed25519)."""

    key_id: int
    public: str


@dataclass(frozen=True, slots=True)
class TicketEntry:
    """A ticket as the roster carries it; `holder_id` names a visitor or, for a group, the group."""

    number: int
    event: int
    site: int
    kind: TicketKind
    code: str
    holder_id: str
    day: int = 0
    slot: int = 0
    cancelled: bool = False
    cleared: bool = True
    external: str = ""


RosterItem = Event | Site | Slot | Trial | TicketKey | Visitor | Group | TicketEntry | StaffMember

ITEM_KINDS: dict[str, type[RosterItem]] = {
    "event": Event,
    "site": Site,
    "slot": Slot,
    "trial": Trial,
    "ticket_key": TicketKey,
    "visitor": Visitor,
    "group": Group,
    "ticket": TicketEntry,
    "staff": StaffMember,
}
"""The kinds of item; one of another kind comes from a later server and is passed over."""

LARGEST_NUMBER = 2**31 - 1


def is_usable(item: RosterItem) -> bool:
    """Whether a kiosk can keep an item and work with it: one bad key would stop every scan."""
    match item:
        case Visitor():
            return True
        case TicketKey(public=public):
            sound = re.fullmatch("[0-9a-f]{64}", public) is not None
        case Site(timezone=timezone):
            sound = _is_timezone(timezone)
        case StaffMember():
            sound = item.is_usable
        case _:
            sound = True
    kind: type = type(item)
    numbers = [getattr(item, name) for name in _numbers(kind)]
    return sound and min(numbers, default=0) >= 0 and max(numbers, default=0) <= LARGEST_NUMBER


@cache
def _numbers(kind: type) -> tuple[str, ...]:
    """The names of a kind's fields that hold whole numbers."""
    return tuple(name for name, held in get_type_hints(kind).items() if held is int)


def _is_timezone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class RosterChange:
    """One change of a site's roster. `item` is None where the item was taken off."""

    version: int
    kind: str
    key: str
    item: RosterItem | None


@dataclass(frozen=True, slots=True)
class RosterCursor:
    """How far a roster was read. Another epoch means that it must be read anew from the start."""

    epoch: str = ""
    version: int = 0
