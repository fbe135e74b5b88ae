"""A camera's frames: where the luminance lies in each format, the codes in them, small pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtGui import QImage

from kiosk.scanning import luminance
from kiosk.scanning.multimedia import QVideoFrame, QVideoFrameFormat

_Format = QVideoFrameFormat.PixelFormat

# Where the first pixel's luminance lies, and how many bytes further the next one's. Of sixteen bits
# the upper eight will do; of colours green, which makes most of what the eye takes for brightness.
_PLACES = {
    **dict.fromkeys(
        (
            _Format.Format_NV12,
            _Format.Format_NV21,
            _Format.Format_YUV420P,
            _Format.Format_YUV422P,
            _Format.Format_YV12,
            _Format.Format_IMC1,
            _Format.Format_IMC2,
            _Format.Format_IMC3,
            _Format.Format_IMC4,
            _Format.Format_Y8,
        ),
        (0, 1),
    ),
    **dict.fromkeys((_Format.Format_P010, _Format.Format_P016, _Format.Format_Y16), (1, 2)),
    _Format.Format_YUYV: (0, 2),
    _Format.Format_UYVY: (1, 2),
    **dict.fromkeys(
        (
            _Format.Format_BGRA8888,
            _Format.Format_BGRA8888_Premultiplied,
            _Format.Format_BGRX8888,
            _Format.Format_RGBA8888,
            _Format.Format_RGBX8888,
            _Format.Format_AYUV,
            _Format.Format_AYUV_Premultiplied,
        ),
        (1, 4),
    ),
    **dict.fromkeys(
        (
            _Format.Format_ARGB8888,
            _Format.Format_ARGB8888_Premultiplied,
            _Format.Format_XRGB8888,
            _Format.Format_ABGR8888,
            _Format.Format_XBGR8888,
        ),
        (2, 4),
    ),
}


class UnreadableFrame(ValueError):
    """The frame's memory cannot be reached, or holds no picture."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A frame's luminance: one byte a pixel, `step` bytes apart, a row every `stride` bytes."""

    pixels: memoryview
    width: int
    height: int
    stride: int
    step: int

    def decode(self) -> list[str]:
        """The texts of the QR codes in the frame. Raises PlaneTooSmallError."""
        return luminance.decode(self.pixels, self.width, self.height, self.stride, self.step)

    def thumbnail(self, height: int) -> QImage:
        """A small grey picture, at least `height` pixels high where the frame is."""
        every = max(self.height // height, 1)
        rows = [
            bytes(self.pixels[start : start + self.step * (self.width - 1) + 1 : self.step * every])
            for start in range(0, self.height * self.stride, self.stride * every)
        ]
        small = b"".join(rows)
        image = QImage(
            small, len(rows[0]), len(rows), len(rows[0]), QImage.Format.Format_Grayscale8
        )
        return image.copy()  # the bytes are Python's and will be gone


@contextmanager
def plane_of(frame: QVideoFrame) -> Iterator[Plane]:
    """The luminance of a frame, as long as the block lasts. Raises UnreadableFrame."""
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        raise UnreadableFrame("The frame cannot be mapped")
    try:
        yield _plane_of(frame)
    finally:
        frame.unmap()


def _plane_of(frame: QVideoFrame) -> Plane:
    place = _PLACES.get(frame.pixelFormat())
    pixels = memoryview(frame.bits(0)) if frame.mappedBytes(0) > 0 else memoryview(b"")
    if place is None:
        return _grey(_picture_of(frame, pixels))
    start, step = place
    return Plane(pixels[start:], frame.width(), frame.height(), frame.bytesPerLine(0), step)


def _picture_of(frame: QVideoFrame, pixels: memoryview) -> QImage:
    if frame.pixelFormat() is _Format.Format_Jpeg:
        return QImage.fromData(bytes(pixels))
    return frame.toImage()


def _grey(picture: QImage) -> Plane:
    if picture.isNull():
        raise UnreadableFrame("The frame holds no picture")
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(grey.constBits()))
    return Plane(pixels, grey.width(), grey.height(), grey.bytesPerLine(), 1)
