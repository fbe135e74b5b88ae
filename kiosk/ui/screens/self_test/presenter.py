"""The self-test's behaviour: scans and choices in, states out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.domain.devices import (
    Advice,
    CameraSettings,
    DeviceSettings,
    DeviceState,
    ScanFacts,
    SerialSettings,
)
from kiosk.ui.screens.self_test.state import DeviceRow, Scanners, SelfTestState, choice_rows


class SelfTestPresenter:
    """Shows the scanners and the latest scan, and switches ports and cameras on and off.

    `keep` puts changed settings where they last; `hhmm` makes UTC milliseconds a time of the site.
    """

    def __init__(
        self,
        scanners: Scanners,
        show: Callable[[SelfTestState], None],
        *,
        keep: Callable[[DeviceSettings], None],
        hhmm: Callable[[int], str],
    ) -> None:
        self._scanners = scanners
        self._show = show
        self._keep = keep
        self._hhmm = hhmm
        self.state = SelfTestState()

    def open(self) -> None:
        """Shows what there is now; an earlier visitor's scan is not shown again."""
        self._put(scan=None, advice=(), **self._looked())

    def look_again(self) -> None:
        """Lists ports and cameras anew."""
        self._put(**self._looked())

    def devices_changed(self, states: tuple[DeviceState, ...]) -> None:
        """A scanner was plugged in or out, or has read something."""
        self._put(devices=self._rows(states))

    def scanned(self, facts: ScanFacts, advice: tuple[Advice, ...]) -> None:
        self._put(scan=facts, advice=advice)

    def switch_port(self, port: str) -> None:
        """Switches a serial port on, or off where it is on."""
        serial = self._scanners.settings.serial
        rest = tuple(used for used in serial if used.port != port)
        if len(rest) == len(serial):
            rest = (*serial, SerialSettings(port))
        self._apply(replace(self._scanners.settings, serial=rest))

    def choose_camera(self, camera_id: str) -> None:
        """Uses a camera instead of any other, or none where it was this one."""
        used = self._scanners.settings.camera
        if used is not None and used.id == camera_id:
            camera = None
        elif used is not None:
            camera = replace(used, id=camera_id)
        else:
            camera = CameraSettings(camera_id)
        self._apply(replace(self._scanners.settings, camera=camera))

    def _apply(self, settings: DeviceSettings) -> None:
        self._scanners.apply(settings)
        self._keep(settings)
        self._put(**self._looked())

    def _looked(self) -> dict[str, Any]:
        settings = self._scanners.settings
        ports = [used.port for used in settings.serial]
        camera = [settings.camera.id] if settings.camera is not None else []
        return {
            "devices": self._rows(self._scanners.states),
            "ports": choice_rows(self._scanners.ports(), ports),
            "cameras": choice_rows(self._scanners.cameras(), camera),
        }

    def _rows(self, states: tuple[DeviceState, ...]) -> tuple[DeviceRow, ...]:
        return tuple(
            DeviceRow(
                kind=state.kind,
                name=state.name,
                link=state.link,
                purpose=state.purpose,
                scanned_at=self._hhmm(state.last_scan_at) if state.last_scan_at else "",
            )
            for state in states
        )

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
