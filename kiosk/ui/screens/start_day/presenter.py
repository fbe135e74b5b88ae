"""Starting the day: what was scanned before is said first, and the manager decides about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.domain.programme import Site
from kiosk.ui.desk import Failed
from kiosk.ui.failure import Failure, failure_of

if TYPE_CHECKING:
    from kiosk.operations.start_day import DaySoFar, DayStart


class StartDayDesk(Protocol):
    """What the day's start needs of the desk; answered later on the thread of the window."""

    def day_so_far(self, done: Callable[[DaySoFar], None], failed: Failed) -> None: ...

    def start_day(
        self, done: Callable[[DayStart], None], failed: Failed, *, keep_scans: bool = False
    ) -> None:
        """Counting starts. Earlier scans are kept as tests, unless they are to count."""


@dataclass(frozen=True, slots=True)
class StartDayState:
    """`started` is the time of today's start, «09:00», and empty before it.

    `scans` are the earlier ones, which a start makes tests; `tests` those that it has made tests.
    `ready`: the day is known, and nothing is under way.
    """

    started: str = ""
    scans: int = 0
    tests: int = 0
    ready: bool = False
    failure: Failure | None = None


class StartDayPresenter:
    """`recorded` is called after the start; whoever presses twice starts one day."""

    def __init__(
        self,
        desk: StartDayDesk,
        show: Callable[[StartDayState], None],
        *,
        site: Callable[[], Site | None],
        recorded: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._site = site
        self._recorded = recorded
        self.state = StartDayState()

    def open(self) -> None:
        """Reads what was scanned so far."""
        self.state = StartDayState()
        self._show(self.state)
        self._desk.day_so_far(self._take, self._fail)

    def start(self) -> None:
        """Starts the day; earlier scans are tests from now on."""
        self._start(keep_scans=False)

    def start_and_keep(self) -> None:
        """Starts the day; earlier scans count too."""
        self._start(keep_scans=True)

    def _start(self, *, keep_scans: bool) -> None:
        if self.state.ready and not self.state.started:
            self._put(ready=False, failure=None)
            self._desk.start_day(self._started, self._fail, keep_scans=keep_scans)

    def _take(self, so_far: DaySoFar) -> None:
        started = self._hhmm(so_far.started.recorded_at) if so_far.started else ""
        self._put(started=started, scans=so_far.scans, ready=True)

    def _started(self, start: DayStart) -> None:
        self._put(started=self._hhmm(start.record.recorded_at), tests=start.tests, ready=True)
        self._recorded()

    def _fail(self, error: Exception) -> None:
        self._put(failure=failure_of(error), ready=True)

    def _hhmm(self, at_ms: int) -> str:
        site = self._site()
        return f"{site.local(at_ms):%H:%M}" if site else ""

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
