"""The window's first picture: the header and the gate's stage with nothing in them yet.

Colours go through a palette and erased areas, because each other way to name one has PySide6 load
all of its `Qt` names first, which takes four times as long as a bare window takes to paint. The
style sheet is not asked either.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.state import colour
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.layouts import ASIDE_WIDTH, GUTTER, HEADER_HEIGHT


def paint_outline(window: QWidget) -> None:
    """Paints on a window; to be called in its paint event."""
    whole = window.contentsRect()
    header = QRect(whole.x(), whole.y(), whole.width(), HEADER_HEIGHT - 1)
    right = 2 * GUTTER + ASIDE_WIDTH
    stage = whole.adjusted(GUTTER, HEADER_HEIGHT + GUTTER, -right, -GUTTER)
    round_stage = QPainterPath()
    round_stage.addRoundedRect(QRectF(stage), SIZES["r-l"], SIZES["r-l"])
    looks = QPalette()
    looks.setColor(QPalette.ColorRole.Window, colour("ground"))
    looks.setColor(QPalette.ColorRole.Base, colour("surface"))
    painter = QPainter(window)
    painter.setBackground(looks.window())
    painter.eraseRect(whole)
    painter.setBackground(looks.base())
    painter.eraseRect(header)
    painter.setClipPath(round_stage)
    painter.eraseRect(stage)
    painter.end()
