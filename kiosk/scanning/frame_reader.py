"""Reads the codes in a camera's frames, on a thread of its own."""

from __future__ import annotations

import time
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.scanning.dwell import Dwell
from kiosk.scanning.frames import Plane, UnreadableFrame, plane_of
from kiosk.scanning.luminance import PlaneTooSmallError
from kiosk.scanning.multimedia import QVideoFrame

PREVIEW_EVERY_MS = 66
"""Fifteen pictures a second are enough to hold a ticket the right way."""

PREVIEW_HEIGHT = 240

_SILENCE_MS = 1_000


class FrameReader(QObject):
    """Reads the newest frame; those that come while it reads give way to the next one.

    Frames may come on any thread; they are read on the thread that this object lives on.
    """

    read = Signal(str)
    """A code that has just come before the camera."""
    seen = Signal(QImage)
    """A small grey picture for people, while somebody looks."""
    began = Signal()
    """Frames come, after none did."""
    _woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._newest: QVideoFrame | None = None
        self._dwell = Dwell()
        self._previewing = False
        self._preview_due = 0
        self._silent_from = 0
        self.frames = 0
        """How many frames were read: it stands still when the camera does."""
        self._woken.connect(self._read_newest, Qt.ConnectionType.QueuedConnection)

    @Slot(QVideoFrame)
    def take(self, frame: QVideoFrame) -> None:
        """A frame has come. Connect it directly, so that frames never queue up."""
        with self._lock:
            asleep = self._newest is None
            self._newest = frame
        if asleep:
            self._woken.emit()

    @Slot(bool)
    def show_preview(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._previewing = on

    @Slot()
    def _read_newest(self) -> None:
        with self._lock:
            frame, self._newest = self._newest, None
        if frame is None:
            return
        now = time.monotonic_ns() // 1_000_000
        self.frames += 1
        if now >= self._silent_from:
            self.began.emit()
        self._silent_from = now + _SILENCE_MS
        try:
            with plane_of(frame) as plane:
                self._look_at(plane, now)
        except (UnreadableFrame, PlaneTooSmallError):
            return  # the next one comes in a moment

    def _look_at(self, plane: Plane, now: int) -> None:
        for text in self._dwell.arrived(plane.decode(), now):
            self.read.emit(text)
        if self._previewing and now >= self._preview_due:
            self._preview_due = now + PREVIEW_EVERY_MS
            self.seen.emit(plane.thumbnail(PREVIEW_HEIGHT))
