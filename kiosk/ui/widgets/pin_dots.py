"""A dot for each digit of a PIN: how many are typed, and never which."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.state import colour

_RADIUS = 9
_STEP = 34


class PinDots(QWidget):
    """As many dots as a PIN has digits, the typed ones filled."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._length, self._typed = length, 0
        self.setFixedSize((length - 1) * _STEP + 2 * _RADIUS, 2 * _RADIUS)
        self.show_typed(0)

    def show_typed(self, typed: int) -> None:
        self._typed = typed
        words = self.tr("PIN: {typed} of {length} digits")
        self.setAccessibleName(words.format(typed=typed, length=self._length))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(self._length):
            painter.setBrush(colour("brand" if place < self._typed else "line"))
            painter.drawEllipse(QPointF(_RADIUS + place * _STEP, _RADIUS), _RADIUS, _RADIUS)
