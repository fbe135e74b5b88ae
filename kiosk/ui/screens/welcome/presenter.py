"""The first start: connect to a site, or try the demo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kiosk.ui.desk import Desk
from kiosk.ui.failure import Failure, failure_of
from kiosk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.operations.ports import Binding


@dataclass(frozen=True, slots=True)
class WelcomeState:
    """`connecting`: the field for the code is open. `busy`: the answer is awaited."""

    connecting: bool = False
    busy: bool = False
    failure: Failure | None = None


class WelcomePresenter:
    """Enrols the kiosk; once it belongs to a site, the overview leads on to the gate."""

    def __init__(
        self, desk: Desk, surroundings: Surroundings, show: Callable[[WelcomeState], None]
    ) -> None:
        self._desk = desk
        self._surroundings = surroundings
        self._show = show
        self.state = WelcomeState()

    def connect(self) -> None:
        self._put(connecting=True, failure=None)

    def leave(self) -> None:
        self._put(connecting=False, failure=None)

    def enrol(self, url_or_code: str) -> None:
        """Enrols with what was typed or scanned."""
        if url_or_code.strip() and not self.state.busy:
            self._put(connecting=True, busy=True, failure=None)
            self._desk.enrol(url_or_code.strip(), self._enrolled, self._fail)

    def train(self) -> None:
        if not self.state.busy:
            self._put(busy=True, failure=None)
            self._desk.start_practice(self._started, self._fail)

    def demo(self) -> None:
        if not self.state.busy:
            self._put(busy=True, failure=None)
            self._desk.start_demo(self._started, self._fail)

    def _enrolled(self, _binding: Binding) -> None:
        self._started(None)

    def _started(self, _nothing: None) -> None:
        self._put(busy=False, connecting=False)
        self._surroundings.refresh()

    def _fail(self, error: Exception) -> None:
        self._put(busy=False, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
