"""A value between − and +."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import row
from kiosk.ui.widgets.text import label

_BUTTON, _VALUE = 66, 112


class Steps(QFrame):
    """Emits by how much the value is to change. `name` tells a screen reader what it is."""

    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._name = name
        self._value = label("number")
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._value.setFixedWidth(_VALUE)
        self.fewer, self.more = Button("−", look="digit"), Button("+", look="digit")
        for button, by in ((self.fewer, -1), (self.more, 1)):
            button.setFixedWidth(_BUTTON)
            button.setAutoRepeat(True)
            button.clicked.connect(partial(self._step, by))
        self.fewer.setAccessibleName(self.tr("{name}: less").format(name=name))
        self.more.setAccessibleName(self.tr("{name}: more").format(name=name))
        self.setLayout(row(self.fewer, self._value, self.more, spacing=SIZES["s1"]))

    def show_value(self, words: str) -> None:
        self._value.setText(words)
        self._value.setAccessibleName(f"{self._name}: {words}")

    def _step(self, by: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.stepped.emit(by)
