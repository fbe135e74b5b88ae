"""The readiness screen, brought together."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.screens.readiness.presenter import Examiner, ReadinessPresenter
from kiosk.ui.screens.readiness.view import ReadinessView


class ReadinessScreen(ScreenPart[ReadinessView]):
    """Whether the kiosk is ready for the day."""

    def __init__(self, desk: Examiner, leave: Callable[[], None]) -> None:
        super().__init__(ReadinessView())
        self._presenter = ReadinessPresenter(desk, self.view.show_state)
        self.view.again_wanted.connect(self._presenter.open)
        self.view.left.connect(leave)

    def open(self) -> None:
        self._presenter.open()
