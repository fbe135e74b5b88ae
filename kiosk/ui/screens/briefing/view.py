"""The briefing marks as they are seen: the slots, and what was marked in this sitting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from kiosk.ui.screens.briefing import wording
from kiosk.ui.screens.briefing.presenter import BriefingPresenter
from kiosk.ui.screens.briefing.state import BriefingState, SlotRow
from kiosk.ui.theme.state import put_state
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.layouts import GUTTER, card, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.running_list import RunningLine, RunningList
from kiosk.ui.widgets.scrolled import scrolled
from kiosk.ui.widgets.text import Elided, label

_HEIGHT, _PADDING = 66, 14
_START_WIDTH = 150
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SlotLine(QPushButton):
    """A slot, which is pressed as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("found")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys select
        self.setFixedHeight(_HEIGHT)
        self._title, self._about, self._pill = label("strong"), Elided("body"), Pill()
        self._title.setFixedWidth(_START_WIDTH)
        layout = row(self._title)
        layout.addWidget(self._about, 1)
        layout.addWidget(self._pill)
        layout.setContentsMargins(_PADDING, 0, _PADDING, 0)
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, _HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSizeHint()

    def show_slot(self, slot: SlotRow, *, selected: bool) -> None:
        words, tone = wording.slot_pill(slot)
        self._title.setText(wording.slot_title(slot))
        self._about.setText(wording.slot_about(slot))
        self._pill.show_words(words, tone)
        parts = (wording.slot_title(slot), wording.slot_about(slot), words)
        self.setAccessibleName(", ".join(parts))
        put_state(self, selected="yes" if selected else "no")


class BriefingView(QWidget):
    """Paints a BriefingState, and tells which slot is chosen and what is taken back."""

    moved = Signal(int)
    entered = Signal()
    chosen = Signal(int)
    undo_wanted = Signal(int)
    undo_last_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.lines: list[SlotLine] = []
        self._slots: tuple[SlotRow, ...] = ()
        self._lead = label("lead", wrap=True)
        self.close_button = Button(self.tr("Close"), key="Esc")
        self._area = QScrollArea()
        self._column = scrolled(self._area)
        self._column.addStretch(1)
        self.done = RunningList()
        head = row(label("title", self.tr("Safety briefing")), None, self.close_button)
        inside = column(head, self._lead, spacing=SIZES["s3"])
        inside.addWidget(self._area, 1)
        layout = row(spacing=GUTTER)
        layout.addWidget(card(inside), 1)
        layout.addWidget(self.done)
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        self.setLayout(layout)
        self.close_button.clicked.connect(self.leave_wanted)
        self.done.undo_wanted.connect(self.undo_wanted)
        self.show_state(BriefingState())

    def connect_to(self, presenter: BriefingPresenter) -> None:
        """Tells a presenter everything that is wanted."""
        self.moved.connect(presenter.move)
        self.entered.connect(presenter.enter)
        self.chosen.connect(presenter.choose)
        self.undo_wanted.connect(presenter.undo)
        self.undo_last_wanted.connect(presenter.undo_last)
        self.leave_wanted.connect(presenter.leave)

    def show_state(self, state: BriefingState) -> None:
        self._slots = state.slots
        self._lead.setText(wording.lead(state))
        while len(self.lines) < len(state.slots):
            self._add_line()
        for index, line in enumerate(self.lines):
            line.setVisible(index < len(state.slots))
            if index < len(state.slots):
                line.show_slot(state.slots[index], selected=index == state.selected)
        if state.slots:
            self._area.ensureWidgetVisible(self.lines[state.selected], 0, 0)
        marks = [RunningLine(m.seq, *wording.mark(m), m.undone) for m in state.marks]
        standing = sum(not mark.undone for mark in state.marks)
        self.done.show_lines(self.tr("Marks: {count}").format(count=standing), marks)

    def take_key(self, event: QKeyEvent) -> bool:
        """Acts on a key; whether it meant something here."""
        key = Qt.Key(event.key())
        signals = {Qt.Key.Key_Escape: self.leave_wanted, Qt.Key.Key_F8: self.undo_last_wanted}
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in _ENTERS:
            if not press_focused(self):
                self.entered.emit()
        elif (signal := signals.get(key)) is not None:
            signal.emit()
        else:
            return False
        return True

    def _add_line(self) -> None:
        line = SlotLine()
        line.clicked.connect(self._chooser(len(self.lines)))
        self._column.insertWidget(len(self.lines), line)
        self.lines.append(line)

    def _chooser(self, index: int) -> Callable[[], None]:
        return lambda: self.chosen.emit(self._slots[index].number)
