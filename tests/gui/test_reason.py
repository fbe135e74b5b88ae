"""A guest of another site is let in for a reason: one key, one touch, or a few words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.admission import VerdictName
from kiosk.domain.texts import LONGEST_TEXT
from kiosk.operations.check_in import CheckIn
from kiosk.ui import language
from kiosk.ui.screens.reason.presenter import Reason, ReasonPresenter
from kiosk.ui.screens.reason.view import ReasonView
from kiosk.ui.theme.state import dress
from tests.gui import world
from tests.gui.stage import Stage
from tests.gui.test_pictures import is_cut_off
from tests.gui.walk_in_desk import WalkInDesk


class Guest(Stage):
    """The reasons for a guest of another site."""

    def __init__(self) -> None:
        self.view = ReasonView()
        super().__init__(self.view)
        self.desk = WalkInDesk()
        self.admitted: list[CheckIn] = []
        self.left: list[str] = []
        self.presenter = ReasonPresenter(
            self.desk,
            self.view.show_state,
            admitted=self.admitted.append,
            not_recorded=lambda _error, _again: None,
            left=lambda: self.left.append("left"),
        )
        self.view.connect_to(self.presenter)
        self.presenter.open(world.refused(VerdictName.WRONG_SITE, site=3))


@pytest.fixture
def guest(qtbot: QtBot, qapp: QApplication) -> Guest:
    dress(qapp)
    language.install(qapp, "ru")
    guest = Guest()
    guest.open(qtbot)
    return guest


def test_a_guest_is_let_in_by_a_key_or_a_click(guest: Guest) -> None:
    QTest.keyClick(guest.focusWidget(), Qt.Key.Key_2)
    guest.presenter.open(world.refused(VerdictName.WRONG_SITE, site=3))
    QTest.mouseClick(guest.view.reasons["4"], Qt.MouseButton.LeftButton)
    reasons = [Reason.TOO_FAR.value, Reason.MANAGER.value]
    assert guest.desk.asked("admit_anyway") == reasons


def test_a_reason_is_no_longer_than_a_record_takes(guest: Guest) -> None:
    QTest.keyClick(guest.focusWidget(), Qt.Key.Key_0)
    guest.view.field.insert("я" * (LONGEST_TEXT + 1))
    QTest.keyClick(guest.view.field, Qt.Key.Key_Return)
    assert guest.desk.asked("admit_anyway") == ["я" * LONGEST_TEXT]


def test_a_reason_of_ones_own_is_typed(guest: Guest, qtbot: QtBot) -> None:
    QTest.keyClick(guest.focusWidget(), Qt.Key.Key_0)
    assert guest.view.field.hasFocus()
    guest.type("автобус 1")
    QTest.mouseClick(guest.view.keyboard.keys["7"], Qt.MouseButton.LeftButton)
    QTest.keyClick(guest.view.field, Qt.Key.Key_Return)
    assert guest.desk.asked("admit_anyway") == ["автобус 17"]
    guest.presenter.open(world.refused(VerdictName.WRONG_SITE, site=3))
    QTest.keyClick(guest.focusWidget(), Qt.Key.Key_Escape)
    assert guest.left == ["left"]
    assert guest.unnamed() == []
    qtbot.waitUntil(lambda: not any(is_cut_off(p) for p in guest.findChildren(QWidget)))
