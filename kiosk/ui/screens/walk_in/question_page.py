"""One question with two answers, each a key or a touch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.layouts import column, row
from kiosk.ui.widgets.text import Tight, label

_MARGINS = (40, 32, 40, 32)


class QuestionPage(QWidget):
    """Emits the key of the answer: «1» or «2»."""

    answered = Signal(str)
    close_wanted = Signal()

    def __init__(self, question: str, hint: str, first: str, second: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that keys after a click come here
        title = Tight("idle-hero", leading=1.05, spacing=-1.5)
        title.setText(question)
        self.first, self.second = Button(first, key="1"), Button(second, key="2")
        self.close_button = Button(self.tr("Close"), key="Esc")
        answers = row(self.first, self.second, None, spacing=SIZES["s4"])
        page = column(None, title, label("lead", hint, wrap=True), answers, None, spacing=24)
        page.addLayout(row(self.close_button, None))
        page.setContentsMargins(*_MARGINS)
        self.setLayout(page)
        self.first.clicked.connect(lambda: self.answered.emit("1"))
        self.second.clicked.connect(lambda: self.answered.emit("2"))
        self.close_button.clicked.connect(self.close_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.text() in ("1", "2"):
            self.answered.emit(event.text())
        elif Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_focused(self)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.setFocus()
