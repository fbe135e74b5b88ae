"""The settings as they are seen: the computer at the left, the site's rules at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from kiosk.ui.screens.settings import wording
from kiosk.ui.screens.settings.naming import Naming
from kiosk.ui.screens.settings.rules import Rules
from kiosk.ui.screens.settings.state import Choices, SettingsState
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.layouts import GUTTER, card, column, row
from kiosk.ui.widgets.one_of import OneOf
from kiosk.ui.widgets.steps import Steps
from kiosk.ui.widgets.text import Elided, label

_FIELD_WIDTH = 370
YES, NO = "yes", "no"


class SettingsView(QWidget):
    """Paints a SettingsState, and tells what was chosen."""

    naming_wanted = Signal()
    entrance_typed = Signal(str)
    language_chosen = Signal(str)
    sound_switched = Signal(bool)
    volume_stepped = Signal(int)
    sound_wanted = Signal()
    full_screen_switched = Signal(bool)
    idle_stepped = Signal(int)
    policy_switched = Signal(str, bool)
    devices_wanted = Signal()
    save_wanted = Signal()
    leave_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._make_controls()
        self._make_buttons()
        self.rules, self.naming = Rules(), Naming()
        self._message = label("warning", wrap=True)
        head = row(label("title", self.tr("Settings")), spacing=SIZES["s4"])
        head.addWidget(self._message, 1)
        for button in (self.leave, self.discard, self.stay, self.save):
            head.addWidget(button)
        self._cards = QWidget()
        self._cards.setObjectName("clear")
        cards = row(self._computer(), self.rules, spacing=GUTTER)
        cards.setStretch(0, 1)
        cards.setStretch(1, 1)
        self._cards.setLayout(cards)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._cards)
        self._pages.addWidget(self.naming)
        layout = column(head, spacing=SIZES["s3"])
        layout.addLayout(self._pages, 1)
        layout.setContentsMargins(GUTTER, SIZES["s3"], GUTTER, SIZES["s4"])
        self.setLayout(layout)
        self._connect()
        self.show_state(SettingsState())

    def show_state(self, state: SettingsState) -> None:
        self._message.setText(wording.message(state))
        for button, shown in (
            (self.leave, not state.asking and not state.naming),
            (self.discard, state.asking),
            (self.stay, state.asking),
            (self.save, not state.naming),
        ):
            button.setVisible(shown)
        self.save.setEnabled(state.changed and not state.busy)
        self.rules.show_state(state)
        if state.now is not None:
            self._show_choices(state.now)
        self._turn_to(self.naming if state.naming else self._cards)

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter presses the button that Tab came to, or saves; Esc leaves."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not press_focused(self):
                self.save_wanted.emit()
        else:
            return False
        return True

    def _show_choices(self, now: Choices) -> None:
        name = now.entrance or self.tr("Give it a name")
        self.entrance.show_name(name)
        self.entrance.setEnabled(now.policy is not None)
        self.naming.show_name(now.entrance)
        self.language.show_chosen(now.language)
        self.sound.show_chosen(YES if now.sound else NO)
        self.volume.show_value(wording.percent_words(now.volume))
        self.try_sound.setEnabled(now.sound)
        self.full_screen.show_chosen(YES if now.full_screen else NO)
        self.idle.show_value(wording.minutes_words(now.idle_minutes))

    def _turn_to(self, page: QWidget) -> None:
        if self._pages.currentWidget() is page:
            return
        self._pages.setCurrentWidget(page)
        if page is self.naming:
            self.naming.begin()
        else:
            self.setFocus()

    def _make_controls(self) -> None:
        yes_no = ((YES, self.tr("Yes")), (NO, self.tr("No")))
        self.entrance = NameButton(self.tr("Entrance"))
        self.entrance.setFixedWidth(_FIELD_WIDTH)
        self.language = OneOf(wording.LANGUAGES, self.tr("Language"))
        self.sound = OneOf(yes_no, self.tr("Sounds"))
        self.volume = Steps(self.tr("Volume"))
        self.try_sound = Button(self.tr("Check the sound"))
        self.full_screen = OneOf(yes_no, self.tr("Full screen"))
        self.idle = Steps(self.tr("Hide names when idle"))
        self.devices = Button(self.tr("Set up and check"))

    def _make_buttons(self) -> None:
        self.leave = Button(self.tr("Close"), key="Esc")
        self.discard = Button(self.tr("Do not save"))
        self.stay = Button(self.tr("Go on"), key="Esc")
        self.save = Button(self.tr("Save"), look="primary", key="Enter")

    def _computer(self) -> QFrame:
        lines = (
            _line(self.tr("Entrance"), "", self.entrance),
            _line(self.tr("Language"), "", self.language),
            _line(self.tr("Sounds"), "", self.sound),
            _line(self.tr("Volume"), "", self.try_sound, self.volume),
            _line(self.tr("Scanners"), "", self.devices),
            _line(
                self.tr("Full screen"),
                self.tr("Leaving takes the manager's PIN"),
                self.full_screen,
            ),
            _line(self.tr("Hide names when idle"), self.tr("Scans work all the same"), self.idle),
        )
        inside = column(label("h2", self.tr("This kiosk")), *lines)
        for place in range(1, len(lines) + 1):
            inside.setStretch(place, 1)
        return card(inside, padding=SIZES["s4"])

    def _connect(self) -> None:
        self.entrance.clicked.connect(self.naming_wanted)
        self.naming.typed.connect(self.entrance_typed)
        self.naming.done_wanted.connect(self.save_wanted)
        self.language.chosen.connect(self.language_chosen)
        self.sound.chosen.connect(lambda value: self.sound_switched.emit(value == YES))
        self.volume.stepped.connect(self.volume_stepped)
        self.try_sound.clicked.connect(self.sound_wanted)
        self.full_screen.chosen.connect(lambda value: self.full_screen_switched.emit(value == YES))
        self.idle.stepped.connect(self.idle_stepped)
        self.devices.clicked.connect(self.devices_wanted)
        self.rules.switched.connect(self.policy_switched)
        self.save.clicked.connect(self.save_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        for button in (self.leave, self.stay):
            button.clicked.connect(self.leave_wanted)


class NameButton(Button):
    """A name that is changed by pressing it; a long one gives way."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self._shown = Elided("strong")
        self._shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = row(self._shown)
        inside.setContentsMargins(SIZES["s5"], 0, SIZES["s5"], 0)
        self.setLayout(inside)

    def show_name(self, name: str) -> None:
        self._shown.setText(name)
        self.setAccessibleName(f"{self._caption}: {name}")


def _line(title: str, about: str, *controls: QWidget) -> QWidget:
    line = QWidget()
    line.setObjectName("clear")
    words = column(None, label("name", title, wrap=True))
    if about:
        words.addWidget(label("lab", about, wrap=True))
    words.addStretch(1)
    layout = row()
    layout.addLayout(words, 1)
    for control in controls:
        layout.addWidget(control)
    line.setLayout(layout)
    return line
