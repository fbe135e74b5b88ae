"""The settings screen under real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.programme import SitePolicy
from kiosk.ui import language
from kiosk.ui.failure import Failure
from kiosk.ui.screens.settings.screen import SettingsScreen
from kiosk.ui.screens.settings.state import Choices, Found, Policy, SettingsState
from kiosk.ui.theme.state import dress
from kiosk.ui.widgets.layouts import HEADER_HEIGHT, column
from tests.gui.test_pictures import describe, is_cut_off
from tests.unit.ui.test_settings_presenter import (
    KEPT,
    ROSTER,
    FakeSettingsDesk,
    FakeSpeaker,
)

LEAST_TARGET = 60


class Host(QWidget):
    """Stands for the window: the keys that no widget takes go to the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.desk, self.speaker = FakeSettingsDesk(), FakeSpeaker()
        self.events: list[str] = []
        screen = SettingsScreen(
            self.desk,
            self.speaker,
            saved=lambda _before, _after: self.events.append("saved"),
            devices=lambda: self.events.append("devices"),
            leave=lambda: self.events.append("left"),
        )
        self.part = screen  # whose methods hear the view only while it lives
        self.view, self.presenter = screen.view, screen.presenter
        self.setLayout(column(self.view))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        screen.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.view.take_key(event):
            super().keyPressEvent(event)


Opener = Callable[..., Host]


@pytest.fixture
def open_host(qtbot: QtBot, qapp: QApplication) -> Opener:
    """Opens the screen in the room that the window's header leaves it."""
    if not qapp.styleSheet():
        dress(qapp)

    def open_it(speaking: str = "ru", size: tuple[int, int] = (1366, 768)) -> Host:
        language.install(qapp, speaking)
        host = Host()
        qtbot.addWidget(host)
        host.resize(size[0], size[1] - HEADER_HEIGHT)
        host.show()
        qtbot.waitExposed(host)
        host.activateWindow()
        host.setFocus()
        qtbot.waitUntil(host.hasFocus)
        return host

    return open_it


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wanted() -> Choices:
    policy = replace(ROSTER, asks_clearance=True)
    return Choices("en", True, 70, True, 15, "Главный 1", policy)


def test_clicks_alone_change_and_save(open_host: Opener) -> None:
    host = open_host()
    view = host.view
    press(view.entrance)
    for letter in " 12":
        press(view.naming.keyboard.keys["␣" if letter == " " else letter])
    press(view.naming.keyboard.keys["⌫"])
    press(view.naming.done)
    press(view.language.buttons["en"])
    press(view.sound.buttons["no"])
    assert not view.try_sound.isEnabled()
    press(view.sound.buttons["yes"])
    press(view.volume.fewer)
    press(view.try_sound)
    press(view.full_screen.buttons["yes"])
    press(view.idle.more)
    press(view.rules.rows[Policy.ASKS_CLEARANCE].answer.buttons["yes"])
    press(view.save)
    assert host.desk.saved == [(KEPT, wanted())]
    assert [volume for _, _, volume in host.speaker.played] == [70]
    press(view.devices)
    press(view.leave)
    assert host.events == ["saved", "devices", "left"]


