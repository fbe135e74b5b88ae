"""Kiosk mode: the window stays full and open, until the program itself closes it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from kiosk.machine.one_instance import address_of, is_answered
from kiosk.ui.doorbell import Doorbell
from kiosk.ui.kiosk_mode import KioskMode
from tests.x11 import PATIENCE_S, needs_x11

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)  # offscreen only

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CLOSING_KEYS = [(Qt.Key.Key_F4, ALT), (Qt.Key.Key_W, CONTROL), (Qt.Key.Key_Q, CONTROL)]

ON_A_DISPLAY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from kiosk.ui.kiosk_mode import KioskMode

app = QApplication([])
window = QMainWindow()
window.setWindowTitle("kept")
mode = KioskMode(window)
mode.exit_wanted.connect(lambda: print("exit wanted", flush=True))
mode.set_on(True)
print("open", int(window.winId()), flush=True)
for line in iter(sys.stdin.readline, ""):
    for _ in range(20):
        app.processEvents()
    if line == "look\\n":
        print("visible" if window.isVisible() else "gone", flush=True)
    if line == "quit\\n":
        app.quit()
        QTimer.singleShot(0, app.quit)
        app.exec()
        print("ended", window.isVisible(), flush=True)
"""


CLOSE_BUTTON = """
import ctypes, sys
from ctypes import c_int, c_long, c_ulong, c_void_p

class Message(ctypes.Structure):  # XClientMessageEvent of Xlib.h
    _fields_ = [("type", c_int), ("serial", c_ulong), ("sent", c_int), ("display", c_void_p),
                ("window", c_ulong), ("kind", c_ulong), ("format", c_int), ("data", c_long * 5)]

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype, x11.XInternAtom.restype = c_void_p, c_ulong
display = c_void_p(x11.XOpenDisplay(None))
kind = x11.XInternAtom(display, b"WM_PROTOCOLS", 0)
delete = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
room = (ctypes.c_char * 192)()  # an XEvent is a union of 24 longs
message = Message.from_buffer(room)
message.type, message.format, message.kind = 33, 32, kind
message.window, message.data[0] = int(sys.argv[1]), delete
assert x11.XSendEvent(display, c_ulong(message.window), 0, c_long(0), room)
x11.XCloseDisplay(display)
"""
"""Does what a window manager does when its close button is pressed; there is none on Xvfb."""


def ask_to_close(display: dict[str, str], number: str) -> None:
    command = [sys.executable, "-c", CLOSE_BUTTON, number]
    subprocess.run(command, env=display, check=True, timeout=PATIENCE_S)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def mode(window: QMainWindow, qtbot: QtBot) -> KioskMode:
    mode = KioskMode(window)
    mode.set_on(True)
    qtbot.waitUntil(lambda: window.isFullScreen() and window.isActiveWindow())
    return mode


@pytest.mark.parametrize(("key", "modifier"), CLOSING_KEYS)
def test_closing_keys_ask_for_the_exit_and_close_nothing(
    qtbot: QtBot,
    window: QMainWindow,
    mode: KioskMode,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    with qtbot.waitSignal(mode.exit_wanted, timeout=1_000):
        QTest.keyClick(field, key, modifier)
    assert window.isVisible()


def test_while_it_is_off_keys_mean_nothing_to_it(
    qtbot: QtBot, window: QMainWindow, mode: KioskMode
) -> None:
    mode.set_on(False)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    with qtbot.assertNotEmitted(mode.exit_wanted):
        for key, modifier in CLOSING_KEYS:
            QTest.keyClick(window, key, modifier)
    window.showNormal()
    assert not window.isFullScreen()


@pytest.mark.parametrize("way", ["showMinimized", "showNormal", "showMaximized"])
def test_it_comes_back_over_the_whole_screen(
    qtbot: QtBot, window: QMainWindow, mode: KioskMode, way: str
) -> None:
    getattr(window, way)()
    assert window.isMinimized() or not window.isFullScreen()
    qtbot.waitUntil(lambda: window.isFullScreen() and not window.isMinimized(), timeout=1_000)


def test_the_program_itself_closes_it(window: QMainWindow, mode: KioskMode) -> None:
    assert window.close()
    assert not window.isVisible()


def test_it_leaves_the_cursor_as_it_is(window: QMainWindow, mode: KioskMode) -> None:
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor


# --- one instance ---------------------------------------------------------------------------------


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return address_of(tmp_path / "data")


@pytest.fixture
def bell(address: str) -> Iterator[Doorbell]:
    bell = Doorbell(address)
    yield bell
    bell.close()


def test_a_second_start_brings_the_first_window_back(
    qtbot: QtBot, window: QMainWindow, bell: Doorbell, address: str
) -> None:
    mode = KioskMode(window)
    bell.rung.connect(mode.come_forward)
    window.showMinimized()
    for _ in range(3):
        with qtbot.waitSignal(bell.rung, timeout=1_000):
            assert is_answered(address)
    qtbot.waitUntil(lambda: not window.isMinimized() and window.isVisible(), timeout=1_000)
    assert not window.isFullScreen()


def test_what_a_crashed_kiosk_left_is_in_nobodys_way(qtbot: QtBot, address: str) -> None:
    script = (
        "import os, sys; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication([]); from kiosk.ui.doorbell import Doorbell;"
        "bell = Doorbell(sys.argv[1]); os.abort()"
    )
    crashed = subprocess.run(
        [sys.executable, "-c", script, address], capture_output=True, check=False, timeout=60
    )
    assert crashed.returncode < 0
    assert Path(address).exists()
    assert not is_answered(address)
    bell = Doorbell(address)
    with qtbot.waitSignal(bell.rung, timeout=1_000):
        assert is_answered(address)
    bell.close()


def test_without_a_place_to_listen_the_kiosk_works_on(tmp_path: Path, qapp: object) -> None:
    nowhere = str(tmp_path / "none" / "bell")
    bell = Doorbell(nowhere)
    assert not is_answered(nowhere)
    bell.close()


# --- on a real display ----------------------------------------------------------------------------


@needs_x11
def test_the_systems_close_button_asks_for_the_exit(display: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ON_A_DISPLAY],
        env=display,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        said, number = program.stdout.readline().split()
        assert said == "open"
        ask_to_close(display, number)
        program.stdin.write("look\n")
        program.stdin.flush()
        assert program.stdout.readline() == "exit wanted\n"
        assert program.stdout.readline() == "visible\n"
        program.stdin.write("quit\n")
        program.stdin.flush()
        assert program.stdout.readline().startswith("ended")
        program.stdin.close()
        assert program.wait(PATIENCE_S) == 0
