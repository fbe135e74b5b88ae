"""The latest scans, one line each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.ui.theme.state import put_state
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.text import Elided, label

_ROWS = 6
_ROW_HEIGHT = 42
_LEAST_ROW_HEIGHT = 38
"""Beside a count with marks, on a small screen."""


class RecentLine(QFrame):
    """Time, shape, words, and the last digits of the ticket's code; it may be pressed."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setMinimumHeight(_LEAST_ROW_HEIGHT)
        self.setMaximumHeight(_ROW_HEIGHT)
        self._at = label("time")
        self._mark = VerdictMark(22)
        self.words = Elided("row")
        self._number = label("code-end")
        line = row(self._at, self._mark, spacing=10)
        line.addWidget(self.words, 1)
        line.addWidget(self._number)
        self.setLayout(line)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width(), _ROW_HEIGHT)

    def show_scan(self, at: str, tone: Tone, words: str, number: str, *, retracted: bool) -> None:
        """One scan; a retracted one is struck through."""
        self._at.setText(at)
        self._mark.show_tone(tone)
        self.words.setText(words)
        self._number.setText(number)
        struck = "yes" if retracted else "no"
        put_state(self.words, struck=struck)
        put_state(self._number, struck=struck)
        said = self.tr("{words}, undone").format(words=words) if retracted else words
        self.setAccessibleName(f"{at} {said} {number}".strip())

    def may_be_pressed(self, pressable: bool) -> None:  # noqa: FBT001 - a fact, passed on
        """Shows by the pointer whether a press leads anywhere."""
        shape = Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class RecentList(QWidget):
    """A card with as many lines as fit."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.lines = [RecentLine() for _ in range(_ROWS)]
        heading = label("h2", self.tr("Latest"))
        self._none = label("lab", self.tr("Nothing scanned yet"))
        inside = column(heading, self._none, *self.lines, None)
        inside.insertSpacing(1, 6)
        inside.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(card(inside, padding=20)))
        for index, line in enumerate(self.lines):
            line.pressed.connect(partial(self.chosen.emit, index))

    def show_lines(self, count: int) -> None:
        """Shows the first lines only, which the caller has filled."""
        self._none.setVisible(count == 0)
        for index, line in enumerate(self.lines):
            line.setVisible(index < count)
            put_state(line, last="yes" if index == count - 1 else "no")
