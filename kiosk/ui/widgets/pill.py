"""Pills and chips: a few words on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.ui.theme.state import put_state
from kiosk.ui.tone import Tone


class Pill(QLabel):
    """A few words in a tone. `shape` is `pill` on a card and `chip` in the header."""

    def __init__(self, text: str = "", tone: Tone = Tone.IDLE, *, shape: str = "pill") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(shape)
        self.setProperty("tone", tone.value)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str, tone: Tone = Tone.IDLE) -> None:
        """Shows words, or nothing at all where there are none."""
        self.setText(text)
        self.setVisible(bool(text))
        put_state(self, tone=tone.value)
