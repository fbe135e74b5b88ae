"""The day's start, brought together."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.programme import Site
from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.screens.start_day.presenter import StartDayDesk, StartDayPresenter
from kiosk.ui.screens.start_day.view import StartDayView


class StartDayScreen(ScreenPart[StartDayView]):
    """Counting begins here."""

    def __init__(
        self,
        desk: StartDayDesk,
        *,
        site: Callable[[], Site | None],
        recorded: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(StartDayView())
        show = self.view.show_state
        self._presenter = StartDayPresenter(desk, show, site=site, recorded=recorded)
        self.view.start_wanted.connect(self._presenter.start)
        self.view.keep_wanted.connect(self._presenter.start_and_keep)
        self.view.left.connect(leave)

    def open(self) -> None:
        self._presenter.open()
