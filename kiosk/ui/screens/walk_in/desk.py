"""What the registration without a ticket needs of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.domain.records import Record
from kiosk.domain.walk_ins import WalkIn, WalkInKind
from kiosk.ui.desk import Failed


class Registration(Protocol):
    """Somebody who was registered and whose entry is durable; `code` is what their QR says."""

    @property
    def walk_in(self) -> WalkIn: ...
    @property
    def code(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Sticker:
    """What is printed for somebody without a ticket: the number and its QR, and no name."""

    code: str = field(repr=False)
    label: str
    site: str
    lines: tuple[str, ...] = ()


Registered = Callable[[Registration], None]


class WalkInDesk(Protocol):
    """Answered later on the thread of the window, like every call of the desk.

    `cleared`: the clearance was asked for, and is agreed.
    """

    def register_walk_in(
        self,
        kind: WalkInKind,
        *,
        grade: str,
        school: str,
        name: str,
        accompanies: int,
        cleared: bool,
        done: Registered,
        failed: Failed,
    ) -> None: ...

    def register_class(
        self,
        *,
        school: str,
        grade: str,
        leader: str,
        pupils: int,
        adults: int,
        cleared: bool,
        done: Registered,
        failed: Failed,
    ) -> None: ...

    def name_class(
        self, ticket: int, names: Sequence[str], done: Callable[[Record], None], failed: Failed
    ) -> None: ...

    def nameless_classes(
        self, limit: int, done: Callable[[Sequence[Registration]], None], failed: Failed
    ) -> None:
        """This kiosk's classes of today that have no names yet, the latest first."""

    def print_sticker(self, sticker: Sticker, done: Callable[[str], None]) -> None:
        """Prints beside the window; answers with a sentence that says how it went."""

    def schools(self, done: Callable[[list[str]], None], failed: Failed) -> None:
        """The names of the schools in the roster, each once."""
