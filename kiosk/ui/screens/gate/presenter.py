"""The gate's behaviour: scans, typed codes and keys in, states out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.domain.admission import Note, Reply, VerdictName
from kiosk.domain.devices import Source
from kiosk.domain.records import Record
from kiosk.ui.failure import Failure, failure_of
from kiosk.ui.screens.gate.beside import counts_of, last_passage, recent_rows
from kiosk.ui.screens.gate.desk import GateDesk
from kiosk.ui.screens.gate.state import (
    Answer,
    GateState,
    NameShown,
    Stage,
    UndoReason,
    answer_of,
    undone,
)
from kiosk.ui.surroundings import Surroundings
from kiosk.ui.tone import Tone, tone_of

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn

CODE_LENGTH = 10
"""Digits of the short code under a ticket's QR."""

UNDO_REASONS = {str(key): reason for key, reason in enumerate(UndoReason, start=1)}
"""The reasons for an undo by key."""

Again = Callable[[], None]
"""Tries once more what could not be recorded."""


class GatePresenter:
    """Turns scans into verdicts and shows them; a verdict stays until the next scan.

    `front` is called before each of them: it is seen, whatever was opened since the scan. `count`
    is told of a group's scan, which another page asks about. `sound` is told the tone of each
    answer as it is shown.
    """

    def __init__(
        self,
        desk: GateDesk,
        surroundings: Surroundings,
        show: Callable[[GateState], None],
        *,
        front: Callable[[], None] = lambda: None,
        count: Callable[[CheckIn], None] = lambda _: None,
        sound: Callable[[Tone], None] = lambda _: None,
    ) -> None:
        self._desk = desk
        self._surroundings = surroundings
        self._show = show
        self._front = front
        self._count = count
        self._sound = sound
        self._again: Again | None = None
        self._may_undo: Callable[[str], bool] = lambda _: True
        self.checked: CheckIn | None = None
        self.state = GateState()
        surroundings.listen(self._look_around)

    # --- scans ---

    def scan(self, text: str, source: str, *, leaving: bool = False) -> None:
        """Checks a ticket in, or out; whatever the stage shows gives way to the verdict."""
        leaving = leaving or self.state.leaving
        again = partial(self.scan, text, source, leaving=leaving)
        ask = self._desk.depart if leaving else self._desk.check_in
        ask(text, source, self.answer, partial(self.fail, again=again))

    def answer(self, checked: CheckIn) -> None:
        """Shows what a scan, a search or somebody's decision led to."""
        overview = self._surroundings.overview
        if overview is not None and overview.site is not None:
            self._show_answer(checked)
        else:  # the first scan overtook the first overview
            self._surroundings.refresh(partial(self._show_answer, checked))

    def counted(self, asked: CheckIn, record: Record) -> None:
        """A group was counted: shows how many came, or left."""
        from kiosk.operations.count_group import counted

        self.answer(counted(asked, record))

    def fail(self, error: Exception, again: Again) -> None:
        """Something could not be recorded; Enter tries the same again."""
        from kiosk.operations.identify import OutOfPlace

        if isinstance(error, OutOfPlace):
            self._show_out_of_place(error.verdict)
            return
        failure = failure_of(error)
        if failure is Failure.MISTYPED:  # the digits stay, to be compared
            self._put(failure=failure, busy=False)
        else:
            self._again = again
            self._front()
            self._sound(Tone.FAIL)
            self._put(stage=Stage.NOT_RECORDED, answer=None, code="", failure=failure, busy=False)

    def allow(self, *, override: bool, may_undo: Callable[[str], bool]) -> None:
        """Takes note of what whoever works the kiosk may do; `may_undo` is asked of an id."""
        self._may_undo = may_undo
        self._put(may_override=override, may_undo=self._may_undo_shown())
        self._look_around()

    def turn_round(self) -> None:
        """Scans are of those who leave from now on, or again of those who come."""
        if self.state.tracks_exits:
            self._put(leaving=not self.state.leaving)

    # --- what an answer asks ---

    def reply(self, reply: Reply) -> None:
        """Answers the question of a second scan."""
        checked, answer = self.checked, self.state.answer
        if checked is None or answer is None or reply not in answer.replies or self.state.busy:
            return
        self._put(busy=True)
        self._reply(reply, checked, answer)

    def undo(self, index: int | None = None) -> None:
        """Asks why the entry is taken back that the stage shows, or one of the latest."""
        answer = self._listed(index) if index is not None else self._to_undo()
        if answer is not None:
            self._front()
            self._put(stage=Stage.UNDOING, answer=answer, code="")

    def undo_because(self, reason: UndoReason) -> None:
        """Takes the entry back."""
        answer = self.state.answer
        if self.state.stage is Stage.UNDOING and answer is not None and not self.state.busy:
            self._put(busy=True)
            self._take_back(answer, reason)

    def show_name(self) -> None:
        """Shows the full name, until it fades like the short one."""
        if self.state.answer is not None and self.state.answer.has_name:
            self._put(name=NameShown.FULL)

    def hide_name(self) -> None:
        if self.state.name is not NameShown.HIDDEN:
            self._put(name=NameShown.HIDDEN)

    def close(self) -> None:
        """Back to the ready stage; nothing is undone."""
        self._put(stage=Stage.READY, answer=None, code="", reply=None, busy=False)

    # --- keys ---

    def start_code(self) -> None:
        self._put(stage=Stage.CODE, answer=None, code="", failure=None)

    def digit(self, digit: str) -> None:
        """Answers a question by its number; otherwise it is the first or next of a code."""
        answer, stage = self.state.answer, self.state.stage
        replies = answer.replies if answer and stage is Stage.ANSWER else ()
        if stage is Stage.UNDOING and digit in UNDO_REASONS:
            self.undo_because(UNDO_REASONS[digit])
        elif digit in {str(n) for n in range(1, len(replies) + 1)}:
            self.reply(replies[int(digit) - 1])
        elif stage is not Stage.UNDOING:
            code = self.state.code if stage is Stage.CODE else ""
            code = (code + digit)[:CODE_LENGTH]
            self._put(stage=Stage.CODE, answer=None, code=code, failure=None)

    def backspace(self) -> None:
        if self.state.stage is Stage.CODE:
            self._put(code=self.state.code[:-1], failure=None)

    def enter(self) -> None:
        """Sends a whole code; after «not recorded» tries the same again, once at a time."""
        if self.state.busy:
            return
        if self.state.stage is Stage.CODE and len(self.state.code) == CODE_LENGTH:
            self._put(busy=True)
            self.scan(self.state.code, Source.TYPED)
        elif self.state.stage is Stage.NOT_RECORDED and self._again is not None:
            self._put(busy=True)
            self._again()

    # --- how ---

    def _show_answer(self, checked: CheckIn) -> None:
        overview = self._surroundings.overview
        if overview is None or overview.site is None:
            return
        self.checked = checked
        self._front()
        self._surroundings.refresh_later()
        if checked.verdict.name is VerdictName.GROUP_PENDING:
            self._sound(Tone.ASK)
            self._put(stage=Stage.READY, answer=None, code="", busy=False)
            self._count(checked)
            return
        answer = answer_of(checked, overview.site, overview.event)
        compare = Note.COMPARE_NAME in answer.notes or answer.replies
        name = NameShown.FULL if compare else NameShown.SHORT
        self._sound(answer.tone)
        self._put(
            stage=Stage.ANSWER,
            answer=answer,
            name=name,
            code="",
            reply=None,
            busy=False,
            may_undo=self._may_undo_shown(),
        )

    def _show_out_of_place(self, verdict: VerdictName) -> None:
        """A practice card on the day, or a real ticket in practice: nothing was recorded."""
        self.checked = None
        self._front()
        tone = tone_of(verdict)
        self._sound(tone)
        answer = Answer(verdict, tone, seq=0, recorded_at="")
        self._put(stage=Stage.ANSWER, answer=answer, code="", reply=None, busy=False)

    def _reply(self, reply: Reply, checked: CheckIn, answer: Answer) -> None:
        done = partial(self._replied, reply, answer)
        failed = partial(self.fail, again=partial(self._reply, reply, checked, answer))
        if reply is Reply.APART:
            self._desk.came_apart(checked, self.answer, failed)
        elif reply is Reply.WITH_GROUP:
            self._desk.came_with_group(checked, done, failed)
        elif reply is Reply.SAME_PERSON:
            self._desk.let_back_in(checked, done, failed)
        else:
            self._desk.report_copy(checked, done, failed)

    def _replied(self, reply: Reply, answer: Answer, _record: Record) -> None:
        self._sound(Tone.HEED if reply is Reply.COPY else Tone.GO)
        self._put(stage=Stage.REPLIED, answer=answer, reply=reply, code="", busy=False)
        self._surroundings.refresh_later()

    def _may_undo_shown(self) -> bool:
        """Whether the record of the stage's answer may be taken back by whoever is here now."""
        return self.checked is None or self._may_undo(self.checked.record.operator)

    def _to_undo(self) -> Answer | None:
        overview, last = self._surroundings.overview, last_passage(self._surroundings.overview)
        match self.state:
            case GateState(stage=Stage.ANSWER, answer=Answer(can_undo=True), may_undo=True):
                return self.state.answer
            case GateState(stage=Stage.READY) if overview and overview.site and last:
                allowed = self._may_undo(last.record.operator)
                return undone(last, overview.site) if allowed else None
        return None

    def _listed(self, index: int) -> Answer | None:
        overview = self._surroundings.overview
        if overview is None or overview.site is None or not self.state.recent[index].can_undo:
            return None
        return undone(overview.recent[index], overview.site)

    def _take_back(self, answer: Answer, reason: UndoReason) -> None:
        failed = partial(self.fail, again=partial(self._take_back, answer, reason))
        self._desk.undo(answer.seq, reason.value, partial(self._undone, answer), failed)

    def _undone(self, answer: Answer, _record: Record) -> None:
        self._put(stage=Stage.UNDONE, answer=answer, name=NameShown.SHORT, code="", busy=False)
        self._surroundings.refresh_later()

    def _look_around(self) -> None:
        overview = self._surroundings.overview
        if not self._surroundings.readable or overview is None:
            return
        last = last_passage(overview)
        tracks_exits = overview.site is not None and overview.site.policy.tracks_exits
        self._put(
            counts=counts_of(overview),
            recent=recent_rows(overview, self._may_undo),
            can_undo_last=last is not None and self._may_undo(last.record.operator),
            tracks_exits=tracks_exits,
            leaving=self.state.leaving and tracks_exits,
        )

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
