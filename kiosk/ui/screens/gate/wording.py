"""The gate's words: what each stage says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Reply, VerdictName
from kiosk.ui.failure import Failure
from kiosk.ui.screens.gate.beside import RecentRow
from kiosk.ui.screens.gate.phrases import StageWords, do, say, where_to, who
from kiosk.ui.screens.gate.state import Answer, GateState, NameShown, Stage, UndoReason
from kiosk.ui.screens.gate.verdicts import verdict_words
from kiosk.ui.wording import failure_sentence, holder_label, verdict_word

translate = QCoreApplication.translate


def stage_words(state: GateState) -> StageWords:
    """The words of a stage that shows an answer, an undo, or that nothing was recorded."""
    if state.stage is Stage.NOT_RECORDED:
        return _not_recorded(state.failure or Failure.OTHER)
    answer = state.answer
    if answer is None:
        return StageWords("")
    if state.stage is Stage.UNDOING:
        return _undoing(answer, state.name)
    if state.stage is Stage.UNDONE:
        return _undone(answer, state.name)
    if state.stage is Stage.REPLIED and state.reply is not None:
        return _replied(answer, state.reply, state.name)
    return verdict_words(answer, state.name)


def recent_words(row: RecentRow) -> str:
    """What one of the latest scans was."""
    holder = holder_label(row.holder) if row.holder else ""
    if row.verdict is VerdictName.GROUP_PENDING:
        return translate("gate", "Group: how many?")
    if row.verdict is VerdictName.DEPARTED:
        return translate("gate", "Exit: {holder}").format(holder=holder)
    if row.verdict is not None:
        return verdict_word(row.verdict)
    return translate("gate", "{holder} · paper").format(holder=holder) if row.from_paper else holder


def reply_words(reply: Reply) -> str:
    """An answer to the question of a second scan, with the key that gives it."""
    words = {
        Reply.SAME_PERSON: translate("gate", "1 · The same person is back"),
        Reply.COPY: translate("gate", "2 · Somebody else, a copy"),
        Reply.WITH_GROUP: translate("gate", "1 · Came with the group"),
        Reply.APART: translate("gate", "2 · Came apart"),
    }
    return words[reply]


def undo_words(reason: UndoReason) -> str:
    """A reason for an undo, with the key that gives it."""
    words = {
        UndoReason.WRONG_TICKET: translate("gate", "1 · The wrong ticket"),
        UndoReason.NOT_ENTERED: translate("gate", "2 · Did not come in"),
        UndoReason.TRIED_OUT: translate("gate", "3 · Only tried out"),
    }
    return words[reason]


def _replied(answer: Answer, reply: Reply, name: NameShown) -> StageWords:
    if reply is Reply.COPY:
        return StageWords(
            hero=translate("gate", "Copy of a ticket"),
            who=who(answer, name),
            meta=translate("gate", "Somebody is inside on this ticket already"),
            lead=do(),
            next=translate("gate", "Call the site manager"),
        )
    return StageWords(
        hero=verdict_word(VerdictName.ADMITTED),
        who=who(answer, name),
        lead=say(),
        next=where_to(answer.turn),
        recorded=translate("gate", "counted already"),
    )


def _undoing(answer: Answer, name: NameShown) -> StageWords:
    return StageWords(
        hero=translate("gate", "Undo this?"),
        who=who(answer, name),
        meta=translate("gate", "Recorded at {time}").format(time=answer.recorded_at),
        lead=do(),
        next=translate("gate", "Choose why. The record stays, and no longer counts"),
    )


def _undone(answer: Answer, name: NameShown) -> StageWords:
    return StageWords(
        hero=translate("gate", "Exit undone")
        if answer.verdict is VerdictName.DEPARTED
        else translate("gate", "Entry undone"),
        who=who(answer, name),
        meta=translate("gate", "It stood at {time}. The same ticket can be scanned again").format(
            time=answer.recorded_at
        ),
        lead=do(),
        next=translate("gate", "Scan the right ticket"),
    )


def _not_recorded(failure: Failure) -> StageWords:
    return StageWords(
        hero=verdict_word(VerdictName.NOT_RECORDED),
        who=failure_sentence(failure),
        meta=translate("gate", "Everything recorded earlier is safe"),
        lead=do(),
        next=translate("gate", "Mark it on the paper list and call the manager"),
    )
