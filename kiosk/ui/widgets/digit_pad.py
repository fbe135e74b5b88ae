"""Ten digits to touch, and if wanted what sends them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button

_WIDTH, _SENDING_WIDTH = 104, 101


class DigitPad(QWidget):
    """Emits the digit that was touched, or that the last one is to go.

    With `sends` it has a key of its own to send the digits with, and its keys are larger.
    """

    digit = Signal(str)
    backspace = Signal()
    enter = Signal()

    def __init__(self, *, sends: bool = False) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look, self._width = ("key", _SENDING_WIDTH) if sends else ("digit", _WIDTH)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SIZES["s3"])
        for place, digit in enumerate("123456789"):
            self._add(digit, place // 3, place % 3, self._emitter(digit))
        self._add("0", 3, 1, self._emitter("0"))
        erase = self._add("⌫", 3, 0 if sends else 2, self.backspace.emit)
        erase.setAccessibleName(self.tr("Erase a digit"))
        self.send = self._add("✓", 3, 2, self.enter.emit) if sends else None
        if self.send is not None:
            self.send.setAccessibleName(self.tr("Send"))

    def _emitter(self, digit: str) -> Callable[[], None]:
        return lambda: self.digit.emit(digit)

    def _add(self, text: str, row: int, column: int, pressed: Callable[[], None]) -> Button:
        key = Button(text, look=self._look)
        key.setFixedWidth(self._width)
        key.pressed.connect(pressed)
        self._grid.addWidget(key, row, column)
        return key
