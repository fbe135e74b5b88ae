"""A page of the gate's stage, in a window as large as the kiosk's, with scans listened for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.theme.state import put_state
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.layouts import ASIDE_WIDTH, GUTTER, HEADER_HEIGHT


class Stage(QWidget):
    """The stage where the gate has it; what lies around is left out."""

    def __init__(self, page: QWidget, size: tuple[int, int] = (1366, 768)) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # as the window's stack of screens has it
        self.frame = QFrame()
        self.frame.setObjectName("stage")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(page)
        around = QVBoxLayout(self)
        beside = 2 * GUTTER + ASIDE_WIDTH
        around.setContentsMargins(GUTTER, HEADER_HEIGHT + GUTTER, beside, GUTTER)
        around.addWidget(self.frame)
        self.show_tone(Tone.IDLE)
        self.resize(*size)

    def open(self, qtbot: QtBot) -> None:
        """Shows the window and gives it the keyboard; the test takes it away at its end."""
        qtbot.addWidget(self)
        with qtbot.waitExposed(self):
            self.show()
        self.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self)

    def show_tone(self, tone: Tone) -> None:
        put_state(self.frame, tone=tone.value)

    def type(self, text: str) -> None:
        """Letters of any alphabet where the focus is; QTest's own keys are Latin only."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                modifiers = Qt.KeyboardModifier.NoModifier
                event = QKeyEvent(kind, ord(letter.upper()), modifiers, letter)
                QCoreApplication.sendEvent(self.windowHandle(), event)

    def unnamed(self) -> list[str]:
        """The visible controls that a screen reader could not name."""
        parts = [*self.findChildren(QPushButton), *self.findChildren(QLineEdit)]
        shown = [part for part in parts if part.isVisible()]
        return [repr(part) for part in shown if not part.accessibleName()]
