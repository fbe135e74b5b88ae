"""What the header says: where this is, what a scan does, how the network is, what is not sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kiosk.ui.failure import PASSING, Failure, failure_of
from kiosk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.operations.sync import SyncReport


class Screen(StrEnum):
    """The screens: those that the header leads to, those of the menu, and the first start's."""

    WELCOME = "welcome"
    GATE = "gate"
    TRIALS = "trials"
    CLOSING = "closing"
    MENU = "menu"
    SIGN_IN = "sign_in"
    READINESS = "readiness"
    SELF_TEST = "self_test"
    SETTINGS = "settings"
    BRIEFING = "briefing"
    ON_SITE = "on_site"
    PAPER = "paper"


class ScanMeans(StrEnum):
    """What a scan does now."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    TRIAL = "trial"
    ENROLMENT = "enrolment"
    TEST = "test"
    BRIEFING = "briefing"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class HeaderState:
    """The header. `trial` is the trial's title while a scan means one.

    `listed`: there is a staff list to sign in from. `tabs` are the screens that whoever works the
    kiosk may open; `locked` tells that they have to show again who they are. `failure` is set only
    while a person must act; without it, no network is grey and calm.
    """

    screen: Screen = Screen.WELCOME
    enrolled: bool = False
    site: str = ""
    entrance: str = ""
    scan_means: ScanMeans = ScanMeans.ARRIVAL
    trial: str = ""
    online: bool = False
    pending: int = 0
    failure: Failure | None = None
    operator: str = ""
    listed: bool = False
    locked: bool = False
    tabs: frozenset[Screen] = frozenset(Screen)


class HeaderPresenter:
    """Gathers the header's facts from the overview, the couriers and the screens."""

    def __init__(
        self, surroundings: Surroundings, show: Callable[[HeaderState], None], operator: str = ""
    ) -> None:
        self._surroundings = surroundings
        self._show = show
        self._link_failure: Failure | None = None
        self._gate_failure: Failure | None = None
        self._mended: Failure | None = None
        self.state = HeaderState(operator=operator)
        surroundings.listen(self._look_around)

    def synced(self, report: SyncReport) -> None:
        """Takes note of how an exchange with the server went."""
        failures = [failure_of(trouble) for trouble in report.troubles]
        self._link_failure = next((f for f in failures if f not in PASSING), None)
        self._put(online=not failures)

    def not_recorded(self, failure: Failure | None) -> None:
        """Takes note that a record could not be made durable, or with None that one could."""
        self._gate_failure = failure
        self._put()

    def mended(self) -> None:
        """Takes note that a damaged data file was set aside: somebody should look after it."""
        self._mended = Failure.MENDED
        self._put()

    def crew(self, *, operator: str, listed: bool, locked: bool, tabs: frozenset[Screen]) -> None:
        """Takes note of who works the kiosk, and what they may open."""
        self._put(operator=operator, listed=listed, locked=locked, tabs=tabs)

    def on_screen(self, screen: Screen, means: ScanMeans, trial: str = "") -> None:
        self._put(screen=screen, scan_means=means, trial=trial)

    def _look_around(self) -> None:
        overview = self._surroundings.overview
        if overview is None or not self._surroundings.readable:
            self._put()
            return
        binding, site = overview.binding, overview.site
        self._put(
            enrolled=binding is not None and not binding.is_practice,
            site=site.name if site else "",
            entrance=binding.entrance if binding else "",
            pending=overview.pending,
        )

    def _put(self, **changes: Any) -> None:
        unreadable = None if self._surroundings.readable else Failure.DAMAGED
        failure = self._gate_failure or unreadable or self._mended or self._link_failure
        state = replace(self.state, **changes, failure=failure)
        if state != self.state:
            self.state = state
            self._show(state)
