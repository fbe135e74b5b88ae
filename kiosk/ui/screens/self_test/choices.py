"""The ports and cameras of this computer, each a button that switches it on or off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.ui.screens.self_test.state import ChoiceRow
from kiosk.ui.screens.self_test.wording import switch_words
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import clear_away, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import Elided, label


class Choices(QScrollArea):
    """Lists ports and cameras. While they are the same ones, their buttons keep the focus."""

    port_switched = Signal(str)
    camera_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons: list[ChoiceButton] = []
        self._inside = column(spacing=SIZES["s2"])
        holder = QWidget()
        holder.setObjectName("clear")
        whole = column(self._inside, None)
        whole.setContentsMargins(0, 0, SIZES["s4"], 0)  # beside the scroll bar
        holder.setLayout(whole)
        self.setWidget(holder)

    def show_rows(self, ports: Sequence[ChoiceRow], cameras: Sequence[ChoiceRow]) -> None:
        rows = [*ports, *cameras]
        if not rows or [button.id for button in self.buttons] != [choice.id for choice in rows]:
            self._list(ports, cameras)
        for button, choice in zip(self.buttons, rows, strict=True):
            button.show_choice(choice)

    def _list(self, ports: Sequence[ChoiceRow], cameras: Sequence[ChoiceRow]) -> None:
        clear_away(self._inside)
        self.buttons = []
        for title, choices, signal in (
            (self.tr("Ports"), ports, self.port_switched),
            (self.tr("Cameras"), cameras, self.camera_chosen),
        ):
            if choices:
                self._inside.addWidget(label("cap", title))
            for choice in choices:
                button = ChoiceButton(choice.id)
                button.chosen.connect(signal)
                self.buttons.append(button)
                self._inside.addWidget(button)
        if not self.buttons:
            words = self.tr("No ports or cameras found. A scanner as a keyboard needs none")
            self._inside.addWidget(label("lab", words, wrap=True))


class ChoiceButton(Button):
    """A port's or a camera's name, and whether it is on."""

    chosen = Signal(str)

    def __init__(self, choice_id: str) -> None:
        super().__init__()
        self.id = choice_id
        self._title, self._about, self._pill = Elided("name"), Elided("lab"), Pill()
        inside = row()
        inside.setContentsMargins(SIZES["s4"], 0, SIZES["s4"], 0)
        inside.addLayout(column(None, self._title, self._about, None), 1)
        inside.addWidget(self._pill)
        self.setLayout(inside)
        for part in (self._title, self._about, self._pill):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._choose)

    def show_choice(self, choice: ChoiceRow) -> None:
        self._title.setText(choice.name or choice.id)
        self._about.setText(choice.id if choice.name else "")
        self._about.setVisible(bool(choice.name))
        words = switch_words(on=choice.on)
        self._pill.show_words(words, Tone.GO if choice.on else Tone.IDLE)
        self.setAccessibleName(f"{choice.name} {choice.id}, {words}".strip())

    def _choose(self) -> None:
        self.chosen.emit(self.id)
