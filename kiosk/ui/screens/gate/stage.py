"""The pages of the gate's stage: ready, typing a code, and the answer to a scan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.domain.admission import Reply, VerdictName
from kiosk.ui.screens.gate.presenter import CODE_LENGTH
from kiosk.ui.screens.gate.state import Answer, GateState, Stage, UndoReason
from kiosk.ui.screens.gate.wording import reply_words, stage_words, undo_words
from kiosk.ui.theme.state import put_state
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.digit_pad import DigitPad
from kiosk.ui.widgets.layouts import column, row, show_only
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.scan_icon import ScanIcon
from kiosk.ui.widgets.text import Letter, Tight, label
from kiosk.ui.wording import failure_sentence

_FOOT_GAP = 14
_MARK = 104
_MOST_NOTES = 4
_ROUTE_GAP = 18


class ReadyPage(QWidget):
    """Nothing scanned: what to do, in large words; of those who come, or who leave."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._hero = Tight("idle-hero", leading=1.05, spacing=-1.5)
        self._hero.setText(self.tr("Scan a ticket"))
        self._lead = label("lead", self.tr("Hold the QR code before the scanner"), wrap=True)
        hint = label(
            "lab",
            self.tr("Not read? Turn up the brightness, wipe the screen, or type the code under it"),
            wrap=True,
        )
        words = column(self._hero, self._lead, hint, spacing=SIZES["s5"])
        middle = row(ScanIcon(), spacing=40)
        middle.addLayout(words, 1)
        words.insertStretch(0, 1)
        words.addStretch(1)
        self.code = Button(self.tr("Type the code"), key=self.tr("digits"))
        self.undo = Button(self.tr("Undo the last one"), key="F8")
        self.turn = Button(key="F6")
        self._leaving: bool | None = None
        foot = row(self.code, self.undo, self.turn, None, spacing=_FOOT_GAP)
        self.setLayout(column(None, middle, None, foot))

    def show_state(self, state: GateState) -> None:
        self.undo.setEnabled(state.can_undo_last)
        self.turn.setVisible(state.tracks_exits)
        if state.leaving is not self._leaving:
            self._leaving = state.leaving
            self._show_way(leaving=state.leaving)

    def _show_way(self, *, leaving: bool) -> None:
        if leaving:
            self._hero.setText(self.tr("Scan whoever leaves"))
            self._lead.setText(self.tr("A group's ticket takes the whole group out"))
            self.turn.setText(self.tr("Back to the entrance"))
        else:
            self._hero.setText(self.tr("Scan a ticket"))
            self._lead.setText(self.tr("Hold the QR code before the scanner"))
            self.turn.setText(self.tr("Exits"))


