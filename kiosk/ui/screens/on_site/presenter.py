"""The count's behaviour: read when it is opened and again and again, printed on request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kiosk.ui.failure import failure_of
from kiosk.ui.screens.on_site.desk import OnSiteDesk
from kiosk.ui.screens.on_site.state import OnSiteState, state_of

if TYPE_CHECKING:
    from kiosk.domain.on_site import OnSite


class OnSitePresenter:
    """What was known stays in sight while it is read again, and where that fails."""

    def __init__(self, desk: OnSiteDesk, show: Callable[[OnSiteState], None]) -> None:
        self._desk = desk
        self._show = show
        self._found: OnSite | None = None
        self._asking = False
        self.state = OnSiteState()

    def open(self) -> None:
        """Reads the count anew, and forgets how an earlier print went."""
        self._put(said="")
        self.refresh()

    def refresh(self) -> None:
        """Reads the count again, unless an answer is on its way."""
        if not self._asking:
            self._asking = True
            self._desk.on_site(self._take, self._fail)

    def print(self) -> None:
        """Prints what is in sight."""
        if self._found is not None and not self.state.printing:
            self._put(printing=True, said="")
            self._desk.print_on_site(self._found, self._printed, self._not_printed)

    def _take(self, found: OnSite) -> None:
        self._asking = False
        self._found = found
        now = self.state
        self.state = replace(state_of(found), printing=now.printing, said=now.said)
        self._show(self.state)

    def _fail(self, error: Exception) -> None:
        self._asking = False
        self._put(failure=failure_of(error))

    def _printed(self, sentence: str) -> None:
        self._put(printing=False, said=sentence)

    def _not_printed(self, error: Exception) -> None:
        self._put(printing=False, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
