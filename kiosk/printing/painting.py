"""A badge painted on any device: the QR code as rectangles, the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QPainterPath

from kiosk.printing.documents import Badge
from kiosk.resources import resource
from kiosk.tickets.artwork import QUIET_MODULES, modules

QR_SHARE = 0.62
"""The part of a badge's height that the QR code takes; a narrow badge gives it its whole width."""

_FONTS = ("Inter-Regular.otf", "Inter-SemiBold.otf")
_LEADING = 1.35  # from one base line to the next, in sizes of type


@dataclass(frozen=True, slots=True)
class _Row:
    """A centred row of words; `size` is a part of the QR code's side."""

    words: str
    size: float
    weight: QFont.Weight


def load_fonts() -> None:
    """Makes Inter known to this process, once it has a QGuiApplication."""
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def paint_badge(painter: QPainter, area: QRectF, badge: Badge) -> None:
    """Paints a badge into an area of the painter's device pixels.

    Each module of the QR code covers whole pixels. Raises ValueError for a text that no QR code
    holds.
    """
    code = modules(badge.text)
    count = len(code) + 2 * QUIET_MODULES
    size = max(int(min(area.width(), area.height() * QR_SHARE) / count), 1)
    side = float(size * count)
    top = area.top()
    if badge.title:
        top = _write(painter, area, [_Row(badge.title, 0.07, QFont.Weight.DemiBold)], top, side)
    left = float(int(area.center().x() - side / 2))
    corner = QPointF(left, float(int(top))) + QPointF(size, size) * QUIET_MODULES
    painter.fillPath(_path(code, corner, size), Qt.GlobalColor.black)
    _write(painter, area, _below(badge), top + side, side)


def _below(badge: Badge) -> list[_Row]:
    caption = _Row(badge.caption, 0.13, QFont.Weight.DemiBold)
    return [caption, *(_Row(line, 0.06, QFont.Weight.Normal) for line in badge.lines)]


def _path(code: Sequence[Sequence[bool]], corner: QPointF, size: int) -> QPainterPath:
    """All dark modules in one path: separate rectangles show hairlines between them."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for row, line in enumerate(code):
        for column, dark in enumerate(line):
            if dark:
                path.addRect(
                    QRectF(corner.x() + column * size, corner.y() + row * size, size, size)
                )
    return path


def _write(painter: QPainter, area: QRectF, rows: Sequence[_Row], top: float, side: float) -> float:
    """Writes rows one below the other, smaller where there is no room; returns where they end."""
    needed = sum(row.size for row in rows) * side * _LEADING
    scale = min(1.0, (area.bottom() - top) / needed)
    for row in rows:
        pixels = max(row.size * side * scale, 1.0)
        font = QFont(["Inter", "sans-serif"], weight=row.weight)
        font.setPixelSize(int(pixels) or 1)
        wide = QFontMetricsF(font).horizontalAdvance(row.words)
        if wide > area.width():
            font.setPixelSize(max(int(pixels * area.width() / wide), 1))
        painter.setFont(font)
        line = QRectF(area.left(), top, area.width(), pixels * _LEADING)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, row.words)
        top += pixels * _LEADING
    return top
