"""Text: labels by role, and the tight lines of large words that a style sheet cannot set."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from kiosk.ui.theme.fonts import tabular

NUMERIC = frozenset({"count", "figure", "number", "time", "code", "code-end"})
"""Roles whose digits stand in columns."""

_LEAST_WIDTH = 40


def label(role: str, text: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text; the style sheet knows how its role looks."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if role in NUMERIC:
        made.setFont(tabular(made.font()))
    return made


class Elided(QLabel):
    """One line that gives way: what does not fit ends in «…», and the whole is in the tip."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)


class Tight(QLabel):
    """Wrapped words with a line height and a letter spacing of their own.

    `leading` is the line height as a multiple of the font's size, `spacing` is in pixels.
    """

    _leading = 1.0  # Qt may ask for a size while the object is being taken down
    _broken_for: tuple[str, str] | None = None

    def __init__(self, role: str, *, leading: float, spacing: float = 0.0) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self._leading = leading
        font = self.font()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        self.setFont(font)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        lines = self._lay_out(width).lineCount()
        return math.ceil(lines * self._line_height() + 2 * self._overhang())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = math.ceil(self._lay_out(0).maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = math.ceil(self._lay_out(1).minimumWidth())
        return QSize(width, math.ceil(self._line_height() + 2 * self._overhang()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout = self._lay_out(self.width())
        spare = self.height() - self.heightForWidth(self.width())
        top = max(spare, 0) / 2 + self._overhang() + self._lift()
        layout.draw(painter, QPointF(0, top), [], QRectF())

    def _line_height(self) -> float:
        return self._leading * self.font().pixelSize()

    def _lift(self) -> float:
        """From a line's top to where its font begins; negative where lines stand close."""
        return (self._line_height() - self.fontMetrics().height()) / 2

    def _overhang(self) -> float:
        """Room above the first and below the last line for what reaches out of a close line."""
        return max(-self._lift(), 0)

    def _lay_out(self, width: int) -> QTextLayout:
        """The text broken into lines of at most `width` pixels; 0 stands for «as wide as it is».

        Layouts ask for one text in the same few widths a hundred times before it is painted.
        """
        words = (self.text(), self.font().key())
        if words != self._broken_for:
            self._broken_for, self._broken = words, dict[int, QTextLayout]()
        if width not in self._broken:
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width or 1e6)
            line.setPosition(QPointF(0, y))
            y += self._line_height()
        layout.endLayout()
        return layout


class Letter(QLabel):
    """A letter or two in their own height, without the room that a font keeps around them."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        metrics = self.fontMetrics()
        below = metrics.tightBoundingRect(self.text()).bottom() if self.text() else 0
        height = self._above() + max(below, 0) + 1
        return QSize(metrics.horizontalAdvance(self.text()), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(0, self._above(), self.text())

    def _above(self) -> int:
        """From the top to the line on which the letters stand: round ones reach out a little."""
        metrics = self.fontMetrics()
        top = metrics.tightBoundingRect(self.text()).top() if self.text() else 0
        return max(metrics.capHeight(), -top)
