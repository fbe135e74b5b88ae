"""A bar that fills, and bars over time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.state import colour
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone

_HEIGHT = 10
_RADIUS = 5
_CAPTIONS_HEIGHT = 24
_BAR_GAP = 5
_WIDEST_BAR = 48


class Bar(QWidget):
    """How much of a whole there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self._part, self.tone = 0.0, Tone.IDLE

    def show_part(self, part: int, whole: int, tone: Tone = Tone.IDLE) -> None:
        self.tone = tone
        self._part = min(part / whole, 1.0) if whole > 0 else 0.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QPainterPath()
        track.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.fillPath(track, colour("ground"))
        if self._part:
            filled = QPainterPath()
            width = max(self.width() * self._part, _HEIGHT)
            filled.addRoundedRect(QRectF(0, 0, width, _HEIGHT), _RADIUS, _RADIUS)
            painter.fillPath(filled, colour("heed" if self.tone is Tone.HEED else "brand"))


class BarChart(QWidget):
    """Counts over equal spans of time, the first, the middle and the last span captioned."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(130)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._bars: Sequence[tuple[str, int]] = ()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, 150)

    def show_bars(self, bars: Sequence[tuple[str, int]]) -> None:
        """Shows pairs of a caption and a count."""
        self._bars = bars
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.height() - _CAPTIONS_HEIGHT
        most = max(count for _, count in self._bars) or 1
        step = self.width() / len(self._bars)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("brand"))
        for index, (_, count) in enumerate(self._bars):
            height = max(room * count / most, 2.0 if count else 0.0)
            width = max(min(step - _BAR_GAP, _WIDEST_BAR), 1)
            box = QRectF(index * step, room - height, width, height)
            painter.drawRoundedRect(box, 3, 3)
        self._paint_captions(painter, room)

    def _paint_captions(self, painter: QPainter, room: int) -> None:
        font = self.font()
        font.setPixelSize(SIZES["f-cap"])
        painter.setFont(font)
        painter.setPen(colour("ink-2"))
        last = len(self._bars) - 1
        for index in sorted({0, last // 2, last}):
            caption = self._bars[index][0]
            width = painter.fontMetrics().horizontalAdvance(caption)
            middle = (index + 0.5) * self.width() / len(self._bars)
            left = min(max(middle - width / 2, 0), self.width() - width)
            box = QRectF(left, room + 2, width + 1, _CAPTIONS_HEIGHT)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, caption)
