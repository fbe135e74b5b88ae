"""The sign-in screen under real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.operations.sign_in import Means, SignedIn, Wrong
from kiosk.ui import language
from kiosk.ui.failure import Failure
from kiosk.ui.screens.sign_in.presenter import SignInPresenter
from kiosk.ui.screens.sign_in.state import Notice, SignInState, Stage, Trouble
from kiosk.ui.screens.sign_in.view import SignInView
from kiosk.ui.theme.state import dress
from kiosk.ui.widgets.layouts import column
from tests.gui.test_pictures import describe, is_cut_off
from tests.unit.ui.test_sign_in_presenter import (
    MANAGER,
    NAMES,
    FakeSignInDesk,
    operator,
)

HEADER_HEIGHT = 60


class Host(QWidget):
    """Stands for the window: the keys that no widget takes go to the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = FakeSignInDesk()
        self.view = SignInView()
        self.events: list[str] = []
        self.setLayout(column(self.view))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.presenter = SignInPresenter(
            self.desk,
            self.view.show_state,
            signed_in=lambda who: self.events.append(who.staff_id),
            left=lambda: self.events.append("left"),
        )
        connect(self.view, self.presenter)
        self.presenter.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.view.take_key(event):
            super().keyPressEvent(event)

    @property
    def state(self) -> SignInState:
        return self.presenter.state


def connect(view: SignInView, presenter: SignInPresenter) -> None:
    view.chosen.connect(presenter.choose)
    view.more_wanted.connect(presenter.more)
    view.moved.connect(presenter.move)
    view.letter_typed.connect(presenter.letter)
    view.digit_typed.connect(presenter.digit)
    view.erase_wanted.connect(presenter.erase)
    view.enter_pressed.connect(presenter.enter)
    view.recovery_wanted.connect(presenter.recover)
    view.leave_wanted.connect(presenter.leave)


Opener = Callable[..., Host]


@pytest.fixture
def open_host(qtbot: QtBot, qapp: QApplication) -> Opener:
    """Opens the screen in the room that the window's header leaves it."""
    if not qapp.styleSheet():
        dress(qapp)

    def open_it(speaking: str = "ru", size: tuple[int, int] = (1366, 768)) -> Host:
        language.install(qapp, speaking)
        host = Host()
        host.desk.answers["sign_in"] = SignedIn(operator("Котова Анна"), Means.PIN)
        qtbot.addWidget(host)
        host.resize(size[0], size[1] - HEADER_HEIGHT)
        host.show()
        host.setFocus()
        qtbot.waitExposed(host)
        return host

    return open_it


def press(button: QPushButton | None) -> None:
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(host: Host, digit: str) -> QPushButton:
    return next(b for b in host.view.pad.findChildren(QPushButton) if b.text() == digit)


def test_the_keyboard_alone_signs_in(open_host: Opener) -> None:
    host = open_host()
    QTest.keyClicks(host, "271828")
    assert host.state.notice == Notice(Trouble.NOBODY_CHOSEN)
    QTest.keyClick(host, Qt.Key.Key_Down)
    QTest.keyClick(host, Qt.Key.Key_Down)
    QTest.keyClick(host, Qt.Key.Key_Up)
    assert host.state.chosen == "s0"
    for letter in "анн":
        QApplication.sendEvent(
            host,
            QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter),
        )
    assert host.state.chosen == "s3"
    QTest.keyClicks(host, "2718289")
    QTest.keyClick(host, Qt.Key.Key_Backspace)
    QTest.keyClicks(host, "8")
    QTest.keyClick(host, Qt.Key.Key_Return)
    assert host.desk.calls[-1] == ("sign_in", "s3", "271828")
    assert host.events == ["s3"]


def test_clicks_alone_sign_in(open_host: Opener) -> None:
    host = open_host()
    press(host.view.people.more)
    press(host.view.people.buttons[0])
    assert host.state.chosen == "s3"
    press(host.view.people.buttons[0])
    assert host.view.people.buttons[0].isChecked(), "a second click changes nothing"
    for digit in "27182":
        press(key(host, digit))
    assert host.view.pad.send is not None
    assert not host.view.pad.send.isEnabled()
    press(key(host, "0"))
    press(key(host, "⌫"))
    press(key(host, "8"))
    press(host.view.pad.send)
    assert host.desk.calls[-1] == ("sign_in", "s3", "271828")
    assert host.events == ["s3"]
    press(host.view.leave)
    assert host.events == ["s3", "left"]


def test_clicks_alone_recover_and_read_the_new_code(open_host: Opener) -> None:
    host = open_host()
    host.desk.answers["sign_in_by_recovery_code"] = SignedIn(MANAGER, Means.RECOVERY)
    host.desk.answers["make_recovery_code"] = "9999888877776666"
    press(host.view.recover)
    press(host.view.back)
    assert host.state.stage is Stage.PIN
    press(host.view.recover)
    for digit in "1234567890123456":
        press(key(host, digit))
    press(host.view.pad.send)
    assert host.presenter.state.stage is Stage.NEW_CODE
    shown = [part.text() for part in host.findChildren(type(host.view._code)) if part.isVisible()]
    assert "9999 8888 7777 6666" in shown
    press(host.view.written)
    assert host.events == [MANAGER.staff_id]


def test_the_pin_is_shown_to_nobody(open_host: Opener) -> None:
    host = open_host()
    host.desk.answers["sign_in"] = Wrong(3)
    press(host.view.people.buttons[1])
    QTest.keyClicks(host, "271828")
    texts = [getattr(part, "text", str)() for part in host.findChildren(QWidget)]
    names = [part.accessibleName() for part in host.findChildren(QWidget)]
    assert not any("2718" in text for text in (*texts, *names, repr(host.state)))
    assert any(name.startswith(("PIN: 6", "ПИН: 6")) for name in names)
    QTest.keyClick(host, Qt.Key.Key_Enter)
    assert host.view._trouble.text()


def test_every_control_has_a_name(open_host: Opener) -> None:
    host = open_host()
    unnamed = [
        b for b in host.findChildren(QPushButton) if b.isVisible() and not b.accessibleName()
    ]
    assert unnamed == []
    assert len(NAMES) > len(host.view.people.buttons)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize(
    "changes",
    [
        {"typed": 2, "notice": Notice(Trouble.WRONG, tries_left=3)},
        {"notice": Notice(Trouble.LOCKED, left_ms=3_600_000)},
        {"notice": Notice(Trouble.LOCKED, left_ms=1_000)},
        {"notice": Notice(Trouble.UNKNOWN_BADGE)},
        {"failure": Failure.MENDED},
        {"people": (), "query": "ъ"},
        {"stage": Stage.RECOVERY, "code": "9999888877776666"},
        {"stage": Stage.NEW_CODE, "code": "9999888877776666"},
    ],
    ids=lambda changes: "-".join(changes) if isinstance(changes, dict) else None,
)
def test_no_word_is_cut_off(
    qtbot: QtBot,
    open_host: Opener,
    changes: dict[str, object],
    speaking: str,
    size: tuple[int, int],
) -> None:
    host = open_host(speaking, size)
    values = {name: getattr(host.state, name) for name in SignInState.__slots__}
    host.view.show_state(SignInState(**(values | changes)))

    def nothing_is_cut_off() -> None:
        parts = host.findChildren(QWidget)
        assert [describe(part) for part in parts if is_cut_off(part)] == []

    qtbot.waitUntil(nothing_is_cut_off, timeout=1_000)
    assert (host.width(), host.height()) == (size[0], size[1] - HEADER_HEIGHT)
