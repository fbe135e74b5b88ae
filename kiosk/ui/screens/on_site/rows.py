"""The list of those on the site: painted row by row, because there may be thousands."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from kiosk.ui.screens.on_site import wording
from kiosk.ui.screens.on_site.state import Line, OnSiteState
from kiosk.ui.theme.fonts import FAMILIES
from kiosk.ui.theme.state import colour
from kiosk.ui.theme.tokens import SIZES

_HEIGHT = 44
_PADDING = 12
_HEADS_WIDTH = 130
_WHO_PART = 0.58
"""So much of a row is the name's; the rest says more about it."""

Index = QModelIndex | QPersistentModelIndex
Row = str | Line
"""A heading, or a group or person below it."""


class RowsModel(QAbstractListModel):
    """Headings and lines; the text of a row is what a screen reader says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_state(self, state: OnSiteState) -> None:
        rows: list[Row] = []
        for heading, lines in wording.sections(state):
            rows += [heading, *lines]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row(self, index: Index) -> Row:
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        row = self.row(index)
        if isinstance(row, str):
            return row
        parts = (wording.who(row), wording.about(row), wording.heads(row))
        return ", ".join(part for part in parts if part)


class RowPainter(QStyledItemDelegate):
    """A row: who, what more is known, and of a group how many."""

    def __init__(self, model: RowsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(0, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, box = self._model.row(index), option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.save()
        if isinstance(row, str):
            _write(painter, box, row, _font("f-body", strong=True), "ink-2")
        else:
            _paint_line(painter, box, row)
        painter.setPen(colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


class Rows(QListView):
    """The list itself; nothing in it is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rows")
        self._model = RowsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(RowPainter(self._model, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Who is on the site"))

    def show_state(self, state: OnSiteState) -> None:
        """Shows other rows; the place in the list is kept."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self._model.show_state(state)
        bar.setValue(place)

    def texts(self) -> list[str]:
        """What the rows say, as a screen reader would."""
        rows = range(self._model.rowCount())
        return [self._model.data(self._model.index(row)) or "" for row in rows]


def _paint_line(painter: QPainter, box: QRect, line: Line) -> None:
    heads = QRect(box.right() - _HEADS_WIDTH, box.top(), _HEADS_WIDTH, box.height())
    room = box.width() - (_HEADS_WIDTH if line.size > 1 else 0)
    split = round(room * _WHO_PART)
    who = QRect(box.left(), box.top(), split - _PADDING, box.height())
    about = QRect(box.left() + split, box.top(), room - split, box.height())
    _write(painter, who, wording.who(line), _font("f-body", strong=True), "ink")
    _write(painter, about, wording.about(line), _font("f-body"), "ink-2")
    if line.size > 1:
        right = Qt.AlignmentFlag.AlignRight
        _write(painter, heads, wording.heads(line), _font("f-lead", strong=True), "ink", right)


def _write(
    painter: QPainter,
    box: QRect,
    words: str,
    font: QFont,
    ink: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(colour(ink))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | side), shown)


def _font(size: str, *, strong: bool = False) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(SIZES[size])
    font.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    return font
