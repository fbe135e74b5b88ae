"""Kiosk mode: the window fills the screen, and a person leaves it with the manager's word only.

A program cannot close Alt+Tab, the Windows key or Ctrl+Alt+Del: the system itself must be set so.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEYS = ("Alt+F4", "Ctrl+W", "Ctrl+Q")
_STANDARD = (QKeySequence.StandardKey.Close, QKeySequence.StandardKey.Quit)
_MINIMIZED = Qt.WindowState.WindowMinimized


class KioskMode(QObject):
    """Guards a window while it is on.

    Closing by a key or by the system's button becomes `exit_wanted`. The program itself closes the
    window as ever: what it asks for is no person's wish.
    """

    exit_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._on = False
        self._closing_keys = QShortcut(window)
        self._closing_keys.setKeys(_closing_keys())
        self._closing_keys.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._closing_keys.setAutoRepeat(False)
        self._closing_keys.setEnabled(False)
        self._closing_keys.activated.connect(self.exit_wanted)

    def set_on(self, on: bool) -> None:  # noqa: FBT001 - what a switch's signal brings
        """Fills the screen and stays there, or gives the window its frame back."""
        if on == self._on:
            return
        self._on = on
        self._closing_keys.setEnabled(on)
        if on:
            self._window.installEventFilter(self)
            self.come_forward()
        else:
            self._window.removeEventFilter(self)
            self._window.showMaximized()

    @Slot()
    def come_forward(self) -> None:
        """Brings the window to the front, over the whole screen where kiosk mode is on."""
        if self._on:
            self._window.showFullScreen()
        elif self._window.isMinimized():
            self._window.setWindowState(self._window.windowState() & ~_MINIMIZED)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Refuses to be closed by a person, and comes back from anything but the full screen."""
        if event.type() == QEvent.Type.Close and event.spontaneous():
            event.ignore()
            self.exit_wanted.emit()
            return True
        if event.type() == QEvent.Type.WindowStateChange and self._is_away():
            QTimer.singleShot(0, self, self._return)  # once the system has done what it began
        return super().eventFilter(watched, event)

    @Slot()
    def _return(self) -> None:
        if self._on and self._is_away():
            self.come_forward()

    def _is_away(self) -> bool:
        """A minimised window remembers the full screen, and is not seen."""
        return self._window.isMinimized() or not self._window.isFullScreen()


def _closing_keys() -> list[QKeySequence]:
    """Those of every system, and what this one has besides."""
    found = [QKeySequence(keys) for keys in _KEYS]
    for standard in _STANDARD:
        found += [keys for keys in QKeySequence.keyBindings(standard) if keys not in found]
    return found
