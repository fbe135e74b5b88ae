"""The printer as the desk sees it: pages go out, a sentence comes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kiosk.printing.documents import Badge, Document, Pdf, Target
from kiosk.printing.queue import PrintQueue
from kiosk.printing.results import PrintResult, sentence
from kiosk.settings import Settings


class QueuedPress(QObject):
    """Prints one job after the other, on the printer that the settings name."""

    def __init__(self, parent: QObject, settings: Callable[[], Settings]) -> None:
        super().__init__(parent)
        self._settings = settings
        self._queue = PrintQueue(self)
        self._queue.finished.connect(self._finished)
        self._told: dict[int, Callable[[str], None]] = {}

    @property
    def language(self) -> str:
        return self._settings().language

    def print_pages(self, pdf: bytes, done: Callable[[str], None]) -> None:
        """Answers in the window's thread with a sentence that says how it went."""
        self._print(Pdf(pdf), done)

    def print_badge(self, badge: Badge, done: Callable[[str], None]) -> None:
        """Answers like `print_pages`."""
        self._print(badge, done)

    def stop(self) -> None:
        self._queue.stop()

    def _print(self, document: Document, done: Callable[[str], None]) -> None:
        number = self._queue.submit(document, Target(printer=self._settings().printer))
        self._told[number] = done

    @Slot(object)
    def _finished(self, result: PrintResult) -> None:
        done = self._told.pop(result.job, None)
        if done is not None:
            done(sentence(result, self.language))
