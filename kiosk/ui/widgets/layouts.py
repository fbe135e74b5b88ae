"""Boxes without margins of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kiosk.ui.theme.tokens import SIZES

Box = TypeVar("Box", bound=QBoxLayout)

CARD_PADDING = 22
GUTTER = 20
HEADER_HEIGHT = 60
ASIDE_WIDTH = 330
"""The column beside the gate's stage."""


def row(*parts: QWidget | QLayout | None, spacing: int = SIZES["s3"]) -> QHBoxLayout:
    """A row of widgets and layouts; None stands for a space that grows."""
    return _fill(QHBoxLayout(), parts, spacing)


def column(*parts: QWidget | QLayout | None, spacing: int = 0) -> QVBoxLayout:
    """A column of widgets and layouts; None stands for a space that grows."""
    return _fill(QVBoxLayout(), parts, spacing)


def card(layout: QLayout, padding: int = CARD_PADDING) -> QFrame:
    """A white card around a layout."""
    frame = QFrame()
    frame.setObjectName("card")
    layout.setContentsMargins(padding, padding, padding, padding)
    frame.setLayout(layout)
    return frame


def show_only(visible: Mapping[QWidget, bool]) -> None:
    """Shows and hides widgets; what goes goes first, or the window would grow to hold them all."""
    for widget in sorted(visible, key=visible.__getitem__):
        widget.setVisible(visible[widget])


def settle(widget: QWidget) -> None:
    """Has a widget that is not shown forget how much room it took what was hidden in it since.

    Qt does so by itself only for what is shown; a page that claims too much enlarges the window.
    """
    for layout in widget.findChildren(QLayout):
        layout.invalidate()


def clear_away(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear_away(inner)
        elif (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _fill(box: Box, parts: tuple[QWidget | QLayout | None, ...], spacing: int) -> Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)
    return box
