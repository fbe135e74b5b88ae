"""The briefing marks, brought together."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.screen import ScanMeans
from kiosk.ui.screens.briefing.desk import BriefingDesk
from kiosk.ui.screens.briefing.presenter import BriefingPresenter
from kiosk.ui.screens.briefing.view import BriefingView
from kiosk.ui.screens.part import ScreenPart


class BriefingScreen(ScreenPart[BriefingView]):
    """A scan marks its holder, or their group, as briefed."""

    def __init__(
        self, desk: BriefingDesk, *, recorded: Callable[[], None], leave: Callable[[], None]
    ) -> None:
        super().__init__(BriefingView())
        self._presenter = BriefingPresenter(
            desk, self.view.show_state, recorded=recorded, left=leave
        )
        self.view.connect_to(self._presenter)

    @property
    def scan_means(self) -> ScanMeans:
        return ScanMeans.BRIEFING

    def open(self) -> None:
        self._presenter.open()

    def scan(self, text: str, source: str) -> bool:
        self._presenter.scan(text, source)
        return True
