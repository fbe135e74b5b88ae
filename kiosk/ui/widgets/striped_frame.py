"""A frame of slanting stripes round a window: nobody takes what is inside for the real thing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.state import colour

WIDTH = 10
"""How wide the frame is on each side, in pixels."""
_STRIPE = 18
_MARGINS = QMargins(WIDTH, WIDTH, WIDTH, WIDTH)


class StripedFrame(QWidget):
    """Lies over the edges of a window like warning tape, and takes no room and no click from it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)
        self._go_round(window)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follows the window's size, and stays above whatever is put into it."""
        moves = (QEvent.Type.Resize, QEvent.Type.ChildPolished, QEvent.Type.Show)
        if event.type() in moves and isinstance(watched, QWidget):
            self._go_round(watched)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The stripes run straight across; all but the frame is masked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("heed"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ink"))
        high = self.height()
        for left in range(-high, self.width(), 2 * _STRIPE):
            foot, head = QPointF(left, high), QPointF(left + high, 0)
            across = QPointF(_STRIPE, 0)
            painter.drawPolygon(QPolygonF([foot, foot + across, head + across, head]))

    def _go_round(self, window: QWidget) -> None:
        whole = window.rect()
        self.setGeometry(whole)
        self.setMask(QRegion(whole) - QRegion(whole.marginsRemoved(_MARGINS)))
        self.raise_()
