"""A number that is typed or stepped: − 25 +, with what it counts above and what is known below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame

from kiosk.ui.theme.fonts import tabular
from kiosk.ui.theme.state import put_state
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import column, row
from kiosk.ui.widgets.text import label

_STEP_SIZE = 88
_NUMBER_WIDTH = 152


class Counter(QFrame):
    """Emits by how much the number is to change, or that it was touched to be typed."""

    stepped = Signal(int)
    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._caption = label("meta")
        self._number = label("counter")
        self._number.setFont(tabular(self._number.font()))
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._frame = QFrame()
        self._frame.setObjectName("counter")
        self._frame.setFixedWidth(_NUMBER_WIDTH)
        self._frame.setLayout(column(self._number))
        self._below = label("body")
        self.fewer, self.more = Button("−", look="step"), Button("+", look="step")
        for button, by in ((self.fewer, -1), (self.more, 1)):
            button.setFixedWidth(_STEP_SIZE)
            button.setAutoRepeat(True)
            button.clicked.connect(self._stepper(by))
        line = row(self.fewer, self._frame, self.more, None)
        inside = column(self._caption, line, self._below, spacing=4)
        self._below.setFixedWidth(2 * (_STEP_SIZE + line.spacing()) + _NUMBER_WIDTH)
        self._below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(inside)

    def show_number(self, caption: str, value: int, below: str, *, selected: bool) -> None:
        """Shows a number; the selected one is the one that keys change."""
        self._caption.setText(caption)
        self._number.setText(str(value))
        self._below.setText(below)
        self.fewer.setEnabled(value > 0)
        self.fewer.setAccessibleName(self.tr("{counter}: one fewer").format(counter=caption))
        self.more.setAccessibleName(self.tr("{counter}: one more").format(counter=caption))
        self._number.setAccessibleName(f"{caption}: {value} {below}".strip())
        put_state(self._frame, selected="yes" if selected else "no")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A touch beside the buttons: keys change this number now."""
        self.touched.emit()
        event.accept()

    def _stepper(self, by: int) -> Callable[[], None]:
        return lambda: self.stepped.emit(by)
