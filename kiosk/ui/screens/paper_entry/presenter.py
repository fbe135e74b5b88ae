"""Entering from paper: a time that stays, a name or a class, and what was entered so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.domain.admission import VerdictName
from kiosk.domain.devices import Source
from kiosk.domain.programme import Site
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.ui.failure import Failure, failure_of
from kiosk.ui.screens.paper_entry.desk import PaperDesk
from kiosk.ui.screens.paper_entry.state import Entered, Notice, PaperState
from kiosk.ui.screens.search.state import FoundRow, row_of

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn
    from kiosk.operations.search import Found

UNDO_REASON = "entered from paper by mistake"
CODE_DIGITS = 10
_MOST_DIGITS = 3


class PaperPresenter:
    """One thing is entered at a time. `recorded` is called after each record, `left` at the end.

    `site` is asked each time, because a new list may change its policy.
    """

    def __init__(
        self,
        desk: PaperDesk,
        show: Callable[[PaperState], None],
        *,
        site: Callable[[], Site | None],
        recorded: Callable[[], None],
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._site = site
        self._recorded = recorded
        self._left = left
        self._found: list[Found] = []
        self._group: Found | None = None
        self._asked = 0
        self.state = PaperState()

    def open(self) -> None:
        """Begins a sitting: the time of the last one stays, its list does not."""
        self._clear(entered=())

    def leave(self) -> None:
        """From a class back to the search, from the search away; what was entered stays."""
        if self.state.group is not None:
            self._clear()
        else:
            self._left()

    # --- when ---

    def change_time(self, text: str) -> None:
        self._put(time=text, notice=None)

    # --- whom ---

    def scan(self, text: str, source: str) -> None:
        """The code of a class sheet or of anybody's ticket; whatever was typed gives way to it."""
        if not self.state.busy:
            self._clear()
            self._find(text, source)

    def change(self, text: str) -> None:
        """The search's whole text is now this."""
        self._asked += 1
        if text.strip():
            self._put(text=text, answered=False, notice=None)
            answer = partial(self._take_rows, self._asked)
            self._desk.search(text, answer, partial(self._lose_rows, self._asked))
        else:
            self._found = []
            self._put(text=text, rows=(), selected=0, answered=False, notice=None, failure=None)

    def move(self, steps: int) -> None:
        """Selects a later row, or an earlier one."""
        last = len(self.state.rows) - 1
        if last >= 0:
            self._put(selected=min(max(self.state.selected + steps, 0), last))

    def enter(self) -> None:
        """Enters what is ready: the class that is counted, a code that was typed, or who is
        selected.
        """
        digits = self.state.text.replace(" ", "").replace("-", "")
        if self.state.group is not None:
            self.enter_class()
        elif digits.isdigit() and len(digits) == CODE_DIGITS:
            self._find(digits, Source.TYPED)
        elif self.state.answered:
            self.choose(self.state.selected)

    def choose(self, index: int) -> None:
        """Enters the person of a row, or asks how many of the class of a row came."""
        if not self.state.busy and 0 <= index < len(self._found):
            self._take(self._found[index])

    # --- how many of a class ---

    def change_count(self, name: str, text: str) -> None:
        """What was typed for the `pupils` or the `adults`."""
        self._put(**{name: text[:_MOST_DIGITS]}, notice=None)

    def enter_class(self) -> None:
        found, state = self._group, self.state
        pupils, adults = _count(state.pupils), _count(state.adults)
        if found is None:
            return
        if pupils + adults == 0:
            self._put(notice=Notice.NOBODY)
        else:
            self._enter(found, pupils + adults, adults)

    # --- what was entered ---

    def undo(self, seq: int) -> None:
        """Takes something back that was entered in this sitting."""
        line = next((one for one in self.state.entered if one.seq == seq), None)
        if line is not None and not line.undone and not self.state.busy:
            self._put(busy=True, notice=None, failure=None)
            self._desk.undo(seq, UNDO_REASON, partial(self._undone, seq), self._fail)

    def undo_last(self) -> None:
        """Takes the latest entry back that still stands."""
        standing = (line.seq for line in self.state.entered if not line.undone)
        self.undo(next(standing, 0))

    # --- how ---

    def _find(self, text: str, source: str) -> None:
        self._put(busy=True, notice=None, failure=None)
        self._desk.find_on_list(text, source, self._take_found, self._fail)

    def _take_found(self, found: Found) -> None:
        self._put(busy=False)
        self._take(found)

    def _take(self, found: Found) -> None:
        listed = found.match.listed
        if listed is None:
            self._put(notice=Notice.WITHOUT_TICKET)
        elif isinstance(listed.holder, Group):
            self._group = found
            pupils, adults = _of_one(found.match.person)
            self._put(group=self._row(found), pupils=pupils, adults=adults, notice=None)
        elif self.state.minute is None:
            self._put(notice=Notice.NO_TIME)
        else:
            self._enter(found, 1, 0)

    def _enter(self, found: Found, heads: int, adults: int) -> None:
        minute, listed = self.state.minute, found.match.listed
        if minute is None:
            self._put(notice=Notice.NO_TIME)
        elif listed is not None and not self.state.busy:
            at, row = self.state.tidy_time, self._row(found)
            self._put(busy=True, time=at, notice=None, failure=None)
            self._desk.enter_from_paper(
                listed.number,
                heads=heads,
                adults=adults,
                minute=minute,
                done=partial(self._entered, row, heads, at),
                failed=self._fail,
            )

    def _entered(self, row: FoundRow, heads: int, at: str, answer: CheckIn) -> None:
        if answer.verdict.name is not VerdictName.ADMITTED:
            self._put(busy=False, notice=Notice.IN_ALREADY)
        else:
            line = Entered(answer.record.seq, row, heads, at)
            self._clear(entered=(line, *self.state.entered))
        self._recorded()

    def _undone(self, seq: int, _record: object) -> None:
        entered = tuple(
            replace(line, undone=True) if line.seq == seq else line for line in self.state.entered
        )
        self._put(busy=False, entered=entered)
        self._recorded()

    def _take_rows(self, number: int, found: list[Found]) -> None:
        if number == self._asked:
            self._found = found
            rows = tuple(self._row(one) for one in found)
            self._put(rows=rows, selected=0, answered=True, failure=None)

    def _lose_rows(self, number: int, error: Exception) -> None:
        if number == self._asked:
            self._found = []
            self._put(rows=(), selected=0, answered=False, failure=failure_of(error))

    def _row(self, found: Found) -> FoundRow:
        return row_of(found, self.state.text, self._site())

    def _fail(self, error: Exception) -> None:
        from kiosk.operations.enter_from_paper import NotInTheList, NotYet

        notices = {NotInTheList: Notice.NOT_ON_THE_LIST, NotYet: Notice.NOT_YET}
        notice = notices.get(type(error))
        failure: Failure | None = None if notice else failure_of(error)
        self._put(busy=False, notice=notice, failure=failure)

    def _clear(self, **changes: Any) -> None:
        """Makes room for the next line of the paper; the time stays."""
        self._asked += 1
        self._found, self._group = [], None
        fresh = PaperState(time=self.state.time, entered=self.state.entered)
        self.state = replace(fresh, **changes)
        self._show(self.state)

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)


def _count(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _of_one(person: Visitor | Group) -> tuple[str, str]:
    """The pupils and the adults that one person of a group is; of a class nobody knows."""
    if isinstance(person, Group):
        return "", ""
    return ("1", "") if person.kind is VisitorKind.PUPIL else ("", "1")
