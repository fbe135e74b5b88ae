"""Keyboard scanners under X11: raw key codes arrive as what the scanner meant, in any layout.

Each test has an X server of its own. XTEST sends key codes, as a scanner does; typing by symbols
would look the keys up in the layout and prove nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kiosk
from kiosk.scanning.layouts import EVDEV_OFFSET, us_character

MISSING = [tool for tool in ("Xvfb", "xdotool", "setxkbmap") if not shutil.which(tool)]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

TICKET = "ED" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 3 + "ABCDEFGHIJKLMNOPQRSTUVWX"
CODES = {us_character(code, shift=False, offset=EVDEV_OFFSET): code for code in range(9, 128)}
SHIFT, CAPS_LOCK, ENTER = 50, 66, 36
PATIENCE_S = 30

PROGRAM = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from kiosk.scanning.key_events import KeyEventScanner

app = QApplication(sys.argv)
window = QWidget()
field = QLineEdit("было", window)
QVBoxLayout(window).addWidget(field)
entered, scans = [], []
QShortcut(QKeySequence("Return"), window).activated.connect(lambda: entered.append("return"))
scanner = KeyEventScanner(app)

def keep(text):
    scans.append(text)
    if len(scans) == int(sys.argv[1]):
        QTimer.singleShot(300, finish)  # time for the Enter that follows

def finish():
    print(json.dumps({"scans": scans, "field": field.text(), "entered": entered}), flush=True)
    scanner.stop()
    app.quit()

scanner.scanned.connect(keep)
window.setGeometry(0, 0, 1280, 1024)
window.show()
if sys.argv[2] == "field":
    field.setFocus()
else:
    field.clearFocus()
def report():
    if window.windowHandle().isExposed():
        watch.stop()
        print("ready", flush=True)

watch = QTimer()
watch.timeout.connect(report)
watch.start(10)
QTimer.singleShot(25_000, finish)
app.exec()
"""


@pytest.fixture
def display() -> Iterator[str]:
    """The name of a free display with an X server behind it, Russian layout set."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-noreset", "-screen", "0", "1280x1024x24"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as number:
            name = f":{number.readline().strip()}"
        environment = {**os.environ, "DISPLAY": name}
        subprocess.run(["setxkbmap", "ru"], env=environment, check=True, timeout=PATIENCE_S)
        yield name
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def scan_under_x(display: str, keys: list[str], *, scans: int, focus: str = "field") -> Any:
    """Start a window on the display, send it keys, and answer what came of them."""
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(Path(kiosk.__path__[0]).parent),
        "PYTHONIOENCODING": "utf-8",
    }
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(scans), focus],
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        try:
            assert program.stdout
            assert program.stdout.readline() == "ready\n"
            subprocess.run(
                ["xdotool", "key", "--delay", "3", *keys],
                env=environment,
                check=True,
                timeout=PATIENCE_S,
            )
            output, _ = program.communicate(timeout=PATIENCE_S)
        finally:
            program.kill()
    return json.loads(output)


def keys_of(text: str) -> list[str]:
    """The key codes of a text on an American keyboard."""
    return [
        f"{SHIFT}+{CODES[char.lower()]}" if char.isupper() else str(CODES[char]) for char in text
    ]


@pytest.mark.parametrize("focus", ["field", "nothing"])
def test_a_ticket_under_the_russian_layout(display: str, focus: str) -> None:
    keys = [*keys_of(TICKET.lower()), str(ENTER)]
    answer = scan_under_x(display, keys * 2, scans=2, focus=focus)
    assert answer == {"scans": [TICKET.lower()] * 2, "field": "было", "entered": []}


def test_capital_letters_and_a_foreign_code(display: str) -> None:
    keys = [*keys_of("Tp-2026/77x"), str(ENTER)]
    answer = scan_under_x(display, keys, scans=1)
    assert answer == {"scans": ["Tp-2026/77x"], "field": "было", "entered": []}


def test_caps_lock(display: str) -> None:
    keys = [str(CAPS_LOCK), *keys_of(TICKET.lower())]
    answer = scan_under_x(display, keys, scans=1)
    assert answer["scans"] == [TICKET.lower()]
    assert answer["field"] == "было"
