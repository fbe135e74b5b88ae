"""The closing screen's behaviour: look, end this kiosk's day, close, save the proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.ui.desk import Desk
from kiosk.ui.failure import failure_of
from kiosk.ui.screens.closing.state import (
    ClosingState,
    EndQuestion,
    Work,
    head_of,
    is_reason,
    page_of,
)
from kiosk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.operations.close_site import Closing
    from kiosk.operations.end_day import DayEnd


class ClosingPresenter:
    """One long operation at a time; what stood on the page stays until its answer is there."""

    def __init__(
        self, desk: Desk, surroundings: Surroundings, show: Callable[[ClosingState], None]
    ) -> None:
        self._desk = desk
        self._surroundings = surroundings
        self._show = show
        self.state = ClosingState()
        surroundings.listen(self._look_around)

    def open(self) -> None:
        """Looks at what is proved by now; also what «refresh» does."""
        if self._begin(Work.LOOKING):
            self._desk.look_at_closing(self._take, self._fail)

    def ask_end(self) -> None:
        """Asks whether to end this kiosk's day, with the numbers as they are now."""
        self._surroundings.refresh(self._ask_end)

    def drop_end(self) -> None:
        self._put(ending=None)

    def end_day(self) -> None:
        """Ends this kiosk's day and shows its head."""
        if self._begin(Work.ENDING):
            self._desk.end_day(self._ended, self._fail)

    def hide_head(self) -> None:
        self._put(head=None)

    def close_day(self) -> None:
        if self._begin(Work.CLOSING):
            self._desk.close_site(self._take, self._fail)

    def ask_reason(self) -> None:
        """Asks why the day is to be closed without the kiosks that stand in the way."""
        self._put(asking_reason=True)

    def drop_reason(self) -> None:
        self._put(asking_reason=False)

    def close_without(self, reason: str) -> None:
        """Excuses every kiosk in the way, for one reason, and closes the day."""
        page = self.state.page
        if page is None or not is_reason(reason) or not self._begin(Work.CLOSING):
            return
        self._put(asking_reason=False)
        waiting = [device.device_id for device in page.in_the_way]
        self._excuse(waiting, reason.strip())

    def save_proof(self, path: Path) -> None:
        if self._begin(Work.SAVING):
            self._desk.save_proof(path, self._saved, self._fail)

    def _excuse(self, waiting: list[str], reason: str, _record: object = None) -> None:
        if not waiting:
            self._desk.close_site(self._take, self._fail)
            return
        device, *others = waiting
        done = partial(self._excuse, others, reason)
        self._desk.excuse_device(device, reason, done, self._fail)

    def _begin(self, work: Work) -> bool:
        if self.state.work is not Work.NONE:
            return False
        self._put(work=work, failure=None, saved_to="", ending=None)
        return True

    def _ask_end(self) -> None:
        overview = self._surroundings.overview
        if overview is not None and self.state.work is Work.NONE:
            self._put(ending=EndQuestion(overview.uncounted, overview.pending))

    def _look_around(self) -> None:
        """What the head waits for may be sent while it is shown."""
        overview, head = self._surroundings.overview, self.state.head
        if overview is not None and head is not None and overview.pending < head.pending:
            self._put(head=replace(head, pending=overview.pending))

    def _take(self, closing: Closing) -> None:
        overview = self._surroundings.overview
        if overview is None or overview.site is None:
            self._put(work=Work.NONE)
            return
        kiosk = overview.binding.device_name if overview.binding else ""
        self._put(work=Work.NONE, page=page_of(closing, overview.site, kiosk))
        self._surroundings.refresh()

    def _ended(self, end: DayEnd) -> None:
        self._put(work=Work.NONE, head=head_of(end))
        self._surroundings.refresh()
        self.open()

    def _saved(self, path: Path) -> None:
        self._put(work=Work.NONE, saved_to=path.name)

    def _fail(self, error: Exception) -> None:
        self._put(work=Work.NONE, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