class CodePage(QWidget):
    """The ten digits under the QR, typed or touched."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        title = label("title", self.tr("The code under the QR"))
        self._code = label("code")
        hint = label("lab", self.tr("Ten digits. Then compare the name"), wrap=True)
        self._failure = label("failure", wrap=True)
        self.pad = DigitPad()
        self.enter = Button(self.tr("Check in"), look="primary", key="Enter")
        self.leave = Button(self.tr("Close"), key="Esc")
        left = column(title, self._code, hint, self._failure, None, spacing=SIZES["s4"])
        top = row(spacing=SIZES["s4"])
        top.addLayout(left, 1)
        top.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        foot = row(self.enter, self.leave, None, spacing=_FOOT_GAP)
        self.setLayout(column(top, None, foot))

    def show_state(self, state: GateState) -> None:
        digits = state.code.ljust(CODE_LENGTH, "·")
        self._code.setText(f"{digits[:4]} {digits[4:7]} {digits[7:]}")
        self._code.setAccessibleName(state.code)
        self._failure.setText(failure_sentence(state.failure) if state.failure else "")
        self.enter.setEnabled(len(state.code) == CODE_LENGTH)


class AnswerPage(QWidget):
    """A verdict, from the largest words down to what to say next."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.mark = VerdictMark(_MARK, on_stage=True)
        self.hero = Tight("hero", leading=1.02, spacing=-1.5)
        self._route = Letter("giant")
        self._route_column = _route_column(self._route, self.tr("route"))
        self.who = label("who", wrap=True)
        self.meta = label("meta", wrap=True)
        self._notes = [Pill(tone=Tone.HEED) for _ in range(_MOST_NOTES)]
        self._lead = label("next-lead", wrap=True)
        self.next = Tight("next", leading=1.18)
        self.undo = Button(key="F8", look="deep")
        self.name = Button(self.tr("Show the name"))
        self.companion = Button(self.tr("+ companion"), look="deep")
        self.partly = Button(self.tr("Not all left"), key="F7", look="deep")
        self.overrule = Button(self.tr("Let in…"), key="F7", look="white")
        self.replies = [Button(look="dark"), Button(look="white")]
        self.reasons = [Button(undo_words(reason)) for reason in UndoReason]
        self.again = Button(self.tr("Try once more"), key="Enter", look="white")
        self.leave = Button(self.tr("Close"), key="Esc", look="white")
        self._recorded = label("body", wrap=True)
        self._recorded.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self.show_state(GateState())

    def show_state(self, state: GateState) -> None:
        words, answer = stage_words(state), state.answer
        tone = stage_tone(state)
        self.mark.show_tone(tone)
        texts = {
            self.hero: words.hero,
            self.who: words.who,
            self.meta: words.meta,
            self._lead: words.lead,
            self.next: words.next,
            self._recorded: words.recorded,
        }
        for part, text in texts.items():
            part.setText(text)
        for index, pill in enumerate(self._notes):
            pill.show_words(words.notes[index] if index < len(words.notes) else "", Tone.HEED)
        admitted = state.stage is Stage.ANSWER and tone is Tone.GO
        came = admitted and answer is not None and answer.verdict is VerdictName.ADMITTED
        route = answer.turn.route if came and answer and answer.turn else ""
        self._route.setText(route)
        shown: dict[QWidget, bool] = {part: bool(text) for part, text in texts.items()}
        shown |= self._buttons(state, admitted=admitted)
        show_only({**shown, self._route_column: bool(route)})
        self._word_buttons(state, admitted=admitted)

    def _buttons(self, state: GateState, *, admitted: bool) -> dict[QWidget, bool]:
        """Which buttons are shown."""
        answer, stage = state.answer, state.stage
        shown = answer if stage is Stage.ANSWER else None
        replies = shown.replies if shown else ()
        came = shown is not None and shown.verdict is VerdictName.ADMITTED
        named = answer is not None and answer.has_name and _name_matters(answer, stage)
        overrulable = shown is not None and shown.overrulable and state.may_override
        return {
            **{button: n < len(replies) for n, button in enumerate(self.replies)},
            **dict.fromkeys(self.reasons, stage is Stage.UNDOING),
            self.undo: shown is not None and shown.can_undo and state.may_undo,
            self.companion: came,
            self.partly: shown is not None and shown.left_in_part,
            self.overrule: overrulable,
            self.name: named,
            self.again: stage is Stage.NOT_RECORDED,
            self.leave: not admitted,
        }

    def _word_buttons(self, state: GateState, *, admitted: bool) -> None:
        """What the buttons say, and how they look on the stage's colour."""
        answer, stage = state.answer, state.stage
        replies = answer.replies if answer else ()
        came = answer is not None and answer.verdict is VerdictName.ADMITTED
        for button, reply in zip(self.replies, replies, strict=False):
            button.setText(reply_words(reply))
            button.setEnabled(not state.busy)
        self.undo.setText(self.tr("Undo the entry") if came else self.tr("Undo the exit"))
        plain = "white" if stage in (Stage.ANSWER, Stage.NOT_RECORDED) else ""
        put_state(self.name, look="deep" if admitted else plain)
        put_state(self.leave, look=plain)

    def _lay_out(self) -> None:
        head = row(self.mark, spacing=26)
        head.addWidget(self.hero, 1)
        head.addWidget(self._route_column)
        saying = QFrame()
        saying.setObjectName("next")
        inside = column(self._lead, self.next, spacing=SIZES["s1"])
        inside.setContentsMargins(26, 20, 26, 20)
        saying.setLayout(inside)
        foot = row(
            *self.replies,
            *self.reasons,
            self.undo,
            self.partly,
            self.overrule,
            self.name,
            self.companion,
            self.again,
            self.leave,
            spacing=_FOOT_GAP,
        )
        foot.addStretch(0)
        foot.addWidget(self._recorded, 1)  # in two lines where the buttons leave no more room
        notes = row(*self._notes, None, spacing=SIZES["s2"])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addSpacing(11)
        page.addWidget(self.who)
        page.addSpacing(6)
        page.addWidget(self.meta)
        page.addSpacing(14)
        page.addLayout(notes)
        page.addStretch(1)
        page.addWidget(saying)
        page.addSpacing(18)
        page.addLayout(foot)


def _name_matters(answer: Answer, stage: Stage) -> bool:
    """Whether the volunteer compares or passes on the name; a question's answers need the room."""
    if stage is Stage.ANSWER:
        return answer.tone is Tone.GO or answer.verdict is VerdictName.NOT_CLEARED
    return stage is Stage.UNDONE


def stage_tone(state: GateState) -> Tone:
    """The tone of the whole stage."""
    if state.stage is Stage.NOT_RECORDED:
        return Tone.FAIL
    if state.stage is Stage.REPLIED:
        return Tone.HEED if state.reply is Reply.COPY else Tone.GO
    if state.stage is Stage.ANSWER and state.answer is not None:
        return state.answer.tone
    return Tone.IDLE


def _route_column(letter: Letter, caption: str) -> QWidget:
    holder = QWidget()
    holder.setObjectName("clear")
    below = label("meta", caption)
    layout = column(letter, below, spacing=_ROUTE_GAP)
    layout.setAlignment(letter, Qt.AlignmentFlag.AlignRight)
    layout.setAlignment(below, Qt.AlignmentFlag.AlignRight)
    holder.setLayout(layout)
    return holder
