"""The people that a search found, a row each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QWidget

from kiosk.ui.screens.search.state import FoundRow, Standing
from kiosk.ui.screens.search.wording import (
    row_action,
    row_name,
    row_pill,
    row_spoken,
    row_time,
)
from kiosk.ui.theme.state import put_state
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import Elided, label

_HEIGHT = 62
_PADDING = 10
_GRADE_WIDTH = 78
_TIME_WIDTH = 100
_LAST_WIDTH = 216
_NAME_PART, _SCHOOL_PART = 30, 23


class FoundLine(QPushButton):
    """One row, which is pressed as a whole; `offer` says what pressing it does."""

    def __init__(self, offer: Callable[[FoundRow], str]) -> None:
        super().__init__()
        self._offer = offer
        self.setObjectName("found")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys select
        self.name, self.school = Elided("name"), Elided("body")
        self._grade, self._time, self.pill = Elided("body"), Elided("body"), Pill()
        self.action = Button(look="primary", key="Enter")
        self.action.setObjectName("action")
        self.action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.action.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        last = QWidget()
        last.setObjectName("clear")
        last.setLayout(row(None, self.pill, self.action))
        self.setLayout(_columns(self.name, self._grade, self.school, self._time, last))
        self.setFixedHeight(_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, _HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSizeHint()

    def show_row(self, found: FoundRow, *, selected: bool) -> None:
        words, tone = row_pill(found)
        offers = selected and found.standing in _OFFERED
        self.name.setText(row_name(found))
        self._grade.setText(found.grade)
        self.school.setText(found.school)
        self._time.setText(row_time(found))
        self.pill.show_words("" if offers else words, tone)
        self.action.setText(self._offer(found))
        self.action.setVisible(offers)
        self.setAccessibleName(row_spoken(found))
        put_state(self, selected="yes" if selected else "no")


_OFFERED = frozenset(Standing) - {Standing.IN}
"""Those for whom something is to be done: Enter does it."""


class FoundList(QWidget):
    """A heading and the rows below it; emits the place of the row that was pressed."""

    chosen = Signal(int)

    def __init__(self, offer: Callable[[FoundRow], str] = row_action) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._offer = offer
        self.lines: list[FoundLine] = []
        heading = QWidget()
        heading.setObjectName("heading")
        captions = (self.tr("Who"), self.tr("Class"), self.tr("School"), self.tr("Time"), "")
        heading.setLayout(_columns(*(label("column", text) for text in captions)))
        self._heading = heading
        self._holder = QWidget()
        self._holder.setObjectName("clear")
        self._column = column(None)
        self._holder.setLayout(self._column)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._holder)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._align)
        layout = column(heading)
        layout.addWidget(self._scroll, 1)
        self.setLayout(layout)

    def show_rows(self, rows: tuple[FoundRow, ...], selected: int) -> None:
        while len(self.lines) < len(rows):
            self._add_line()
        self._heading.setVisible(bool(rows))
        for index, line in enumerate(self.lines):
            if index < len(rows):
                line.show_row(rows[index], selected=index == selected)
            line.setVisible(index < len(rows))
        if rows:
            self._holder.adjustSize()
            self._scroll.ensureWidgetVisible(self.lines[selected], 0, 0)

    @Slot(int, int)
    def _align(self, _least: int, most: int) -> None:
        """Keeps the captions above their columns, which a scroll bar pushes aside."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most else 0
        self._heading.setContentsMargins(0, 0, bar, 0)

    def _add_line(self) -> None:
        place = len(self.lines)
        line = FoundLine(self._offer)
        line.clicked.connect(lambda: self.chosen.emit(place))
        self.lines.append(line)
        self._column.insertWidget(place, line)


def _columns(
    name: QWidget, grade: QWidget, school: QWidget, time: QWidget, last: QWidget
) -> QBoxLayout:
    layout = row(spacing=_PADDING)
    layout.setContentsMargins(_PADDING, 0, _PADDING, 0)
    for part, width in ((grade, _GRADE_WIDTH), (time, _TIME_WIDTH), (last, _LAST_WIDTH)):
        part.setFixedWidth(width)
    layout.addWidget(name, _NAME_PART)
    layout.addWidget(grade)
    layout.addWidget(school, _SCHOOL_PART)
    layout.addWidget(time)
    layout.addWidget(last)
    return layout
