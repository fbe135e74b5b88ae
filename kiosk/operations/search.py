"""Finding people by name, class and school."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.operations.ports import Match, UnitOfWork


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who fits, and how many heads have come on their ticket."""

    match: Match
    inside: int


def search(uow: UnitOfWork, text: str, limit: int = 20) -> list[Found]:
    """Who fits what was typed: beginnings of words, in any order, from two letters on."""
    return [Found(match, _inside(uow, match)) for match in uow.roster.search(text, limit)]


def _inside(uow: UnitOfWork, match: Match) -> int:
    if match.listed is None:
        return 0
    return uow.attendance.history(match.listed.number).presence.counted
