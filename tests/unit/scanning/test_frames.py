"""Camera frames of every layout: the code in them is found without a copy."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QSize

from kiosk.scanning.frames import UnreadableFrame, plane_of
from kiosk.scanning.multimedia import QVideoFrame, QVideoFrameFormat
from tests.unit.scanning.pictures import HEIGHT, WIDTH, as_qimage, scene

TEXT = "ED" + "ABCDEFGHIJ" * 12
PICTURE = scene(TEXT, angle=9)
Format = QVideoFrameFormat.PixelFormat

PLANAR = [Format.Format_NV12, Format.Format_NV21, Format.Format_YUV420P, Format.Format_YUV422P,
          Format.Format_YV12, Format.Format_Y8]  # fmt: skip
PACKED = {  # the bytes of one pixel; L stands for the luminance, other letters for anything
    Format.Format_YUYV: "Lu",
    Format.Format_UYVY: "uL",
    Format.Format_P010: "0L",
    Format.Format_Y16: "0L",
    Format.Format_BGRA8888: "LLLa",
    Format.Format_BGRX8888: "LLLx",
    Format.Format_RGBX8888: "LLLx",
    Format.Format_ARGB8888: "aLLL",
    Format.Format_XBGR8888: "xLLL",
    Format.Format_AYUV: "aLuv",
}
OTHER = {"u": 128, "v": 90, "a": 255, "x": 7, "0": 33}


def frame_of(pixel_format: Format, pixel: str = "L", picture: Image.Image = PICTURE) -> QVideoFrame:
    """A frame with a picture's luminance where the format has it."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(*picture.size), pixel_format))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    grey, bits, stride = picture.tobytes(), memoryview(frame.bits(0)), frame.bytesPerLine(0)
    size = len(pixel)
    for y in range(picture.height):
        row = bytearray(picture.width * size)
        for place, letter in enumerate(pixel):
            line = grey[y * picture.width : (y + 1) * picture.width]
            row[place::size] = line if letter == "L" else bytes([OTHER[letter]]) * picture.width
        bits[y * stride : y * stride + len(row)] = row
    frame.unmap()
    return frame


def read(frame: QVideoFrame) -> list[str]:
    with plane_of(frame) as plane:
        found = plane.decode()
    assert not frame.isMapped()
    return found


@pytest.mark.parametrize(
    ("pixel_format", "pixel"), [*((planar, "L") for planar in PLANAR), *PACKED.items()]
)
def test_every_layout_of_pixels(pixel_format: Format, pixel: str) -> None:
    frame = frame_of(pixel_format, pixel)
    assert read(frame) == [TEXT]
    with plane_of(frame) as plane:
        small = plane.thumbnail(240)
    assert (small.width(), small.height()) == (427, 240)
    for x, y in ((0, 0), (13, 200), (400, 100)):
        assert small.pixelColor(x, y).red() == PICTURE.getpixel((x * 3, y * 3))


def test_a_picture_of_the_screen() -> None:
    assert read(QVideoFrame(as_qimage(PICTURE))) == [TEXT]


def test_rows_that_are_padded() -> None:
    narrow = scene(TEXT, width=638)
    frame = frame_of(Format.Format_Y8, picture=narrow)
    assert read(frame) == [TEXT]


def test_a_compressed_frame() -> None:
    packed = io.BytesIO()
    PICTURE.save(packed, "JPEG")
    frame = QVideoFrame(QVideoFrameFormat(QSize(WIDTH, HEIGHT), Format.Format_Jpeg))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    memoryview(frame.bits(0))[: packed.tell()] = packed.getvalue()
    frame.unmap()
    assert read(frame) == [TEXT]


def test_a_damaged_compressed_frame() -> None:
    frame = QVideoFrame(QVideoFrameFormat(QSize(WIDTH, HEIGHT), Format.Format_Jpeg))
    with pytest.raises(UnreadableFrame):
        read(frame)
    assert not frame.isMapped()


def test_a_frame_without_memory() -> None:
    with pytest.raises(UnreadableFrame):
        read(QVideoFrame())


def test_a_small_frame_stays_as_it_is() -> None:
    with plane_of(frame_of(Format.Format_Y8, picture=scene().resize((160, 120)))) as plane:
        assert (plane.thumbnail(240).width(), plane.thumbnail(240).height()) == (160, 120)
