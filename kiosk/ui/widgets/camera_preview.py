"""What the camera sees, small and mirrored, so that a ticket is easily held before it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.state import colour
from kiosk.ui.theme.tokens import SIZES


class CameraPreview(QWidget):
    """Paints the newest picture, and tells whether anybody can see it."""

    watched = Signal(bool)
    """Whether it is visible now: pictures are not worth making for nobody."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._picture = QImage()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the camera sees"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._size

    @Slot(QImage)
    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.watched.emit(self.isVisible())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._picture = QImage()  # the next time begins with nobody's face
        self.watched.emit(self.isVisible())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), SIZES["r-m"], SIZES["r-m"])
        painter.setClipPath(frame)
        painter.fillPath(frame, colour("ink"))
        if self._picture.isNull():
            return
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        painter.drawImage(self._fitted(), self._picture)

    def _fitted(self) -> QRectF:
        """Where the whole picture stands, in the middle."""
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
