"""When nobody has touched the kiosk for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class IdleWatch(QObject):
    """Tells that nobody pressed, moved or touched anything in a window for some time.

    It tells once, and once when somebody is `back`.
    """

    idle = Signal()
    back = Signal()

    def __init__(self, window: QWindow, after_ms: int) -> None:
        super().__init__(window)
        self._away = False
        self._timer = QTimer(self, singleShot=True, interval=after_ms)
        self._timer.timeout.connect(self._leave)
        self._timer.start()
        window.installEventFilter(self)

    def touched(self) -> None:
        """Something happened, such as a scan that came from a port or a camera."""
        self._timer.start()
        if self._away:
            self._away = False
            self.back.emit()

    def stop(self) -> None:
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _TOUCHES:
            self.touched()
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self._away = True
        self.idle.emit()
