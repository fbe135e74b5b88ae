"""Keyboard scanners: real key events at real windows, without a screen."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import DeviceKind, Ending, KeyFacts, Layout
from kiosk.domain.layouts import to_jcuken
from kiosk.scanning.key_events import KeyEventScanner
from kiosk.scanning.layouts import EVDEV_OFFSET, us_character
from kiosk.scanning.self_test import KeyedScan, facts_of
from kiosk.scanning.wedge import KEY_GAP_MS

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TICKET = "ED" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 3 + "ABCDEFGHIJKLMNOPQRSTUVWX"
SCAN_CODES = {us_character(code, shift=False, offset=0): code for code in range(128)}
ENTER_CODE, TAB_CODE = 28, 15


class Desk(QWidget):
    """A window with what a screen may have; it counts what reaches it."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit("Ёлкина")
        self.text = QPlainTextEdit("раз\nдва")
        self.rich = QTextEdit("раз")
        self.button = QPushButton("Закрыть день")
        self.presses = 0
        self.unclaimed = ""
        self.button.clicked.connect(self._press)
        column = QVBoxLayout(self)
        for widget in (QLabel("Вход"), self.line, self.text, self.rich, self.button):
            column.addWidget(widget)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _press(self) -> None:
        self.presses += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.unclaimed += event.text()
        event.accept()


class Keyboard:
    """Sends keys to a window as the platform does, at times of its own."""

    def __init__(self, window: QWindow, *, scan_codes: bool) -> None:
        self.window = window
        self.now = 1_000_000
        self._offset = EVDEV_OFFSET if scan_codes else None

    def _send(self, kind: QEvent.Type, key: int, code: int, text: str, shift: bool) -> None:
        modifier = Qt.KeyboardModifier
        modifiers = modifier.ShiftModifier if shift else modifier.NoModifier
        native = 0 if self._offset is None else code + self._offset
        event = QKeyEvent(kind, key, modifiers, native, 0, 0, text)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(self.window, event)

    def press(self, key: int, code: int, text: str, *, gap: int = 5, shift: bool = False) -> None:
        self.now += gap
        self._send(QEvent.Type.KeyPress, key, code, text, shift)
        self.now += 1
        self._send(QEvent.Type.KeyRelease, key, code, text, shift)

    def type(self, text: str, *, russian: bool = False, gap: int = 5) -> Keyboard:
        for char in text:
            shown = to_jcuken(char) if russian else char
            code = SCAN_CODES[char.lower()]
            self.press(ord(shown.upper()), code, shown, gap=gap, shift=char.isupper())
        return self

    def enter(self, gap: int = 5) -> Keyboard:
        self.press(Qt.Key.Key_Return, ENTER_CODE, "\r", gap=gap)
        return self

    def tab(self, gap: int = 5) -> Keyboard:
        self.press(Qt.Key.Key_Tab, TAB_CODE, "\t", gap=gap)
        return self


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
    return desk


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[KeyEventScanner]:
    scanner = KeyEventScanner(qapp)
    yield scanner
    scanner.stop()
    scanner.deleteLater()


@pytest.fixture
def scans(scanner: KeyEventScanner) -> list[str]:
    found: list[str] = []
    scanner.scanned.connect(found.append)
    return found


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.windowHandle(), scan_codes=False)


def with_scan_codes(scanner: KeyEventScanner, desk: Desk) -> Keyboard:
    """A keyboard of X11, whose scan codes the offscreen platform does not give."""
    scanner._offset = EVDEV_OFFSET
    return Keyboard(desk.windowHandle(), scan_codes=True)


@pytest.mark.parametrize("russian", [False, True])
@pytest.mark.parametrize("ticket", [TICKET, TICKET.lower()])
def test_a_ticket_without_scan_codes(
    desk: Desk, scans: list[str], keyboard: Keyboard, russian: bool, ticket: str
) -> None:
    desk.line.setFocus()
    keyboard.type(ticket, russian=russian).enter()
    assert scans == [ticket]
    assert desk.line.text() == "Ёлкина"


def test_scan_codes_beat_the_layout_for_any_code(
    desk: Desk, scanner: KeyEventScanner, scans: list[str]
) -> None:
    with_scan_codes(scanner, desk).type("Tp-2026/77", russian=True).enter()
    assert scans == ["Tp-2026/77"]


