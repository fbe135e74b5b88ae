"""The count of those on the site, brought together."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.screens.on_site.desk import OnSiteDesk
from kiosk.ui.screens.on_site.presenter import OnSitePresenter
from kiosk.ui.screens.on_site.view import OnSiteView
from kiosk.ui.screens.part import ScreenPart


class OnSiteScreen(ScreenPart[OnSiteView]):
    """Who is on the site, for the live count and for an evacuation."""

    def __init__(self, desk: OnSiteDesk, leave: Callable[[], None]) -> None:
        super().__init__(OnSiteView())
        self._presenter = OnSitePresenter(desk, self.view.show_state)
        self.view.connect_to(self._presenter)
        self.view.close_wanted.connect(leave)

    def open(self) -> None:
        self._presenter.open()
