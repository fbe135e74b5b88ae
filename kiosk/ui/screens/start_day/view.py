"""The day's start as it is seen: one sentence, and one button or two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.start_day import wording
from kiosk.ui.screens.start_day.presenter import StartDayState
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.layouts import GUTTER, card, column, row, show_only
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.text import label

_MARK = 64
_PADDING = 40


class StartDayView(QWidget):
    """Paints a StartDayState, and tells what was decided."""

    start_wanted = Signal()
    keep_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._mark = VerdictMark(_MARK, Tone.GO)
        self._title, self._about = label("title", wrap=True), label("lead", wrap=True)
        self.start = Button(self.tr("Start the day"), look="primary", key="Enter")
        self.keep = Button(self.tr("Start, and count the earlier scans"), key="2")
        self.leave = Button(self.tr("Back"), key="Esc")
        head = row(self._mark, spacing=SIZES["s4"])
        head.addWidget(self._title, 1)
        foot = row(self.start, self.keep, None, self.leave)
        inside = column(head, self._about, None, foot, spacing=SIZES["s5"])
        layout = column(card(inside, padding=_PADDING))
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        self.setLayout(layout)
        self.start.clicked.connect(self.start_wanted)
        self.keep.clicked.connect(self.keep_wanted)
        self.leave.clicked.connect(self.left)
        self.show_state(StartDayState())

    def show_state(self, state: StartDayState) -> None:
        started = bool(state.started)
        self._title.setText(wording.title(state))
        self._about.setText(wording.about(state))
        keepable = not started and state.scans > 0
        show_only({self._mark: started, self.start: not started, self.keep: keepable})

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter starts, 2 starts and keeps the scans, Esc leaves."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not press_focused(self):
                self.start_wanted.emit()
        elif event.text() == "2" and not self.keep.isHidden():
            self.keep_wanted.emit()
        else:
            return False
        return True
