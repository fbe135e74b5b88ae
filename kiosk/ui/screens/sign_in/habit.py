"""The Enter that follows a PIN out of habit, though the PIN was sent already."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

_FOLLOWS_MS = 1_500
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HabitualEnter(QObject):
    """Keeps one Enter, or one click where the sending key was, from the screen that came meanwhile.

    Any other key shows that the Enter will not follow. It looks at widgets only: what a scanner
    types is kept from them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._application = QCoreApplication.instance() or QCoreApplication()
        self._key = QRect()
        self._timer = QTimer(self, singleShot=True, interval=_FOLLOWS_MS)
        self._timer.timeout.connect(self.forget)

    def expect(self, key: QWidget) -> None:
        """The PIN was just sent; `key` is what else would have sent it."""
        self._key = QRect(key.mapToGlobal(key.rect().topLeft()), key.size())
        if not self._timer.isActive():
            self._application.installEventFilter(self)
        self._timer.start()

    def forget(self) -> None:
        self._timer.stop()
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(watched, QWidget):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.forget()
            return event.key() in _ENTERS
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self.forget()
            return self._key.contains(event.globalPosition().toPoint())
        return False
