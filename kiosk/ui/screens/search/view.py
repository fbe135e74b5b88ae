"""The search as it is seen: a field, the people who fit, and keys to touch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui.screens.search.presenter import SearchPresenter
from kiosk.ui.screens.search.rows import FoundList
from kiosk.ui.screens.search.state import SearchState
from kiosk.ui.screens.search.wording import nobody
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.layouts import CARD_PADDING, column, row
from kiosk.ui.widgets.text import label

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchView(QWidget):
    """Paints a SearchState, and tells what is typed and who is chosen."""

    changed = Signal(str)
    """The whole text, after each change that a person makes."""
    moved = Signal(int)
    entered = Signal()
    chosen = Signal(int)
    close_wanted = Signal()
    walk_in_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that keys after a click come here
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Name, class or school"))
        self.field.setPlaceholderText(self.tr("Name, class or school"))
        self.close_button = Button(self.tr("Close"), key="Esc")
        hint = label(
            "cap",
            self.tr("Any order of words and any layout. Press a row to check it in"),
            wrap=True,
        )
        self.nobody = label("lead", wrap=True)
        self.list = FoundList()
        self.keyboard = Keyboard()
        self._missing = label("lab", self.tr("Not in the list?"))
        self.walk_in = Button(self.tr("Register without a ticket — F4"))
        self.walk_in.setObjectName("link")
        top = row(spacing=SIZES["s4"])
        top.addWidget(self.field, 1)
        top.addWidget(self.close_button)
        layout = column(top, hint, self.nobody, spacing=SIZES["s2"])
        layout.addWidget(self.list, 1)
        layout.addWidget(self.keyboard)
        layout.addLayout(row(self._missing, self.walk_in, None, spacing=SIZES["s1"]))
        layout.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, SIZES["s3"])
        self.setLayout(layout)
        self._connect()
        self.show_state(SearchState())

    def show_state(self, state: SearchState) -> None:
        if self.field.text() != state.text:
            self.field.setText(state.text)
        words = nobody(state)
        self.nobody.setText(words)
        self.nobody.setVisible(bool(words))
        self.list.show_rows(state.rows, state.selected)

    def connect_to(self, presenter: SearchPresenter) -> None:
        """Tells a presenter what the person at the gate wants, but for `walk_in_wanted`."""
        self.changed.connect(presenter.change)
        self.moved.connect(presenter.move)
        self.entered.connect(presenter.enter)
        self.chosen.connect(presenter.choose)
        self.close_wanted.connect(presenter.close)

    def take_key(self, event: QKeyEvent) -> bool:
        """Acts on a key that the field leaves alone; whether it meant something here."""
        key = Qt.Key(event.key())
        signals = {
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
            Qt.Key.Key_Escape: self.close_wanted,
            Qt.Key.Key_F4: self.walk_in_wanted,
        }
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in _ENTERS and press_focused(self):
            return True
        elif (signal := signals.get(key)) is not None:
            signal.emit()
        elif event.text().isprintable() and event.text().strip() and not self.field.hasFocus():
            self._type(event.text())
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.field.setFocus()

    def _connect(self) -> None:
        self.field.textEdited.connect(self.changed)
        self.close_button.clicked.connect(self.close_wanted)
        self.walk_in.clicked.connect(self.walk_in_wanted)
        self.list.chosen.connect(self.chosen)
        self.keyboard.typed.connect(self._type)
        self.keyboard.erased.connect(self._erase)

    def _type(self, text: str) -> None:
        self.field.setFocus()
        self.field.insert(text)

    def _erase(self) -> None:
        self.field.setFocus()
        self.field.backspace()
