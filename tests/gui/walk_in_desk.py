"""A desk for whoever comes without a ticket, or is looked for by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.headcount import Presence
from kiosk.domain.records import Kind, Record
from kiosk.domain.visitors import RosterTicket, Visitor, VisitorKind
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import Match
from kiosk.operations.search import Found
from kiosk.ui.desk import Failed
from kiosk.ui.screens.walk_in.desk import Registered, Sticker
from tests.gui import world

SCHOOLS = ["МБОУ СОШ № 4, г. Приозёрск", "МБОУ СОШ № 7, г. Приозёрск", "Лицей № 41 «Вектор»"]
MARINA = world.pupil(5, "Елкина Марина Олеговна", "9А")
UNLISTED = Visitor("v9", VisitorKind.PUPIL, "Елисеев Пётр", SCHOOLS[1], "10А")


def found(listed: RosterTicket, heads: int = 0, *, uncounted: bool = False) -> Found:
    """A holder of a ticket on which `heads` came at 09:58."""
    presence = Presence(bool(heads), heads, heads, heads, uncounted=uncounted)
    return Found(Match(listed.holder, listed), presence, world.at(9, 58), world.SLOT)


FOUND = [
    found(world.MARIA),
    found(MARINA, 1),
    found(world.GROUP, uncounted=True),
    Found(Match(UNLISTED, None)),
]


@dataclass(frozen=True)
class Registration:
    """Somebody who was registered."""

    walk_in: WalkIn

    @property
    def code(self) -> str:
        return f"EDW{self.walk_in.number.kiosk:04d}{self.walk_in.number.number:03d}5"


@dataclass
class WalkInDesk:
    """Answers at once, or, while `later` is set, when one of `waiting` is called.

    `fault` is raised instead of an answer while it is set; `calls` lists what was asked.
    """

    later: bool = False
    fault: Exception | None = None
    found: dict[str, list[Found]] = field(default_factory=dict)
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    waiting: list[Callable[[], None]] = field(default_factory=list)
    registered: int = 16
    nameless: list[Registration] = field(default_factory=list)

    def asked(self, name: str) -> list[Any]:
        """The arguments of the calls of one operation."""
        return [call[1] for call in self.calls if call[0] == name]

    def search(self, text: str, done: Callable[[list[Found]], None], failed: Failed) -> None:
        self.calls.append(("search", text))
        self._reply(done, failed, self.found.get(text, FOUND))

    def check_in_listed(
        self, ticket: int, _who: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        self.calls.append(("check_in_listed", ticket))
        self._reply(done, failed, world.admitted())

    def admit_anyway(
        self, refused: CheckIn, reason: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        self.calls.append(("admit_anyway", reason))
        self._reply(done, failed, world.admitted())

    def register_walk_in(
        self, kind: WalkInKind, *, done: Registered, failed: Failed, **more: Any
    ) -> None:
        self.calls.append(("register_walk_in", {"kind": kind, **more}))
        facts = {name: more[name] for name in ("grade", "school", "accompanies")}
        self._reply(done, failed, Registration(WalkIn.one(self._number(), kind, **facts)))

    def register_class(self, *, done: Registered, failed: Failed, **more: Any) -> None:
        self.calls.append(("register_class", more))
        facts = {name: more[name] for name in ("grade", "school", "pupils", "adults")}
        one = Registration(WalkIn(self._number(), WalkInKind.CLASS, **facts))
        if self.fault is None:
            self.nameless.append(one)
        self._reply(done, failed, one)

    def name_class(
        self, ticket: int, names: Sequence[str], done: Callable[[Record], None], failed: Failed
    ) -> None:
        self.calls.append(("name_class", (ticket, list(names))))
        self._reply(done, failed, world.record(9, Kind.WALK_IN, world.at(10, 9)))

    def nameless_classes(
        self, limit: int, done: Callable[[Sequence[Registration]], None], failed: Failed
    ) -> None:
        named = {ticket for ticket, _ in self.asked("name_class")}
        waiting = [one for one in self.nameless if one.walk_in.number.ticket not in named]
        self._reply(done, failed, waiting[::-1][:limit])

    def print_sticker(self, sticker: Sticker, done: Callable[[str], None]) -> None:
        self.calls.append(("print_sticker", sticker))
        self._reply(done, _no_failure, "Отправлено на печать.")

    def schools(self, done: Callable[[list[str]], None], failed: Failed) -> None:
        self.calls.append(("schools", None))
        self._reply(done, failed, SCHOOLS)

    def _number(self) -> WalkInNumber:
        self.registered += self.fault is None
        return WalkInNumber(1, self.registered)

    def _reply(self, done: Callable[[Any], None], failed: Failed, answer: Any) -> None:
        fault = self.fault

        def give() -> None:
            done(answer) if fault is None else failed(fault)

        if self.later:
            self.waiting.append(give)
        else:
            give()


def _no_failure(error: Exception) -> None:
    raise error
