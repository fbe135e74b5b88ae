"""What the sign-in screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.domain.names import short
from kiosk.domain.staff import Role
from kiosk.ui.failure import Failure

if TYPE_CHECKING:
    from kiosk.operations.staff import Operator

ROWS = 3
"""As many people as the list shows at once."""


class Stage(StrEnum):
    """What is being typed, or read."""

    PIN = "pin"
    RECOVERY = "recovery"
    NEW_CODE = "new_code"


class Trouble(StrEnum):
    """Why nobody was signed in."""

    WRONG = "wrong"
    LOCKED = "locked"
    NOBODY_CHOSEN = "nobody_chosen"
    NO_PIN = "no_pin"
    NO_CODE = "no_code"
    NOT_LISTED = "not_listed"
    UNKNOWN_BADGE = "unknown_badge"


@dataclass(frozen=True, slots=True)
class Notice:
    """`tries_left` belongs to a wrong PIN, `left_ms` (milliseconds) to a locked one."""

    trouble: Trouble
    tries_left: int = 0
    left_ms: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to choose; `profession` is that of an instructor's trial."""

    staff_id: str
    full_name: str
    role: Role
    profession: str = ""

    @classmethod
    def of(cls, operator: Operator) -> Person:
        profession = operator.trial.profession if operator.trial else ""
        return cls(operator.staff_id, operator.name, operator.role, profession)

    @property
    def name(self) -> str:
        """«Анна К.»: what the queue may read."""
        return short(self.full_name)


@dataclass(frozen=True, slots=True)
class SignInState:
    """`people` are those shown, `more` counts those who fit the letters of `query` besides.

    `typed` counts the digits of the PIN, which stays with the presenter. `code` is the recovery
    code, as far as it is typed or as it is to be written down. `busy`: an answer is awaited.
    """

    stage: Stage = Stage.PIN
    people: tuple[Person, ...] = ()
    more: int = 0
    query: str = ""
    chosen: str = ""
    typed: int = 0
    code: str = ""
    busy: bool = False
    complete: bool = False
    notice: Notice | None = None
    failure: Failure | None = None
