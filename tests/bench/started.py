"""A program that starts, says when it had painted and when it was ready, and ends.

`python -m tests.bench.started bare|kiosk FOLDER`; times are of the system's monotonic clock.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_IDLE_MS = 1_000


class FirstPaint(QObject):
    """Calls back once a window has been painted."""

    def __init__(self, window: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._painted = painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)


class Report:
    """What is said in the end."""

    def __init__(self) -> None:
        self._said: dict[str, float] = {}

    def now(self, name: str) -> None:
        self._said[name] = time.monotonic_ns()

    def finish(self) -> None:
        """Ends the program after a second of idleness."""
        QTimer.singleShot(_IDLE_MS, self._say)

    def _say(self) -> None:
        from tests.bench import machine

        print(json.dumps(self._said | {"memory_mb": machine.memory_mb()}), flush=True)
        QApplication.quit()


def start_bare(report: Report) -> None:
    app = QApplication([])
    window = QWidget()
    window.resize(app.primaryScreen().availableSize())

    def painted() -> None:
        report.now("painted")
        report.now("ready")
        report.finish()

    FirstPaint(window, painted)
    window.show()
    app.exec()


def start_kiosk(report: Report, folder: Path) -> None:
    """Ready is when the opened store has answered the window: the next scan gets its verdict."""
    from kiosk.app import Desktop, application
    from kiosk.settings import Settings

    settings = Settings.load()
    app = application()
    desktop = Desktop(app, folder, settings)

    def painted() -> None:
        report.now("painted")
        QTimer.singleShot(0, ask)

    def ask() -> None:
        desk = desktop._desk
        if desk is None:
            QTimer.singleShot(0, ask)
        else:
            desk.overview(ready, fail)

    def ready(_: object) -> None:
        report.now("ready")
        report.finish()

    FirstPaint(desktop.window, painted)
    desktop.show()
    app.exec()
    desktop.stop()


def fail(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        start_bare(Report())
    else:
        start_kiosk(Report(), Path(sys.argv[2]))
