"""The gate's behaviour: scans, typed codes and keys in, states out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.records import Record
from kiosk.ui.desk import Desk
from kiosk.ui.failure import Failure, failure_of
from kiosk.ui.screens.gate.state import (
    Answer,
    GateState,
    NameShown,
    Stage,
    answer_of,
    counts_of,
    last_arrival,
    recent_rows,
    undone,
)
from kiosk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn

CODE_LENGTH = 10
"""Digits of the short code under a ticket's QR."""

UNDO_REASON = "gate: undone by the operator"
"""The reason that an undo at the gate is recorded with."""


class GatePresenter:
    """Turns scans into verdicts and shows them; a verdict stays until the next scan."""

    def __init__(
        self, desk: Desk, surroundings: Surroundings, show: Callable[[GateState], None]
    ) -> None:
        self._desk = desk
        self._surroundings = surroundings
        self._show = show
        self._again: Callable[[], None] | None = None
        self._undoing = False
        self.state = GateState()
        surroundings.listen(self._look_around)

    def scan(self, text: str, source: str) -> None:
        """Checks a ticket in; whatever the stage shows gives way to the verdict."""
        self._again = partial(self.scan, text, source)
        self._desk.check_in(text, source, self._answer, self._fail)

    def undo(self) -> None:
        """Takes back the arrival that the stage shows, or from the ready stage the latest one."""
        answer = self._to_undo()
        if answer is not None:
            self._take_back(answer)

    def show_name(self) -> None:
        """Shows the full name, until it fades like the short one."""
        if self.state.answer is not None and self.state.answer.has_name:
            self._put(name=NameShown.FULL)

    def hide_name(self) -> None:
        if self.state.name is not NameShown.HIDDEN:
            self._put(name=NameShown.HIDDEN)

    def close(self) -> None:
        """Back to the ready stage; nothing is undone."""
        self._put(stage=Stage.READY, answer=None, code="")

    def start_code(self) -> None:
        self._put(stage=Stage.CODE, answer=None, code="", failure=None)

    def digit(self, digit: str) -> None:
        """A typed digit opens the code entry and is its first."""
        code = self.state.code if self.state.stage is Stage.CODE else ""
        code = (code + digit)[:CODE_LENGTH]
        self._put(stage=Stage.CODE, answer=None, code=code, failure=None)

    def backspace(self) -> None:
        if self.state.stage is Stage.CODE:
            self._put(code=self.state.code[:-1], failure=None)

    def enter(self) -> None:
        """Sends a whole code; after «not recorded» tries the same again."""
        if self.state.stage is Stage.CODE and len(self.state.code) == CODE_LENGTH:
            self.scan(self.state.code, "typed")
        elif self.state.stage is Stage.NOT_RECORDED and self._again is not None:
            self._again()

    def _to_undo(self) -> Answer | None:
        overview, last = self._surroundings.overview, last_arrival(self._surroundings.overview)
        match self.state:
            case GateState(stage=Stage.ANSWER, answer=Answer(verdict=VerdictName.ADMITTED)):
                return self.state.answer
            case GateState(stage=Stage.READY) if overview and overview.site and last:
                return undone(last, overview.site)
        return None

    def _take_back(self, answer: Answer) -> None:
        if not self._undoing:
            self._undoing = True
            self._again = partial(self._take_back, answer)
            done = partial(self._undone, answer)
            self._desk.undo(answer.seq, UNDO_REASON, done, self._fail)

    def _answer(self, checked: CheckIn) -> None:
        overview = self._surroundings.overview
        if overview is not None and overview.site is not None:
            self._show_answer(checked)
        else:  # the first scan overtook the first overview
            self._surroundings.refresh(partial(self._show_answer, checked))

    def _show_answer(self, checked: CheckIn) -> None:
        overview = self._surroundings.overview
        if overview is None or overview.site is None:
            return
        answer = answer_of(checked, overview.site, overview.event)
        compare = Note.COMPARE_NAME in answer.notes
        name = NameShown.FULL if compare else NameShown.SHORT
        self._put(stage=Stage.ANSWER, answer=answer, name=name, code="")
        self._surroundings.refresh_later()

    def _undone(self, answer: Answer, _record: Record) -> None:
        self._undoing = False
        self._put(stage=Stage.UNDONE, answer=answer, name=NameShown.SHORT)
        self._surroundings.refresh_later()

    def _fail(self, error: Exception) -> None:
        self._undoing = False
        failure = failure_of(error)
        if failure is Failure.MISTYPED:  # the digits stay, to be compared
            self._put(failure=failure)
        else:
            self._put(stage=Stage.NOT_RECORDED, answer=None, code="", failure=failure)

    def _look_around(self) -> None:
        overview = self._surroundings.overview
        if not self._surroundings.readable or overview is None:
            return
        self._put(
            counts=counts_of(overview),
            recent=recent_rows(overview),
            can_undo_last=last_arrival(overview) is not None,
        )

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
