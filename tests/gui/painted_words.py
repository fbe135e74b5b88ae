"""What is painted can be read: each word's colour against the ground that it really stands on."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kiosk.ui.theme.tokens import COLOURS
from tests.gui.test_theme import PAIRS, contrast

RIM = 2
"""Pixels at the edge of a part that may be its frame or lie outside its round corners."""
STEP = 2
"""Every so many pixels of a button one is looked at."""
FEWEST = 3
"""Looked-at pixels of a button that make a colour more than the blur of a letter's edge."""


def pale_words(window: QWidget, picture: QImage) -> dict[str, tuple[str, str]]:
    """The words that are painted with less than 4.5:1 of contrast, or in a pair without a name."""
    words = [part for part in window.findChildren(QWidget) if is_read(part)]
    pairs = {text_of(part): colours_of(part, window, picture) for part in words}
    return {
        text: pair for text, pair in pairs.items() if contrast(*pair) < 4.5 or pair not in NAMED
    }


NAMED = {(COLOURS[text].lower(), COLOURS[ground].lower()) for text, ground in PAIRS}


def is_read(part: QWidget) -> bool:
    """A line as thin as that of «-» has no pixel in its own colour."""
    return part.isVisible() and part.isEnabled() and any(map(str.isalnum, text_of(part)))


def text_of(part: QWidget) -> str:
    return part.text() if isinstance(part, QLabel | QPushButton) else ""


def colours_of(part: QWidget, window: QWidget, picture: QImage) -> tuple[str, str]:
    """The colours of a part's words and of the ground that they stand on.

    A label's ink is what the style sheet has left in its palette, and its ground what its rim is
    painted with: a large letter may cover more than it leaves. A button's palette knows nothing of
    being checked or pressed, so its ink is what stands out most.
    """
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size()).intersected(picture.rect())
    inner = place.adjusted(RIM, RIM, -RIM, -RIM)
    left, top, right, bottom = inner.left(), inner.top(), inner.right() - 1, inner.bottom() - 1
    if isinstance(part, QPushButton):
        places = [(x, y) for x in range(left, right, STEP) for y in range(top, bottom, STEP)]
    else:
        places = [(x, y) for x in range(left, right) for y in (top, bottom)]
        places += [(x, y) for x in (left, right) for y in range(top, bottom)]
    found = Counter(picture.pixel(x, y) for x, y in places)
    ground = QColor(found.most_common(1)[0][0]).name()
    if not isinstance(part, QPushButton):
        return part.palette().color(part.foregroundRole()).name(), ground
    often = [QColor(colour).name() for colour, times in found.items() if times >= FEWEST]
    return max(often, key=lambda colour: contrast(colour, ground)), ground
