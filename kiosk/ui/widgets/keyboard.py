"""Russian letters and digits to touch, for a desk without a keyboard at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.widgets.button import Button

_ROWS = ("ЙЦУКЕНГШЩЗХЪ789", "ФЫВАПРОЛДЖЭ⌫456", "ЯЧСМИТЬБЮ-␣0123")
"""ЙЦУКЕН as on every Russian keyboard, and beside it the digits of classes and schools."""
_FIRST_DIGITS = 12
_GAP = 6
_ERASE, _SPACE = "⌫", "␣"


class Keyboard(QWidget):
    """Emits the small letter, digit, hyphen or space that was touched, or that one is to go."""

    typed = Signal(str)
    erased = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.keys: dict[str, Button] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        for line, letters in enumerate(_ROWS):
            for place, letter in enumerate(letters):
                after_the_gap = place >= _FIRST_DIGITS
                grid.addWidget(self._key(letter), line, place + after_the_gap)
        grid.setColumnMinimumWidth(_FIRST_DIGITS, _GAP)
        for place in range(len(_ROWS[0]) + 1):
            grid.setColumnStretch(place, place != _FIRST_DIGITS)

    def _key(self, letter: str) -> Button:
        key = self.keys[letter] = Button(letter)
        key.setObjectName("key")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # whoever presses Tab has keys of their own
        names = {
            _ERASE: self.tr("Erase a letter"),
            _SPACE: self.tr("Space"),
            "-": self.tr("Hyphen"),
        }
        key.setAccessibleName(names.get(letter, letter))
        key.setProperty("letter", letter)
        key.pressed.connect(self._press)
        return key

    @Slot()
    def _press(self) -> None:
        letter = self.sender().property("letter")
        if letter == _ERASE:
            self.erased.emit()
        else:
            self.typed.emit(" " if letter == _SPACE else letter.lower())
