"""The gate as it is seen: the stage, the counts and the latest scans."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from kiosk.domain.layouts import to_jcuken
from kiosk.ui.screens.gate.stage import AnswerPage, CodePage, ReadyPage, stage_tone
from kiosk.ui.screens.gate.state import Answer, GateState, NameShown, Stage, UndoReason
from kiosk.ui.screens.gate.wording import recent_words
from kiosk.ui.theme.state import put_state
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.counts_card import CountsCard
from kiosk.ui.widgets.layouts import ASIDE_WIDTH, GUTTER, column, row, settle
from kiosk.ui.widgets.recent_list import RecentList

NAME_FADES_AFTER_MS = 5_000


class GateView(QWidget):
    """Paints a GateState, and tells what the person at the gate wants.

    Pages of other presenters may hold the stage in turn: `add_page` and `hold`.
    """

    undo_wanted = Signal()
    undo_chosen = Signal(int)
    undo_reason = Signal(UndoReason)
    name_wanted = Signal()
    name_faded = Signal()
    close_wanted = Signal()
    code_wanted = Signal()
    digit_typed = Signal(str)
    letter_typed = Signal(str)
    erase_wanted = Signal()
    enter_pressed = Signal()
    reply_wanted = Signal(int)
    turn_wanted = Signal()
    search_wanted = Signal()
    walk_in_wanted = Signal()
    companion_wanted = Signal()
    decision_wanted = Signal()
    """The site manager decides otherwise, or fewer of a group left than all."""

    def __init__(self, name_fades_after_ms: int = NAME_FADES_AFTER_MS) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._fade = QTimer(self, singleShot=True, interval=name_fades_after_ms)
        self._fade.timeout.connect(self.name_faded)
        self._faded_for: tuple[Answer | None, NameShown] = (None, NameShown.SHORT)
        self._state = GateState()
        self._held: QWidget | None = None
        self.stage = QFrame()
        self.stage.setObjectName("stage")
        self._pages = QStackedLayout(self.stage)
        self.ready, self.code, self.answer = ReadyPage(), CodePage(), AnswerPage()
        for page in (self.ready, self.code, self.answer):
            page.setContentsMargins(40, 32, 40, 32)
            self._pages.addWidget(page)
        self._counts, self.recent = CountsCard(), RecentList()
        self.find_button = Button(self.tr("Find"), key=self.tr("letters"))
        self.walk_in_button = Button(self.tr("No ticket"), key="F4")
        aside = QWidget()
        aside.setObjectName("clear")
        aside.setFixedWidth(ASIDE_WIDTH)
        self._beside = column(self._counts, spacing=14)
        self._beside.addWidget(self.recent, 1)
        self._beside.addWidget(self.find_button)
        self._beside.addWidget(self.walk_in_button)
        aside.setLayout(self._beside)
        layout = row(spacing=GUTTER)
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        layout.addWidget(self.stage, 1)
        layout.addWidget(aside)
        self.setLayout(layout)
        self._connect()

    def make_room(self, beside: QWidget) -> None:
        """Gives something else the place of the counts and of the latest scans."""
        self._counts.hide()
        self.recent.hide()
        self._beside.insertWidget(0, beside, 1)
        beside.show()  # a layout would do so when the window rests next

    def add_page(self, page: QWidget) -> None:
        """Adds a page that another presenter paints."""
        settle(page)
        self._pages.addWidget(page)

    def hold(self, page: QWidget | None, tone: Tone = Tone.IDLE) -> None:
        """Gives the stage to a page that was added, or with None back to the gate's own."""
        self._held = page
        if page is None:
            self._show_stage(self._state)
            self.setFocus()  # keys that come next are the gate's
        else:
            put_state(self.stage, tone=tone.value)
            settle(page)
            self._pages.setCurrentWidget(page)

    def show_state(self, state: GateState) -> None:
        self._state = state
        if self._held is None:
            self._show_stage(state)
        counts = state.counts
        self._counts.show_counts(counts.this_kiosk, counts.site, counts.expected, counts.as_of)
        self._counts.show_marks(
            inside=counts.inside, paper=counts.paper, uncounted=counts.uncounted
        )
        for line, scan in zip(self.recent.lines, state.recent, strict=False):
            words = recent_words(scan)
            line.show_scan(scan.at, scan.tone, words, scan.number, retracted=scan.retracted)
            line.may_be_pressed(scan.can_undo)
        self.recent.show_lines(len(state.recent))

    def take_key(self, event: QKeyEvent) -> bool:
        """Acts on a key; whether it meant something here."""
        if self._held is not None:
            takes = getattr(self._held, "take_key", None)
            return takes is not None and takes(event)
        signals = {
            Qt.Key.Key_F4: self.walk_in_wanted,
            Qt.Key.Key_F6: self.turn_wanted,
            Qt.Key.Key_F7: self.decision_wanted,
            Qt.Key.Key_F8: self.undo_wanted,
            Qt.Key.Key_Escape: self.close_wanted,
            Qt.Key.Key_Return: self.enter_pressed,
            Qt.Key.Key_Enter: self.enter_pressed,
            Qt.Key.Key_Backspace: self.erase_wanted,
        }
        if event.text() in set("0123456789"):
            self.digit_typed.emit(event.text())
        elif event.text() == "+":
            self.companion_wanted.emit()
        elif to_jcuken(event.text()).isalpha():  # some letters are punctuation in Latin
            self.letter_typed.emit(event.text())
        elif (signal := signals.get(Qt.Key(event.key()))) is not None:
            signal.emit()
        else:
            return False
        return True

    def _show_stage(self, state: GateState) -> None:
        page: ReadyPage | CodePage | AnswerPage = self.answer
        if state.stage is Stage.READY:
            page = self.ready
        elif state.stage is Stage.CODE:
            page = self.code
        tone = stage_tone(state)
        put_state(self.stage, tone=tone.value)
        page.show_state(state)
        if page is not self._pages.currentWidget():
            settle(page)
        self._pages.setCurrentWidget(page)
        shown = (state.answer, state.name)
        if shown != self._faded_for:
            self._faded_for = shown
            fading = state.name is not NameShown.HIDDEN and state.answer is not None
            if fading and tone is not Tone.FAIL:
                self._fade.start()
            else:
                self._fade.stop()

    def _connect(self) -> None:
        self.ready.code.clicked.connect(self.code_wanted)
        self.ready.undo.clicked.connect(self.undo_wanted)
        self.ready.turn.clicked.connect(self.turn_wanted)
        self.code.pad.digit.connect(self.digit_typed)
        self.code.pad.backspace.connect(self.erase_wanted)
        self.code.enter.clicked.connect(self.enter_pressed)
        self.code.leave.clicked.connect(self.close_wanted)
        self.answer.undo.clicked.connect(self.undo_wanted)
        self.answer.name.clicked.connect(self.name_wanted)
        self.answer.companion.clicked.connect(self.companion_wanted)
        self.answer.partly.clicked.connect(self.decision_wanted)
        self.answer.overrule.clicked.connect(self.decision_wanted)
        self.answer.again.clicked.connect(self.enter_pressed)
        self.answer.leave.clicked.connect(self.close_wanted)
        for index, button in enumerate(self.answer.replies):
            button.clicked.connect(partial(self._reply, index))
        for reason, button in zip(UndoReason, self.answer.reasons, strict=True):
            button.clicked.connect(partial(self._reason, reason))
        self.recent.chosen.connect(self.undo_chosen)
        self.find_button.clicked.connect(self.search_wanted)
        self.walk_in_button.clicked.connect(self.walk_in_wanted)

    def _reply(self, index: int) -> None:
        self.reply_wanted.emit(index)

    def _reason(self, reason: UndoReason) -> None:
        self.undo_reason.emit(reason)
