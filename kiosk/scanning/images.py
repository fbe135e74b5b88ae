"""QR codes in picture files: photos of tickets, screenshots, scans."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from pathlib import Path

import zxingcpp
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from kiosk.scanning import luminance

_QUICK_SIDE = 1600
"""Pixels that a photo's shorter side keeps for the quick try; a ticket held up to a phone needs
far fewer."""

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
"""What phones, chats and scanners make. Others are left out: some, such as EPS, run programs."""

_ENLARGED = 4_000_000
"""The largest picture, in pixels, that is worth enlarging."""


class NotAnImage(ValueError):
    """The file is no picture that can be read. The message is a sentence for a person."""


def decode_image(path: Path) -> list[str]:
    """The texts of the QR codes in a picture file, turned upright as its EXIF data say.

    Most pictures are read at the first, quick try; only one in which that finds nothing is tried
    harder. Raises NotAnImage for a file that is missing, no picture, damaged or far too large.
    """
    quick = _luminance(path, _QUICK_SIDE)
    texts = luminance.decode(quick.tobytes(), quick.width, quick.height, quick.width)
    if texts:
        return texts
    for picture in _harder(_luminance(path)):
        found = zxingcpp.read_barcodes(picture, formats=luminance.QR_ONLY)
        if found:
            return [barcode.text for barcode in found]
    return []


def _harder(picture: Image.Image) -> Iterator[Image.Image]:
    """A picture in the ways that help most, the likeliest first.

    Enlarging helps small and blurred codes, halving evens out the grain of large ones, sharpening
    helps where the phone did not focus.
    """
    yield picture
    if picture.width * picture.height <= _ENLARGED:
        larger = (picture.width * 2, picture.height * 2)
        yield picture.resize(larger, Image.Resampling.BICUBIC)
    else:
        yield picture.reduce(2)
    yield picture.filter(ImageFilter.UnsharpMask(radius=3, percent=200, threshold=2))


def _luminance(path: Path, side: int | None = None) -> Image.Image:
    """A file's picture in shades of grey; a JPEG at a reduced scale that keeps `side` pixels."""
    if path.exists() and not path.is_file():
        raise NotAnImage(f"{path.name} is not a file")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a code may be readable though its EXIF data are not
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=_FORMATS) as picture:
                if side:
                    picture.draft("L", (side, side))
                return _grey(ImageOps.exif_transpose(picture))
    except FileNotFoundError as error:
        raise NotAnImage(f"There is no file {path.name}") from error
    except UnidentifiedImageError as error:
        raise NotAnImage(f"{path.name} is not a picture") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotAnImage(f"The picture {path.name} is too large") from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        # Pillow's decoders raise any of these on damaged data
        raise NotAnImage(f"The picture {path.name} is damaged or cannot be opened") from error


def _grey(picture: Image.Image) -> Image.Image:
    """Shades of grey; what is transparent is white, as paper and chats show it."""
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    return picture.convert("L")
