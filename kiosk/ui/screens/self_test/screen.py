"""The self-test, brought together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from kiosk.domain.devices import DeviceSettings
from kiosk.ui.screen import ScanMeans
from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.screens.self_test.presenter import SelfTestPresenter
from kiosk.ui.screens.self_test.state import Scanners
from kiosk.ui.screens.self_test.view import SelfTestView


class LiveScanners(Scanners, Protocol):
    """The kiosk's scanners with their signals: `changed`, `observed` and `preview`."""

    changed: Any
    observed: Any
    preview: Any

    def show_preview(self, on: bool) -> None: ...  # noqa: FBT001 - a Qt slot


class SelfTestScreen(ScreenPart[SelfTestView]):
    """A scan here tests a scanner, and checks nobody in."""

    def __init__(
        self,
        scanners: LiveScanners,
        *,
        keep: Callable[[DeviceSettings], None],
        hhmm: Callable[[int], str],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(SelfTestView())
        view = self.view
        self._presenter = SelfTestPresenter(scanners, view.show_state, keep=keep, hhmm=hhmm)
        scanners.changed.connect(self._presenter.devices_changed)
        scanners.observed.connect(self._presenter.scanned)
        scanners.preview.connect(view.preview.show_picture)
        view.preview.watched.connect(scanners.show_preview)
        view.port_switched.connect(self._presenter.switch_port)
        view.camera_chosen.connect(self._presenter.choose_camera)
        view.look_wanted.connect(self._presenter.look_again)
        view.leave_wanted.connect(leave)

    @property
    def scan_means(self) -> ScanMeans:
        return ScanMeans.TEST

    def open(self) -> None:
        self._presenter.open()

    def scan(self, text: str, source: str) -> bool:  # noqa: ARG002 - nobody is checked in
        return True
