"""Pictures of tickets: crisp, readable, without a name unless asked for."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.tickets.artwork import QUIET_MODULES, draw, modules, save_png
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import IssuingKey
from kiosk.tickets.short_code import new_code

KEY = IssuingKey.from_raw(1, bytes(32))
SIDE = 37 + 2 * QUIET_MODULES


def ticket(number: int) -> str:
    return encode(TicketFacts(1, number, 4, TicketKind.PARENT, day=1), KEY)


def codes_in(picture: Image.Image) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(picture)


@pytest.mark.parametrize("number", random.Random(4).sample(range(1, 2**24), 25))
def test_each_saved_picture_is_read_back(number: int, tmp_path: Path) -> None:
    text = ticket(number)
    save_png(draw(text, new_code()), tmp_path / "ticket.png")
    with Image.open(tmp_path / "ticket.png") as picture:
        found = codes_in(picture)
    assert [code.text for code in found] == [text]


def test_the_code_is_qr_5_m() -> None:
    [code] = codes_in(draw(ticket(1), "1234567890"))
    assert str(code.format) == "QR Code"
    assert code.ec_level == "M"
    assert isinstance(code.extra, dict)
    assert code.extra["Version"] == "5"


@pytest.mark.parametrize("module", [3, 8, 11])
def test_modules_are_whole_pixels_of_pure_black_and_white(module: int) -> None:
    picture = draw(ticket(2), "1234567890", module=module)
    assert picture.width == SIDE * module
    code = picture.crop((0, 0, picture.width, picture.width))
    assert set(code.tobytes()) == {0, 255}
    corners = code.resize((SIDE, SIDE), Image.Resampling.NEAREST)
    again = corners.resize(code.size, Image.Resampling.NEAREST)
    assert again.tobytes() == code.tobytes()
    ring = Image.new("L", (SIDE, SIDE), 255)
    inside = (QUIET_MODULES, QUIET_MODULES, SIDE - QUIET_MODULES, SIDE - QUIET_MODULES)
    ring.paste(corners.crop(inside), inside)
    assert ring.tobytes() == corners.tobytes()


def test_words_stand_below_the_code_and_do_not_spoil_it() -> None:
    plain = draw(ticket(3), "1234567890")
    lines = ("Суббота, 10:20", "Очень длинное название площадки, которое не входит в строку")
    full = draw(ticket(3), "1234567890", lines=lines)
    assert full.height > plain.height
    assert full.width == plain.width
    assert [code.text for code in codes_in(full)] == [ticket(3)]
    margin = full.crop((0, 0, 8, full.height))
    assert set(margin.tobytes()) == {255}


def test_the_short_code_is_drawn_below() -> None:
    one, other = draw(ticket(4), "1234567890"), draw(ticket(4), "9876543210")
    code = (0, 0, one.width, one.width)
    words = (0, one.width, one.width, one.height)
    assert one.crop(code).tobytes() == other.crop(code).tobytes()
    assert one.crop(words).tobytes() != other.crop(words).tobytes()


@pytest.mark.parametrize("text", ["ED" + "A" * 121, "lower case"])
def test_a_text_that_is_no_tickets_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"QR|mode"):
        draw(text, "1234567890")


def test_the_modules_are_those_of_the_picture() -> None:
    drawn = draw(ticket(5), "1234567890", module=1)
    inside = range(QUIET_MODULES, QUIET_MODULES + 37)
    pixels = [[drawn.getpixel((x, y)) == 0 for x in inside] for y in inside]
    assert modules(ticket(5)) == pixels


def test_other_texts_have_modules_as_long_as_a_qr_code_holds_them() -> None:
    assert len(modules("1-017")) == 21
    with pytest.raises(ValueError, match="5000 characters do not fit"):
        modules("x" * 5_000)
