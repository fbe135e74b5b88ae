"""A choice of a few, side by side, one of which holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kiosk.ui.theme.state import put_state
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import row


class OneOf(QFrame):
    """Emits the value of the button that was pressed.

    `options` are values with their words, `name` tells a screen reader what is chosen.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.buttons: dict[str, Button] = {}
        for value, words in options:
            button = Button(words, look="option")
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(partial(self._choose, value))
            self.buttons[value] = button
        self.setLayout(row(*self.buttons.values(), spacing=SIZES["s2"]))

    def show_chosen(self, value: str) -> None:
        for name, button in self.buttons.items():
            put_state(button, chosen="yes" if name == value else "no")

    def _choose(self, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.chosen.emit(value)
