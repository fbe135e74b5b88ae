"""Picture files: photos and screenshots with QR codes, and files that are none."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from kiosk.scanning.images import NotAnImage, decode_image
from kiosk.tickets.artwork import draw, save_png

TEXT = "ED" + "QWERTYUIOP" * 12
TICKET = draw(TEXT, "1234567890")


def on_table(ticket: Image.Image, size: tuple[int, int] = (1280, 960)) -> Image.Image:
    """A ticket on a grey table, a little askew."""
    photo = Image.new("L", size, 100)
    photo.paste(ticket, (size[0] // 3, size[1] // 4))
    return photo.rotate(11, Image.Resampling.BICUBIC, fillcolor=100)


def dim(photo: Image.Image) -> Image.Image:
    return photo.point([value // 5 + 10 for value in range(256)])


def grainy(photo: Image.Image) -> Image.Image:
    return ImageChops.add(photo, Image.effect_noise(photo.size, 20), 1, -128)


def read(picture: Image.Image, path: Path) -> list[str]:
    picture.save(path)
    return decode_image(path)


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "bmp", "gif", "tif"])
def test_the_usual_formats(suffix: str, tmp_path: Path) -> None:
    assert read(TICKET, tmp_path / f"ticket.{suffix}") == [TEXT]


def test_a_ticket_as_it_is_issued(tmp_path: Path) -> None:
    save_png(TICKET, tmp_path / "ticket.png")
    assert decode_image(tmp_path / "ticket.png") == [TEXT]


def test_a_dim_grainy_phone_photo(tmp_path: Path) -> None:
    photo = grainy(dim(on_table(TICKET).filter(ImageFilter.GaussianBlur(1.5)))).convert("RGB")
    assert read(photo, tmp_path / "photo.jpg") == [TEXT]


def test_a_small_blurred_code_needs_the_harder_tries(tmp_path: Path) -> None:
    small = TICKET.resize((140, TICKET.height * 140 // TICKET.width), Image.Resampling.BICUBIC)
    photo = dim(on_table(small).filter(ImageFilter.GaussianBlur(1.2)))
    assert read(photo, tmp_path / "photo.png") == [TEXT]


def test_a_large_photo(tmp_path: Path) -> None:
    photo = on_table(TICKET.resize((900, 900 * TICKET.height // TICKET.width)), (4000, 3000))
    assert read(photo, tmp_path / "photo.jpg") == [TEXT]


def test_a_small_code_in_a_large_photo(tmp_path: Path) -> None:
    photo = on_table(draw(TEXT, "1234567890", module=3), (4000, 3000))
    assert read(photo, tmp_path / "photo.jpg") == [TEXT]


def test_a_photo_held_sideways(tmp_path: Path) -> None:
    upright = Image.new("L", (500, 700), 255)
    upright.paste(TICKET, (50, 50))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned by 90°
    path = tmp_path / "photo.jpg"
    upright.rotate(90, expand=True).save(path, exif=exif)
    assert decode_image(path) == [TEXT]


def test_a_mirrored_selfie_is_put_right(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 2
    path = tmp_path / "photo.jpg"
    ImageOps.mirror(TICKET).save(path, exif=exif)
    assert decode_image(path) == [TEXT]


def test_a_screenshot_in_dark_mode(tmp_path: Path) -> None:
    screen = Image.new("RGB", (1080, 2400), "#101418")
    screen.paste(ImageOps.invert(TICKET).convert("RGB"), (360, 800))
    ImageDraw.Draw(screen).text((300, 400), "Мой билет 10:20", fill="white", font_size=60)
    assert read(screen, tmp_path / "screen.png") == [TEXT]


def test_a_code_on_a_transparent_ground(tmp_path: Path) -> None:
    cut_out = Image.new("RGBA", TICKET.size, (0, 0, 0, 0))
    cut_out.putalpha(ImageOps.invert(TICKET))
    assert read(cut_out, tmp_path / "cut-out.png") == [TEXT]


def test_two_tickets_in_one_picture(tmp_path: Path) -> None:
    other = "ED" + "ASDFGHJKL2" * 12
    both = Image.new("L", (2 * TICKET.width, TICKET.height), 255)
    both.paste(TICKET, (0, 0))
    both.paste(draw(other, "1234567890"), (TICKET.width, 0))
    assert set(read(both, tmp_path / "both.png")) == {TEXT, other}


def test_a_picture_without_a_code(tmp_path: Path) -> None:
    assert read(Image.new("RGB", (640, 480), "white"), tmp_path / "white.png") == []


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(NotAnImage, match=r"no file gone\.png"):
        decode_image(tmp_path / "gone.png")


@pytest.mark.parametrize("content", [b"", b"ED", b"%PDF-1.7\n", "Билет".encode()])
def test_a_file_that_is_no_picture(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ticket.png"
    path.write_bytes(content)
    with pytest.raises(NotAnImage, match=r"ticket\.png is not a picture"):
        decode_image(path)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAnImage):
        decode_image(tmp_path)


def test_a_picture_that_is_too_large(tmp_path: Path) -> None:
    Image.new("1", (30_000, 10_000)).save(tmp_path / "vast.png")
    with pytest.raises(NotAnImage, match="too large"):
        decode_image(tmp_path / "vast.png")


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "gif", "tif", "bmp"])
def test_damage_is_said_or_read_through(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"ticket.{suffix}"
    TICKET.save(path)
    whole = path.read_bytes()
    chance = random.Random(suffix)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 4, 30))):
            damaged[chance.randrange(min(len(damaged), 600))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.choice((len(damaged), chance.randrange(len(damaged))))])
        with suppress(NotAnImage):
            assert decode_image(path) in ([], [TEXT])
