"""What the header says: where this is, what a scan does, how the network is, what is not sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kiosk.ui.failure import PASSING, Failure, failure_of
from kiosk.ui.header.worries import DiskLow, ScannerGone, Worry, disk_low, list_old, scanner_gone
from kiosk.ui.screen import ScanMeans, Screen
from kiosk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.domain.devices import DeviceState
    from kiosk.domain.readiness_facts import Disk
    from kiosk.operations.sync import SyncReport

_HOUR_MS = 3_600_000
_SENDING_SHOWS_AFTER_MS = 1_000
"""An exchange in the middle of a crowd is over sooner, and the header does not flicker with it."""


@dataclass(frozen=True, slots=True)
class HeaderState:
    """The header. `trial` is the trial's title while a scan means one.

    `listed`: there is a staff list to sign in from. `tabs` are the screens that whoever works the
    kiosk may open; `locked` tells that they have to show again who they are. `failure` is set only
    while a person must act; without it, no network is grey and calm. `offline_hours` are the whole
    hours since the last exchange that succeeded. `worry` is the most urgent of what somebody should
    look after soon. `day_ended`: this kiosk's day of today is ended, though a scan is still taken.
    """

    screen: Screen = Screen.WELCOME
    enrolled: bool = False
    site: str = ""
    entrance: str = ""
    scan_means: ScanMeans = ScanMeans.ARRIVAL
    trial: str = ""
    online: bool = False
    offline_hours: int = 0
    sending: bool = False
    pending: int = 0
    failure: Failure | None = None
    worry: Worry | None = None
    day_ended: bool = False
    operator: str = ""
    listed: bool = False
    locked: bool = False
    tabs: frozenset[Screen] = frozenset(Screen)


class HeaderPresenter:
    """Gathers the header's facts from the overview, the couriers and the screens."""

    def __init__(self, surroundings: Surroundings, show: Callable[[HeaderState], None]) -> None:
        self._surroundings = surroundings
        self._show = show
        self._link_failure: Failure | None = None
        self._gate_failure: Failure | None = None
        self._mended: Failure | None = None
        self._disk: DiskLow | None = None
        self._scanner: ScannerGone | None = None
        self._now_ms: int | None = None
        self._exchanging_since: int | None = None
        self.state = HeaderState()
        surroundings.listen(self._look_around)

    def at(self, now_ms: int) -> None:
        """Time goes on (UTC ms): what was known a while ago grows old."""
        self._now_ms = now_ms
        self._put()

    def exchanging(self) -> None:
        """Takes note that an exchange with the server has begun."""
        self._exchanging_since = self._now_ms

    def scanners(self, states: Iterable[DeviceState]) -> None:
        """Takes note of how the scanners do."""
        self._scanner = scanner_gone(states)
        self._put()

    def disk(self, disk: Disk | None) -> None:
        """Takes note of the room where the data lie; None where it is not known."""
        self._disk = disk_low(disk)
        self._put()

    def synced(self, report: SyncReport) -> None:
        """Takes note of how an exchange with the server went."""
        self._exchanging_since = None
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
        state = replace(
            self.state,
            **changes,
            failure=failure,
            worry=self._worry(),
            day_ended=self._day_ended(),
            offline_hours=self._hours_since_exchange(),
            sending=self._is_sending(),
        )
        if state != self.state:
            self.state = state
            self._show(state)

    def _worry(self) -> Worry | None:
        """The most urgent first: records that may not be kept, then a queue that stands."""
        if self._disk is not None or self._scanner is not None:
            return self._disk or self._scanner
        overview = self._surroundings.overview
        if overview is None or self._now_ms is None or not self.state.enrolled:
            return None
        return list_old(overview, self._now_ms)

    def _day_ended(self) -> bool:
        """Whether the day that was ended is today; yesterday's end says nothing of this morning."""
        overview = self._surroundings.overview
        if overview is None or overview.site is None or overview.day_ended_at is None:
            return False
        local = overview.site.local
        ended = local(overview.day_ended_at).date()
        return self._now_ms is not None and local(self._now_ms).date() == ended

    def _hours_since_exchange(self) -> int:
        overview = self._surroundings.overview
        if overview is None or overview.tally.as_of is None or self._now_ms is None:
            return 0
        return max(self._now_ms - overview.tally.as_of, 0) // _HOUR_MS

    def _is_sending(self) -> bool:
        if self._exchanging_since is None or self._now_ms is None:
            return False
        return self._now_ms - self._exchanging_since >= _SENDING_SHOWS_AFTER_MS
