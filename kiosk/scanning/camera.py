"""A camera as a scanner: it opens, reads codes, and opens again when it was away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.domain.devices import DeviceChoice, Link
from kiosk.scanning.frame_reader import FrameReader
from kiosk.scanning.multimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrameFormat,
    QVideoSink,
)

RETRY_MS = 3_000
"""How often a camera that is not there is looked for, and how long one may give no frame."""

STOP_MS = 5_000
"""How long the end waits for a camera's driver; one that hangs must not keep the kiosk open."""

_PIXELS = 1280 * 720
"""Enough for a ticket at arm's length; more only takes longer to read."""

_LEAST_RATE = 15.0


def cameras() -> tuple[DeviceChoice, ...]:
    """The cameras of this computer now."""
    return tuple(
        DeviceChoice(id_of(device), device.description()) for device in QMediaDevices.videoInputs()
    )


def id_of(device: QCameraDevice) -> str:
    """The id that the system knows a camera by, as it stands in the settings."""
    return bytes(device.id().data()).decode(errors="replace")


def best_format(formats: Iterable[QCameraFormat]) -> QCameraFormat | None:
    """The format to read codes from: fluent, near 1280×720, and without decompressing if it can."""

    def rank(choice: QCameraFormat) -> tuple[bool, int, bool, float]:
        size = choice.resolution()
        away = abs(size.width() * size.height() - _PIXELS)
        packed = choice.pixelFormat() is QVideoFrameFormat.PixelFormat.Format_Jpeg
        return choice.maxFrameRate() < _LEAST_RATE, away, packed, -choice.maxFrameRate()

    return min(formats, key=rank, default=None)


class _Capture(QObject):
    """The camera itself, on the reader's thread: opening one may take a second."""

    failed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reader = FrameReader()
        self.reader.setParent(self)
        self.sink = QVideoSink(self)
        # Directly: the sink gives frames on any thread, and only the newest is to be kept.
        self.sink.videoFrameChanged.connect(self.reader.take, Qt.ConnectionType.DirectConnection)
        self._session: QMediaCaptureSession | None = None
        self._camera: QCamera | None = None

    @Slot(QCameraDevice)
    def open(self, device: QCameraDevice) -> None:
        self.close()
        self._session = QMediaCaptureSession(self)
        self._camera = QCamera(device, self)
        self._camera.errorOccurred.connect(self._fail)
        chosen = best_format(device.videoFormats())
        if chosen is not None:
            self._camera.setCameraFormat(chosen)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self.sink)
        self._camera.start()
        self._fail(self._camera.error(), "")  # what went wrong before anybody could listen

    @Slot()
    def close(self) -> None:
        if self._camera is not None and self._session is not None:
            self._camera.stop()
            self._session.deleteLater()
            self._camera.deleteLater()
        self._session = self._camera = None

    @Slot()
    def end(self) -> None:
        """Close the camera and let go of everything, on the thread that it lives on."""
        self.close()
        self.deleteLater()
        QThread.currentThread().quit()

    @Slot(QCamera.Error, str)
    def _fail(self, error: QCamera.Error, _text: str) -> None:
        if error is not QCamera.Error.NoError:
            self.failed.emit()


class CameraScanner(QObject):
    """Reads scans from a camera. Opening, frames and decoding are on a thread of their own.

    A code that stays before the camera is one scan. The camera is opened again when it was
    unplugged, failed, or gives no frames.
    """

    scanned = Signal(str)
    link_changed = Signal(object)
    """The new Link."""
    preview = Signal(QImage)
    """A small grey picture, not mirrored, while `show_preview` is on."""
    _open_wanted = Signal(QCameraDevice)
    _close_wanted = Signal()
    _end_wanted = Signal()
    _preview_wanted = Signal(bool)

    def __init__(
        self, camera_id: str, *, retry_ms: int = RETRY_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.link = Link.MISSING
        self._id = camera_id
        self._thread = QThread(self)
        self._capture = _Capture()
        self._reader = self._capture.reader
        self._frames = 0
        self._devices = QMediaDevices(self)
        self._tick = QTimer(self, interval=retry_ms)
        self._connect()
        self._capture.moveToThread(self._thread)

    @property
    def sink(self) -> QVideoSink:
        """Where the frames come in."""
        return self._capture.sink

    @Slot()
    def start(self) -> None:
        """Open the camera, now or as soon as it is there. After `stop` it takes a new object."""
        self._thread.start()
        self._tick.start()
        self._devices.videoInputsChanged.connect(self._look_around)
        self._look_around()

    def stop(self) -> None:
        """Close the camera and end the thread; a scan that was read before is not lost."""
        if self._thread.isRunning():
            self._tick.stop()
            self._devices.videoInputsChanged.disconnect(self._look_around)
            self._end_wanted.emit()
            if not self._thread.wait(STOP_MS):
                self._thread.terminate()

    @Slot(bool)
    def show_preview(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Whether somebody looks at the preview now."""
        self._preview_wanted.emit(on)

    def _connect(self) -> None:
        self._open_wanted.connect(self._capture.open)
        self._close_wanted.connect(self._capture.close)
        self._end_wanted.connect(self._capture.end)
        self._preview_wanted.connect(self._reader.show_preview)
        self._capture.failed.connect(self._fail)
        self._reader.began.connect(self._begin)
        self._reader.read.connect(self._take)
        self._reader.seen.connect(self._show)
        self._tick.timeout.connect(self._check)

    @Slot()
    def _look_around(self) -> None:
        """Cameras were plugged in or out."""
        device = self._find()
        if device is None:
            self._close_wanted.emit()
            self._put(Link.LOST if self.link in {Link.CONNECTED, Link.LOST} else Link.MISSING)
        elif self.link is not Link.CONNECTED:
            self._open_wanted.emit(device)

    @Slot()
    def _check(self) -> None:
        """A camera that works gave frames since the last time; others are opened anew."""
        silent = self._reader.frames == self._frames
        self._frames = self._reader.frames
        if self.link is Link.CONNECTED and silent:
            self._put(Link.LOST)
        if self.link is not Link.CONNECTED:
            self._look_around()

    @Slot()
    def _begin(self) -> None:
        self._put(Link.CONNECTED)

    @Slot()
    def _fail(self) -> None:
        self._put(Link.FAILED)

    @Slot(str)
    def _take(self, text: str) -> None:
        self.scanned.emit(text)

    @Slot(QImage)
    def _show(self, picture: QImage) -> None:
        self.preview.emit(picture)

    def _find(self) -> QCameraDevice | None:
        found = (device for device in QMediaDevices.videoInputs() if id_of(device) == self._id)
        return next(found, None)

    def _put(self, link: Link) -> None:
        if link is not self.link:
            self.link = link
            self.link_changed.emit(link)
