"""The counts, the latest scans and the pending records, told to all who show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.programme import Site
from kiosk.ui.desk import Desk

if TYPE_CHECKING:
    from kiosk.operations.overview import Overview


class Surroundings:
    """The latest overview. It is read again after every record and every exchange.

    `later` asks for a call of `refresh` a moment later; without it `refresh_later` does it at once.
    """

    def __init__(self, desk: Desk, later: Callable[[], None] | None = None) -> None:
        self._desk = desk
        self._later = later or self.refresh
        self._listeners: list[Callable[[], None]] = []
        self.overview: Overview | None = None
        self.readable = True

    def listen(self, listener: Callable[[], None]) -> None:
        """Calls the listener after every change."""
        self._listeners.append(listener)

    def site(self) -> Site | None:
        """The kiosk's site, once it is known."""
        return self.overview.site if self.overview is not None else None

    def refresh(self, then: Callable[[], None] | None = None) -> None:
        """Reads the overview again, and calls `then` once it is there."""

        def take(overview: Overview) -> None:
            self.overview, self.readable = overview, True
            self._tell()
            if then is not None:
                then()

        self._desk.overview(take, self._fail)

    def refresh_later(self) -> None:
        """Lets what was just answered be painted first: a count may wait, a visitor may not."""
        self._later()

    def _fail(self, _error: Exception) -> None:
        self.readable = False
        self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()
