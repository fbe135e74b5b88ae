"""Several scanners at once: one signal, and the state of each."""

from __future__ import annotations

import os
import subprocess
import sys
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import (
    Advice,
    CameraSettings,
    DeviceKind,
    DeviceSettings,
    DeviceState,
    Ending,
    Link,
    Purpose,
    ScanFacts,
    SerialSettings,
    Source,
)
from kiosk.scanning.devices import Devices
from kiosk.scanning.multimedia import QVideoFrame
from tests.unit.scanning.pictures import as_qimage, scene

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

FIRST, SECOND, THIRD = (f"ED{letter * 120}" for letter in "ABC")
NOW = 1_792_224_000_000


@pytest.fixture
def cables() -> Iterator[list[tuple[int, str]]]:
    """Two serial lines: the scanner's end of each, and the name of the port."""
    made = []
    for _ in range(2):
        scanners, computers = os.openpty()
        tty.setraw(computers)
        made.append((scanners, os.ttyname(computers), computers))
    yield [(end, name) for end, name, _ in made]
    for scanners, _, computers in made:
        os.close(scanners)
        os.close(computers)


class Heard:
    """What came out of the devices."""

    def __init__(self, devices: Devices) -> None:
        self.scans: list[tuple[str, Source, Purpose]] = []
        self.states: list[tuple[DeviceState, ...]] = []
        self.facts: list[ScanFacts] = []
        self.advice: tuple[Advice, ...] = ()
        devices.scanned.connect(lambda *scan: self.scans.append(scan))
        devices.changed.connect(self.states.append)
        devices.observed.connect(self._observe)

    def _observe(self, facts: ScanFacts, advice: tuple[Advice, ...]) -> None:
        self.facts.append(facts)
        self.advice = advice


@pytest.fixture
def devices(qapp: QApplication) -> Iterator[Devices]:
    devices = Devices(qapp, DeviceSettings(), now=lambda: NOW)
    yield devices
    devices.stop()
    devices.deleteLater()


def type_scan(text: str) -> None:
    """A wedge's keys at a window, with Enter."""
    window = QWindow()
    keys = [(ord(char.upper()), char) for char in text] + [(int(Qt.Key.Key_Return), "\r")]
    for number, (key, char) in enumerate(keys):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, char)
        event.setTimestamp(1_000_000 + 5 * number)
        QCoreApplication.sendEvent(window, event)


def test_wedge_two_ports_and_camera_at_once(
    qtbot: QtBot, devices: Devices, cables: list[tuple[int, str]]
) -> None:
    (entrance, port_1), (way_out, port_2) = cables
    devices.apply(
        DeviceSettings(
            serial=(SerialSettings(port_1), SerialSettings(port_2, 115_200, Purpose.DEPARTURE)),
            camera=CameraSettings("no such camera"),
        )
    )
    heard = Heard(devices)
    type_scan("tp-2026-77")
    os.write(entrance, f"{FIRST}\r".encode())
    qtbot.waitUntil(lambda: len(heard.scans) == 2)
    os.write(way_out, f"{SECOND}\r".encode())
    qtbot.waitUntil(lambda: len(heard.scans) == 3)
    assert devices._camera is not None
    devices._camera.sink.setVideoFrame(QVideoFrame(as_qimage(scene(THIRD))))
    qtbot.waitUntil(lambda: len(heard.scans) == 4)
    assert heard.scans == [
        ("tp-2026-77", Source.WEDGE, Purpose.ARRIVAL),
        (FIRST, Source.SERIAL, Purpose.ARRIVAL),
        (SECOND, Source.SERIAL, Purpose.DEPARTURE),
        (THIRD, Source.CAMERA, Purpose.ARRIVAL),
    ]
    assert [(facts.kind, facts.name) for facts in heard.facts] == [
        (DeviceKind.WEDGE, ""),
        (DeviceKind.SERIAL, port_1),
        (DeviceKind.SERIAL, port_2),
        (DeviceKind.CAMERA, "no such camera"),
    ]
    assert [state.last_scan_at for state in heard.states[-1]] == [NOW] * 4


def test_the_facts_of_a_wedges_scan(devices: Devices) -> None:
    heard = Heard(devices)
    type_scan(FIRST.lower())
    [facts] = heard.facts
    assert facts.keys is not None
    assert (facts.keys.keys, facts.keys.ending, facts.keys.ms_per_key) == (122, Ending.ENTER, 5)
    assert heard.advice == (Advice.FINE,)


def test_a_port_that_is_pulled_shows_in_the_states(
    qtbot: QtBot, devices: Devices, tmp_path: Path
) -> None:
    scanners, computers = os.openpty()
    devices.apply(DeviceSettings(serial=(SerialSettings(os.ttyname(computers)),)))
    os.close(computers)
    assert [state.link for state in devices.states] == [Link.CONNECTED, Link.CONNECTED]
    os.close(scanners)
    qtbot.waitUntil(lambda: devices.states[1].link is Link.LOST)
    assert devices.states[0].link is Link.CONNECTED


def test_other_settings_take_the_place_of_the_old(
    qtbot: QtBot, devices: Devices, cables: list[tuple[int, str]]
) -> None:
    (first_end, first), (second_end, second) = cables
    devices.apply(DeviceSettings(serial=(SerialSettings(first),)))
    devices.apply(DeviceSettings(wedge=Purpose.DEPARTURE, serial=(SerialSettings(second),)))
    heard = Heard(devices)
    assert [(state.name, state.purpose) for state in devices.states] == [
        ("", Purpose.DEPARTURE),
        (second, Purpose.ARRIVAL),
    ]
    os.write(first_end, f"{FIRST}\r".encode())
    os.write(second_end, f"{SECOND}\r".encode())
    qtbot.waitUntil(lambda: bool(heard.scans))
    type_scan("tp-2026-77")
    assert heard.scans == [
        (SECOND, Source.SERIAL, Purpose.ARRIVAL),
        ("tp-2026-77", Source.WEDGE, Purpose.DEPARTURE),
    ]


def test_a_kiosk_without_such_devices_loads_neither_library() -> None:
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from kiosk.domain.devices import DeviceSettings;"
        "from kiosk.scanning.devices import Devices;"
        "Devices(app, DeviceSettings(), now=int).stop();"
        "print([m for m in sys.modules if m.startswith(('PySide6.QtM', 'PySide6.QtS'))])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert (run.stdout, run.stderr) == ("[]\n", "")


def test_the_multimedia_library_says_nothing_to_a_person() -> None:
    program = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from kiosk.scanning.camera import CameraScanner, cameras; cameras();"
        "camera = CameraScanner('x'); camera.start(); camera.stop()"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert (run.stdout, run.stderr) == ("", "")
