"""The menu: a large button for each screen that is needed only now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.screens.menu.wording import title_of
from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import GUTTER, card, column, row
from kiosk.ui.widgets.text import label

_COLUMNS = 2
_HEIGHT = 84


class MenuView(QWidget):
    """Buttons with their numbers; a digit presses one."""

    chosen = Signal(Screen)
    practice_wanted = Signal()
    left = Signal()

    def __init__(self, screens: Iterable[Screen]) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.buttons: dict[Screen, Button] = {}
        self._keys: dict[str, Screen] = {}
        grid = QGridLayout()
        grid.setSpacing(SIZES["s4"])
        for index, screen in enumerate(screens):
            button = Button(title_of(screen), key=str(index + 1))
            button.setMinimumHeight(_HEIGHT)
            button.clicked.connect(partial(self.chosen.emit, screen))
            grid.addWidget(button, index // _COLUMNS, index % _COLUMNS)
            self.buttons[screen] = button
            self._keys[str(index + 1)] = screen
        self.practice = Button(self.tr("Practise: eight cards"), key="0")
        self.practice.setMinimumHeight(_HEIGHT)
        self.practice.clicked.connect(self.practice_wanted)
        grid.addWidget(self.practice, *divmod(len(self.buttons), _COLUMNS))
        leave = Button(self.tr("Back"), key="Esc")
        leave.clicked.connect(self.left)
        title = label("title", self.tr("What else?"))
        inside = column(title, grid, None, row(leave, None), spacing=SIZES["s5"])
        layout = row(card(inside, padding=40))
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        self.setLayout(layout)

    def show_allowed(self, allowed: Callable[[Screen], bool]) -> None:
        """Hides what whoever works the kiosk may not do."""
        for screen, button in self.buttons.items():
            button.setEnabled(allowed(screen))

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit opens its screen, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() == "0":
            self.practice_wanted.emit()
        elif (screen := self._keys.get(event.text())) is not None:
            if self.buttons[screen].isEnabled():
                self.chosen.emit(screen)
        else:
            return False
        return True


class MenuScreen(ScreenPart[MenuView]):
    """Leads on to the other screens."""

    def __init__(
        self,
        screens: Iterable[Screen],
        *,
        allowed: Callable[[Screen], bool],
        chosen: Callable[[Screen], None],
        practise: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(MenuView(screens))
        self._allowed = allowed
        self.view.chosen.connect(chosen)
        self.view.practice_wanted.connect(practise)
        self.view.left.connect(leave)

    def open(self) -> None:
        self.view.show_allowed(self._allowed)
