"""Numbered cards in a row: those that are done are ticked, the present one is filled."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import FAMILIES
from kiosk.ui.theme.state import colour
from kiosk.ui.theme.tokens import SIZES

_SIDE, _GAP = 28, 7


class CardSteps(QWidget):
    """Cards 1 to `count`."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self._done: AbstractSet[int] = frozenset()
        self._current = 1
        self.setFixedSize(QSize(count * (_SIDE + _GAP) - _GAP, _SIDE))

    def show_steps(self, done: AbstractSet[int], current: int) -> None:
        """`current` is 0 when there is nothing to do any more."""
        self._done, self._current = done, current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(FAMILIES)
        font.setPixelSize(SIZES["f-cap"])
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        for step in range(1, self._count + 1):
            circle = QRectF((step - 1) * (_SIDE + _GAP), 0, _SIDE, _SIDE)
            self._paint(painter, step, circle.adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, step: int, circle: QRectF) -> None:
        done, current = step in self._done, step == self._current
        filled = colour("go" if done else "brand" if current else "surface")
        painter.setBrush(filled)
        painter.setPen(QPen(filled if done or current else colour("ink-3"), 1.5))
        painter.drawEllipse(circle)
        painter.setPen(colour("surface" if done or current else "ink-2"))
        if done:
            _tick(painter, circle)
        else:
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(step))


def _tick(painter: QPainter, circle: QRectF) -> None:
    pen = QPen(colour("surface"), 3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle, reach = circle.center(), circle.width() / 4
    painter.drawPolyline(
        QPolygonF(
            [
                middle + QPointF(-reach, 0),
                middle + QPointF(-reach / 4, reach * 0.8),
                middle + QPointF(reach, -reach * 0.8),
            ]
        )
    )
