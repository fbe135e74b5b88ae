"""The first start as it is seen: three large buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from kiosk.ui.screens.welcome.presenter import WelcomeState
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.text import Elided, Tight, label
from kiosk.ui.wording import failure_sentence

_WIDTH = 720


class WelcomeView(QWidget):
    """Paints a WelcomeState, and tells what was chosen."""

    connect_wanted = Signal()
    leave_wanted = Signal()
    enrol_wanted = Signal(str)
    demo_wanted = Signal()
    training_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        title = Tight("idle-hero", leading=1.05, spacing=-1.5)
        title.setText(self.tr("Where does this kiosk stand?"))
        self._about = label("lead", self.tr("It belongs to no site yet"), wrap=True)
        self.connect_button = _choice(
            self.tr("Connect"), self.tr("With the code from the coordinator"), look="big-primary"
        )
        self.training = _choice(
            self.tr("Training"), self.tr("Eight cards to try the gate on, nothing is counted")
        )
        self.demo = _choice(self.tr("Demo"), self.tr("An invented site, nothing is sent anywhere"))
        self._buttons = QWidget()
        self._buttons.setObjectName("clear")
        self._buttons.setLayout(column(self.connect_button, self.training, self.demo, spacing=14))
        self._form = self._make_form()
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._failure = label("failure", wrap=True)
        inside = column(
            title,
            self._about,
            self._buttons,
            self._form,
            self._progress,
            self._failure,
            spacing=18,
        )
        box = card(inside, padding=40)
        box.setFixedWidth(_WIDTH)
        self.setLayout(row(None, column(None, box, None), None))
        self._connect()
        self.show_state(WelcomeState())

    def show_state(self, state: WelcomeState) -> None:
        self._buttons.setVisible(not state.connecting)
        self._form.setVisible(state.connecting)
        self._progress.setVisible(state.busy)
        self._failure.setVisible(state.failure is not None)
        if state.failure is not None:
            self._failure.setText(failure_sentence(state.failure))
        for button in (self.connect_button, self.demo, self.enrol, self.leave):
            button.setEnabled(not state.busy)
        if state.connecting and not self.field.hasFocus():
            self.field.setFocus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Esc goes back to the three buttons."""
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
            return True
        return False

    def _make_form(self) -> QWidget:
        hint = label("lab", self.tr("Scan the coordinator's code, or paste the link"), wrap=True)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Link to connect with"))
        self.enrol = Button(self.tr("Connect"), look="primary", key="Enter")
        self.leave = Button(self.tr("Back"), key="Esc")
        form = QWidget()
        form.setObjectName("clear")
        form.setLayout(
            column(hint, self.field, row(self.enrol, self.leave, None, spacing=14), spacing=14)
        )
        return form

    def _connect(self) -> None:
        self.connect_button.clicked.connect(self.connect_wanted)
        self.training.clicked.connect(self.training_wanted)
        self.demo.clicked.connect(self.demo_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self.enrol.clicked.connect(self._send)
        self.field.returnPressed.connect(self._send)

    def _send(self) -> None:
        self.enrol_wanted.emit(self.field.text())


def _choice(title: str, about: str, *, look: str = "big") -> Button:
    button = Button(look=look)
    words, more = Elided("strong"), Elided("lab")
    words.setText(title)
    more.setText(about)
    inside = column(None, words, more, None, spacing=2)
    inside.setContentsMargins(24, 0, 24, 0)
    button.setLayout(inside)
    button.setAccessibleName(f"{title}. {about}")
    return button
