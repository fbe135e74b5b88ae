"""Briefing marks under real keys and clicks."""

from __future__ import annotations

import contextlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from kiosk.ui import language
from kiosk.ui.screens.briefing.presenter import BriefingPresenter
from kiosk.ui.screens.briefing.view import BriefingView
from kiosk.ui.theme.state import dress
from kiosk.ui.widgets.layouts import column
from tests.gui.test_pictures import describe, is_cut_off
from tests.unit.ui.briefing_desk import SEEN, BriefingDesk

HEADER = 60


class Host(QWidget):
    """Stands for the window: the keys that no widget takes go to the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = BriefingDesk()
        self.view = BriefingView()
        self.left = 0
        self.setLayout(column(self.view))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.presenter = BriefingPresenter(
            self.desk, self.view.show_state, recorded=lambda: None, left=self._leave
        )
        self.view.connect_to(self.presenter)
        self.presenter.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.view.take_key(event):
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.left += 1

    @property
    def words(self) -> list[str]:
        labels = self.findChildren(QLabel)
        return [part.text() for part in labels if part.isVisibleTo(self)]


def opened(qtbot: QtBot, qapp: QApplication, speaking: str = "ru") -> Host:
    dress(qapp)
    language.install(qapp, speaking)
    host = Host()
    qtbot.addWidget(host)
    host.resize(1366, 768 - HEADER)
    with qtbot.waitExposed(host):
        host.show()
    host.setFocus()
    return host


def test_the_keyboard_alone_marks_a_slot_and_takes_it_back(
    qtbot: QtBot, qapp: QApplication
) -> None:
    host = opened(qtbot, qapp, "en")
    QTest.keyClick(host, Qt.Key.Key_Down)
    QTest.keyClick(host, Qt.Key.Key_Return)
    assert host.desk.asked("brief_slot") == [(2,)]
    assert "✓ marked" in host.words
    QTest.keyClick(host, Qt.Key.Key_F8)
    assert host.desk.asked("undo")[0][0] == 71
    assert "✓ marked" not in host.words
    QTest.keyClick(host, Qt.Key.Key_Escape)
    assert host.left == 1


def test_clicks_alone_mark_a_slot_and_take_it_back(qtbot: QtBot, qapp: QApplication) -> None:
    host = opened(qtbot, qapp)
    QTest.mouseClick(host.view.lines[2], Qt.MouseButton.LeftButton)
    assert host.desk.asked("brief_slot") == [(3,)]
    undo = host.view.done.undo_buttons[71]
    qtbot.waitUntil(lambda: undo.visibleRegion().boundingRect().width() == undo.width() > 50)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert host.desk.asked("undo")[0][0] == 71
    QTest.mouseClick(host.view.close_button, Qt.MouseButton.LeftButton)
    assert host.left == 1


def test_who_is_marked_is_named_as_far_as_may_be(qtbot: QtBot, qapp: QApplication) -> None:
    host = opened(qtbot, qapp, "en")
    for text in SEEN:
        host.presenter.scan(text, "wedge")
    named = {"Мария Ё.", "9 «В», МБОУ СОШ № 7, г. Приозёрск", "28 people", "1-017"}
    qtbot.waitUntil(lambda: named <= set(host.words))
    told = host.words
    assert not any("Илья" in words for words in told)
    assert "Marks: 4" in told


@pytest.mark.parametrize("speaking", ["ru", "en"])
def test_nothing_is_cut_off_or_unnamed(qtbot: QtBot, qapp: QApplication, speaking: str) -> None:
    host = opened(qtbot, qapp, speaking)
    for text in SEEN:
        host.presenter.scan(text, "wedge")
    host.presenter.choose(2)
    host.presenter.choose(2)
    host.presenter.undo(72)
    cut: list[str] = []

    def nothing_is_cut_off() -> bool:
        cut[:] = [describe(part) for part in host.findChildren(QWidget) if is_cut_off(part)]
        return not cut

    with contextlib.suppress(NotInTime):  # the layouts settle; then the assertion tells more
        qtbot.waitUntil(nothing_is_cut_off, timeout=1_000)
    assert cut == []
    buttons = [part for part in host.findChildren(QPushButton) if part.isVisible()]
    assert all(button.accessibleName() for button in buttons)
    assert (host.width(), host.height()) == (1366, 768 - HEADER)
