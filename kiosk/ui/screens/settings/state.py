"""What the settings screen shows, as facts: no translated word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.programme import SitePolicy
from kiosk.ui.failure import Failure

VOLUME_STEP = 10
VOLUMES = range(101)
IDLE_STEPS = (1, 2, 3, 5, 10, 15, 30, 60, 120)
"""Minutes without a touch that can be chosen."""


class Policy(StrEnum):
    """The rules of a site that a manager may change; the values are SitePolicy's fields."""

    ASKS_CLEARANCE = "asks_clearance"
    TRACKS_EXITS = "tracks_exits"
    KEEPS_SLOTS = "keeps_slots"
    ASKS_BRIEFING = "asks_briefing"
    MASKS_NAMES = "masks_names"

    def of(self, policy: SitePolicy) -> bool:
        found: bool = getattr(policy, self.value)
        return found


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen. `policy` is None, and `entrance` empty, while the kiosk has no site.

    `volume` goes from 0 to 100. After `idle_minutes` names and the manager's functions hide.
    """

    language: str
    sound: bool
    volume: int
    full_screen: bool
    idle_minutes: int
    entrance: str = ""
    policy: SitePolicy | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What is kept now, and the policy that the roster alone would give."""

    choices: Choices
    roster: SitePolicy | None = None


@dataclass(frozen=True, slots=True)
class SettingsState:
    """`before` is what is kept, `now` what is chosen; None until they are read.

    `naming`: the entrance's name is typed; `unnamed`: it cannot be one. `asking`: somebody wants to
    leave with changes that are not saved. `busy`: an answer is awaited.
    """

    before: Choices | None = None
    now: Choices | None = None
    roster: SitePolicy | None = None
    naming: bool = False
    asking: bool = False
    unnamed: bool = False
    busy: bool = False
    failure: Failure | None = None

    @property
    def changed(self) -> bool:
        return self.now != self.before

    def is_decided_here(self, policy: Policy) -> bool:
        """Whether this kiosk goes by another rule than the roster says."""
        if self.now is None or self.now.policy is None or self.roster is None:
            return False
        return policy.of(self.now.policy) != policy.of(self.roster)
