"""The readiness screen as it is seen: two columns of lines under one sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QWidget

from kiosk.domain.readiness import Line
from kiosk.ui.screens.readiness import wording
from kiosk.ui.screens.readiness.state import ReadinessState, tone_of
from kiosk.ui.theme.state import put_state
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import GUTTER, card, clear_away, column, row
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.text import Elided, label

_MARK = 34
_GAP = 14


class ReadinessView(QWidget):
    """Paints a ReadinessState, and tells what was pressed."""

    again_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.again = Button(self.tr("Check again"), look="primary", key="Enter")
        self.leave = Button(self.tr("Back"), key="Esc")
        self._strong, self._rest = label("h2"), label("body", wrap=True)
        self._banner = QFrame()
        self._banner.setObjectName("banner")
        words = row(self._strong, spacing=8)
        words.addWidget(self._rest, 1)
        words.setContentsMargins(20, 14, 20, 14)
        self._banner.setLayout(words)
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(SIZES["s6"])
        self._lines.setVerticalSpacing(0)
        self._shown: tuple[Line, ...] = ()
        self._lay_out()
        self.again.clicked.connect(self.again_wanted)
        self.leave.clicked.connect(self.left)
        self.show_state(ReadinessState())

    def show_state(self, state: ReadinessState) -> None:
        strong, rest, tone = wording.banner(state)
        self._strong.setText(strong)
        self._strong.setVisible(bool(strong))
        self._rest.setText(rest)
        self._banner.setVisible(bool(strong or rest))
        put_state(self._banner, tone=tone.value)
        self._progress.setVisible(state.looking)
        self.again.setEnabled(not state.looking)
        if state.lines != self._shown:
            self._shown = state.lines
            self._show_lines(state.lines)

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter looks again, Esc leaves."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.again_wanted.emit()
        else:
            return False
        return True

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        """The first half in the left column, the second in the right one."""
        clear_away(self._lines)
        height = -(-len(lines) // 2)
        for index, line in enumerate(lines):
            place, below = divmod(index, height)
            self._lines.addWidget(_line(line, last=below == height - 1), below, place)
        for place in range(2):
            self._lines.setColumnStretch(place, 1)
        for below in range(height):
            self._lines.setRowStretch(below, 1)

    def _lay_out(self) -> None:
        heading = row(label("title", self.tr("Ready for the day?")), None, self.leave, self.again)
        inside = column(heading, self._banner, self._progress, spacing=SIZES["s3"])
        inside.addLayout(self._lines, 1)
        layout = column(card(inside))
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        self.setLayout(layout)


def _line(line: Line, *, last: bool) -> QWidget:
    frame = QFrame()
    frame.setObjectName("row")
    put_state(frame, last="yes" if last else "")
    subject, told, todo = wording.subject(line), wording.told(line), wording.todo(line)
    frame.setAccessibleName(". ".join(part for part in (subject, told, todo) if part))
    mark = VerdictMark(_MARK, tone_of(line.state))
    mark.setAccessibleName(wording.state_word(line.state))
    known = Elided("lab")
    known.setText(told)
    heading = row(label("name", subject), spacing=10)
    heading.addWidget(known, 1)
    words = column(None, heading, spacing=2)
    if todo:
        words.addWidget(label("row", todo, wrap=True))
    words.addStretch(1)
    layout = row(mark, spacing=_GAP)
    layout.addLayout(words, 1)
    frame.setLayout(layout)
    return frame
