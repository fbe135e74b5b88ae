"""A4 pages with words, rules, boxes and QR codes. Lengths are millimetres, sizes of type points.

The fonts are Inter with TrueType outlines: PDF knows how to embed those for every script, while
fpdf2 embeds OpenType fonts with PostScript outlines in a way that printers may refuse.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from fpdf import FPDF
from fpdf.drawing_primitives import DeviceGray
from fpdf.fonts import TTFFont
from qrcode import ERROR_CORRECT_M, QRCode  # type: ignore[import-untyped]

from kiosk.resources import resource

WIDTH, HEIGHT = 210.0, 297.0
MARGIN = 12.0
LEFT, RIGHT = MARGIN, WIDTH - MARGIN

_QUIET_MODULES = 4  # the white margin that ISO/IEC 18004 asks for
_SMALLEST = 0.75  # of its size: type that is too wide shrinks so far, then it is cut
_LEADING = 0.48  # from one base line to the next, in millimetres a point of size
_UNKNOWN = "□"
_FAMILY = "inter"

Align = Literal["L", "C", "R"]


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: their size in points, strong or not, and how black (0 is black)."""

    size: float
    strong: bool = False
    grey: int = 0


class Paper:
    """A document of A4 pages, drawn from top to bottom."""

    def __init__(self, title: str, language: str) -> None:
        self._pdf = FPDF(format="A4")
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.set_margins(0, 0, 0)
        plain = self._add_font("", "Inter-Regular.ttf")
        self._characters = plain & self._add_font("B", "Inter-SemiBold.ttf")
        self._pdf.set_title(title)
        self._pdf.set_lang(language)

    def add_page(self) -> None:
        self._pdf.add_page()

    def to_bytes(self) -> bytes:
        """The finished document, a PDF."""
        return bytes(self._pdf.output())

    def width(self, words: str, kind: Type) -> float:
        """How wide a line of words is."""
        self._use(kind)
        return self._pdf.get_string_width(self._drawable(words))

    def write(
        self, words: str, x: float, base: float, kind: Type, *, room: float = 0, align: Align = "L"
    ) -> None:
        """Writes one line on a base line; `x` is its left edge, middle (C) or right edge (R).

        Words that need more than `room` are set smaller and at last cut, with an ellipsis.
        """
        words = self._drawable(words)
        self._use(kind)
        wide = self._pdf.get_string_width(words)
        if room and wide > room:
            self._pdf.set_font_size(kind.size * max(0.99 * room / wide, _SMALLEST))
            words = self._cut(words, room)
            wide = self._pdf.get_string_width(words)
        start = {"L": x, "C": x - wide / 2, "R": x - wide}[align]
        self._pdf.text(start, base, words)

    def _lines(self, words: str, kind: Type, room: float) -> list[str]:
        """Words broken into lines that fit into `room`."""
        found: list[str] = []
        for paragraph in words.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self.width(longer, kind) > room:
                    found.append(line)
                    longer = word
                line = longer
            found.append(line)
        return found

    def write_lines(self, words: str, x: float, base: float, kind: Type, *, room: float) -> float:
        """Writes words over as many lines as they need; returns the base line of the next one."""
        for line in self._lines(words, kind, room):
            self.write(line, x, base, kind)
            base += kind.size * _LEADING
        return base

    def rule(self, x: float, y: float, to: float, *, grey: int = 0, thick: float = 0.2) -> None:
        """A horizontal line from x to `to`."""
        self._pdf.set_draw_color(grey)
        self._pdf.set_line_width(thick)
        self._pdf.line(x, y, to, y)

    def box(self, x: float, y: float, wide: float, high: float, *, thick: float = 0.3) -> None:
        """An empty box; `y` is its upper edge."""
        self._pdf.set_draw_color(0)
        self._pdf.set_line_width(thick)
        self._pdf.rect(x, y, wide, high)

    def band(self, x: float, y: float, wide: float, high: float, grey: int) -> None:
        """A filled stripe, for words to stand on."""
        self._pdf.set_fill_color(grey)
        self._pdf.rect(x, y, wide, high, style="F")

    def qr(self, text: str, x: float, y: float, side: float) -> None:
        """A QR code (level M) with its white margin inside a square.

        All modules are one path of rectangles: an image would be blurred where it is scaled, and
        separate shapes show hairlines between them.
        """
        code = QRCode(error_correction=ERROR_CORRECT_M, border=_QUIET_MODULES)
        code.add_data(text)
        modules: list[list[bool]] = code.get_matrix()
        size = side / len(modules)
        with self._pdf.new_path() as path:
            path.style.fill_color = DeviceGray(0)
            path.style.stroke_color = None
            for row, line in enumerate(modules):
                for column, dark in enumerate(line):
                    if dark:
                        path.rectangle(x + column * size, y + row * size, size, size)

    def _add_font(self, style: Literal["", "B"], file: str) -> AbstractSet[int]:
        """Adds a font; returns the code points that it can draw."""
        self._pdf.add_font(_FAMILY, style, resource("fonts", file))
        font = self._pdf.fonts[f"{_FAMILY}{style}"]
        return font.cmap.keys() if isinstance(font, TTFFont) else set()

    def _drawable(self, words: str) -> str:
        composed = unicodedata.normalize("NFC", words)
        return "".join(c if ord(c) in self._characters else _UNKNOWN for c in composed)

    def _use(self, kind: Type) -> None:
        self._pdf.set_font(_FAMILY, "B" if kind.strong else "", kind.size)
        self._pdf.set_text_color(kind.grey)

    def _cut(self, words: str, room: float) -> str:
        if self._pdf.get_string_width(words) <= room:
            return words
        while words and self._pdf.get_string_width(f"{words}…") > room:
            words = words[:-1]
        return f"{words.rstrip()}…"
