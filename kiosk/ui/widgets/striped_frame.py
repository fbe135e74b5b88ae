"""A frame of slanting stripes round everything: nobody takes what is inside for the real thing."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.state import colour
from kiosk.ui.widgets.layouts import column

WIDTH = 12
"""How wide the frame is on each side, in pixels."""
_STRIPE = 18
_MARGINS = QMargins(WIDTH, WIDTH, WIDTH, WIDTH)


class StripedFrame(QWidget):
    """Holds a widget, and paints the stripes of a warning tape round it."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        inside = column(content)
        inside.setContentsMargins(_MARGINS)
        self.setLayout(inside)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The stripes run straight across; inside the frame the ground covers them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("heed"))
        painter.setPen(colour("ink"))
        painter.setBrush(colour("ink"))
        high = self.height()
        for left in range(-high, self.width(), 2 * _STRIPE):
            foot, head = QPointF(left, high), QPointF(left + high, 0)
            across = QPointF(_STRIPE, 0)
            painter.drawPolygon(QPolygonF([foot, foot + across, head + across, head]))
        painter.fillRect(self.contentsRect().marginsRemoved(_MARGINS), colour("ground"))
