"""Keyboard scanners in a Qt application: key events of the windows in, scans out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

from kiosk.domain.devices import Ending
from kiosk.scanning.focused_field import FieldState, focused_field
from kiosk.scanning.layouts import EVDEV_OFFSET, SET_1_OFFSET, us_character
from kiosk.scanning.scan_ending import ScanEnding
from kiosk.scanning.self_test import KeyPress
from kiosk.scanning.wedge import Burst, Wedge

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_TIMER_SLACK_MS = 20
_STALL_MS = 50


@dataclass(frozen=True, slots=True)
class _Key:
    """A pressed key of the current burst; `passed` tells whether its window has had it."""

    window: QWindow
    key: int
    modifiers: Qt.KeyboardModifier
    native: tuple[int, int, int]
    text: str
    at: int
    passed: bool

    @classmethod
    def of(cls, window: QWindow, event: QKeyEvent, at: int, *, passed: bool) -> _Key:
        native = (event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers())
        return cls(window, event.key(), event.modifiers(), native, event.text(), at, passed)

    @property
    def press(self) -> KeyPress:
        shift = bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)
        return KeyPress(self.text, shift, self.at)

    @property
    def identity(self) -> int:
        return self.native[0] or self.key

    def send(self, kind: QEvent.Type) -> None:
        if isValid(self.window):
            event = QKeyEvent(kind, self.key, self.modifiers, *self.native, self.text)
            QCoreApplication.sendEvent(self.window, event)


class KeyEventScanner(QObject):
    """Finds the scans of keyboard scanners among the key events of all windows.

    A key reaches a text field at once, so that typing is not slowed; where no field has the
    focus, it waits until it is clear that a person pressed it, so that a scan opens and presses
    nothing. Once a burst is a scanner's, its keys are kept back. When the scan is complete, the
    field shows again what it showed before; when it was a person after all, the window gets
    what was kept back. Works on windows, not on widgets: it needs no focus, and a key that a
    widget ignores is not seen again by each of its parents.
    """

    scanned = Signal(str)
    """A scan's text as it was printed, whatever the keyboard layout."""
    keyed = Signal(object)
    """The same as a KeyedScan, a moment later: once it is known how the scan ended."""

    def __init__(self, application: QGuiApplication) -> None:
        """Listen to the windows of an application, until `stop`."""
        super().__init__(application)
        self._application = application
        self._offset = _offset(QGuiApplication.platformName())
        self._wedge = Wedge()
        self._keys: list[_Key] = []
        self._before: FieldState | None = None
        self._ending = ScanEnding(self)
        self._ending.known.connect(self.keyed)
        self._kept: set[int] = set()  # identities of keys that are down and were kept back
        self._replaying = False
        self._due = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_pause)
        application.installEventFilter(self)

    def stop(self) -> None:
        """Listen no more. Keys that were kept back are given to their windows."""
        self._settle(self._wedge.pause())
        self._timer.stop()
        self._ending.ended(Ending.NOTHING)
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or self._replaying or not isinstance(watched, QWindow):
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(event)
        return self._overrides_shortcut(event)

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        """Whether the key is kept from its window."""
        if event.isAutoRepeat():
            return _identity(event) in self._kept
        if event.key() in _MODIFIER_KEYS:
            return False
        at = _time_of(event)
        self._settle(self._wedge.lapse(at))
        character = self._character(event)
        if event.key() in _ENDS:
            keep = self._ends_scan(at)
            if keep:
                tab = event.key() == Qt.Key.Key_Tab
                self._ending.ended(Ending.TAB if tab else Ending.ENTER)
        elif character:
            keep = self._joins_burst(window, event, character, at)
        else:
            self._settle(self._wedge.pause())
            keep = False
        if keep:
            self._kept.add(_identity(event))
        return keep

    def _overrides_shortcut(self, event: QKeyEvent) -> bool:
        """Keep a scanner's key from the shortcuts, which Qt asks before it sends the key."""
        scanners = not event.modifiers() & _COMMANDS and self._wedge.awaits(_time_of(event))
        if scanners:
            event.accept()
        return scanners

    def _released(self, event: QKeyEvent) -> bool:
        if _identity(event) not in self._kept:
            return False
        if not event.isAutoRepeat():
            self._kept.discard(_identity(event))
        return True

    def _ends_scan(self, at: int) -> bool:
        """Whether an Enter or Tab was a scanner's."""
        if self._wedge.is_suffix(at):
            return True
        burst = self._wedge.end(at)
        self._settle(burst)
        return burst is not None and bool(burst.scan)

    def _joins_burst(self, window: QWindow, event: QKeyEvent, character: str, at: int) -> bool:
        """Add a character's key to the burst. Whether it is kept back."""
        field = focused_field()
        if not self._keys:
            self._before = FieldState.of(field) if field else None
        keep = self._wedge.recognised or self._before is None
        self._keys.append(_Key.of(window, event, at, passed=not keep))
        burst = self._wedge.key(character, at)
        if burst:
            self._settle(burst)
        else:
            self._wait()
        return keep

    def _character(self, event: QKeyEvent) -> str:
        """The character an American keyboard gives for the key; without scan codes, its text."""
        if event.modifiers() & _COMMANDS:
            return ""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._offset is not None:
            known = us_character(event.nativeScanCode(), shift=shift, offset=self._offset)
            if known:
                return known
        return event.text() if len(event.text()) == 1 and event.text().isprintable() else ""

    def _settle(self, burst: Burst | None) -> None:
        """A burst has ended: undo what a scan did, or give back what a person typed."""
        if burst is None:
            return
        self._timer.stop()
        keys, self._keys = self._keys, []
        before, self._before = self._before, None
        if not burst.scan:
            self._replay([key for key in keys if not key.passed])
            return
        if before:
            before.restore()
        self._replay(keys[: burst.strays])
        self.scanned.emit(burst.scan)
        self._ending.scanned(burst.scan, (key.press for key in keys[burst.strays :]))

    def _replay(self, keys: Sequence[_Key]) -> None:
        self._replaying = True
        try:
            for key in keys:
                key.send(QEvent.Type.KeyPress)
                if key.identity in self._kept:
                    self._kept.discard(key.identity)  # still down: its release will come
                else:
                    key.send(QEvent.Type.KeyRelease)
        finally:
            self._replaying = False

    def _wait(self) -> None:
        milliseconds = self._wedge.patience + _TIMER_SLACK_MS
        self._due = _now() + milliseconds
        self._timer.start(milliseconds)

    @Slot()
    def _on_pause(self) -> None:
        if _now() > self._due + _STALL_MS:
            self._wait()  # the application stood still: keys may be queued behind this timer
        else:
            self._settle(self._wedge.pause())


def _offset(platform: str) -> int | None:
    """What a Qt platform adds to set-1 codes, or None where scan codes are not known."""
    if platform == "windows":
        return SET_1_OFFSET
    if platform == "xcb" or platform.startswith("wayland"):
        return EVDEV_OFFSET
    return None


def _identity(event: QKeyEvent) -> int:
    return event.nativeScanCode() or event.key()


def _time_of(event: QKeyEvent) -> int:
    """When the key was pressed: the system's own time, so that a stalled application does not
    make a scan look slow. Events without one are timed as they come."""
    return event.timestamp() or _now()


def _now() -> int:
    return time.monotonic_ns() // 1_000_000
