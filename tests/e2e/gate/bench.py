"""A kiosk to work at: the whole desktop, with keys and clicks that reach it through its window."""

from __future__ import annotations

import os
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Desktop
from kiosk.domain.devices import DeviceSettings
from kiosk.domain.records import Record
from kiosk.settings import Settings
from kiosk.store.database import Database
from kiosk.ui.idle import IdleWatch
from kiosk.ui.screens.gate.state import GateState
from kiosk.ui.window import MainWindow
from tests.gui.test_key_events import Keyboard

PATIENCE_MS = 10_000
LETTER_MS, THINKING_MS = 150, 1_000
"""A person's time from letter to letter, and from one decision to the next."""

Key = Qt.Key


class Actions(QObject):
    """Counts what a person does, as the window hears it.

    A key is an action, and so is a touch. What is typed in one go, up to the key that ends it, is
    one action, and so is a scan.
    """

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._typed_at: int | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(watched, QWindow):
            if event.type() == QEvent.Type.MouseButtonPress:
                self.count += 1
                self._typed_at = None
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> None:
        typed = event.text().isprintable() and bool(event.text())
        at, last = event.timestamp(), self._typed_at
        if not at:
            return  # a key that was kept back a moment comes a second time, without its time
        if last is None or at - last >= THINKING_MS:
            self.count += 1
        self._typed_at = at if typed else None


class Bench:
    """A desktop and the person who works at it."""

    def __init__(self, qtbot: QtBot, app: QApplication, desktop: Desktop, folder: Path) -> None:
        self.qtbot, self.desktop, self.folder = qtbot, desktop, folder
        self.app = app
        self.opened_at = desktop.window.size()
        self._keyboard: Keyboard | None = None

    @property
    def window(self) -> MainWindow:
        return self.desktop.window

    @property
    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    @property
    def keyboard(self) -> Keyboard:
        if self._keyboard is None:
            self._keyboard = Keyboard(self.handle, scan_codes=False)
        return self._keyboard

    @property
    def state(self) -> GateState:
        """What the gate's own stage shows, or would show."""
        return self.window.gate._state

    @property
    def held(self) -> Any:
        """The page that holds the gate's stage, None for its own."""
        return self.window.gate._held

    # --- what a person does ---

    def scan(self, text: str, *, russian: bool = False) -> Bench:
        """A wedge types a code."""
        self.keyboard.now += THINKING_MS
        self.keyboard.type(text, russian=russian).enter()
        return self

    def key(self, *keys: Qt.Key | str) -> Bench:
        """Keys, each pressed after a thought."""
        for key in keys:
            self._press(key, THINKING_MS)
        return self

    def word(self, text: str, end: Qt.Key | None = Key.Key_Return) -> Bench:
        """A word or a number in one go, with the key that ends it."""
        for place, letter in enumerate(text):
            self._press(letter, LETTER_MS if place else THINKING_MS)
        if end is not None:
            self._press(end, LETTER_MS)
        return self

    def click(self, widget: QWidget) -> Bench:
        """A touch where a widget is seen; whatever lies there gets it."""
        assert widget.isVisible(), widget
        spot = widget.mapTo(self.window, QPoint(widget.width() // 2, widget.height() // 2))
        QTest.mouseClick(
            self.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
        return self

    def leave_alone(self) -> Bench:
        """Nobody touches anything until the kiosk has noticed."""
        watch = self.handle.findChild(IdleWatch)
        assert watch is not None
        clock = watch.findChild(QTimer)
        assert clock is not None
        assert clock.isActive(), "nobody waits for it"
        clock.stop()
        clock.timeout.emit()
        return self

    def press(self, words: str) -> Bench:
        """A touch on the visible button that says so."""
        found = [b for b in self.buttons() if b.text() == words]
        assert found, (words, [b.text() for b in self.buttons()])
        return self.click(found[0])

    def touch(self, letters: str) -> Bench:
        """Letters on the screen's own keys."""
        for letter in letters:
            keys = [b for b in self.buttons() if b.text() == letter.upper()]
            self.click(keys[0])
        return self

    def _press(self, key: Qt.Key | str, gap: int) -> None:
        if isinstance(key, str):
            self.keyboard.press(ord(key.upper()), 0, key, gap=gap)
        else:
            text = "\r" if key in (Key.Key_Return, Key.Key_Enter) else ""
            self.keyboard.press(key, 0, text, gap=gap)

    # --- what a person sees ---

    def buttons(self) -> list[QAbstractButton]:
        found = self.window.findChildren(QPushButton)
        return [button for button in found if button.isVisible()]

    def labelled(self, beginning: str) -> str:
        """The whole text of the visible button that begins so."""
        return next(b.text() for b in self.buttons() if b.text().startswith(beginning))

    def words(self) -> str:
        labels = [part.text() for part in self.window.findChildren(QLabel) if part.isVisible()]
        return "\n".join(labels + [button.text() for button in self.buttons()])

    def sees(self, *texts: str) -> Bench:
        """Waits until all of these are read in the window."""
        try:
            self.qtbot.waitUntil(
                lambda: all(text in self.words() for text in texts), timeout=PATIENCE_MS
            )
        except Exception as error:
            raise AssertionError(f"{texts} not in:\n{self.words()}") from error
        return self

    def until(self, holds: Callable[[], bool], patience: int = PATIENCE_MS) -> Bench:
        self.qtbot.waitUntil(holds, timeout=patience)
        return self

    def records(self) -> list[Record]:
        with Database.open(self.folder, writable=False) as store:
            return store.read(lambda uow: list(uow.journal.records()))

    def kinds(self) -> list[str]:
        """What was recorded, but for the journal's beginning and the clock."""
        aside = ("opened", "clock_checked", "clock")
        return [record.kind for record in self.records() if record.kind not in aside]

    def has(self, *kinds: str) -> Bench:
        """Waits until exactly this was recorded."""
        try:
            self.qtbot.waitUntil(lambda: self.kinds() == list(kinds), timeout=PATIENCE_MS)
        except Exception as error:
            raise AssertionError(f"{self.kinds()} is not {list(kinds)}\n{self.words()}") from error
        return self


@contextmanager
def bench(
    qtbot: QtBot,
    app: QApplication,
    folder: Path,
    *,
    operator: str = "",
    devices: DeviceSettings | None = None,
    size: tuple[int, int] = (1366, 768),
    speaking: str = "ru",
) -> Iterator[Bench]:
    """The desktop as it is started on a small screen, once it answers; ended in order."""
    settings = Settings(data_dir=folder, sound=False, language=speaking, devices=devices)
    desktop = Desktop(app, folder, settings, operator=operator)
    qtbot.addWidget(desktop.window)
    desktop.window.resize(*size)
    desktop.window.show()
    made = Bench(qtbot, app, desktop, folder)
    try:
        desktop.window.activateWindow()
        made.until(desktop._next_sync.isActive)  # the first exchange was tried
        made.opened_at = desktop.window.size()
        yield made
    finally:
        desktop.stop()


@contextmanager
def cable() -> Iterator[tuple[int, str]]:
    """A serial line: the scanner's end, and the name of the port."""
    scanner, computer = os.openpty()
    tty.setraw(computer)
    try:
        yield scanner, os.ttyname(computer)
    finally:
        os.close(scanner)
        os.close(computer)
