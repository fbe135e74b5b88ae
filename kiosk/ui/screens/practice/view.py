"""The coach strip above the gate: the card to play, and at the end the score."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedLayout, QWidget

from kiosk.domain.practice import Situation
from kiosk.ui.screens.practice.state import PracticeState, Stage
from kiosk.ui.screens.practice.wording import card_words, praise, score_words, to_do
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card_steps import CardSteps
from kiosk.ui.widgets.layouts import GUTTER, column, row
from kiosk.ui.widgets.text import label
from kiosk.ui.wording import failure_sentence

HEIGHT = 92
"""What the strip takes of the window, so that nothing below it jumps."""
_NAME_WIDTH = 280
_GAP = 10


class PracticeStrip(QFrame):
    """Paints a PracticeState, and tells what was wanted."""

    show_wanted = Signal()
    again_wanted = Signal()
    end_wanted = Signal()
    go_on_wanted = Signal()
    leave_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("coach")
        self.setFixedHeight(HEIGHT)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._playing_page())
        self._pages.addWidget(self._ending_page())
        inside = column(self._pages)
        inside.setContentsMargins(GUTTER, 0, GUTTER, 0)
        self.setLayout(inside)
        self._connect()
        self.show_state(PracticeState())

    def show_state(self, state: PracticeState) -> None:
        self._pages.setCurrentIndex(1 if state.stage is Stage.ENDING else 0)
        self._card.setText(card_words(state))
        self._steps.show_steps(
            {situation.card for situation in state.solved},
            state.current.card if state.current else 0,
        )
        praised = praise(state.praised) if state.praised else ""
        failure = failure_sentence(state.failure) if state.failure else ""
        for told in (self._praise, self._end_praise):
            told.setText(f"✓ {praised}" if praised else "")
            told.setVisible(bool(praised) and not failure)
        for trouble in (self._failure, self._end_failure):
            trouble.setText(failure)
            trouble.setVisible(bool(failure))
        self._to_do.setText(to_do(state))
        self.without_card.setVisible(state.can_show)
        self._score.setText(score_words(state))
        if state.name and not self.name.text():
            self.name.setText(state.name)
        self.go_on.setVisible(state.current is not None)
        self.again.setVisible(state.current is None)
        self.leave.setEnabled(not state.busy)

    def _playing_page(self) -> QWidget:
        self._card = label("strong")
        self._steps = CardSteps(len(Situation))
        self._praise, self._failure = label("right", wrap=True), label("failure", wrap=True)
        self._to_do = label("h2", wrap=True)
        self.without_card = Button(self.tr("No card at hand"), look="option")
        self.end = Button(self.tr("Finish"), look="option")
        progress = column(None, self._card, self._steps, None, spacing=SIZES["s2"])
        told = column(None, self._failure, self._praise, self._to_do, None, spacing=2)
        page = QWidget()
        page.setObjectName("clear")
        line = row(spacing=SIZES["s5"])
        line.addLayout(progress)
        line.addLayout(told, 1)
        line.addLayout(row(self.without_card, self.end, spacing=_GAP))
        page.setLayout(line)
        return page

    def _ending_page(self) -> QWidget:
        self._score = label("figure")
        self._end_praise, self._end_failure = label("right", wrap=True), label("failure", wrap=True)
        self.name = QLineEdit()
        self.name.setFixedWidth(_NAME_WIDTH)
        self.name.setMaxLength(60)
        self.name.setPlaceholderText(self.tr("Who practised?"))
        self.name.setAccessibleName(self.tr("Who practised?"))
        self.leave = Button(self.tr("End the practice"), look="primary")
        self.again = Button(self.tr("Once more"), look="option")
        self.go_on = Button(self.tr("Back to the cards"), look="option")
        told = column(None, self._end_failure, self._end_praise, None)
        buttons = row(self.name, self.leave, self.again, self.go_on, spacing=_GAP)
        page = QWidget()
        page.setObjectName("clear")
        line = row(self._score, spacing=SIZES["s5"])
        line.addLayout(told, 1)
        line.addLayout(buttons)
        page.setLayout(line)
        return page

    def _connect(self) -> None:
        self.without_card.clicked.connect(self.show_wanted)
        self.end.clicked.connect(self._end)
        self.again.clicked.connect(self.again_wanted)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.leave.clicked.connect(self._leave)
        self.name.returnPressed.connect(self._leave_by_name)

    def _end(self) -> None:
        self.end_wanted.emit()
        self.name.setFocus()

    def _leave(self) -> None:
        self.leave_wanted.emit(self.name.text())

    def _leave_by_name(self) -> None:
        """Enter in the empty field was meant for something else."""
        if self.name.text().strip():
            self._leave()
