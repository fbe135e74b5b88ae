"""Pictures as a camera gives them, of real tickets."""

from __future__ import annotations

from PIL import Image, ImageFilter
from PySide6.QtGui import QImage

from kiosk.tickets.artwork import draw

WIDTH, HEIGHT = 1280, 720


def scene(*texts: str, angle: float = 0, blur: float = 0, width: int = WIDTH) -> Image.Image:
    """Tickets before a grey wall, side by side, in shades of grey."""
    picture = Image.new("L", (width, HEIGHT), 110)
    for place, text in enumerate(texts):
        ticket = draw(text, "1234567890", module=6)
        turned = ticket.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=110)
        picture.paste(turned, (60 + 620 * place, 60))
    return picture.filter(ImageFilter.GaussianBlur(blur)) if blur else picture


def as_qimage(picture: Image.Image) -> QImage:
    grey = picture.convert("L")
    image = QImage(
        grey.tobytes(), grey.width, grey.height, grey.width, QImage.Format.Format_Grayscale8
    )
    return image.convertToFormat(QImage.Format.Format_RGB32)
