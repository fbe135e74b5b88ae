"""What was recorded in a sitting, newest first, each line with a way to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kiosk.ui.theme.state import put_state
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import card, clear_away, column, row
from kiosk.ui.widgets.scrolled import scrolled
from kiosk.ui.widgets.text import Elided, label

_WIDTH = 350
_LINE_HEIGHT = 64


@dataclass(frozen=True, slots=True)
class RunningLine:
    """A record by its number: what it is called, and what is known besides."""

    seq: int
    title: str
    about: str
    undone: bool


class RunningList(QWidget):
    """Emits the number of the record that is to be taken back."""

    undo_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFixedWidth(_WIDTH)
        self._heading = label("h2")
        self._shown: Sequence[RunningLine] | None = None
        self.undo_buttons: dict[int, Button] = {}
        area = QScrollArea()
        self._lines = scrolled(area)
        inside = column(self._heading, spacing=8)
        inside.addWidget(area, 1)
        inside.addWidget(label("lab", self.tr("F8 takes the last one back"), wrap=True))
        self.setLayout(column(card(inside)))

    def show_lines(self, heading: str, lines: Sequence[RunningLine]) -> None:
        self._heading.setText(heading)
        if lines == self._shown:
            return
        self._shown = lines
        self.undo_buttons = {}
        clear_away(self._lines)
        for line in lines:
            self._lines.addWidget(self._line(line))
        self._lines.addStretch(1)

    def _line(self, line: RunningLine) -> QWidget:
        frame = QFrame()
        frame.setObjectName("row")
        frame.setFixedHeight(_LINE_HEIGHT)
        title, about = Elided("row"), Elided("lab")
        title.setText(line.title)
        about.setText(line.about)
        put_state(title, struck="yes" if line.undone else "no")
        layout = row(spacing=8)
        layout.addLayout(column(None, title, about, None), 1)
        if not line.undone:
            layout.addWidget(self._undo_button(line))
        frame.setLayout(layout)
        return frame

    def _undo_button(self, line: RunningLine) -> Button:
        button = Button(self.tr("Undo"), look="plain")
        button.setAccessibleName(self.tr("Undo: {who}").format(who=line.title))
        button.clicked.connect(self._undoer(line.seq))
        self.undo_buttons[line.seq] = button
        return button

    def _undoer(self, seq: int) -> Callable[[], None]:
        return lambda: self.undo_wanted.emit(seq)