def test_no_focus_is_needed_and_nothing_sees_the_scan(
    desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.setFocus()
    keyboard.type(TICKET).enter().type(TICKET).type("TP-2026-77").enter()
    assert scans == [TICKET, TICKET, "TP-2026-77"]
    assert desk.unclaimed == ""


@pytest.mark.parametrize("end", ["enter", "tab", "nothing"])
def test_the_end_of_a_scan_presses_no_button_and_moves_no_focus(
    desk: Desk, scans: list[str], keyboard: Keyboard, end: str
) -> None:
    desk.button.setFocus()
    desk.button.setAutoDefault(True)
    desk.button.setDefault(True)
    keyboard.type(TICKET)
    if end != "nothing":
        getattr(keyboard, end)()
    assert scans == [TICKET]
    assert desk.presses == 0
    assert desk.button.hasFocus()


def test_a_persons_enter_and_space_press_the_button(
    qtbot: QtBot, desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.button.setFocus()
    desk.button.setAutoDefault(True)
    keyboard.press(Qt.Key.Key_Space, 57, " ", gap=500)
    qtbot.waitUntil(lambda: desk.presses == 1)
    dialog = QDialog(desk)
    accept = QPushButton("Да", dialog)
    accept.setDefault(True)
    accept.clicked.connect(dialog.accept)
    qtbot.addWidget(dialog)
    dialog.show()
    Keyboard(dialog.windowHandle(), scan_codes=False).enter(gap=500)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert scans == []


def test_a_line_shows_what_it_showed_before(
    desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.line.setFocus()
    desk.line.setSelection(4, -3)
    heard: list[str] = []
    desk.line.textEdited.connect(heard.append)
    keyboard.type("TP-2026-77").enter()
    assert scans == ["TP-2026-77"]
    assert desk.line.text() == "Ёлкина"
    assert (desk.line.selectionStart(), desk.line.selectionEnd()) == (1, 4)
    assert desk.line.cursorPosition() == 1
    assert heard[-1] == "Ёлкина"  # whoever searched for the first letters searches anew


@pytest.mark.parametrize("name", ["text", "rich"])
def test_a_text_shows_what_it_showed_before(
    desk: Desk, scans: list[str], keyboard: Keyboard, name: str
) -> None:
    field: QPlainTextEdit | QTextEdit = getattr(desk, name)
    field.setFocus()
    before = field.toPlainText()
    cursor = field.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(3, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    keyboard.type(TICKET).enter()
    assert scans == [TICKET]
    assert field.toPlainText() == before
    assert (field.textCursor().anchor(), field.textCursor().position()) == (1, 3)


def test_number_fields_and_editable_lists_too(
    qtbot: QtBot, desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    number, choice = QSpinBox(desk), QComboBox(desk)
    number.setMaximum(99_999)
    number.setValue(25)
    choice.setEditable(True)
    choice.setEditText("10А")
    for field in (number, choice):
        field.show()
        field.setFocus()
        keyboard.type(TICKET)
    assert scans == [TICKET, TICKET]
    assert (number.value(), choice.currentText()) == (25, "10А")


def test_a_person_types_as_always(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    desk.line.clear()
    desk.line.setFocus()
    keyboard.type("bdfyjd", russian=True, gap=KEY_GAP_MS + 40)
    assert desk.line.text() == "иванов"
    keyboard.enter(gap=200)
    assert scans == []


def test_a_fast_persons_letters_come_late_but_all(
    qtbot: QtBot, desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.line.clear()
    desk.line.setFocus()
    keyboard.type("bdfyjd", russian=True, gap=30)
    assert desk.line.text() == "иван"
    qtbot.waitUntil(lambda: desk.line.text() == "иванов")
    assert scans == []


def test_letters_without_a_field_reach_the_window_in_order(
    qtbot: QtBot, desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.setFocus()
    keyboard.type("bdfy", russian=True, gap=KEY_GAP_MS + 20)
    qtbot.waitUntil(lambda: desk.unclaimed == "иван")
    keyboard.type("jd", russian=True).enter(gap=KEY_GAP_MS + 20)
    assert desk.unclaimed == "иванов\r"
    assert scans == []


def test_a_scan_right_after_a_letter_leaves_the_letter(
    desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.line.clear()
    desk.line.setFocus()
    keyboard.type("b", russian=True).type(TICKET).enter()
    assert scans == [TICKET]
    assert desk.line.text() == "и"


def test_a_pause_ends_a_scan_without_enter(
    qtbot: QtBot, scanner: KeyEventScanner, scans: list[str], keyboard: Keyboard
) -> None:
    with qtbot.waitSignal(scanner.scanned):
        keyboard.type("TP-2026-77")
    assert scans == ["TP-2026-77"]


def test_other_keys_and_commands_pass(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    desk.line.setFocus()
    keyboard.press(Qt.Key.Key_Home, 71, "", gap=300)
    keyboard.type("z", gap=10)
    keyboard.press(Qt.Key.Key_Backspace, 14, "\b", gap=10)
    keyboard.press(Qt.Key.Key_Delete, 83, "\x7f", gap=10)
    assert desk.line.text() == "лкина"
    assert scans == []


def test_a_held_key_is_no_scan(desk: Desk, scans: list[str], keyboard: Keyboard) -> None:
    desk.line.clear()
    desk.line.setFocus()
    keyboard.type("t")
    for _ in range(20):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier, 0, 0, 0, "t", True
        )
        keyboard.now += 30
        event.setTimestamp(keyboard.now)
        QCoreApplication.sendEvent(keyboard.window, event)
    keyboard.enter()
    assert desk.line.text() == "t" * 21
    assert scans == []


def test_a_scanners_enter_triggers_no_shortcut(
    desk: Desk, scanner: KeyEventScanner, scans: list[str]
) -> None:
    triggered: list[str] = []
    shortcut = QShortcut(QKeySequence("Return"), desk)
    shortcut.activated.connect(lambda: triggered.append("return"))
    window = desk.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert triggered == ["return"]
    for character in "TP-2026-77":
        QTest.keyClick(window, Qt.Key(ord(character)))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [scan.upper() for scan in scans] == ["TP-2026-77"]
    assert triggered == ["return"]


def test_a_field_that_is_gone_does_no_harm(
    desk: Desk, scans: list[str], keyboard: Keyboard
) -> None:
    desk.line.setFocus()
    keyboard.type(TICKET[:60])
    desk.line.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    keyboard.type(TICKET[60:])
    assert scans == [TICKET]


def test_after_stop_nothing_is_kept_back(
    desk: Desk, scanner: KeyEventScanner, scans: list[str], keyboard: Keyboard
) -> None:
    desk.setFocus()
    keyboard.type("tp-77")
    scanner.stop()
    assert desk.unclaimed == "tp-77"
    keyboard.type(TICKET)
    assert desk.unclaimed == "tp-77" + TICKET
    assert scans == []


def test_mouse_and_other_events_are_left_alone(desk: Desk, scanner: KeyEventScanner) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(desk.button, Qt.MouseButton.LeftButton, modifiers, QPoint(5, 5))
    assert desk.presses == 1


@pytest.fixture
def keyed(scanner: KeyEventScanner) -> list[KeyedScan]:
    found: list[KeyedScan] = []
    scanner.keyed.connect(found.append)
    return found


def key_facts(scan: KeyedScan) -> KeyFacts:
    facts = facts_of(scan.text, DeviceKind.WEDGE, "", scan).keys
    assert facts is not None
    return facts


@pytest.mark.parametrize(("end", "ending"), [("enter", Ending.ENTER), ("tab", Ending.TAB)])
def test_how_a_ticket_came_is_told_when_its_end_has_come(
    desk: Desk, scans: list[str], keyed: list[KeyedScan], keyboard: Keyboard, end: str, ending: str
) -> None:
    keyboard.type("b", russian=True, gap=300).type(TICKET, russian=True, gap=7)
    assert (scans, keyed) == ([TICKET], [])
    getattr(keyboard, end)()
    [scan] = keyed
    assert key_facts(scan) == KeyFacts(122, Layout.CYRILLIC, False, Ending(ending), 8)
    assert scan.text == TICKET


def test_how_a_foreign_code_came(desk: Desk, keyed: list[KeyedScan], keyboard: Keyboard) -> None:
    keyboard.type("TP-2026-77", gap=10).enter()
    [scan] = keyed
    assert key_facts(scan) == KeyFacts(10, Layout.LATIN, False, Ending.ENTER, 11)


def test_a_scan_without_an_end_is_told_after_a_while_or_before_the_next(
    qtbot: QtBot, desk: Desk, keyed: list[KeyedScan], keyboard: Keyboard
) -> None:
    keyboard.type(TICKET).type(TICKET.lower())
    assert [scan.text for scan in keyed] == [TICKET]
    qtbot.waitUntil(lambda: len(keyed) == 2)
    assert [scan.ending for scan in keyed] == [Ending.NOTHING] * 2


def test_caps_lock_shows(desk: Desk, keyed: list[KeyedScan], keyboard: Keyboard) -> None:
    for letter in TICKET:
        keyboard.press(ord(letter), SCAN_CODES[letter.lower()], letter, shift=False)
    keyboard.enter()
    assert key_facts(keyed[0]).caps_lock


def test_what_a_person_types_is_never_told(
    desk: Desk, keyed: list[KeyedScan], keyboard: Keyboard
) -> None:
    keyboard.type("bdfyjd", gap=KEY_GAP_MS + 40).enter(gap=200)
    assert keyed == []
