"""PDF pages read back by another library than those that write them."""

from __future__ import annotations

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument


class ReadPdf:
    """A PDF's pages, as words and as pictures. It needs Qt's application."""

    def __init__(self, content: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        numbers = range(self._document.pageCount())
        self.pages = [self._document.getAllText(number).text() for number in numbers]

    @property
    def lines(self) -> list[str]:
        return [line.strip() for page in self.pages for line in page.splitlines()]

    def picture(self, page: int = 0, wide: int = 1240) -> Image.Image:
        """A page in shades of grey on white; 1240 pixels are 150 an inch of A4."""
        size = self._document.pagePointSize(page)
        drawn = self._document.render(page, QSize(wide, round(wide * size.height() / size.width())))
        return grey(drawn)


def grey(picture: QImage) -> Image.Image:
    """A picture of Qt in shades of grey; what is transparent is white."""
    sheet = QImage(picture.size(), QImage.Format.Format_Grayscale8)
    sheet.fill(255)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, picture)
    painter.end()
    shape, line = (sheet.width(), sheet.height()), sheet.bytesPerLine()
    return Image.frombytes("L", shape, bytes(sheet.constBits()), "raw", "L", line)
