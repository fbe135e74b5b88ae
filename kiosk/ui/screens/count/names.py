"""The names of a group with their ticks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from kiosk.ui.screens.count.state import NAME_COLUMNS, CountState, Member
from kiosk.ui.screens.count.wording import all_or_none, count_words, names_summary
from kiosk.ui.theme.state import colour, put_state
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import clear_away, column, row
from kiosk.ui.widgets.text import label

_GAP = 6
_BOX = 24
_CORNER = 5
_NUMBER_WIDTH = 30
_PADDING = 10
_LEAST_WIDTH = 150
_TICK = ((5, 12), (10, 17), (19, 7))


class NameTick(Button):
    """A name with its number and a box to tick: surname above, the rest below."""

    def __init__(self, number: int) -> None:
        super().__init__(look="name")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._number = number
        self._lines = ("", "")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_LEAST_WIDTH, super().sizeHint().height())

    def show_member(self, member: Member, *, current: bool) -> None:
        """Shows a member; one who is inside already is ticked and cannot be touched."""
        name = member.name or self.tr("no name")  # there is no consent to it
        surname, _, rest = name.partition(" ") if member.name else (name, "", "")
        here = self.tr("here already")
        self._lines = (surname, here if member.is_in else rest)
        self.setChecked(member.ticked or member.is_in)
        self.setEnabled(not member.is_in)
        self.setToolTip(name)
        said = f"{self._number}. {name}"
        self.setAccessibleName(f"{said}, {here}" if member.is_in else said)
        shown = "yes" if member.comes else "no"
        put_state(self, current="yes" if current else "no", ticked=shown)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        kept = self.property("ticked") == "yes"
        ink = colour("brand-soft" if not self.isEnabled() else "ink" if kept else "surface")
        self._paint_box(painter, ink)
        self._paint_name(painter, ink)

    def _paint_box(self, painter: QPainter, ink: QColor) -> None:
        top = (self.height() - _BOX) / 2
        pen = QPen(ink, 2)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(_PADDING, top, _BOX, _BOX), _CORNER, _CORNER)
        if self.isChecked():
            pen.setWidth(3)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(_PADDING + x, top + y) for x, y in _TICK])

    def _paint_name(self, painter: QPainter, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(self.font())
        left = _PADDING + _BOX
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(left, 0, _NUMBER_WIDTH, self.height()), middle, str(self._number))
        left += _NUMBER_WIDTH + _GAP
        width, height = self.width() - left - _PADDING, self.fontMetrics().height()
        top = self.height() / 2 - height
        for line in self._lines:
            mode = Qt.TextElideMode.ElideRight
            shown = self.fontMetrics().elidedText(line, mode, int(width))
            painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignLeft, shown)
            top += height


class NamesPage(QWidget):
    """The list of names, as a class list is read: column after column."""

    ticked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._ticks: list[NameTick] = []
        self._summary = label("meta")
        hint = label("body", self.tr("number and space: one name"))
        self.confirm = Button(look="answer", key="Enter")
        self.everybody = Button(look="aside", key="*")
        self.back = Button(self.tr("To the numbers"), look="aside", key="Esc")
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._grid.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setObjectName("clear")
        holder.setLayout(column(self._grid, None))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(holder)
        head = row(label("who", self.tr("By name")), self._summary, None, hint, spacing=20)
        foot = row(self.confirm, self.everybody, self.back, spacing=14)
        foot.setStretch(0, 1)
        self.setLayout(column(head, self._scroll, foot, spacing=14))

    def show_state(self, state: CountState) -> None:
        members = state.members or ()
        if len(members) != len(self._ticks):
            self._make_ticks(state)
        for index, (tick, member) in enumerate(zip(self._ticks, members, strict=True)):
            tick.show_member(member, current=index == state.current)
            if index == state.current:
                self._scroll.ensureWidgetVisible(tick)
        self._summary.setText(names_summary(state))
        self.confirm.setText(count_words(state).confirm)
        self.confirm.setEnabled(state.heads > 0 and not state.busy)
        self.everybody.setText(all_or_none(state))

    def tick(self, index: int) -> NameTick:
        """The box of a name. Raises IndexError."""
        return self._ticks[index]

    def _make_ticks(self, state: CountState) -> None:
        clear_away(self._grid)
        self._ticks = [NameTick(number + 1) for number in range(len(state.members or ()))]
        for index, tick in enumerate(self._ticks):
            tick.clicked.connect(self._ticker(index))
            self._grid.addWidget(tick, index % state.name_rows, index // state.name_rows)
        for place in range(NAME_COLUMNS):
            self._grid.setColumnStretch(place, 1)

    def _ticker(self, index: int) -> Callable[[], None]:
        return lambda: self.ticked.emit(index)
