"""Ten digits to touch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button

_WIDTH = 104


class DigitPad(QWidget):
    """Emits the digit that was touched, or that the last one is to go."""

    digit = Signal(str)
    backspace = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SIZES["s3"])
        for place, digit in enumerate("123456789"):
            self._add(digit, place // 3, place % 3, self._emitter(digit))
        self._add("0", 3, 1, self._emitter("0"))
        self._add("⌫", 3, 2, self.backspace.emit).setAccessibleName(self.tr("Erase a digit"))

    def _emitter(self, digit: str) -> Callable[[], None]:
        return lambda: self.digit.emit(digit)

    def _add(self, text: str, row: int, column: int, pressed: Callable[[], None]) -> Button:
        key = Button(text, look="digit")
        key.setFixedWidth(_WIDTH)
        key.pressed.connect(pressed)
        self._grid.addWidget(key, row, column)
        return key
