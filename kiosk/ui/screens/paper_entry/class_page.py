"""How many of a class came, as its sheet says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.paper_entry import wording
from kiosk.ui.screens.paper_entry.state import PaperState
from kiosk.ui.screens.walk_in.class_page import CountField
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import column, row
from kiosk.ui.widgets.text import label


class ClassPage(QWidget):
    """A class and two numbers. «+» or Enter goes from the pupils to the adults."""

    count_changed = Signal(str, str)
    """`pupils` or `adults`, and what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._who, self._listed = label("who", wrap=True), label("lab")
        self.pupils, self.adults = CountField(self.tr("Pupils")), CountField(self.tr("Adults"))
        self.enter = Button(self.tr("Enter it"), look="primary", key="Enter")
        counts = row(
            label("strong", self.tr("Pupils")),
            self.pupils,
            label("strong", self.tr("+ adults")),
            self.adults,
            self.enter,
            None,
        )
        self.setLayout(column(self._who, self._listed, counts, None, spacing=SIZES["s3"]))
        self.pupils.textEdited.connect(lambda text: self.count_changed.emit("pupils", text))
        self.adults.textEdited.connect(lambda text: self.count_changed.emit("adults", text))
        self.pupils.plus.connect(self.adults.setFocus)

    def show_state(self, state: PaperState) -> None:
        if state.group is None:
            return
        self._who.setText(wording.title(state.group))
        self._listed.setText(wording.listed(state.group))
        for field, text in ((self.pupils, state.pupils), (self.adults, state.adults)):
            if field.text() != text:
                field.setText(text)
        self.enter.setEnabled(not state.busy)
