"""The entrance's name, typed or touched."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.domain.names import LABEL_LENGTH
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.text import label


class Naming(QWidget):
    """Emits the name as it is after each letter."""

    typed = Signal(str)
    done_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.field = QLineEdit()
        self.field.setMaxLength(LABEL_LENGTH)
        self.field.setAccessibleName(self.tr("Name of the entrance"))
        self.keyboard = Keyboard()
        self.done = Button(self.tr("Done"), look="primary", key="Enter")
        inside = column(
            label("h2", self.tr("Name of the entrance")),
            label("lab", self.tr("Once saved, it stands in every new record"), wrap=True),
            row(self.field, self.done),
            None,
            self.keyboard,
            spacing=SIZES["s4"],
        )
        self.setLayout(column(card(inside)))
        self.field.textEdited.connect(self.typed)
        self.done.clicked.connect(self.done_wanted)
        self.keyboard.typed.connect(self._type)
        self.keyboard.erased.connect(self._erase)

    def begin(self) -> None:
        """Gives the field the keys."""
        self.field.setFocus()
        self.field.end(False)  # noqa: FBT003 - Qt's argument: nothing is marked

    def show_name(self, name: str) -> None:
        if self.field.text() != name:
            self.field.setText(name)

    @Slot(str)
    def _type(self, letter: str) -> None:
        """The keys have small letters; a name begins with a capital one."""
        self.field.insert(letter if self.field.text() else letter.upper())
        self.typed.emit(self.field.text())

    @Slot()
    def _erase(self) -> None:
        self.field.backspace()
        self.typed.emit(self.field.text())
