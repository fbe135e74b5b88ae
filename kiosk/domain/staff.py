"""The people who work a kiosk: their roles, and what each role may do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

PIN_LENGTH = 6
RECOVERY_LENGTH = 16
"""Digits of the recovery code on the manager's paper, the check digit among them."""

RECOVERY_ID = "(recovery)"
"""Stands for whoever signed in with the recovery code; the list can hold no such id."""

_STAFF_ID = re.compile("[A-Za-z0-9._-]{1,32}")
_BADGE = re.compile("[0-9a-f]{64}")
_PIN = re.compile(
    r"\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{16,86}"
)
_GROUP = 4
_MOST_KIB, _MOST_PASSES = 1 << 18, 10


class Role(StrEnum):
    """What somebody does on the day."""

    VOLUNTEER = "volunteer"
    INSTRUCTOR = "instructor"
    SITE_MANAGER = "site_manager"


class Right(StrEnum):
    """What not everybody may do. A scan at the entrance is no right: nobody's is refused."""

    GATE = "gate"
    """The entrance's screen, with its search and its lists."""
    TRIALS = "trials"
    CLOSING = "closing"
    """The end of the day, for the kiosk and for the site."""
    OVERRIDE = "override"
    """To let in where the rules say no."""
    UNDO_OTHERS = "undo_others"
    """To take back what somebody else recorded."""
    SETTINGS = "settings"


ALL_RIGHTS = frozenset(Right)
NOBODYS_RIGHTS = frozenset({Right.GATE})
"""While nobody is signed in, the entrance goes on."""

_RIGHTS = {
    Role.VOLUNTEER: frozenset({Right.GATE}),
    Role.INSTRUCTOR: frozenset({Right.TRIALS}),
    Role.SITE_MANAGER: ALL_RIGHTS,
}


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody of a site's staff list.

    `pin` is an Argon2id hash in its PHC text form, `badge` the hash of the badge's text (64 hex
    digits); each is empty for somebody who has none. `trial_id` names an instructor's trial.
    """

    staff_id: str
    name: str
    role: Role
    pin: str = field(default="", repr=False)
    badge: str = field(default="", repr=False)
    trial_id: str = ""

    @property
    def rights(self) -> frozenset[Right]:
        return _RIGHTS[self.role]

    @property
    def is_usable(self) -> bool:
        """Whether a kiosk can work with the member: a PIN's hash must not cost it its memory."""
        known_badge = not self.badge or _BADGE.fullmatch(self.badge) is not None
        return is_staff_id(self.staff_id) and known_badge and (not self.pin or _is_cheap(self.pin))


def is_staff_id(text: str) -> bool:
    """Whether a text can stand in every record for a person, and is not the name itself."""
    return _STAFF_ID.fullmatch(text) is not None


def in_groups(code: str) -> str:
    """The digits of a recovery code as people read them, all or the first: «1234 5678 90»."""
    return " ".join(code[i : i + _GROUP] for i in range(0, len(code), _GROUP))


def _is_cheap(pin: str) -> bool:
    match = _PIN.fullmatch(pin)
    return match is not None and int(match[1]) <= _MOST_KIB and int(match[2]) <= _MOST_PASSES
