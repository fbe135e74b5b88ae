"""Which page has the gate's stage for a while, and what becomes of it when it has to go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.gate.view import GateView
from kiosk.ui.tone import Tone


class StageHold:
    """Gives the stage to one page at a time. `page` is None while it is the gate's own."""

    def __init__(self, view: GateView) -> None:
        self._view = view
        self._put_aside: Callable[[], None] = _nothing
        self.page: QWidget | None = None

    def give(
        self,
        page: QWidget | None,
        tone: Tone = Tone.IDLE,
        put_aside: Callable[[], None] | None = None,
    ) -> None:
        """Gives the stage to a page; `put_aside` is called when it is taken from it again."""
        if page is not self.page:
            put_before_aside, self._put_aside = self._put_aside, _nothing
            put_before_aside()
        self.page, self._put_aside = page, put_aside or _nothing
        self._view.hold(page, tone)

    def clear(self) -> None:
        """Gives the stage back to the gate, and has what was open put aside."""
        if self.page is not None:
            self.give(None)

    def leave(self, page: QWidget) -> None:
        """A page is done; another one that came meanwhile stays."""
        if self.page is page:
            self.give(None)

    def keep(self) -> None:
        """What the page holds stays as it is when it goes."""
        self._put_aside = _nothing


def _nothing() -> None:
    """Nothing is to be done about a page that is left."""
