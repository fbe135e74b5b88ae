"""What the two forms of the registration share: tabs, record, close, and keys to touch."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QPushButton, QWidget

from kiosk.ui.screens.walk_in.state import Page, WalkInState
from kiosk.ui.screens.walk_in.wording import class_word
from kiosk.ui.theme.state import put_state
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.layouts import CARD_PADDING, column, row

translate = QCoreApplication.translate  # `tr` looks for a subclass's words under its own name

CLASS_KEYS = frozenset("кКrRkKлЛ")
"""The letter К, Russian or Latin, whichever layout the keyboard is in."""


class FormPage(QWidget):
    """A page with fields. Touched keys go to the field that had the focus last, or to `first`."""

    person_wanted = Signal()
    class_wanted = Signal()
    record_wanted = Signal()
    close_wanted = Signal()
    first: QLineEdit

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that keys after a click come here
        self.person_tab = Button(translate("walk_in", "One person"), look="option")
        self.class_tab = Button(class_word(), look="option", key=translate("walk_in", "K"))
        self.record = Button(translate("walk_in", "Register"), look="primary", key="Enter")
        self.close_button = Button(translate("walk_in", "Close"), key="Esc")
        self.keyboard = Keyboard()
        self.person_tab.clicked.connect(self.person_wanted)
        self.class_tab.clicked.connect(self.class_wanted)
        self.record.clicked.connect(self.record_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.keyboard.typed.connect(self._type)
        self.keyboard.erased.connect(self._erase)
        self._typed_into: QLineEdit | None = None
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._remember)

    def show_form(self, state: WalkInState) -> None:
        mark_chosen(self.person_tab, chosen=state.page is Page.PERSON)
        mark_chosen(self.class_tab, chosen=state.page is Page.CLASS)
        self.record.setEnabled(state.complete)

    def lay_out(self, *parts: QWidget | QBoxLayout) -> None:
        """Puts the page's own rows between the tabs and the keys."""
        tabs = row(self.person_tab, self.class_tab, None, self.record, self.close_button)
        page = column(tabs, *parts, None, self.keyboard, spacing=SIZES["s3"])
        page.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        self.setLayout(page)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._typed_into = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        typing = isinstance(self.focusWidget(), QLineEdit)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not press_focused(self):
                self.record_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif not typing and event.text() in CLASS_KEYS:
            self.class_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QWidget, QWidget)
    def _remember(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit) and self.isAncestorOf(new):
            self._typed_into = new

    def _field(self) -> QLineEdit:
        """Where touched letters go: a touch takes the focus away from the field just before."""
        field = self._typed_into or self.first
        field.setFocus()
        return field

    def _type(self, text: str) -> None:
        self._field().insert(text)

    def _erase(self) -> None:
        self._field().backspace()


def mark_chosen(button: QPushButton, *, chosen: bool) -> None:
    """Shows whether a choice is the one that counts."""
    put_state(button, chosen="yes" if chosen else "no")
