"""The search's behaviour: text and keys in, states out; whoever is chosen is checked in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.domain.programme import Site
from kiosk.domain.visitors import Visitor
from kiosk.ui.failure import failure_of
from kiosk.ui.screens.search.desk import SearchDesk
from kiosk.ui.screens.search.state import SearchState, row_of

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn
    from kiosk.operations.search import Found

Again = Callable[[], None]
"""Tries once more what could not be recorded."""


class SearchPresenter:
    """Each keystroke asks anew, and an answer that a newer one has overtaken is dropped.

    `checked_in` is told the answer about whoever was chosen, and who that is where it is one
    person; `not_recorded` that it could not be written down, and `walk_in_for` who is in the list
    without a ticket. `left` is called when the search is closed. `site` is asked each time, because
    a new list may change its policy.
    """

    def __init__(
        self,
        desk: SearchDesk,
        show: Callable[[SearchState], None],
        *,
        site: Callable[[], Site | None],
        checked_in: Callable[[CheckIn, Visitor | None], None],
        not_recorded: Callable[[Exception, Again], None],
        walk_in_for: Callable[[Visitor], None],
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._site = site
        self._checked_in = checked_in
        self._not_recorded = not_recorded
        self._walk_in_for = walk_in_for
        self._left = left
        self._found: list[Found] = []
        self._asked = 0
        self._busy = False
        self.state = SearchState()

    def type(self, text: str) -> None:
        """Adds what was typed at the gate; the first letter opens the search."""
        self.change(self.state.text + text)

    def change(self, text: str) -> None:
        """The whole text is now this."""
        self._asked += 1
        if text.strip():
            self._put(text=text, answered=False)
            answer = partial(self._take, self._asked)
            self._desk.search(text, answer, partial(self._fail, self._asked))
        else:
            self._found = []
            self._put(text=text, rows=(), selected=0, answered=False, failure=None)

    def move(self, steps: int) -> None:
        """Selects a later row, or an earlier one."""
        last = len(self.state.rows) - 1
        if last >= 0:
            self._put(selected=min(max(self.state.selected + steps, 0), last))

    def enter(self) -> None:
        """Checks in whoever is selected; rows that answer an older text are not meant."""
        if self.state.answered:
            self.choose(self.state.selected)

    def choose(self, index: int) -> None:
        """Checks in whoever stands in a row; somebody without a ticket is registered instead."""
        if self._busy or not 0 <= index < len(self._found):
            return
        match = self._found[index].match
        one = match.person if isinstance(match.person, Visitor) else None
        if match.listed is not None:
            self._check_in(match.listed.number, one)
        elif one is not None:
            self.forget()
            self._walk_in_for(one)

    def close(self) -> None:
        """Back to the gate; nothing that was recorded is touched."""
        self.forget()
        self._left()

    def forget(self) -> None:
        """Empties the search: it is left, or a scan took the stage."""
        self.change("")

    def _check_in(self, ticket: int, one: Visitor | None) -> None:
        self._busy = True
        again = partial(self._check_in, ticket, one)
        done = partial(self._recorded, one)
        who = one.visitor_id if one is not None else ""
        self._desk.check_in_listed(ticket, who, done, partial(self._lost, again))

    def _recorded(self, one: Visitor | None, checked: CheckIn) -> None:
        self._busy = False
        self.forget()
        self._checked_in(checked, one)

    def _lost(self, again: Again, error: Exception) -> None:
        self._busy = False
        self._not_recorded(error, again)

    def _take(self, number: int, found: list[Found]) -> None:
        if number != self._asked:
            return
        self._found = found
        text, site = self.state.text, self._site()
        rows = tuple(row_of(one, text, site) for one in found)
        self._put(rows=rows, selected=0, answered=True, failure=None)

    def _fail(self, number: int, error: Exception) -> None:
        if number == self._asked:
            self._found = []
            self._put(rows=(), selected=0, answered=False, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