def tab_to(host: Host, control: QWidget) -> None:
    for _ in range(60):
        if control.hasFocus():
            return
        QTest.keyClick(host.focusWidget() or host, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {control.accessibleName()}")


def press_by_key(host: Host, button: QPushButton) -> None:
    tab_to(host, button)
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_the_keyboard_alone_changes_and_saves(open_host: Opener) -> None:
    host = open_host()
    view = host.view
    press_by_key(host, view.entrance)
    QTest.keyClicks(view.naming.field, " 1")
    QTest.keyClick(view.naming.field, Qt.Key.Key_Return)
    assert host.desk.saved == []
    for button in (
        view.language.buttons["en"],
        view.volume.fewer,
        view.full_screen.buttons["yes"],
        view.idle.more,
        view.rules.rows[Policy.ASKS_CLEARANCE].answer.buttons["yes"],
    ):
        press_by_key(host, button)
    press_by_key(host, view.save)
    assert host.desk.saved == [(KEPT, wanted())]


def test_esc_asks_before_a_change_is_lost(open_host: Opener) -> None:
    host = open_host()
    QTest.keyClick(host, Qt.Key.Key_Escape)
    assert host.events == ["left"]
    press(host.view.volume.more)
    QTest.keyClick(host, Qt.Key.Key_Escape)
    assert host.view.discard.isVisible()
    QTest.keyClick(host, Qt.Key.Key_Escape)
    assert not host.view.discard.isVisible()
    QTest.keyClick(host, Qt.Key.Key_Escape)
    press(host.view.stay)
    QTest.keyClick(host, Qt.Key.Key_Escape)
    press(host.view.discard)
    assert host.events == ["left", "left"]
    assert host.presenter.state.now == KEPT
    assert host.desk.saved == []


def test_a_name_is_typed_in_the_middle_too(open_host: Opener) -> None:
    host = open_host()
    press(host.view.entrance)
    field = host.view.naming.field
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, "12 ")
    assert field.text() == "12 Главный"
    assert field.cursorPosition() == 3
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert host.events == [], "only the name's page was left"
    assert host.view.entrance.accessibleName().endswith(": 12 Главный")


def test_a_touched_name_begins_with_a_capital_letter(open_host: Opener) -> None:
    host = open_host()
    press(host.view.entrance)
    host.view.naming.field.clear()
    for letter in "ЮГ":
        press(host.view.naming.keyboard.keys[letter])
    assert host.presenter.state.now == replace(KEPT, entrance="Юг")


def test_every_control_has_a_name_and_room_for_a_finger(open_host: Opener) -> None:
    host = open_host()
    press(host.view.volume.more)
    host.presenter.leave()
    check_controls(host)


def test_every_key_of_the_name_has_one_too(open_host: Opener) -> None:
    host = open_host()
    press(host.view.entrance)
    check_controls(host, least=48)


def check_controls(host: Host, least: int = LEAST_TARGET) -> None:
    controls = [*host.findChildren(QPushButton), *host.findChildren(QLineEdit)]
    shown = [control for control in controls if control.isVisible()]
    assert [describe(one) for one in shown if not one.accessibleName()] == []
    small = [one for one in shown if min(one.width(), one.height()) < least]
    assert [describe(one) for one in small] == []
    names = [one.accessibleName() for one in shown]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"now": replace(KEPT, volume=100, idle_minutes=120), "asking": True},
        {"now": replace(KEPT, entrance=""), "unnamed": True},
        {"roster": SitePolicy(*5 * [True]), "failure": Failure.READ_ONLY},
        {"now": replace(KEPT, policy=None)},
        {"naming": True},
    ],
    ids=["kept", "asking", "unnamed", "all decided here", "no site", "naming"],
)
def test_no_word_is_cut_off(
    qtbot: QtBot,
    open_host: Opener,
    changes: dict[str, object],
    speaking: str,
    size: tuple[int, int],
) -> None:
    host = open_host(speaking, size)
    values = {name: getattr(host.presenter.state, name) for name in SettingsState.__slots__}
    host.view.show_state(SettingsState(**(values | changes)))

    def nothing_is_cut_off() -> None:
        parts = host.findChildren(QWidget)
        assert [describe(part) for part in parts if is_cut_off(part)] == []

    qtbot.waitUntil(nothing_is_cut_off, timeout=1_000)
    assert (host.width(), host.height()) == (size[0], size[1] - HEADER_HEIGHT)


def test_what_is_found_later_is_shown(open_host: Opener) -> None:
    host = open_host()
    host.desk.found = Found(replace(KEPT, entrance="Северный", language="en"), ROSTER)
    host.presenter.open()
    assert host.view.naming.field.text() == "Северный"
    assert host.view.language.buttons["en"].property("chosen") == "yes"
    assert host.view.language.buttons["ru"].property("chosen") == "no"
