"""How a keyboard scanner ended its scan, which shows only some time after the scan."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.devices import Ending
from kiosk.scanning.self_test import KeyedScan, KeyPress
from kiosk.scanning.wedge import SUFFIX_GAP_MS


class ScanEnding(QObject):
    """Holds the latest scan until its Enter or Tab has come, or none has in time.

    A ticket is complete before its Enter, so the scan itself does not wait for this.
    """

    known = Signal(object)
    """A KeyedScan."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scan: tuple[str, tuple[KeyPress, ...]] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SUFFIX_GAP_MS)
        self._timer.timeout.connect(self._lapse)

    def scanned(self, text: str, presses: Iterable[KeyPress]) -> None:
        """A scan has come; the one before has ended as far as it will."""
        self.ended(Ending.NOTHING)
        self._scan = text, tuple(presses)
        self._timer.start()

    def ended(self, ending: Ending) -> None:
        """How the latest scan ended, unless that is known."""
        self._timer.stop()
        if self._scan is not None:
            scan, self._scan = self._scan, None
            self.known.emit(KeyedScan(*scan, ending))

    @Slot()
    def _lapse(self) -> None:
        self.ended(Ending.NOTHING)
