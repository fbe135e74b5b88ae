"""How many of a group came or left: the page that asks, and what comes of the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.domain.movements import Passage
from kiosk.domain.records import Record
from kiosk.domain.staff import Right
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.operations.check_in import CheckIn
from kiosk.ui.crew import Crew
from kiosk.ui.screens.count.presenter import CountDesk, CountPresenter
from kiosk.ui.screens.count.state import CountState, Heads, arriving, leaving
from kiosk.ui.screens.gate.presenter import Again
from kiosk.ui.screens.gate.view import GateView
from kiosk.ui.stage_hold import StageHold
from kiosk.ui.tone import Tone

if TYPE_CHECKING:
    from kiosk.ui.screens.count.view import CountPage

_MARGINS = (40, 32, 40, 32)


class GroupCount:
    """Asks about one group at a time.

    `counted` is told whom the record of an answer is about. `dismissed` is called when nobody came,
    or when there is nothing left to try again, and `failed` is told what could not be recorded.
    """

    def __init__(
        self,
        desk: CountDesk,
        crew: Crew,
        view: GateView,
        hold: StageHold,
        *,
        counted: Callable[[CheckIn, Record], None],
        dismissed: Callable[[], None],
        failed: Callable[[Exception, Again], None],
    ) -> None:
        self._crew = crew
        self._view = view
        self._hold = hold
        self._counted = counted
        self._dismissed = dismissed
        self._failed = failed
        self._asked: CheckIn | None = None
        self._presenter = CountPresenter(
            desk,
            self._show,
            counted=self._take,
            dismissed=self._go,
            failed=self._fail,
        )
        crew.listen(self._crew_changed)

    @cached_property
    def _page(self) -> CountPage:
        from kiosk.ui.screens.count.view import CountPage, connect

        page = CountPage()
        page.setContentsMargins(*_MARGINS)
        self._view.add_page(page)
        connect(page, self._presenter)
        return page

    @property
    def is_open(self) -> bool:
        """Whether a group is asked about now."""
        return self._asked is not None and self._hold.page is self._page

    def ask(self, checked: CheckIn) -> None:
        """A group's ticket was scanned: asks how many came."""
        if checked.passage is None:
            return
        seen = checked.seen
        state = arriving(
            checked.passage,
            checked.verdict.presence,
            seen.listed,
            seen.walk_in,
            seen.slot,
            may_override=self._crew.may(Right.OVERRIDE),
        )
        self._ask(checked, checked.passage, state)

    def ask_leaving(self, checked: CheckIn) -> None:
        """Fewer of a group left than all."""
        if checked.passage is None:
            return
        seen, heads = checked.seen, checked.verdict.heads
        state = leaving(checked.passage, heads, seen.listed, seen.walk_in, seen.slot)
        self._ask(checked, checked.passage, state)

    def count_all(self) -> None:
        """Answers the question, if one is asked, with all who are still awaited."""
        if self.is_open:
            self._presenter.everybody()
            self._presenter.enter()

    def expect_one(self, one: Visitor) -> None:
        """Somebody was looked for and found, and the ticket is their group's: nobody else is meant.

        The rest of the group may stand behind them, and is counted with the same keys.
        """
        if self.is_open:
            pupil = one.kind is VisitorKind.PUPIL
            self._presenter.expect_one(Heads.PUPILS if pupil else Heads.ADULTS)

    def hide_names(self) -> None:
        """Nobody looks after the screen: the question stays, names go."""
        self._presenter.hide_names()

    def _ask(self, checked: CheckIn, passage: Passage, state: CountState) -> None:
        self._asked = checked
        self._open()
        self._presenter.ask(passage, checked.record, state)

    def _open(self) -> None:
        self._hold.give(self._page, Tone.ASK, self._presenter.leave)

    def _show(self, state: CountState) -> None:
        self._page.show_state(state)

    def _take(self, record: Record) -> None:
        asked, self._asked = self._asked, None
        self._hold.leave(self._page)
        if asked is not None:
            self._counted(asked, record)

    def _go(self) -> None:
        self._asked = None
        self._hold.leave(self._page)
        self._dismissed()

    def _fail(self, error: Exception) -> None:
        self._hold.keep()  # the numbers stay, to be tried again
        self._failed(error, self._again)

    def _again(self) -> None:
        if self._presenter.waits:
            self._open()
            self._presenter.retry()
        else:  # the question was left: the group's ticket asks it again
            self._go()

    def _crew_changed(self) -> None:
        self._presenter.may_override(self._crew.may(Right.OVERRIDE))
