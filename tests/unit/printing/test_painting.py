"""A badge painted on a picture, and read back."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.printing.documents import Badge
from kiosk.printing.painting import load_fonts, paint_badge
from tests.pdf import grey


def painted(badge: Badge, wide: int, high: int) -> Image.Image:
    """A badge in shades of grey, on a picture with a margin of 10 pixels."""
    picture = QImage(wide + 20, high + 20, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    load_fonts()
    try:
        paint_badge(painter, QRectF(10, 10, wide, high), badge)
    finally:
        painter.end()
    return grey(picture)


def codes_in(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize(
    ("wide", "high"), [(885, 1300), (720, 340), (300, 800)], ids=["badge", "label", "strip"]
)
def test_the_qr_code_is_read_back_from_any_shape_of_page(
    qapp: QApplication, text: str, wide: int, high: int
) -> None:
    badge = Badge(text, "1234 567 890", "Единый день открытых дверей", ("10:20",))
    picture = painted(badge, wide, high)
    assert codes_in(picture) == [text]
    inside = picture.crop((10, 10, wide + 10, high + 10))
    outside = picture.copy()
    outside.paste(255, (10, 10, wide + 10, high + 10))
    assert outside.getextrema() == (255, 255)
    assert inside.getextrema()[0] == 0


def test_modules_are_whole_pixels_of_pure_black(qapp: QApplication, text: str) -> None:
    picture = painted(Badge(text, ""), 450, 900)
    assert set(picture.tobytes()) == {0, 255}


def test_a_walk_ins_number_is_a_qr_code_too(qapp: QApplication) -> None:
    assert codes_in(painted(Badge("1-017", "1-017"), 400, 700)) == ["1-017"]


def test_a_line_stands_on_paper_and_a_code_in_no_log(qapp: QApplication, text: str) -> None:
    plain = painted(Badge(text, "1234 567 890"), 400, 700)
    longer = painted(Badge(text, "1234 567 890", lines=("10:20",)), 400, 700)
    assert plain.tobytes() != longer.tobytes()
    said = repr(Badge(text, "1234 567 890"))
    assert text not in said
    assert "1234" not in said


def test_a_text_that_no_qr_code_holds_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="QR"):
        painted(Badge("x" * 5_000, ""), 400, 700)
