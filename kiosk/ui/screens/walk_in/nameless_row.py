"""The latest classes without tickets that have no names yet, each a way to its names."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.walk_in.presenter import NAMELESS
from kiosk.ui.screens.walk_in.state import Done
from kiosk.ui.screens.walk_in.wording import who
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import row
from kiosk.ui.widgets.text import label

_ROOM, _BESIDE = 792, 100
"""The width of all buttons on a small screen, and what each of them needs beside its words."""
_ELIDE = Qt.TextElideMode.ElideRight


class NamelessRow(QWidget):
    """A button each, and Ctrl with its place: the letters and digits belong to the fields."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.buttons = [Button(look="small", key=f"Ctrl+{place + 1}") for place in range(NAMELESS)]
        words = label("lab", self.tr("No names yet:"))
        self.setLayout(row(words, *self.buttons, None, spacing=SIZES["s2"]))
        for place, button in enumerate(self.buttons):
            button.clicked.connect(partial(self.chosen.emit, place))
        self.show_classes(())

    def show_classes(self, classes: tuple[Done, ...]) -> None:
        for place, button in enumerate(self.buttons):
            if place < len(classes):
                _name(button, classes[place], _ROOM // len(classes) - _BESIDE)
            button.setVisible(place < len(classes))
        self.setVisible(bool(classes))

    def take_key(self, event: QKeyEvent) -> bool:
        """Opens a class by its key; whether it was one."""
        place = event.key() - Qt.Key.Key_1
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        taken = control and 0 <= place < NAMELESS and not self.buttons[place].isHidden()
        if taken:
            self.chosen.emit(place)
        return taken


def _name(button: Button, done: Done, width: int) -> None:
    """«1-017 · 9 «Б» · МБОУ С…»; the whole is in the tip."""
    words = f"{done.label} · {who(done)}"
    button.ensurePolished()  # what is not shown yet has another font
    shown = button.fontMetrics().elidedText(words, _ELIDE, width)
    button.setText(shown)
    button.setShortcut("")  # an «&» of the name would make one
    button.setToolTip(words)
