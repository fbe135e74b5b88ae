"""Buttons, with the key that does the same in a small cap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from kiosk.ui.theme.fonts import FAMILIES
from kiosk.ui.theme.tokens import SIZES

_GAP = 10
_CAP_PADDING = 7
_CAP_HEIGHT = 23
_CAP_RADIUS = 5


class Button(QPushButton):
    """A button of the theme. `look`: "" (outlined), primary, dark, white, deep, choice, big."""

    def __init__(self, text: str = "", *, look: str = "", key: str = "") -> None:
        super().__init__(text)
        self.setObjectName("button")
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click must not take the focus: keys typed next belong to the screen.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._key = key
        self._name()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self._name()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().sizeHint()
        return hint + QSize(_GAP + self._cap_width(), 0) if self._key else hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._key:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_words(painter)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._key}" if self._key else self.text())

    def _paint_words(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self.fontMetrics().horizontalAdvance(self.text())
        cap = self._cap_width()
        left = (self.width() - words - _GAP - cap) / 2
        painter.setPen(QPen(self.palette().buttonText().color(), 1))
        painter.setFont(self.font())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, words + 2, self.height()), middle, self.text())
        top = (self.height() - _CAP_HEIGHT) / 2
        box = QRectF(left + words + _GAP, top, cap, _CAP_HEIGHT)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _CAP_RADIUS, _CAP_RADIUS)
        painter.setFont(_cap_font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_width(self) -> int:
        return QFontMetrics(_cap_font()).horizontalAdvance(self._key) + 2 * _CAP_PADDING


def press_focused(page: QWidget) -> bool:
    """Presses the button that Tab brought the focus to, for Enter; whether there is one."""
    focused = page.focusWidget()
    if not isinstance(focused, QPushButton) or not focused.hasFocus():
        return False
    focused.click()
    return True


def _cap_font() -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(SIZES["f-cap"])
    font.setWeight(QFont.Weight.DemiBold)
    return font
