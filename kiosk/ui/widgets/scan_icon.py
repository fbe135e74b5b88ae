"""The sign of the ready gate: a QR code in a finder's frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from kiosk.ui.theme.state import colour

_SIDE = 340
_ICON = 140  # the icon's own units, one a pixel
_EYES = ((34, 34), (76, 34), (34, 76))
_MODULES = ((80, 76, 12, 12), (98, 84, 12, 14), (80, 104, 26, 8))


class ScanIcon(QFrame):
    """A square of one size; the style sheet gives its ground."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scan-icon")
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((_SIDE - _ICON) / 2, (_SIDE - _ICON) / 2)
        pen = QPen(colour("brand"), 12)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for turn in range(4):
            painter.save()
            painter.translate(_ICON / 2, _ICON / 2)
            painter.rotate(90 * turn)
            painter.drawPath(_corner())
            painter.restore()
        pen = QPen(colour("brand"), 10)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        for x, y in _EYES:
            painter.drawRect(QRectF(x, y, 28, 28))
        for module in _MODULES:
            painter.fillRect(QRectF(*module), colour("brand"))


def _corner() -> QPainterPath:
    """The frame's upper left corner, seen from its middle."""
    near, far = -_ICON / 2 + 6, -_ICON / 2 + 41
    path = QPainterPath(QPointF(near, far))
    path.lineTo(near, near + 10)
    path.quadTo(near, near, near + 10, near)
    path.lineTo(far, near)
    return path
