"""The mark of a verdict: a shape that is told from the others without its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.state import colour
from kiosk.ui.tone import Tone

# Each tone's ground and sign: on a stage of the tone's own colour, and small on a white card.
_ON_STAGE = {
    Tone.IDLE: ("brand-soft", "brand-deep"),
    Tone.GO: ("go-deep", "surface"),
    Tone.HEED: ("ink", "heed"),
    Tone.STOP: ("surface", "stop"),
    Tone.ASK: ("ask-deep", "surface"),
    Tone.FAIL: ("surface", "fail"),
}
_ON_CARD = {
    Tone.IDLE: ("ground", "ink-2"),
    Tone.GO: ("go", "surface"),
    Tone.HEED: ("heed", "ink"),
    Tone.STOP: ("stop", "surface"),
    Tone.ASK: ("ask", "surface"),
    Tone.FAIL: ("fail", "surface"),
}

# In hundredths of the mark's size.
_TRIANGLE = ((50, 4), (100, 94), (0, 94))
_OCTAGON = ((30, 0), (70, 0), (100, 30), (100, 70), (70, 100), (30, 100), (0, 70), (0, 30))
_TICK = (((31, 52), (44, 65), (71, 38)),)
_CROSS = (((35, 35), (65, 65)), ((65, 35), (35, 65)))
_BANG = (((50, 42), (50, 64)), ((50, 78), (50, 78.2)))
_BACK = (((32, 50), (68, 50)),)
_QUESTION = (((50, 73), (50, 73.2)),)
_SIGNS = {
    Tone.IDLE: _BACK,
    Tone.GO: _TICK,
    Tone.HEED: _BANG,
    Tone.STOP: _CROSS,
    Tone.ASK: _QUESTION,
    Tone.FAIL: _CROSS,
}


class VerdictMark(QWidget):
    """Circle go, triangle heed, octagon stop, square question, square with a cross not recorded."""

    def __init__(self, size: int, tone: Tone = Tone.IDLE, *, on_stage: bool = False) -> None:
        super().__init__()
        self.setFixedSize(QSize(size, size))
        self._palette = _ON_STAGE if on_stage else _ON_CARD
        self.tone = tone

    def show_tone(self, tone: Tone) -> None:
        self.tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 100, self.height() / 100)
        ground, sign = self._palette[self.tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawPath(_shape(self.tone))
        pen = QPen(colour(sign), 9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in _SIGNS[self.tone]:
            painter.drawPolyline(_polygon(stroke))
        if self.tone is Tone.ASK:
            painter.drawPath(_question_hook())


def _shape(tone: Tone) -> QPainterPath:
    path = QPainterPath()
    if tone is Tone.HEED:
        path.addPolygon(_polygon(_TRIANGLE))
    elif tone is Tone.STOP:
        path.addPolygon(_polygon(_OCTAGON))
    elif tone in (Tone.ASK, Tone.FAIL):
        radius = 18 if tone is Tone.ASK else 8
        path.addRoundedRect(QRectF(0, 0, 100, 100), radius, radius)
    else:
        path.addEllipse(QRectF(0, 0, 100, 100))
    return path


def _question_hook() -> QPainterPath:
    path = QPainterPath(QPointF(37, 38))
    path.cubicTo(37, 18, 65, 20, 63, 40)
    path.cubicTo(62, 48, 50, 47, 50, 58)
    return path


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
