"""A text field with a few suggestions below it, in the window itself: no list that pops up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from kiosk.domain.texts import LONGEST_TEXT
from kiosk.ui.theme.state import put_state
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.layouts import column, row

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_AS_TYPED = -1
_ROW_HEIGHT = 46
_MOST_WIDTH = 270
_ELIDE = Qt.TextElideMode.ElideRight


class SuggestingField(QWidget):
    """Enter takes the marked suggestion, Down and Up mark another one or none, a click takes it.

    `finished` is emitted by Enter where there is nothing to take, and after something was taken.
    """

    changed = Signal(str)
    taken = Signal(str)
    finished = Signal()

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_TEXT)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.field.setProperty("among", "others")
        self._marked = 0
        self.suggestions = [self._suggestion() for _ in range(most)]
        below = row(*self.suggestions, spacing=SIZES["s2"])
        below.addStretch(1)
        holder = QWidget()
        holder.setObjectName("clear")
        holder.setFixedHeight(_ROW_HEIGHT)
        holder.setLayout(below)
        self.setLayout(column(self.field, holder, spacing=SIZES["s2"]))
        self.field.textEdited.connect(self.changed)

    def show_words(self, text: str, suggestions: tuple[str, ...]) -> None:
        """Shows a text, and what fits it; the first that fits is marked."""
        if self.field.text() != text:
            self.field.setText(text)
        shown = tuple(button.toolTip() for button in self.suggestions if not button.isHidden())
        if suggestions == shown:
            return
        for index, button in enumerate(self.suggestions):
            words = suggestions[index] if index < len(suggestions) else ""
            button.setToolTip(words)
            button.setAccessibleName(words)
            shown_words = button.fontMetrics().elidedText(words, _ELIDE, _MOST_WIDTH)
            button.setText(shown_words.replace("&", "&&"))
            button.setVisible(bool(words))
        self._mark(0 if suggestions else _AS_TYPED)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key in _STEPS and self._count():
            self._mark(min(max(self._marked + _STEPS[key], _AS_TYPED), self._count() - 1))
        else:
            super().keyPressEvent(event)

    def _suggestion(self) -> QPushButton:
        button = QPushButton()
        button.setObjectName("suggestion")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys mark
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.hide()
        button.clicked.connect(lambda: self._take(button.toolTip()))
        return button

    def _finish(self) -> None:
        if 0 <= self._marked < self._count():
            self._take(self.suggestions[self._marked].toolTip())
        else:
            self.finished.emit()

    def _take(self, words: str) -> None:
        self.taken.emit(words)
        self.finished.emit()

    def _count(self) -> int:
        return sum(not button.isHidden() for button in self.suggestions)

    def _mark(self, index: int) -> None:
        self._marked = index
        for place, button in enumerate(self.suggestions):
            put_state(button, marked="yes" if place == index else "no")
