"""The picture of a ticket: the QR code, the short code below it and what else is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from qrcode import (  # type: ignore[import-untyped]
    ERROR_CORRECT_M,
    QRCode,
    exceptions,
    util,
)

from kiosk.resources import resource
from kiosk.tickets.short_code import grouped

VERSION = 5
"""QR version 5 holds 122 alphanumeric characters at level M: 37 × 37 modules."""

QUIET_MODULES = 4
"""The white margin that ISO/IEC 18004 asks for, in modules."""

_BADGE_MODULE = 12  # pixels of a badge's module
_MARGIN = 2  # modules beside and below the words
_SPACING = 1.5  # modules between two rows
_CAPITALS = 0.727  # the height of Inter's capitals and digits, in ems
_MASK = 2  # signed texts are as good as random: every mask suits them, and trying all costs time
_SEMI_BOLD, _BOLD, _REGULAR = "Inter-SemiBold.otf", "Inter-Bold.otf", "Inter-Regular.otf"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of words, centred; `size` is the height of its letters in modules."""

    words: str
    face: str
    size: float


def draw(text: str, code: str, *, lines: Sequence[str] = (), module: int = 8) -> Image.Image:
    """A ticket's picture in shades of grey, `module` pixels a module of the QR code.

    The short code stands below the QR code, further lines at the bottom. Rows that are too wide are
    written smaller.

    Raises ValueError for a text that does not fit into QR version 5-M in alphanumeric mode.
    """
    below = [_Row(grouped(code), _SEMI_BOLD, 4), *(_Row(line, _REGULAR, 2) for line in lines)]
    return _joined([], _qr(text, module), below, module)


def draw_badge(text: str, name: str, role: str) -> Image.Image:
    """A staff badge's picture: the name above the QR code, the role below."""
    qr = _painted(modules(text), _BADGE_MODULE)
    return _joined([_Row(name, _BOLD, 2.5)], qr, [_Row(role, _REGULAR, 2)], _BADGE_MODULE)


def _joined(
    above: Sequence[_Row], qr: Image.Image, below: Sequence[_Row], module: int
) -> Image.Image:
    head = _height(above, module)
    foot = _height(below, module) + _MARGIN * module
    picture = Image.new("L", (qr.width, head + qr.height + foot), 255)
    picture.paste(qr, (0, head))
    pen = ImageDraw.Draw(picture)
    _write(pen, above, _MARGIN * module, module)
    _write(pen, below, head + qr.height + module, module)
    return picture


def modules(text: str) -> list[list[bool]]:
    """The QR code of any text at level M, row by row, True where it is dark; without the margin.

    For whoever draws it as rectangles. A ticket's text gives version 5, another text the smallest
    one that holds it. Raises ValueError for a text that no QR code holds.
    """
    code = QRCode(error_correction=ERROR_CORRECT_M, mask_pattern=_MASK)
    code.add_data(text, optimize=0)
    try:
        code.make()
    except (exceptions.DataOverflowError, ValueError) as error:
        raise ValueError(f"{len(text)} characters do not fit into a QR code") from error
    return [[bool(dark) for dark in row] for row in code.modules]


def save_png(picture: Image.Image, path: Path) -> None:
    """Write a picture as PNG."""
    path.write_bytes(png(picture))


def png(picture: Image.Image) -> bytes:
    """A picture as PNG. Level 1 is fast, and large even areas stay small all the same."""
    content = BytesIO()
    picture.save(content, "PNG", compress_level=1)
    return content.getvalue()


def _qr(text: str, module: int) -> Image.Image:
    """The QR code with its quiet zone, each module a square of whole pixels."""
    code = QRCode(version=VERSION, error_correction=ERROR_CORRECT_M, mask_pattern=_MASK)
    code.add_data(util.QRData(text, mode=util.MODE_ALPHA_NUM))
    try:
        code.make(fit=False)
    except exceptions.DataOverflowError as error:
        raise ValueError(f"{len(text)} characters do not fit into a ticket's QR code") from error
    return _painted(code.modules, module)


def _painted(modules: Sequence[Sequence[bool]], module: int) -> Image.Image:
    side = len(modules)
    pixels = bytes(0 if dark else 255 for row in modules for dark in row)
    small = Image.frombytes("L", (side, side), pixels)
    full = Image.new("L", (side + 2 * QUIET_MODULES,) * 2, 255)
    full.paste(small, (QUIET_MODULES, QUIET_MODULES))
    return full.resize((full.width * module, full.height * module), Image.Resampling.NEAREST)


def _height(rows: Sequence[_Row], module: int) -> int:
    return round(sum(row.size + _SPACING for row in rows) * module)


def _write(pen: ImageDraw.ImageDraw, rows: Sequence[_Row], top: int, module: int) -> None:
    """Write rows one below the other, the first with its capitals' top at `top`."""
    width = pen.im.size[0]
    room = width - 2 * _MARGIN * module
    for row in rows:
        font = _font(row.face, round(row.size * module / _CAPITALS))
        needed = font.getlength(row.words)
        if needed > room:
            font = _font(row.face, max(int(font.size * room / needed), 1))
        base = top + row.size * module
        pen.text((width / 2, base), row.words, fill=0, font=font, anchor="ms")
        top = round(base + _SPACING * module)


@lru_cache(maxsize=64)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resource("fonts", face)), size)
