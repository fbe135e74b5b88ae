"""Finding people by name, class and school."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.visitors import RosterTicket
from kiosk.operations.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Found:
    """A ticket of the roster whose holder fits, and how many of its heads have come."""

    listed: RosterTicket
    inside: int


def search(uow: UnitOfWork, text: str, limit: int = 20) -> list[Found]:
    """Tickets that fit what was typed: beginnings of words, in any order, from two letters on."""
    return [
        Found(listed, uow.attendance.history(listed.number).presence.counted)
        for listed in uow.roster.search(text, limit)
    ]
