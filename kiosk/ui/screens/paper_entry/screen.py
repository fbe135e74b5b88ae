"""Entering from paper, brought together."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.programme import Site
from kiosk.ui.screen import ScanMeans
from kiosk.ui.screens.paper_entry.desk import PaperDesk
from kiosk.ui.screens.paper_entry.presenter import PaperPresenter
from kiosk.ui.screens.paper_entry.view import PaperView
from kiosk.ui.screens.part import ScreenPart


class PaperScreen(ScreenPart[PaperView]):
    """A scan names whom the paper tells of, and checks nobody in."""

    def __init__(
        self,
        desk: PaperDesk,
        *,
        site: Callable[[], Site | None],
        recorded: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(PaperView())
        self._presenter = PaperPresenter(
            desk, self.view.show_state, site=site, recorded=recorded, left=leave
        )
        self.view.connect_to(self._presenter)

    @property
    def scan_means(self) -> ScanMeans:
        return ScanMeans.PAPER

    def open(self) -> None:
        self._presenter.open()

    def scan(self, text: str, source: str) -> bool:
        self._presenter.scan(text, source)
        return True
