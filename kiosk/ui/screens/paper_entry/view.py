"""Entering from paper as it is seen: the time, the search or a class, and what was entered."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedLayout, QWidget

from kiosk.ui.screens.paper_entry import wording
from kiosk.ui.screens.paper_entry.class_page import ClassPage
from kiosk.ui.screens.paper_entry.presenter import PaperPresenter
from kiosk.ui.screens.paper_entry.state import Notice, PaperState
from kiosk.ui.screens.search.rows import FoundList
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.layouts import GUTTER, card, column, row
from kiosk.ui.widgets.running_list import RunningList
from kiosk.ui.widgets.text import label

_TIME_WIDTH = 130
_TIME = QRegularExpression(r"\d{0,2}:?\d{0,2}")
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaperView(QWidget):
    """Paints a PaperState, and tells what is typed, chosen and taken back."""

    time_changed = Signal(str)
    text_changed = Signal(str)
    count_changed = Signal(str, str)
    moved = Signal(int)
    entered = Signal()
    chosen = Signal(int)
    undo_wanted = Signal(int)
    undo_last_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that keys after a click come here
        self._state = PaperState()
        self.time = QLineEdit()
        self.time.setAccessibleName(self.tr("The time on the paper"))
        self.time.setPlaceholderText("0945")
        self.time.setFixedWidth(_TIME_WIDTH)
        self.time.setValidator(QRegularExpressionValidator(_TIME, self))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name, class or code"))
        self.field.setAccessibleName(self.field.placeholderText())
        for field in (self.time, self.field):
            field.setProperty("among", "others")
        self.close_button = Button(self.tr("Close"), key="Esc")
        self.notice = label("warning", wrap=True)
        self.list = FoundList(wording.action)
        self.group = ClassPage()
        self.keyboard = Keyboard()
        self.done = RunningList()
        self._typed_into: QLineEdit | None = None
        self._lay_out()
        self._connect()
        self.show_state(self._state)

    def connect_to(self, presenter: PaperPresenter) -> None:
        """Tells a presenter everything that is wanted."""
        self.time_changed.connect(presenter.change_time)
        self.text_changed.connect(presenter.change)
        self.count_changed.connect(presenter.change_count)
        self.moved.connect(presenter.move)
        self.entered.connect(presenter.enter)
        self.chosen.connect(presenter.choose)
        self.undo_wanted.connect(presenter.undo)
        self.undo_last_wanted.connect(presenter.undo_last)
        self.leave_wanted.connect(presenter.leave)

    def show_state(self, state: PaperState) -> None:
        before, self._state = self._state, state
        for field, text in ((self.time, state.time), (self.field, state.text)):
            if field.text() != text:
                field.setText(text)
        words = wording.notice(state)
        self.notice.setText(words)
        self.list.show_rows(state.rows, state.selected)
        self.group.show_state(state)
        self.field.setEnabled(state.group is None)
        self._pages.setCurrentWidget(self.group if state.group else self._search)
        self.done.show_lines(wording.heading(state), list(map(wording.entered, state.entered)))
        if self.isVisible():
            self._put_focus(before)

    def take_key(self, event: QKeyEvent) -> bool:
        """Acts on a key that the fields leave alone; whether it meant something here."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in _ENTERS:
            self._press_enter()
        elif key == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        elif key == Qt.Key.Key_F8:
            self.undo_last_wanted.emit()
        elif event.text().isprintable() and event.text().strip() and not self._is_typing():
            self._type(event.text())
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        (self.time if self._state.minute is None else self.field).setFocus()

    def _press_enter(self) -> None:
        """In the time it goes on to the names; on a button that Tab reached it presses."""
        if press_focused(self):
            return
        if self.focusWidget() is self.time and self._state.minute is not None:
            self.time.setText(self._state.tidy_time)
            self.time_changed.emit(self.time.text())
            self._first_field().setFocus()
        elif self.focusWidget() is self.group.pupils and not self.group.adults.text():
            self.group.adults.setFocus()
        else:
            self.entered.emit()

    def _put_focus(self, before: PaperState) -> None:
        """A class that was opened asks for its numbers; a missing time asks for itself."""
        state = self._state
        turned = (state.group is None) != (before.group is None)
        done = before.busy and not state.busy and state.notice is None
        if state.notice in (Notice.NO_TIME, Notice.NOT_YET) and state.notice != before.notice:
            self.time.setFocus()
            self.time.selectAll()
        elif turned or done:
            self._first_field().setFocus()

    def _first_field(self) -> QLineEdit:
        return self.group.pupils if self._state.group else self.field

    def _is_typing(self) -> bool:
        return isinstance(self.focusWidget(), QLineEdit) and self.focusWidget().hasFocus()

    def _lay_out(self) -> None:
        head = row(label("title", self.tr("Enter from paper")), None, self.close_button)
        fields = row(label("strong", self.tr("Time")), self.time)
        fields.addWidget(self.field, 1)
        self._search = self.list
        holder = QWidget()
        holder.setObjectName("clear")
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self._search)
        self._pages.addWidget(self.group)
        inside = column(head, fields, self.notice, spacing=SIZES["s3"])
        inside.addWidget(holder, 1)
        inside.addWidget(self.keyboard)
        layout = row(spacing=GUTTER)
        layout.addWidget(card(inside), 1)
        layout.addWidget(self.done)
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.time.textEdited.connect(self.time_changed)
        self.field.textEdited.connect(self.text_changed)
        self.list.chosen.connect(self.chosen)
        self.group.count_changed.connect(self.count_changed)
        self.group.enter.clicked.connect(self.entered)
        self.close_button.clicked.connect(self.leave_wanted)
        self.keyboard.typed.connect(self._type)
        self.keyboard.erased.connect(self._erase)
        self.done.undo_wanted.connect(self.undo_wanted)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._remember)

    @Slot(QWidget, QWidget)
    def _remember(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit) and self.isAncestorOf(new):
            self._typed_into = new

    def _target(self) -> QLineEdit:
        """Where touched letters go: a touch takes the focus away from the field just before."""
        last = self._typed_into
        field = last if last is not None and last.isVisible() and last.isEnabled() else None
        field = field or self._first_field()
        field.setFocus()
        return field

    def _type(self, text: str) -> None:
        self._target().insert(text)

    def _erase(self) -> None:
        self._target().backspace()
