"""The reasons as they are seen: a button each, and a field for another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.domain.texts import LONGEST_TEXT
from kiosk.ui.screens.reason.presenter import (
    MOST_REASONS,
    OTHER_KEY,
    ReasonPresenter,
    ReasonState,
)
from kiosk.ui.screens.reason.wording import question, reason_words
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.layouts import column, row, show_only
from kiosk.ui.widgets.text import label

_MARGINS = (40, 32, 40, 32)


class ReasonView(QWidget):
    """Paints a ReasonState, and tells which key was meant or what was typed."""

    key_typed = Signal(str)
    text_changed = Signal(str)
    entered = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that keys after a click come here
        self._title = label("title", wrap=True)
        keys = [*map(str, range(1, MOST_REASONS + 1)), OTHER_KEY]
        self.reasons = {key: self._reason(key) for key in keys}
        self.reasons[OTHER_KEY].setText(self.tr("Another reason"))
        self._ready = QWidget()
        self._ready.setObjectName("clear")
        ready = column(*self.reasons.values(), spacing=SIZES["s3"])
        for button in self.reasons.values():
            ready.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        self._ready.setLayout(ready)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_TEXT)
        self.field.setAccessibleName(self.tr("The reason in a few words, without names"))
        self.field.setPlaceholderText(self.tr("The reason in a few words, without names"))
        self.keyboard = Keyboard()
        self._own = QWidget()
        self._own.setObjectName("clear")
        self._own.setLayout(column(self.field, self.keyboard, spacing=SIZES["s4"]))
        self.admit = Button(self.tr("Let in"), look="primary", key="Enter")
        self.close_button = Button(self.tr("Back"), key="Esc")
        foot = row(self.admit, self.close_button, None, spacing=14)
        page = column(self._title, self._ready, self._own, None, foot, spacing=SIZES["s5"])
        page.setContentsMargins(*_MARGINS)
        self.setLayout(page)
        self._connect()
        self.show_state(ReasonState())

    def show_state(self, state: ReasonState) -> None:
        self._title.setText(question(state))
        buttons = list(self.reasons.values())[:MOST_REASONS]
        for place, button in enumerate(buttons):
            button.setVisible(place < len(state.reasons))
            if place < len(state.reasons):
                button.setText(reason_words(state.reasons[place]))
        writing = dict.fromkeys((self._own, self.admit), state.writing)
        show_only({**writing, self._ready: not state.writing})
        self.admit.setEnabled(bool(state.text.strip()))
        if self.field.text() != state.text:
            self.field.setText(state.text)
        if state.writing and not self.field.hasFocus():
            self.field.setFocus()
        elif not state.writing and self.field.hasFocus():
            self.setFocus()

    def connect_to(self, presenter: ReasonPresenter) -> None:
        """Tells a presenter what the person at the gate wants."""
        self.key_typed.connect(presenter.key)
        self.text_changed.connect(presenter.set_text)
        self.entered.connect(presenter.enter)
        self.close_wanted.connect(presenter.close)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not press_focused(self):
                self.entered.emit()
        elif event.text() in self.reasons:
            self.key_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        (self.field if self.field.isVisible() else self).setFocus()

    def _reason(self, key: str) -> Button:
        button = Button(key=key)
        button.clicked.connect(lambda: self.key_typed.emit(key))
        return button

    def _connect(self) -> None:
        self.field.textEdited.connect(self.text_changed)
        self.admit.clicked.connect(self.entered)
        self.close_button.clicked.connect(self.close_wanted)
        self.keyboard.typed.connect(self.field.insert)
        self.keyboard.erased.connect(self.field.backspace)
