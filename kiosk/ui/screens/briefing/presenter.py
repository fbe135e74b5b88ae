"""The briefing marks' behaviour: a slot or a scan marks, and each mark can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.domain.programme import Slot, hhmm
from kiosk.ui.failure import failure_of
from kiosk.ui.holder import Holder
from kiosk.ui.screens.briefing.desk import BriefingDesk
from kiosk.ui.screens.briefing.state import BriefingState, Mark, Notice, SlotRow

if TYPE_CHECKING:
    from kiosk.operations.brief import Briefed, SlotBriefing
    from kiosk.operations.identify import Seen

UNDO_REASON = "briefing marked by mistake"


class BriefingPresenter:
    """`recorded` is called after each record, `left` when the screen is closed.

    Scans that come while a mark is being written are answered in their order.
    """

    def __init__(
        self,
        desk: BriefingDesk,
        show: Callable[[BriefingState], None],
        *,
        recorded: Callable[[], None],
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._recorded = recorded
        self._left = left
        self.state = BriefingState()

    def open(self) -> None:
        """Begins a sitting, with the slots as they are now."""
        self.state = BriefingState()
        self._show(self.state)
        self._read()

    def leave(self) -> None:
        self._left()

    def scan(self, text: str, source: str) -> None:
        """Marks a person, or a whole group by its ticket."""
        self._put(notice=None, failure=None)
        self._desk.brief(text, source, self._marked, self._fail)

    def move(self, steps: int) -> None:
        """Selects a later slot, or an earlier one."""
        last = len(self.state.slots) - 1
        if last >= 0:
            self._put(selected=min(max(self.state.selected + steps, 0), last))

    def enter(self) -> None:
        """Marks everybody of the selected slot."""
        if self.state.slots:
            self.choose(self.state.slots[self.state.selected].number)

    def choose(self, slot: int) -> None:
        """Marks everybody of a slot."""
        row = next((one for one in self.state.slots if one.number == slot), None)
        if row is None or self.state.busy:
            return
        self._put(busy=True, notice=None, failure=None)
        self._desk.brief_slot(slot, partial(self._marked_slot, row), self._fail)

    def undo(self, seq: int) -> None:
        """Takes a mark of this sitting back."""
        mark = next((one for one in self.state.marks if one.seq == seq), None)
        if mark is not None and not mark.undone and not self.state.busy:
            self._put(busy=True, notice=None, failure=None)
            self._desk.undo(seq, UNDO_REASON, partial(self._undone, seq), self._fail)

    def undo_last(self) -> None:
        """Takes the latest mark back that still stands."""
        self.undo(next((mark.seq for mark in self.state.marks if not mark.undone), 0))

    # --- how ---

    def _read(self) -> None:
        self._desk.briefings(self._take_slots, self._fail)

    def _take_slots(self, briefings: list[SlotBriefing]) -> None:
        slots = tuple(_row(one.slot, briefed=one.briefed) for one in briefings)
        self._put(slots=slots, selected=min(self.state.selected, max(len(slots) - 1, 0)))

    def _marked(self, done: Briefed) -> None:
        if done.record is None or done.seen is None:
            self._put(notice=Notice.AGAIN)
        else:
            self._add(_mark_of(done.record.seq, done.seen))

    def _marked_slot(self, row: SlotRow, done: Briefed) -> None:
        if done.record is None:
            self._put(busy=False, notice=Notice.AGAIN)
            self._read()
        else:
            words = " · ".join(part for part in (row.start, row.route) if part)
            self._add(Mark(done.record.seq, words, slot=row.number))

    def _add(self, mark: Mark) -> None:
        self._put(busy=False, marks=(mark, *self.state.marks))
        self._recorded()
        if mark.slot:
            self._read()

    def _undone(self, seq: int, _record: object) -> None:
        marks = tuple(
            replace(mark, undone=True) if mark.seq == seq else mark for mark in self.state.marks
        )
        self._put(busy=False, marks=marks)
        self._recorded()
        self._read()

    def _fail(self, error: Exception) -> None:
        from kiosk.operations.brief import NobodyToBrief

        if isinstance(error, NobodyToBrief):
            self._put(busy=False, notice=Notice.NOBODY)
        else:
            self._put(busy=False, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)


def _row(slot: Slot, *, briefed: bool) -> SlotRow:
    briefing = " · ".join(p for p in (hhmm(slot.briefing_at), slot.briefing_place) if p)
    return SlotRow(slot.number, hhmm(slot.start), slot.route, briefing, briefed)


def _mark_of(seq: int, seen: Seen) -> Mark:
    if seen.facts is None or (seen.listed is None and seen.walk_in is None):
        return Mark(seq, str(seen.number or ""))
    if seen.walk_in is not None:
        return Mark(seq, seen.walk_in.number.label)
    holder = Holder.of(seen.facts.kind, seen.facts.heads, seen.listed)
    named = seen.listed is not None and seen.listed.may_be_named
    return Mark(seq, str(seen.facts.number), holder, named=named)
