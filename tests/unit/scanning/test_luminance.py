"""Camera frames: real QR codes in planes of luminance."""

from __future__ import annotations

import pytest
from PIL import Image, ImageOps

from kiosk.scanning.luminance import Buffer, PlaneTooSmallError, decode
from kiosk.tickets.artwork import draw

TEXT = "ED" + "ABCDEFGHIJ" * 12
TICKET = draw(TEXT, "1234567890", module=6)


def frame(ticket: Image.Image = TICKET, angle: float = 0) -> Image.Image:
    plane = Image.new("L", (1280, 720), 110)
    plane.paste(
        ticket.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=110), (300, 60)
    )
    return plane


@pytest.mark.parametrize("angle", [0, 17, 90, 180, 251])
def test_a_code_at_any_angle(angle: float) -> None:
    plane = frame(angle=angle)
    assert decode(plane.tobytes(), 1280, 720, 1280) == [TEXT]


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_any_buffer(kind: type[bytes | bytearray | memoryview]) -> None:
    buffer: Buffer = kind(frame().tobytes())
    assert decode(buffer, 1280, 720, 1280) == [TEXT]


def test_rows_longer_than_the_picture_and_bytes_after_it() -> None:
    plane = frame().tobytes()
    rows = (plane[row * 1280 : (row + 1) * 1280] + b"\x00" * 64 for row in range(720))
    assert decode(b"".join(rows) + b"\x80" * 50_000, 1280, 720, 1344) == [TEXT]


def test_a_light_code_on_a_dark_screen() -> None:
    assert decode(frame(ImageOps.invert(TICKET)).tobytes(), 1280, 720, 1280) == [TEXT]


def test_a_dim_frame() -> None:
    dim = frame(angle=5).point([value // 6 for value in range(256)])
    assert decode(dim.tobytes(), 1280, 720, 1280) == [TEXT]


def test_an_empty_frame() -> None:
    assert decode(bytes(1280 * 720), 1280, 720, 1280) == []


@pytest.mark.parametrize(
    ("width", "height", "stride"),
    [(0, 5, 10), (10, 0, 10), (10, 11, 10), (11, 10, 10), (10, 10, 11), (-1, 4, 10)],
)
def test_sizes_that_do_not_fit(width: int, height: int, stride: int) -> None:
    with pytest.raises(PlaneTooSmallError):
        decode(bytes(100), width, height, stride)
