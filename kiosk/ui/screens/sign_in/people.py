"""The people to choose from, a few at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.sign_in.state import ROWS, Person, SignInState
from kiosk.ui.screens.sign_in.wording import about, list_words
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import column
from kiosk.ui.widgets.text import Elided

_ROW_HEIGHT = 75
_SPACING = 11


class PersonButton(Button):
    """Somebody to choose: the short name, and the role below."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(look="person")
        self.setCheckable(True)
        self.setFixedHeight(_ROW_HEIGHT)
        self._staff_id = ""
        self._person, self._role = Elided("strong"), Elided("lab")
        inside = column(None, self._person, self._role, None, spacing=1)
        inside.setContentsMargins(20, 0, 20, 0)
        self.setLayout(inside)
        self.clicked.connect(self._choose)

    def show_person(self, person: Person, *, chosen: bool) -> None:
        self._staff_id = person.staff_id
        self._person.setText(person.name)
        self._role.setText(about(person))
        self.setAccessibleName(f"{person.name}, {about(person)}")
        self.setChecked(chosen)

    def _choose(self) -> None:
        self.setChecked(True)  # a second click does not take the choice back
        self.chosen.emit(self._staff_id)


class People(QWidget):
    """The list, and what there is besides those shown."""

    chosen = Signal(str)
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.buttons = [PersonButton() for _ in range(ROWS)]
        self.more = Button(look="plain")
        for button in self.buttons:
            button.chosen.connect(self.chosen)
        self.more.clicked.connect(self.more_wanted)
        places = [_place(button) for button in (*self.buttons, self.more)]
        self.setLayout(column(*places, spacing=_SPACING))

    def show_state(self, state: SignInState) -> None:
        for button in self.buttons[len(state.people) :]:
            button.hide()
        for button, person in zip(self.buttons, state.people, strict=False):
            button.show_person(person, chosen=person.staff_id == state.chosen)
            button.show()
        self.more.setText(list_words(state))
        self.more.setVisible(bool(self.more.text()))


def _place(button: Button) -> Button:
    """The button keeps its place while there is nobody in it, so that nothing jumps."""
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)
    return button
