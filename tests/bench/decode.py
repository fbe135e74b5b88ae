"""Decoding a camera's frame, beside one bare call of the library; how many photos are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import zxingcpp
from PIL import Image

from kiosk.scanning import luminance
from kiosk.scanning.images import decode_image
from kiosk.tickets.artwork import draw
from tests.bench.options import Options
from tests.bench.result import Goal, Measure, Row
from tests.bench.site import Crowd
from tests.bench.timing import side_by_side

NAME = "decode"
_SIZES = ((1280, 720), (1920, 1080))
_GRAIN = 24
"""The spread of the camera's grain, in shades of grey."""
_BINARIZERS = (
    zxingcpp.Binarizer.LocalAverage,
    zxingcpp.Binarizer.GlobalHistogram,
    zxingcpp.Binarizer.FixedThreshold,
    zxingcpp.Binarizer.BoolCast,
)


def rows(options: Options) -> Iterator[Row]:
    text = Crowd(1).text(0)
    rounds = options.size(200, tiny=2)
    for width, height in _SIZES:
        for code, frame in (
            ("with a code", _with_code(width, height, text)),
            ("without", _scene(width, height)),
        ):
            yield _frame_row(f"{width}×{height} {code}", frame, rounds)
    if options.photos is not None:
        yield _photos_row(options.photos)


def _frame_row(what: str, frame: Image.Image, rounds: int) -> Row:
    plane, width, height = frame.tobytes(), frame.width, frame.height
    view = zxingcpp.ImageView(plane, width, height, zxingcpp.ImageFormat.Lum, width, 1)
    ours, bare = side_by_side(
        rounds,
        lambda: luminance.decode(plane, width, height, width),
        lambda: zxingcpp.read_barcodes(view, formats=luminance.QR_ONLY),
    )
    return Row(NAME, what, ours.median, "ms", rounds, bare.median, Goal(1.5, Measure.RATIO))


def _scene(width: int, height: int) -> Image.Image:
    """What a camera sees: light that falls off to one side, and grain."""
    light = Image.linear_gradient("L").rotate(90).resize((width, height))
    return Image.blend(light, Image.effect_noise((width, height), _GRAIN), 0.3)


def _with_code(width: int, height: int, text: str) -> Image.Image:
    """A ticket held up, a little askew."""
    frame = _scene(width, height)
    ticket = draw(text, "1234567890", module=height // 90).rotate(7, expand=True, fillcolor=255)
    frame.paste(ticket, ((width - ticket.width) // 2, (height - ticket.height) // 2))
    return frame


def _photos_row(folder: Path) -> Row:
    """How many photos we read, beside those that the best of the bare calls reads."""
    texts = sorted(folder.glob("**/*.txt"))
    read = best = 0
    for text in texts:
        holds = text.read_text(encoding="utf-8").strip()
        picture = next(path for path in text.parent.glob(f"{text.stem}.*") if path != text)
        read += holds in {found.strip() for found in decode_image(picture)}
        with Image.open(picture) as opened:
            best += _bare_reads(opened.convert("L"), holds)
    goal = Goal(1, Measure.RATIO, at_least=True)
    return Row(NAME, "photos read, beside the best bare call", read, "", len(texts), best, goal)


def _bare_reads(picture: Image.Image, holds: str) -> bool:
    """Whether any one bare call reads a picture as it is."""
    return any(
        holds == barcode.text.strip()
        for binarizer in _BINARIZERS
        for barcode in zxingcpp.read_barcodes(
            picture, formats=luminance.QR_ONLY, binarizer=binarizer
        )
    )
