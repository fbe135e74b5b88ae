"""The site's page, brought together."""

from __future__ import annotations

from kiosk.ui.desk import Desk
from kiosk.ui.screens.closing.presenter import ClosingPresenter
from kiosk.ui.screens.closing.view import ClosingView
from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.surroundings import Surroundings


class ClosingScreen(ScreenPart[ClosingView]):
    """What is on the server, and the end of the day."""

    def __init__(self, desk: Desk, surroundings: Surroundings) -> None:
        super().__init__(ClosingView())
        self._presenter = ClosingPresenter(desk, surroundings, self.view.show_state)
        view, presenter = self.view, self._presenter
        view.refresh_wanted.connect(presenter.open)
        view.end_asked.connect(presenter.ask_end)
        view.end_dropped.connect(presenter.drop_end)
        view.end_wanted.connect(presenter.end_day)
        view.close_day_wanted.connect(presenter.close_day)
        view.without_wanted.connect(presenter.ask_reason)
        view.reason_dropped.connect(presenter.drop_reason)
        view.reason_given.connect(presenter.close_without)
        view.head_seen.connect(presenter.hide_head)
        view.proof_wanted.connect(presenter.save_proof)

    def open(self) -> None:
        self._presenter.open()
