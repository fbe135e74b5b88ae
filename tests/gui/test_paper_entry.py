"""Entering from paper under real keys and clicks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from kiosk.scanning.key_events import KeyEventScanner
from kiosk.ui import language
from kiosk.ui.screens.paper_entry.presenter import PaperPresenter
from kiosk.ui.screens.paper_entry.view import PaperView
from kiosk.ui.theme.state import dress
from kiosk.ui.widgets.layouts import column
from tests.gui import world
from tests.gui.test_key_events import TICKET, Keyboard
from tests.gui.test_pictures import describe, is_cut_off
from tests.unit.ui.paper_desk import PaperDesk, in_already

HEADER = 60


class Host(QWidget):
    """Stands for the window: the keys that no widget takes go to the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = PaperDesk()
        self.view = PaperView()
        self.left = 0
        self.setLayout(column(self.view))
        self.presenter = PaperPresenter(
            self.desk,
            self.view.show_state,
            site=lambda: world.SITE,
            recorded=lambda: None,
            left=self._leave,
        )
        self.view.connect_to(self.presenter)
        self.presenter.open()

    def _leave(self) -> None:
        self.left += 1

    def type(self, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                modifiers = Qt.KeyboardModifier.NoModifier
                event = QKeyEvent(kind, ord(letter.upper()), modifiers, letter)
                QCoreApplication.sendEvent(self.windowHandle(), event)

    def press(self, key: Qt.Key = Qt.Key.Key_Return) -> None:
        QTest.keyClick(self.windowHandle(), key)

    def touch(self, letters: str) -> None:
        for letter in letters:
            QTest.mouseClick(self.view.keyboard.keys[letter], Qt.MouseButton.LeftButton)

    @property
    def entries(self) -> list[tuple[object, ...]]:
        return self.desk.asked("enter_from_paper")


def opened(qtbot: QtBot, qapp: QApplication, speaking: str = "ru") -> Host:
    dress(qapp)
    language.install(qapp, speaking)
    host = Host()
    qtbot.addWidget(host)
    host.resize(1366, 768 - HEADER)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is host)
    return host


@pytest.fixture
def host(qtbot: QtBot, qapp: QApplication) -> Host:
    return opened(qtbot, qapp)


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[KeyEventScanner]:
    scanner = KeyEventScanner(qapp)
    yield scanner
    scanner.stop()
    scanner.deleteLater()


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_keyboard_alone_enters_a_list_with_one_time(host: Host) -> None:
    host.type("0945")
    host.press()
    assert host.view.time.text() == "09:45"
    for _ in range(2):
        host.type("ел")
        host.press()
    assert host.entries == [(1, 1, 0, 585), (1, 1, 0, 585)]
    assert host.view.field.text() == ""
    host.press(Qt.Key.Key_F8)
    assert host.desk.asked("undo")[0][0] == 42


def test_the_keyboard_alone_enters_a_class(host: Host) -> None:
    host.type("0945")
    host.press()
    host.type("9в")
    host.press()
    host.type("25+2")
    host.press()
    assert host.entries == [(4, 27, 2, 585)]
    assert host.view.field.hasFocus()


def test_enter_after_the_pupils_goes_on_to_the_adults(host: Host) -> None:
    host.type("0945")
    host.press()
    host.presenter.scan("sheet", "wedge")
    host.type("25")
    host.press()
    assert (host.entries, host.view.group.adults.hasFocus()) == ([], True)
    host.press()
    assert host.entries == [(4, 25, 0, 585)]


def test_clicks_alone_enter_and_take_back(host: Host) -> None:
    host.touch("0945")
    QTest.mouseClick(host.view.field, Qt.MouseButton.LeftButton)
    host.touch("ЕЛ")
    click(host.view.list.lines[1])
    assert host.entries == [(2, 1, 0, 585)]
    host.touch("9В")
    click(host.view.list.lines[0])
    host.touch("25")
    QTest.mouseClick(host.view.group.adults, Qt.MouseButton.LeftButton)
    host.touch("12⌫")
    click(host.view.group.enter)
    assert host.entries[1] == (4, 26, 1, 585)
    click(host.view.done.undo_buttons[41])
    assert host.desk.asked("undo")[0][0] == 41
    assert set(host.view.done.undo_buttons) == {42}
    click(host.view.close_button)
    assert host.left == 1


def test_a_missing_time_is_asked_for_where_it_is_typed(host: Host) -> None:
    host.view.field.setFocus()
    host.type("ел")
    host.press()
    assert (host.entries, host.view.time.hasFocus()) == ([], True)
    host.type("0945")
    host.press()
    host.press()
    assert host.entries == [(1, 1, 0, 585)]


def test_a_scan_types_nothing_into_the_fields(host: Host, scanner: KeyEventScanner) -> None:
    scans: list[str] = []
    scanner.scanned.connect(scans.append)
    for field in (host.view.time, host.view.field):
        field.setFocus()
        Keyboard(host.windowHandle(), scan_codes=False).type(TICKET).enter()
    assert scans == [TICKET, TICKET]
    assert (host.view.time.text(), host.view.field.text(), host.entries) == ("", "", [])


def test_esc_leaves_the_class_and_then_the_screen(host: Host) -> None:
    host.presenter.scan("sheet", "wedge")
    host.press(Qt.Key.Key_Escape)
    assert (host.left, host.view.field.isEnabled()) == (0, True)
    host.press(Qt.Key.Key_Escape)
    assert host.left == 1


@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("scene", ["empty", "rows", "class", "notice", "entered"])
def test_nothing_is_cut_off_or_unnamed(
    qtbot: QtBot, qapp: QApplication, scene: str, speaking: str
) -> None:
    host = opened(qtbot, qapp, speaking)
    play(host, scene)
    cut: list[str] = []

    def nothing_is_cut_off() -> bool:
        cut[:] = [describe(part) for part in host.findChildren(QWidget) if is_cut_off(part)]
        return not cut

    with contextlib.suppress(NotInTime):  # the layouts settle; then the assertion tells more
        qtbot.waitUntil(nothing_is_cut_off, timeout=1_000)
    assert cut == []
    controls = [*host.findChildren(QPushButton), *host.findChildren(QLineEdit)]
    assert all(part.accessibleName() for part in controls if part.isVisible())
    assert (host.width(), host.height()) == (1366, 768 - HEADER)


def play(host: Host, scene: str) -> None:
    presenter = host.presenter
    if scene == "empty":
        return
    presenter.change_time("0945")
    if scene == "entered":
        for text, index in (("ел", 0), ("ел", 1), ("9в", 1)):
            presenter.change(text)
            presenter.choose(index)
        presenter.change_count("pupils", "24")
        presenter.enter()
        presenter.undo(42)
    presenter.change("9в" if scene in ("class", "rows") else "ел")
    if scene == "class":
        presenter.choose(1)
    elif scene == "notice":
        host.desk.answer = in_already()
        presenter.enter()
