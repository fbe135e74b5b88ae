"""A QR code, painted module by module so that no edge is blurred."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.state import colour

_QUIET_ZONE = 4  # modules of white around the code, as ISO/IEC 18004 asks for


class QrCode(QWidget):
    """A square that shows a text as a QR code; each module covers whole pixels."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self.setFixedSize(side, side)
        self._modules: list[list[bool]] = []

    def show_text(self, text: str) -> None:
        from qrcode import QRCode  # type: ignore[import-untyped]
        from qrcode.constants import ERROR_CORRECT_M  # type: ignore[import-untyped]

        code = QRCode(error_correction=ERROR_CORRECT_M, border=_QUIET_ZONE)
        code.add_data(text)
        self._modules = code.get_matrix()
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        if not self._modules:
            return
        size = self.width() // len(self._modules)
        start = (self.width() - size * len(self._modules)) / 2
        for y, line in enumerate(self._modules):
            for x, dark in enumerate(line):
                if dark:
                    box = QRectF(start + x * size, start + y * size, size, size)
                    painter.fillRect(box, colour("ink"))
