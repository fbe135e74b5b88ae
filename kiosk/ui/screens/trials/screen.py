"""The trial station, brought together."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.desk import Desk
from kiosk.ui.screen import ScanMeans
from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.screens.trials.presenter import TrialsPresenter, TrialsState
from kiosk.ui.screens.trials.view import TrialsView
from kiosk.ui.surroundings import Surroundings


class TrialsScreen(ScreenPart[TrialsView]):
    """A scan is somebody's who takes part, once a trial is chosen."""

    def __init__(self, desk: Desk, surroundings: Surroundings, changed: Callable[[], None]) -> None:
        super().__init__(TrialsView())
        self._changed = changed
        self._presenter = TrialsPresenter(desk, surroundings, self._show)
        self.view.chosen.connect(self._presenter.choose)
        self.view.another_wanted.connect(self._presenter.choose_another)
        self.view.pressed.connect(self._presenter.press)

    @property
    def scan_means(self) -> ScanMeans:
        chosen = self._presenter.state.trial is not None
        return ScanMeans.TRIAL if chosen else ScanMeans.ARRIVAL

    @property
    def scan_subject(self) -> str:
        trial = self._presenter.state.trial
        return trial.title if trial else ""

    def open(self) -> None:
        self._presenter.open()

    def put_away(self) -> None:
        self._presenter.leave_alone()

    def come_back(self) -> None:
        self._presenter.attend()

    def scan(self, text: str, source: str) -> bool:
        if self._presenter.state.trial is None:
            return False
        self._presenter.scan(text, source)
        return True

    def _show(self, state: TrialsState) -> None:
        self.view.show_state(state)
        self._changed()
