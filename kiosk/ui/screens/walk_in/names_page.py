"""The names of a class, one a line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kiosk.ui.screens.walk_in.state import WalkInState
from kiosk.ui.screens.walk_in.wording import who
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.layouts import CARD_PADDING, column, row
from kiosk.ui.widgets.text import Elided, label

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameLines(QPlainTextEdit):
    """Enter begins a line; Ctrl and Enter are left to the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if Qt.Key(event.key()) in _ENTERS and control:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NamesPage(QWidget):
    """A text area, and keys to touch."""

    changed = Signal(str)
    save_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that keys after a click come here
        self._title, self._who = label("title"), Elided("lab")
        self.lines = NameLines()
        self.lines.setAccessibleName(self.tr("Names, one a line"))
        self.lines.setPlaceholderText(self.tr("Names, one a line"))
        self.save = Button(self.tr("Save the names"), look="primary", key="Ctrl+Enter")
        self._hint = label(
            "strong",
            self.tr("Too much for one go: save the first names, then the others"),
            wrap=True,
        )
        self.new_line = Button(self.tr("Next name"), key="Enter")
        self.new_line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button = Button(self.tr("Later"), key="Esc")
        self.keyboard = Keyboard()
        head = row(column(self._title, self._who), spacing=SIZES["s3"])
        head.setStretch(0, 1)
        head.addWidget(self.close_button)
        page = column(head, spacing=SIZES["s3"])
        page.addWidget(self.lines, 1)
        page.addWidget(self._hint)
        page.addWidget(self.keyboard)
        page.addLayout(row(self.save, self.new_line, None))
        page.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        self.setLayout(page)
        self.lines.textChanged.connect(lambda: self.changed.emit(self.lines.toPlainText()))
        self.save.clicked.connect(self.save_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.new_line.clicked.connect(lambda: self._type("\n"))
        self.keyboard.typed.connect(self._type)
        self.keyboard.erased.connect(self._erase)

    def show_state(self, state: WalkInState) -> None:
        number = state.done.label if state.done else ""
        self._title.setText(self.tr("Who is in class {number}?").format(number=number))
        self._who.setText(who(state.done) if state.done else "")
        if self.lines.toPlainText() != state.names:
            self.lines.setPlainText(state.names)
            self.lines.moveCursor(QTextCursor.MoveOperation.End)
        self._hint.setVisible(not state.names_fit)
        self.save.setEnabled(bool(state.names.strip()) and state.names_fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in _ENTERS:
            if not press_focused(self):
                self.save_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.lines.setFocus()

    def _type(self, text: str) -> None:
        self.lines.setFocus()
        self.lines.insertPlainText(text)

    def _erase(self) -> None:
        self.lines.setFocus()
        self.lines.textCursor().deletePreviousChar()
