"""The first start, brought together."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.desk import Desk
from kiosk.ui.screen import ScanMeans
from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.screens.welcome.presenter import WelcomePresenter, WelcomeState
from kiosk.ui.screens.welcome.view import WelcomeView
from kiosk.ui.surroundings import Surroundings

_LINK = "://"
"""What the coordinator's QR has and no ticket."""


class WelcomeScreen(ScreenPart[WelcomeView]):
    """A scan is the coordinator's code. A visitor's ticket is the gate's: it goes on paper."""

    def __init__(self, desk: Desk, surroundings: Surroundings, changed: Callable[[], None]) -> None:
        super().__init__(WelcomeView())
        self._changed = changed
        self._presenter = WelcomePresenter(desk, surroundings, self._show)
        view, presenter = self.view, self._presenter
        view.connect_wanted.connect(presenter.connect)
        view.leave_wanted.connect(presenter.leave)
        view.enrol_wanted.connect(presenter.enrol)
        view.training_wanted.connect(presenter.train)
        view.demo_wanted.connect(presenter.demo)

    @property
    def scan_means(self) -> ScanMeans:
        return ScanMeans.ENROLMENT

    def scan(self, text: str, source: str) -> bool:  # noqa: ARG002 - from wherever it comes
        if _LINK not in text and not self._presenter.state.connecting:
            return False
        self._presenter.enrol(text)
        return True

    def _show(self, state: WelcomeState) -> None:
        self.view.show_state(state)
        self._changed()
