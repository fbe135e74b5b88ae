"""Inter, carried along: a kiosk's system may have no font with Cyrillic that is fit to read."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.resources import resource
from kiosk.ui.theme.tokens import SIZES

FAMILIES = ["Inter", "PT Sans", "sans-serif"]
"""The first that is there is used."""

_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "Inter-ExtraBold.otf")


def load() -> QFont:
    """Loads the fonts and returns the one for plain text; a missing file leaves the fallback."""
    for name in _FILES:
        if (path := resource("fonts", name)).is_file():
            QFontDatabase.addApplicationFont(str(path))
    font = QFont(FAMILIES)
    font.setPixelSize(SIZES["f-body"])
    return font


def tabular(font: QFont) -> QFont:
    """The font with digits of one width, so that counts and clocks do not jump."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
