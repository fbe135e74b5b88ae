"""Every state of every screen, painted in both languages and sizes: every word can be read.

None may be cut off, and none may be too pale for the ground that it stands on.

With `--pictures` they are kept in build/pictures, to be looked at; without it, the larger screen,
where there is room for everything, is painted of a few scenes only.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from kiosk.ui.widgets.text import Elided, Letter
from tests.gui.conftest import Opener
from tests.gui.fake_desk import FakeDesk
from tests.gui.painted_words import pale_words
from tests.gui.scenes import day, gate, header, manager, practice, without_ticket
from tests.gui.scenes.scene import Scene

PICTURES = Path(__file__).parents[2] / "build" / "pictures"
SETTLED_WITHIN_MS = 1_000
LAPTOP, LARGE = (1366, 768), (1920, 1080)

SCENES: dict[str, Scene] = {
    **header.SCENES,
    **gate.SCENES,
    **without_ticket.SCENES,
    **day.SCENES,
    **manager.SCENES,
    **practice.SCENES,
}


A_FEW = list(SCENES)[::8]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    everything = metafunc.config.getoption("--pictures")
    painted = [
        pytest.param(name, speaking, size, id=f"{name}-{size[0]}x{size[1]}-{speaking}")
        for name in SCENES
        for size in (LAPTOP, LARGE)
        for speaking in ("ru", "en")
        if size == LAPTOP or everything or name in A_FEW
    ]
    metafunc.parametrize(("name", "speaking", "size"), painted)


@pytest.fixture
def keep(request: pytest.FixtureRequest) -> bool:
    """Whether the pictures are wanted, and not only that nothing is cut off in them."""
    return bool(request.config.getoption("--pictures"))


def test_every_word_can_be_read(
    qtbot: QtBot,
    open_window: Opener,
    name: str,
    speaking: str,
    size: tuple[int, int],
    keep: bool,
) -> None:
    scene, desk = SCENES[name], FakeDesk()
    desk.answers.update(scene.answers)
    window = open_window(
        desk, speaking=speaking, size=size, more=manager.fitted(), operator=scene.operator
    )
    scene.play(window, desk)
    cut: list[str] = []

    def nothing_is_cut_off() -> bool:
        QApplication.processEvents()  # what came into a layout is shown with the next turn
        parts = window.findChildren(QWidget)
        cut[:] = [describe(part) for part in parts if is_cut_off(part)]
        return not cut

    with contextlib.suppress(NotInTime):  # the layouts settle; then the assertion tells more
        qtbot.waitUntil(nothing_is_cut_off, timeout=SETTLED_WITHIN_MS)
    picture = window.grab()
    if keep:
        folder = PICTURES / f"{speaking}-{size[0]}{scale()}"
        folder.mkdir(parents=True, exist_ok=True)
        picture.save(str(folder / f"{name}.png"))
    assert (window.width(), window.height()) == size
    assert cut == []
    if (speaking, size, scale()) == ("ru", LAPTOP, ""):  # the colours are the same in each
        assert pale_words(window, picture.toImage()) == {}
    assert [describe(part) for part in window.findChildren(QWidget) if is_unnamed(part)] == []


def scale() -> str:
    """What is added to a folder's name for the pictures of a screen with finer pixels."""
    factor = os.environ.get("QT_SCALE_FACTOR", "1")
    return "" if factor == "1" else f"@{factor}"


def is_unnamed(part: QWidget) -> bool:
    """Whether a visible control says nothing to somebody who hears the screen."""
    is_control = isinstance(part, QPushButton | QLineEdit | QPlainTextEdit)
    return is_control and part.isVisible() and not part.accessibleName()


def is_cut_off(part: QWidget) -> bool:
    """Whether a word of a visible label or button has less room than it needs."""
    if not part.isVisible() or isinstance(part, Elided):
        return False
    if isinstance(part, Letter):
        return part.height() < part.sizeHint().height() or part.width() < part.sizeHint().width()
    if isinstance(part, QPushButton):
        return part.width() < part.sizeHint().width()
    if not isinstance(part, QLabel) or not part.text():
        return False
    if part.hasHeightForWidth():
        flags = Qt.TextFlag.TextWordWrap
        words = part.fontMetrics().boundingRect(0, 0, part.width(), 9999, flags, part.text())
        return part.height() < part.heightForWidth(part.width()) or words.width() > part.width()
    return part.width() < part.sizeHint().width() or part.height() < part.fontMetrics().height()


def describe(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QPushButton) else ""
    return f"{type(part).__name__} {text!r} has {part.width()}×{part.height()}"
