"""Keyboard scanners under X11: raw key codes arrive as what the scanner meant, in any layout.

Each test has an X server of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kiosk
from tests.x11 import CAPS_LOCK, ENTER, PATIENCE_S, keys_of, needs_x11, press

pytestmark = needs_x11

TICKET = "ED" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 3 + "ABCDEFGHIJKLMNOPQRSTUVWX"

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


def scan_under_x(
    display: dict[str, str], keys: list[str], *, scans: int, focus: str = "field"
) -> Any:
    """Start a window on the display, send it keys, and answer what came of them."""
    environment = {
        **display,
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
            press(environment, keys)
            output, _ = program.communicate(timeout=PATIENCE_S)
        finally:
            program.kill()
    return json.loads(output)


@pytest.mark.parametrize("focus", ["field", "nothing"])
def test_a_ticket_under_the_russian_layout(display: dict[str, str], focus: str) -> None:
    keys = [*keys_of(TICKET.lower()), str(ENTER)]
    answer = scan_under_x(display, keys * 2, scans=2, focus=focus)
    assert answer == {"scans": [TICKET.lower()] * 2, "field": "было", "entered": []}


def test_capital_letters_and_a_foreign_code(display: dict[str, str]) -> None:
    keys = [*keys_of("Tp-2026/77x"), str(ENTER)]
    answer = scan_under_x(display, keys, scans=1)
    assert answer == {"scans": ["Tp-2026/77x"], "field": "было", "entered": []}


def test_caps_lock(display: dict[str, str]) -> None:
    keys = [str(CAPS_LOCK), *keys_of(TICKET.lower())]
    answer = scan_under_x(display, keys, scans=1)
    assert answer["scans"] == [TICKET.lower()]
    assert answer["field"] == "было"
