"""The closing screen as it is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from kiosk.ui.screens.closing.aside import Aside
from kiosk.ui.screens.closing.pages import DonePage, HeadPage, OpenPage
from kiosk.ui.screens.closing.state import ClosingState
from kiosk.ui.screens.closing.wording import proof_name
from kiosk.ui.widgets.button import press_focused
from kiosk.ui.widgets.layouts import GUTTER, row


class ClosingView(QWidget):
    """Paints a ClosingState, and tells what was pressed.

    `ask_path` asks a person for the path of a file to write, given the name that is offered, and
    returns an empty text if they think better of it.
    """

    refresh_wanted = Signal()
    end_asked = Signal()
    end_dropped = Signal()
    end_wanted = Signal()
    close_day_wanted = Signal()
    without_wanted = Signal()
    reason_dropped = Signal()
    reason_given = Signal(str)
    head_seen = Signal()
    proof_wanted = Signal(Path)

    def __init__(self, ask_path: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._ask_path = ask_path or self._ask_with_dialog
        self._state = ClosingState()
        self.open, self.head, self.done = OpenPage(), HeadPage(), DonePage()
        self._aside = Aside()
        self._pages = QStackedLayout()
        for page in (self.open, self.head, self.done):
            self._pages.addWidget(page)
        layout = row(spacing=GUTTER)
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self._aside)
        self.setLayout(layout)
        self._connect()
        self.show_state(self._state)

    def show_state(self, state: ClosingState) -> None:
        asked = state.asking_reason and not self._state.asking_reason
        ending = state.ending is not None and self._state.ending is None
        self._state = state
        page = state.page
        if state.head is not None:
            self.head.show_head(state.head)
            self._pages.setCurrentWidget(self.head)
        elif page is not None and page.closed:
            self.done.show_page(page, state)
            self._pages.setCurrentWidget(self.done)
        else:
            self.open.show_state(state)
            self._pages.setCurrentWidget(self.open)
        self._aside.show_page(page)
        if asked:
            self.open.reason.field.clear()
            self.open.reason.field.setFocus()
        if ending:  # so that Enter does not press what Tab brought the focus to before
            self.open.ending.end_day.setFocus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Esc leaves what is open; Enter gives the reason that is typed, or confirms the end."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._state.head is not None:
            self.head_seen.emit()
        elif key == Qt.Key.Key_Escape and self._state.asking_reason:
            self.reason_dropped.emit()
        elif key == Qt.Key.Key_Escape and self._state.ending is not None:
            self.end_dropped.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._state.ending is not None:
            if not press_focused(self):
                self.end_wanted.emit()
        else:
            return False
        return True

    def _give_reason(self) -> None:
        self.reason_given.emit(self.open.reason.field.text())

    def _save(self) -> None:
        page = self._state.page
        path = self._ask_path(f"{proof_name(page)}.json") if page else ""
        if path:
            self.proof_wanted.emit(Path(path))

    def _ask_with_dialog(self, offered: str) -> str:
        title = self.tr("Save the proof")
        return QFileDialog.getSaveFileName(self, title, str(Path.home() / offered))[0]

    def _connect(self) -> None:
        self.open.refresh.clicked.connect(self.refresh_wanted)
        self.open.end_day.clicked.connect(self.end_asked)
        self.open.ending.end_day.clicked.connect(self.end_wanted)
        self.open.ending.leave.clicked.connect(self.end_dropped)
        self.open.close_day.clicked.connect(self.close_day_wanted)
        self.open.without.clicked.connect(self.without_wanted)
        self.open.reason.leave.clicked.connect(self.reason_dropped)
        self.open.reason.close_day.clicked.connect(self._give_reason)
        self.open.reason.field.returnPressed.connect(self._give_reason)
        self.head.leave.clicked.connect(self.head_seen)
        self.done.save.clicked.connect(self._save)
        self.done.refresh.clicked.connect(self.refresh_wanted)
