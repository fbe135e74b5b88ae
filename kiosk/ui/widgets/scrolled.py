"""A column that is scrolled up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kiosk.ui.widgets.layouts import column


def scrolled(area: QScrollArea) -> QVBoxLayout:
    """Gives a scroll area its content; returns the content's layout."""
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    holder.setObjectName("clear")
    inside = column()
    holder.setLayout(inside)
    area.setWidget(holder)
    return inside
