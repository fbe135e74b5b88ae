"""The coach's card beside the gate's stage: what to play, and at the end the score."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from kiosk.domain.practice import Situation
from kiosk.ui.screens.practice.state import PracticeState, Stage
from kiosk.ui.screens.practice.wording import card_words, praise, score_words, to_do
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card_steps import CardSteps
from kiosk.ui.widgets.layouts import card, column
from kiosk.ui.widgets.text import label
from kiosk.ui.wording import failure_sentence

_PADDING = 18
_LONGEST_NAME = 60


class CoachCard(QWidget):
    """Paints a PracticeState, and tells what was wanted."""

    show_wanted = Signal()
    again_wanted = Signal()
    end_wanted = Signal()
    go_on_wanted = Signal()
    leave_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._pages = QStackedLayout()
        self._pages.addWidget(self._playing_page())
        self._pages.addWidget(self._ending_page())
        self.setLayout(column(card(column(self._pages), padding=_PADDING)))
        self._connect()
        self.show_state(PracticeState())

    def show_state(self, state: PracticeState) -> None:
        self._turn_to(state.stage)
        self._card.setText(card_words(state))
        self._steps.show_steps(
            {situation.card for situation in state.solved},
            state.current.card if state.current else 0,
        )
        praised = f"✓ {praise(state.praised)}" if state.praised else ""
        failure = failure_sentence(state.failure) if state.failure else ""
        for part, text in (
            (self._praise, praised),
            (self._end_praise, praised),
            (self._failure, failure),
            (self._end_failure, failure),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._to_do.setText(to_do(state))
        self.without_card.setVisible(state.can_show)
        self._score.setText(score_words(state))
        if state.name and not self.name.text():
            self.name.setText(state.name)
        self.go_on.setVisible(state.current is not None)
        self.leave.setEnabled(not state.busy)

    def _turn_to(self, stage: Stage) -> None:
        """Shows a stage's page. A name is typed at once, however the end was come to."""
        ending = stage is Stage.ENDING
        opens = ending and self._pages.currentIndex() == 0
        self._pages.setCurrentIndex(1 if ending else 0)
        if opens:
            self.name.setFocus()

    def _playing_page(self) -> QWidget:
        self._card = label("strong")
        self._steps = CardSteps(len(Situation))
        self._praise, self._failure = label("right", wrap=True), label("failure", wrap=True)
        self._to_do = label("coach", wrap=True)
        self.without_card = Button(self.tr("No card at hand"))
        self.end = Button(self.tr("Finish"))
        page = _page()
        page.setLayout(
            column(
                self._card,
                self._steps,
                self._praise,
                self._to_do,
                self._failure,
                None,
                self.without_card,
                self.end,
                spacing=SIZES["s4"],
            )
        )
        return page

    def _ending_page(self) -> QWidget:
        self._score = label("count")
        self._end_praise, self._end_failure = (
            label("right", wrap=True),
            label("failure", wrap=True),
        )
        self.name = QLineEdit()
        self.name.setProperty("among", "others")  # its frame tells whether keys come here
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("Who practised?"))
        self.name.setAccessibleName(self.tr("Who practised?"))
        self.leave = Button(self.tr("End the practice"), look="primary")
        self.again = Button(self.tr("Once more"))
        self.go_on = Button(self.tr("Back to the cards"))
        page = _page()
        page.setLayout(
            column(
                self._score,
                self._end_praise,
                None,
                self._end_failure,
                self.name,
                self.leave,
                self.again,
                self.go_on,
                spacing=SIZES["s4"],
            )
        )
        return page

    def _connect(self) -> None:
        self.without_card.clicked.connect(self.show_wanted)
        self.end.clicked.connect(self.end_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.leave.clicked.connect(self._leave)
        self.name.returnPressed.connect(self._leave_by_name)

    def _leave(self) -> None:
        self.leave_wanted.emit(self.name.text())

    def _leave_by_name(self) -> None:
        """Enter in the empty field was meant for something else."""
        if self.name.text().strip():
            self._leave()


def _page() -> QWidget:
    page = QWidget()
    page.setObjectName("clear")
    return page
