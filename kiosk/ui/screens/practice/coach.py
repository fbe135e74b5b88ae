"""The coach, brought together: the card beside the gate's stage, and what tells it of the gate."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.screens.practice.desk import PracticeDesk
from kiosk.ui.screens.practice.presenter import PracticePresenter
from kiosk.ui.screens.practice.view import CoachCard


class Coach:
    """`scan` takes a ticket's text as if it had been scanned; `begun` hears that a round began
    anew, and `left` that practice is over.
    """

    def __init__(
        self,
        desk: PracticeDesk,
        *,
        scan: Callable[[str], None],
        begun: Callable[[], None],
        left: Callable[[], None],
    ) -> None:
        self.card = CoachCard()
        self._presenter = PracticePresenter(
            desk, self.card.show_state, scan=scan, begun=begun, left=left
        )
        self.open = self._presenter.open
        self.recorded = self._presenter.recorded
        self.card.show_wanted.connect(self._presenter.show_ticket)
        self.card.again_wanted.connect(self._presenter.again)
        self.card.end_wanted.connect(self._presenter.end)
        self.card.go_on_wanted.connect(self._presenter.go_on)
        self.card.leave_wanted.connect(self._presenter.leave)
