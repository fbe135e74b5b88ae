"""State shown by dynamic properties: the style sheet says how each state looks."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.theme.tokens import COLOURS


def dress(app: QApplication) -> None:
    """Gives the application its fonts and its style sheet; once is enough."""
    if app.styleSheet():
        return
    from kiosk.ui.theme import fonts
    from kiosk.ui.theme.style_sheet import style_sheet

    app.setFont(fonts.load())
    app.setStyleSheet(style_sheet())


def colour(name: str) -> QColor:
    """A token as a colour for painting. Raises KeyError."""
    return QColor(COLOURS[name])


def put_state(widget: QWidget, **state: str) -> None:
    """Sets dynamic properties, and styles the widget and what it holds anew if one has changed."""
    changed = [name for name, value in state.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, state[name])
    if changed:
        for part in (widget, *widget.findChildren(QWidget)):
            part.style().unpolish(part)
            part.style().polish(part)
            part.update()
