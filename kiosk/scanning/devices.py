"""All scanners of a kiosk at once: started, watched, ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.domain.devices import (
    DeviceChoice,
    DeviceKind,
    DeviceSettings,
    DeviceState,
    Link,
    Purpose,
    ScanFacts,
    Source,
)
from kiosk.scanning.key_events import KeyEventScanner
from kiosk.scanning.self_test import KeyedScan, advise, facts_of

if TYPE_CHECKING:
    from kiosk.scanning.camera import CameraScanner
    from kiosk.scanning.serial_port import SerialScanner


class Device(QObject):
    """A scanner in its place: what it is, how it does, and what its scans mean."""

    scanned = Signal(str, object)
    """A text, and the device's state, which has taken note of it."""
    changed = Signal()

    def __init__(self, parent: QObject, state: DeviceState, now: Callable[[], int]) -> None:
        super().__init__(parent)
        self.state = state
        self._now = now

    @Slot(str)
    def take(self, text: str) -> None:
        self.state = replace(self.state, last_scan_at=self._now())
        self.scanned.emit(text, self.state)
        self.changed.emit()

    @Slot(object)
    def relink(self, link: Link) -> None:
        self.state = replace(self.state, link=link)
        self.changed.emit()


class Devices(QObject):
    """The wedge, which works at once, and from `start` on the settings' ports and camera.

    Qt's serial ports and its multimedia library are only loaded where such a device is asked for.
    `now` gives UTC milliseconds.
    """

    scanned = Signal(str, object, object)
    """A text, its Source, and the Purpose of the device that read it."""
    changed = Signal(object)
    """A tuple of every DeviceState, after any of them has changed."""
    observed = Signal(object, object)
    """The ScanFacts of a scan, soon after it, and a tuple of the Advice that follows from them."""
    preview = Signal(QImage)
    """A small grey picture of what the camera sees, while `show_preview` is on."""

    def __init__(
        self,
        application: QGuiApplication,
        settings: DeviceSettings,
        *,
        now: Callable[[], int],
    ) -> None:
        super().__init__(application)
        self.settings = settings
        self._now = now
        self._wedge = KeyEventScanner(application)
        self._keys = self._add(DeviceKind.WEDGE, "", settings.wedge, Link.CONNECTED)
        self._wedge.scanned.connect(self._keys.take)
        self._wedge.keyed.connect(self._observe_keys)
        self._ports: list[SerialScanner] = []
        self._camera: CameraScanner | None = None
        self._previewing = False
        self._plugged: list[Device] = []

    @property
    def states(self) -> tuple[DeviceState, ...]:
        """Every device now, the wedge first."""
        return tuple(device.state for device in (self._keys, *self._plugged))

    def start(self) -> None:
        """Open the ports and the camera. Loading the camera's library takes a tenth of a second."""
        if self.settings.serial:
            self._start_ports()
        if self.settings.camera is not None:
            self._start_camera(self.settings.camera.id, self.settings.camera.purpose)
        self._tell()

    def apply(self, settings: DeviceSettings) -> None:
        """Change to other settings. A key that is being typed is not lost."""
        if settings == self.settings:
            return
        self._end()
        self.settings = settings
        self._keys.state = replace(self._keys.state, purpose=settings.wedge)
        self.start()

    def show_preview(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Whether somebody looks at what the camera sees."""
        self._previewing = on
        if self._camera is not None:
            self._camera.show_preview(on)

    def stop(self) -> None:
        """End every scanner and its thread."""
        self._end()
        self._wedge.stop()

    def cameras(self) -> tuple[DeviceChoice, ...]:
        """The cameras that could be chosen now."""
        from kiosk.scanning.camera import cameras

        return cameras()

    def ports(self) -> tuple[DeviceChoice, ...]:
        """The serial ports that could be switched on now."""
        from kiosk.scanning.serial_port import serial_ports

        return serial_ports()

    def _start_ports(self) -> None:
        from kiosk.scanning.serial_port import SerialScanner

        for settings in self.settings.serial:
            port = SerialScanner(settings, parent=self)
            self._ports.append(port)
            self._plug(port, DeviceKind.SERIAL, settings.port, settings.purpose)
            port.start()

    def _start_camera(self, camera_id: str, purpose: Purpose) -> None:
        from kiosk.scanning.camera import CameraScanner, cameras

        names = {camera.id: camera.name for camera in cameras()}
        self._camera = CameraScanner(camera_id, parent=self)
        self._camera.preview.connect(self.preview)
        self._plug(self._camera, DeviceKind.CAMERA, names.get(camera_id, camera_id), purpose)
        self._camera.start()
        self._camera.show_preview(self._previewing)

    def _plug(
        self,
        scanner: SerialScanner | CameraScanner,
        kind: DeviceKind,
        name: str,
        purpose: Purpose,
    ) -> None:
        device = self._add(kind, name, purpose, scanner.link)
        scanner.scanned.connect(device.take)
        scanner.link_changed.connect(device.relink)
        self._plugged.append(device)

    def _add(self, kind: DeviceKind, name: str, purpose: Purpose, link: Link) -> Device:
        device = Device(self, DeviceState(kind, name, link, purpose), self._now)
        device.scanned.connect(self._take)
        device.changed.connect(self._tell)
        return device

    def _end(self) -> None:
        for port in self._ports:
            port.stop()
            port.deleteLater()
        if self._camera is not None:
            self._camera.stop()
            self._camera.deleteLater()
        for device in self._plugged:
            device.deleteLater()
        self._camera = None
        self._ports, self._plugged = [], []

    @Slot(str, object)
    def _take(self, text: str, state: DeviceState) -> None:
        self.scanned.emit(text, Source(state.kind), state.purpose)
        if state.kind is not DeviceKind.WEDGE:  # how its keys came is known a moment later
            self._observe(facts_of(text, state.kind, state.name))

    @Slot(object)
    def _observe_keys(self, keyed: KeyedScan) -> None:
        self._observe(facts_of(keyed.text, DeviceKind.WEDGE, "", keyed))

    def _observe(self, facts: ScanFacts) -> None:
        self.observed.emit(facts, advise(facts))

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.states)
