"""What every screen is to the window: a view and its presenter, brought together."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import ScanMeans


class KeyTaker(Protocol):
    """A view that acts on keys which none of its widgets has taken."""

    def take_key(self, event: QKeyEvent) -> bool: ...


View = TypeVar("View", bound=QWidget)


class ScreenPart(Generic[View]):
    """One screen. Those that a scan means something to answer `scan` themselves."""

    def __init__(self, view: View) -> None:
        self.view = view

    @property
    def scan_means(self) -> ScanMeans:
        """What a scan does while the screen is shown."""
        return ScanMeans.ARRIVAL

    @property
    def scan_subject(self) -> str:
        """What the scan is for, where there are several: a trial's title."""
        return ""

    def open(self) -> None:
        """The screen is shown, coming from another one."""

    def put_away(self) -> None:
        """Nobody has touched the kiosk for a while: names are not for whoever walks past."""

    def come_back(self) -> None:
        """Somebody is there again: what was put away may be shown."""

    def scan(self, text: str, source: str) -> bool:  # noqa: ARG002 - the gate's
        """Answers a scan; False leaves it to the gate."""
        return False

    def take_key(self, event: QKeyEvent) -> bool:
        """Acts on a key; whether it meant something here."""
        takes: KeyTaker | None = self.view if hasattr(self.view, "take_key") else None
        return takes is not None and takes.take_key(event)
