"""The readiness screen's behaviour: look, and look again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from kiosk.domain.readiness import Line
from kiosk.ui.desk import Failed
from kiosk.ui.failure import failure_of
from kiosk.ui.screens.readiness.state import ReadinessState


class Examiner(Protocol):
    """Who looks at the kiosk and its computer: the desk."""

    def readiness(self, done: Callable[[tuple[Line, ...]], None], failed: Failed) -> None:
        """Looks at everything anew; that may take some seconds."""


class ReadinessPresenter:
    """One look at a time; the lines of the last one stay until the next one's are there."""

    def __init__(self, desk: Examiner, show: Callable[[ReadinessState], None]) -> None:
        self._desk = desk
        self._show = show
        self.state = ReadinessState()

    def open(self) -> None:
        """Looks at the kiosk; also what «check again» does."""
        if not self.state.looking:
            self._put(looking=True, failure=None)
            self._desk.readiness(self._take, self._fail)

    def _take(self, lines: tuple[Line, ...]) -> None:
        self._put(lines=lines, looking=False)

    def _fail(self, error: Exception) -> None:
        self._put(looking=False, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
