"""Colours that can be read, one style sheet, and no value outside the tokens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

import kiosk.ui
from kiosk.ui.theme import fonts
from kiosk.ui.theme.style_sheet import style_sheet
from kiosk.ui.theme.tokens import COLOURS

HERE = Path(kiosk.ui.__path__[0])

PAIRS = [
    ("ink", "surface"),
    ("ink", "ground"),
    ("ink-2", "surface"),
    ("ink-2", "ground"),
    ("ink-3", "surface"),
    ("surface", "ink"),
    ("surface", "brand"),
    ("brand-deep", "brand-soft"),
    ("brand-deep", "surface"),
    ("ink", "brand-soft"),
    ("ink-2", "brand-soft"),
    ("surface", "go"),
    ("surface", "go-deep"),
    ("go", "surface"),
    ("go", "go-soft"),
    ("ink", "heed"),
    ("heed-ink", "heed-soft"),
    ("heed-ink", "surface"),
    ("heed-ink", "ground"),
    ("surface", "stop"),
    ("surface", "stop-deep"),
    ("stop", "surface"),
    ("stop", "stop-soft"),
    ("surface", "ask"),
    ("surface", "ask-deep"),
    ("surface", "fail"),
    ("fail", "surface"),
    ("surface", "fail-deep"),
]
"""Every text colour with a ground that it stands on. Contrast is 4.5:1 or better."""


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert contrast(COLOURS[text], COLOURS[ground]) >= 4.5


def test_the_style_sheet_is_whole() -> None:
    sheet = style_sheet()
    assert "var(" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_colours_come_only_from_the_tokens() -> None:
    for path in [*HERE.rglob("*.py"), *HERE.rglob("*.qss")]:
        if path.name != "tokens.py":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"#[0-9A-Fa-f]{6}\b", text), path
            assert path.name in {"state.py"} or "setStyleSheet" not in text, path


def test_inter_is_carried_along_in_all_its_weights(qapp: QApplication) -> None:
    font = fonts.load()
    for weight in (400, 600, 700, 800):
        font.setWeight(font.Weight(weight))
        info = QFontInfo(font)
        assert (info.family(), info.weight()) == ("Inter", weight)


def test_a_screen_of_twice_the_density_shows_the_same() -> None:
    """In a process of its own: the factor is read when Qt starts."""
    script = """
from PySide6.QtWidgets import QApplication
from kiosk.ui import language
from kiosk.ui.theme.state import dress
from kiosk.ui.window import MainWindow
from tests.gui.fake_desk import FakeDesk
from tests.gui.world import at
app = QApplication([])
language.install(app, "ru")
dress(app)
window = MainWindow(now=lambda: at(10, 7))
window.resize(1366, 768)
window.show()
window.start(FakeDesk())
window.scan("ticket", "wedge")
app.processEvents()
picture = window.grab()
print(window.width(), window.height(), picture.width(), picture.height())
"""
    environment = os.environ | {"QT_SCALE_FACTOR": "2"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.split() == ["1366", "768", "2732", "1536"]


def test_the_first_paint_waits_for_no_heavy_library() -> None:
    script = "import sys, kiosk.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    heavy = {"cryptography", "sqlalchemy", "pydantic", "httpx", "qrcode", "PIL"}
    behind = ("kiosk.domain.", "kiosk.operations", "kiosk.store", "kiosk.ui.screens")
    early = {name for name in loaded if name.startswith(behind)}
    assert loaded & heavy == set()
    assert early == {"kiosk.domain.languages"}, "what the settings file may say"


def test_the_outline_is_painted_without_the_names_of_qt() -> None:
    """PySide6 makes them when one of them is first needed, which takes longer than to paint."""
    script = """
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from kiosk.ui.window import MainWindow
app = QApplication([])
window = MainWindow(now=lambda: 0)
window.resize(1366, 768)
window.show()
app.processEvents()
picture = window.grab().toImage()
header, ground, stage = (picture.pixelColor(*at).name() for at in ((5, 5), (5, 90), (300, 300)))
print("Qt" in vars(QtCore), header, ground, stage)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    outline = [COLOURS["surface"], COLOURS["ground"], COLOURS["surface"]]
    assert done.stdout.split() == ["False", *(colour.lower() for colour in outline)]
