"""Qt's multimedia library, loaded without its list of what it can do without.

It warns of each optional library that is not there: PipeWire, which only captures screens, and
VA, which only speeds films up. Cameras need neither, and nobody at a kiosk can do anything about
it. The rules must stand before the library is loaded, so everything else gets it from here.
"""

# ruff: noqa: E402
from __future__ import annotations

from PySide6.QtCore import QLoggingCategory

QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false")

from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

__all__ = [
    "QCamera",
    "QCameraDevice",
    "QCameraFormat",
    "QMediaCaptureSession",
    "QMediaDevices",
    "QVideoFrame",
    "QVideoFrameFormat",
    "QVideoSink",
]
