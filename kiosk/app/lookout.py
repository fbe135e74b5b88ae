"""The watch over the hardware that the header tells of: scanners that go, a disk that fills."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from kiosk.desk import LaneDesk
from kiosk.domain.readiness_facts import Disk
from kiosk.scanning.devices import Devices
from kiosk.ui.window import MainWindow

_LOOK_MS = 60_000


class Lookout(QObject):
    """Tells the present window how the scanners do at once, and of the disk once a minute."""

    def __init__(self, parent: QObject, desk: LaneDesk, scanners: Devices) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scanners = scanners
        self._window: MainWindow | None = None
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look_at_disk)
        scanners.changed.connect(self._tell_scanners)

    def tell(self, window: MainWindow) -> None:
        """From now on it is this window that is told."""
        self._window = window
        self._tell_scanners()
        self._look_at_disk()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tell_scanners(self) -> None:
        if self._window is not None:
            self._window.scanners(self._scanners.states)

    def _look_at_disk(self) -> None:
        self._desk.free_disk(self._tell_disk, lambda _: self._tell_disk(None))

    def _tell_disk(self, disk: Disk | None) -> None:
        if self._window is not None:
            self._window.disk(disk)
