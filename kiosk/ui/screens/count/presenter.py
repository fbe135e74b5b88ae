"""The behaviour of a group's count: keys and clicks in, states and one durable answer out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from kiosk.domain.movements import Passage
from kiosk.domain.records import Record
from kiosk.ui.desk import Failed
from kiosk.ui.screens.count import edits
from kiosk.ui.screens.count.state import CountState, Heads, Member, Mode, Page

MORE_CAME = "more came than the ticket has"
"""The reason that letting more heads in is recorded with."""

NOBODY = {
    Mode.ARRIVING: "gate: nobody of the group came",
    Mode.LEAVING: "gate: nobody of the group left",
}
"""The reasons that taking a scan back is recorded with."""

_LET_IN, _COUNT_AGAIN = "1", "2"

Listed = Sequence[tuple[int, str, bool]]
"""The members of a group: the number of their own ticket or 0, name, whether they are inside."""


class CountDesk(Protocol):
    """What a count asks of the desk, answered as the desk answers all."""

    def count_group(
        self,
        passage: Passage,
        *,
        pupils: int,
        adults: int,
        pending: Record | None,
        named: Iterable[int],
        allowed: str,
        done: Callable[[Record], None],
        failed: Failed,
    ) -> None:
        """Records how many came; `allowed` is why more may come than the ticket has."""

    def correct_departure(
        self,
        passage: Passage,
        departure: Record,
        heads: int,
        done: Callable[[Record], None],
        failed: Failed,
    ) -> None:
        """Records that another number left than the departure says."""

    def undo(
        self, seq: int, reason: str, done: Callable[[Record], None], failed: Failed
    ) -> None: ...

    def members(self, ticket: int, done: Callable[[Listed], None], failed: Failed) -> None:
        """The members of a group that the roster knows, in the order of a class list."""


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """One question: whom it is about, and the record of the scan that asked it."""

    passage: Passage
    record: Record | None


class CountPresenter:
    """Counts one group at a time.

    `counted` is told the record of the answer, `dismissed` that the scan was taken back, and
    `failed` why neither could be recorded: the numbers stay, and `retry` tries the same again.
    Of a question that was left nothing is told, but how an answer ended that was on its way.
    """

    def __init__(
        self,
        desk: CountDesk,
        show: Callable[[CountState], None],
        *,
        counted: Callable[[Record], None],
        dismissed: Callable[[], None],
        failed: Failed,
    ) -> None:
        self._desk = desk
        self._show = show
        self._counted, self._dismissed, self._failed = counted, dismissed, failed
        self._asked: _Asked | None = None
        self._left: Record | None = None
        self._again: Callable[[], None] | None = None
        self.state = CountState()

    def ask(self, passage: Passage, record: Record | None, state: CountState) -> None:
        """Opens the question that a scan asked; `record` is the scan's, if there was one.

        Where the ticket was only read twice, the numbers stay as they were typed.
        """
        if record is not None and record == self._left:
            kept = replace(self.state, page=Page.COUNTING)
            state = replace(kept, here=state.here, may_override=state.may_override)
        self._asked = _Asked(passage, record)
        self._again = None
        self._see(state)

    def leave(self) -> None:
        """Something else takes the stage: the scan stands, and the group is not counted."""
        self._left = self._asked.record if self._asked and not self.state.busy else None
        self._asked = self._again = None

    @property
    def waits(self) -> bool:
        """Whether an answer that could not be recorded can be tried once more."""
        return self._again is not None and self._listens()

    def hide_names(self) -> None:
        """Nobody looks after the screen: back from the names to the numbers."""
        if self._listens() and self.state.page is Page.NAMES:
            self._put(page=Page.COUNTING, typing=False)

    def may_override(self, allowed: bool) -> None:  # noqa: FBT001 - a fact, passed on
        """Whether whoever is signed in now may let more in than the ticket has."""
        if self._asked is not None:
            self._put(may_override=allowed)

    def digit(self, digit: str) -> None:
        """Types into the counter, chooses a name by its number, or answers a question by its."""
        if self.state.page is not Page.ALLOWING:
            self._edit(partial(edits.typed, digit=int(digit)))
        elif digit == _LET_IN:
            self.let_in()
        elif digit == _COUNT_AGAIN:
            self.escape()

    def erase(self) -> None:
        self._edit(edits.erased)

    def change(self, by: int, index: int | None = None) -> None:
        """Adds to a counter, the selected one unless another is given, and selects it."""
        self._edit(partial(edits.changed, by=by, index=index))

    def select(self, index: int | None = None) -> None:
        """Chooses the counter that keys change, the next one unless another is given."""
        self._edit(partial(edits.selected, index=index))

    def arrow(self, across: int, down: int) -> None:
        """An arrow key: from counter to counter and up or down, or from name to name."""
        self._edit(partial(edits.moved, across=across, down=down))

    def everybody(self) -> None:
        """All who are still awaited; of names all, or none where all were ticked."""
        self._edit(edits.everybody)

    def expect_one(self, heads: Heads) -> None:
        """One of a kind and nobody else, until other numbers are typed."""
        self._edit(partial(edits.only_one, heads=heads))

    def tick(self, index: int | None = None) -> None:
        """Ticks a name or takes its tick away: the current one unless another is given."""
        self._edit(partial(edits.ticked, index=index))

    def name_them(self) -> None:
        """Opens the list of names; it is read once a question."""
        if self._asked is None or not self._may_name():
            return
        if self.state.members is not None:
            self._open_names(self.state.members)
        else:
            read = partial(self._read, self._asked)
            self._desk.members(self._asked.passage.ticket, read, lambda _error: read(()))

    def enter(self) -> None:
        """Records the count; asks first where it is more than the ticket has."""
        if not self._listens() or self.state.heads == 0 or self.state.page is Page.ALLOWING:
            return
        if self.state.over:
            self._put(page=Page.ALLOWING)
        else:
            self._do(partial(self._record, ""))

    def let_in(self) -> None:
        """Lets in all, though they are more; where whoever is signed in may decide that."""
        if self._listens() and self.state.page is Page.ALLOWING and self.state.may_override:
            self._do(partial(self._record, MORE_CAME))

    def escape(self) -> None:
        """Back to the counters; from there: nobody came, and the scan is taken back."""
        if not self._listens():
            return
        if self.state.page is not Page.COUNTING:
            self._put(page=Page.COUNTING, typing=False)
        else:
            self._do(self._take_back)

    def retry(self) -> None:
        """Tries once more what could not be recorded."""
        if self._again is not None and self._listens():
            self._do(self._again)

    def _listens(self) -> bool:
        return self._asked is not None and not self.state.busy

    def _may_name(self) -> bool:
        counting = self.state.page is Page.COUNTING and self.state.mode is Mode.ARRIVING
        return self._listens() and counting

    def _edit(self, edit: Callable[[CountState], CountState]) -> None:
        if self._listens():
            self._see(edit(self.state))

    def _read(self, asked: _Asked, listed: Listed) -> None:
        if asked is self._asked and self._may_name():
            self._open_names(tuple(Member(*member) for member in listed))

    def _open_names(self, members: tuple[Member, ...]) -> None:
        state = self.state.with_members(members) if members else replace(self.state, members=())
        self._see(replace(state, page=Page.NAMES if members else Page.COUNTING, typing=False))

    def _do(self, act: Callable[[], None]) -> None:
        self._again = act
        self._put(busy=True)
        act()

    def _record(self, allowed: str) -> None:
        asked, state = self._asked, self.state
        if asked is None:
            return
        done, failed = partial(self._recorded, asked), partial(self._fail, asked)
        if state.mode is Mode.ARRIVING:
            self._desk.count_group(
                asked.passage,
                pupils=state.value_of(Heads.PUPILS),
                adults=state.value_of(Heads.ADULTS),
                pending=asked.record,
                named=state.named,
                allowed=allowed,
                done=done,
                failed=failed,
            )
        elif asked.record is not None and state.heads != asked.record.integer("heads"):
            self._desk.correct_departure(asked.passage, asked.record, state.heads, done, failed)
        elif asked.record is not None:
            done(asked.record)

    def _take_back(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if asked.record is None:
            self._gone(asked)
        else:
            reason, failed = NOBODY[self.state.mode], partial(self._fail, asked)
            self._desk.undo(asked.record.seq, reason, partial(self._gone, asked), failed)

    def _recorded(self, asked: _Asked, record: Record) -> None:
        self._close(asked)
        self._counted(record)

    def _gone(self, asked: _Asked, _retraction: Record | None = None) -> None:
        if asked is self._asked:
            self._close(asked)
            self._dismissed()

    def _close(self, asked: _Asked) -> None:
        if asked is self._asked:
            self._asked = self._again = None
            self.state = replace(self.state, busy=False)

    def _fail(self, asked: _Asked, error: Exception) -> None:
        from kiosk.operations.count_group import TooManyHeads

        if asked is not self._asked:
            self._failed(error)
        elif isinstance(error, TooManyHeads):  # others of the group came in meanwhile
            here = self.state.size - error.room
            self._put(busy=False, here=here, page=Page.ALLOWING)
        else:
            self._put(busy=False)
            self._failed(error)

    def _put(self, **changes: Any) -> None:
        self._see(replace(self.state, **changes))

    def _see(self, state: CountState) -> None:
        self.state = state
        self._show(state)
