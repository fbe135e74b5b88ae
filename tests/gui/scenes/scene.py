"""What a picture is taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.operations.staff import Operator
from kiosk.ui.window import MainWindow
from tests.gui.fake_desk import FakeDesk
from tests.gui.world import ANNA

Play = Callable[[MainWindow, FakeDesk], None]


def as_it_opens(_window: MainWindow, _desk: FakeDesk) -> None:
    """Nothing is done."""


@dataclass(frozen=True)
class Scene:
    """What is done at a window that opens over a desk with such answers."""

    play: Play = as_it_opens
    answers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def operator(self) -> Operator | None:
        """Who works the kiosk, unless a staff list says so."""
        return None if "staff" in self.answers else ANNA


def keys(window: MainWindow, *pressed: Qt.Key | str) -> None:
    """Presses keys, and types letters of any alphabet, as they reach the window."""
    for key in pressed:
        if isinstance(key, Qt.Key):
            QTest.keyClick(window, key)
            continue
        for letter in key:
            modifiers = Qt.KeyboardModifier.NoModifier
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter.upper()), modifiers, letter)
                QCoreApplication.sendEvent(window, event)


def typed(*pressed: Qt.Key | str) -> Play:
    """Keys that are pressed at the open window."""
    return lambda window, _desk: keys(window, *pressed)


def in_turn(*plays: Play) -> Play:
    """One after the other."""

    def play(window: MainWindow, desk: FakeDesk) -> None:
        for part in plays:
            part(window, desk)

    return play
