"""The eight practice cards as pictures, and all of them on one sheet of A4 to print and cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.domain.practice import Situation
from kiosk.files import write_whole
from kiosk.practice.words import Words, words
from kiosk.resources import resource
from kiosk.tickets.artwork import QUIET_MODULES, VERSION, draw, png
from kiosk.tickets.practice import code_of, text_of

DPI = 300
WIDTH, HEIGHT = 1240, 877
"""A card's pixels: two columns and four rows of them fill A4 at 300 dots an inch."""

_COLUMNS = 2
_MARGIN, _GAP = 64, 34
_STRIPES, _STRIPE = 30, 40
_MODULE = 11  # 0.93 mm: cheap scanners read it from a hand's breadth
_NUMBER = 104
_TITLE, _STORY, _MARK, _INSTEAD = 50, 40, 30, 56
_LEADING = 1.3
_BOLD, _REGULAR = "Inter-Bold.otf", "Inter-Regular.otf"
_GREY, _LIGHT = 110, 190
_LEFT = 590
"""How wide the words are; the ticket stands at their right."""


@dataclass(frozen=True, slots=True)
class Cards:
    """The files: a picture a card in their order, and the sheet, a PDF."""

    pictures: tuple[Path, ...]
    sheet: Path


def make_cards(folder: Path, language: str) -> Cards:
    """Writes the cards into a folder, which is made. Raises OSError, ValueError for a language."""
    spoken = words(language)
    folder.mkdir(parents=True, exist_ok=True)
    cards = [draw_card(situation, spoken) for situation in Situation]
    pictures = tuple(folder / f"card-{situation.card}.png" for situation in Situation)
    for card, path in zip(cards, pictures, strict=True):
        write_whole(path, png(card))
    sheet = folder / "cards.pdf"
    # Black and white only: grey pictures are stored as JPEG in a PDF, which blurs the codes.
    content = BytesIO()
    _sheet(cards).convert("1", dither=Image.Dither.NONE).save(
        content, "PDF", resolution=DPI, title=spoken.practice
    )
    write_whole(sheet, content.getvalue())
    return Cards(pictures, sheet)


def draw_card(situation: Situation, spoken: Words) -> Image.Image:
    """One card in shades of grey."""
    card = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(card)
    said = spoken.cards[situation]
    pen.rectangle((0, 0, WIDTH - 1, HEIGHT - 1), outline=_LIGHT, width=2)
    _stripe(pen)
    top = _MARGIN + _STRIPES
    _number(pen, situation.card, top)
    after = _MARGIN + _NUMBER + 24
    pen.text((after, top + _NUMBER / 2), spoken.practice, _GREY, _font(_REGULAR, _MARK), "lm")
    under = _write(pen, said.title, top + _NUMBER + _GAP, _font(_BOLD, _TITLE))
    _write(pen, said.story, under + _GAP // 2, _font(_REGULAR, _STORY))
    if said.instead:
        _write_instead(pen, said.instead)
    else:
        ticket = _ticket(situation)
        middle = (HEIGHT + _STRIPES - ticket.height) // 2
        card.paste(ticket, (WIDTH - _MARGIN - ticket.width, middle))
    return card


def _ticket(situation: Situation) -> Image.Image:
    picture = draw(text_of(situation), code_of(situation), module=_MODULE)
    return _damaged(picture) if situation is Situation.DAMAGED else picture


def _damaged(picture: Image.Image) -> Image.Image:
    """A tear across two of the finder patterns, past what error correction mends; digits whole."""
    pen = ImageDraw.Draw(picture)
    side = (17 + 4 * VERSION) * _MODULE
    start, end = QUIET_MODULES * _MODULE, QUIET_MODULES * _MODULE + side
    corner = 10 * _MODULE
    pen.polygon([(start, start), (end, start), (end, start + corner), (start, start + corner)], 255)
    for i in range(5):
        low = start + corner + i * 4 * _MODULE
        pen.line([(start, low + 3 * _MODULE), (end, low)], 255, 2 * _MODULE)
    pen.line([(start, end), (end, start)], 60, 3 * _MODULE, joint="curve")
    return picture


def _sheet(cards: Sequence[Image.Image]) -> Image.Image:
    rows = len(cards) // _COLUMNS
    sheet = Image.new("L", (_COLUMNS * WIDTH, rows * HEIGHT), 255)
    for index, card in enumerate(cards):
        row, column = divmod(index, _COLUMNS)
        sheet.paste(card, (column * WIDTH, row * HEIGHT))
    return sheet


def _stripe(pen: ImageDraw.ImageDraw) -> None:
    """Slanting stripes along the upper edge: nobody takes the card for a ticket."""
    for left in range(-_STRIPES, WIDTH, 2 * _STRIPE):
        foot, head = (left, left + _STRIPE), (left + _STRIPE + _STRIPES, left + _STRIPES)
        pen.polygon([(foot[0], _STRIPES), (foot[1], _STRIPES), (head[0], 0), (head[1], 0)], 0)


def _number(pen: ImageDraw.ImageDraw, number: int, top: int) -> None:
    pen.ellipse((_MARGIN, top, _MARGIN + _NUMBER, top + _NUMBER), 0)
    middle = (_MARGIN + _NUMBER / 2, top + _NUMBER / 2)
    pen.text(middle, str(number), 255, _font(_BOLD, 60), "mm")


def _write(pen: ImageDraw.ImageDraw, text: str, top: float, font: ImageFont.FreeTypeFont) -> float:
    """Writes words over as many lines as they need; returns where the next ones begin."""
    for line in _lines(text, font):
        pen.text((_MARGIN, top), line, 0, font, "la")
        top += font.size * _LEADING
    return top


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= _LEFT - _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _write_instead(pen: ImageDraw.ImageDraw, text: str) -> None:
    """What the visitor says, in a frame where a ticket would be."""
    box = (_LEFT + _GAP, _MARGIN + 2 * _STRIPES, WIDTH - _MARGIN, HEIGHT - _MARGIN)
    pen.rounded_rectangle(box, 36, outline=_GREY, width=4)
    font = _font(_BOLD, _INSTEAD)
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    pen.multiline_text(middle, text, 0, font, "mm", spacing=24, align="center")


@lru_cache(maxsize=8)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resource("fonts", face)), size)
