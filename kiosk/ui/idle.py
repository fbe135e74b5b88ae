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
    """Tells once that nobody pressed, moved or touched anything in a window for some time."""

    idle = Signal()

    def __init__(self, window: QWindow, after_ms: int) -> None:
        super().__init__(window)
        self._timer = QTimer(self, singleShot=True, interval=after_ms)
        self._timer.timeout.connect(self.idle)
        self._timer.start()
        window.installEventFilter(self)

    def wait_anew(self) -> None:
        """Something happened, such as a scan that came from a port or a camera."""
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _TOUCHES:
            self._timer.start()
        return super().eventFilter(watched, event)
