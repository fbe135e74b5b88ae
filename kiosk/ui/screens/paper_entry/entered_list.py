"""What was entered in this sitting, newest first, each line with a way to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kiosk.ui.screens.closing.devices import scrolled
from kiosk.ui.screens.paper_entry import wording
from kiosk.ui.screens.paper_entry.state import Entered, PaperState
from kiosk.ui.theme.state import put_state
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import card, clear_away, column, row
from kiosk.ui.widgets.text import Elided, label

_WIDTH = 350
_LINE_HEIGHT = 64


class EnteredList(QWidget):
    """Emits the number of the record that is to be taken back."""

    undo_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFixedWidth(_WIDTH)
        self._heading = label("h2")
        self._shown: tuple[Entered, ...] | None = None
        self.undo_buttons: dict[int, Button] = {}
        area = QScrollArea()
        self._lines = scrolled(area)
        inside = column(self._heading, spacing=8)
        inside.addWidget(area, 1)
        inside.addWidget(label("lab", self.tr("F8 takes the last one back"), wrap=True))
        self.setLayout(column(card(inside)))

    def show_state(self, state: PaperState) -> None:
        self._heading.setText(wording.heading(state))
        if state.entered == self._shown:
            return
        self._shown = state.entered
        self.undo_buttons = {}
        clear_away(self._lines)
        for line in state.entered:
            self._lines.addWidget(self._line(line))
        self._lines.addStretch(1)

    def _line(self, line: Entered) -> QWidget:
        frame = QFrame()
        frame.setObjectName("row")
        frame.setFixedHeight(_LINE_HEIGHT)
        who, about = Elided("row"), label("lab")
        words, told = wording.entered(line)
        who.setText(words)
        about.setText(told)
        put_state(who, struck="yes" if line.undone else "no")
        layout = row(spacing=8)
        layout.addLayout(column(None, who, about, None), 1)
        if not line.undone:
            layout.addWidget(self._undo_button(line, words))
        frame.setLayout(layout)
        return frame

    def _undo_button(self, line: Entered, words: str) -> Button:
        button = Button(self.tr("Undo"), look="plain")
        button.setAccessibleName(self.tr("Undo: {who}").format(who=words))
        button.clicked.connect(self._undoer(line.seq))
        self.undo_buttons[line.seq] = button
        return button

    def _undoer(self, seq: int) -> Callable[[], None]:
        return lambda: self.undo_wanted.emit(seq)
