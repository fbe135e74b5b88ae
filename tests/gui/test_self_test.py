"""The self-test screen over real scanners: keys, a pseudo-terminal, frames."""

from __future__ import annotations

import os
import sys
import tty
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import (
    Advice,
    CameraSettings,
    DeviceChoice,
    DeviceKind,
    DeviceSettings,
    Ending,
    KeyFacts,
    Layout,
    Link,
    Purpose,
    ScanFacts,
    TextClass,
)
from kiosk.scanning.devices import Devices
from kiosk.scanning.multimedia import QVideoFrame
from kiosk.ui import language
from kiosk.ui.screens.self_test import wording
from kiosk.ui.screens.self_test.presenter import SelfTestPresenter
from kiosk.ui.screens.self_test.state import ChoiceRow, DeviceRow, SelfTestState
from kiosk.ui.screens.self_test.view import SelfTestView
from kiosk.ui.theme.state import dress
from tests.gui.test_pictures import describe, is_cut_off
from tests.unit.scanning.pictures import as_qimage, scene

TICKET = "ED" + "ABCDEFGHIJ" * 12
STAGE = (1366, 690)
"""What the header leaves of the smallest screen."""
PICTURES = Path(__file__).parents[2] / "build" / "pictures"


class Bench(NamedTuple):
    """The screen with its presenter over the kiosk's scanners, wired as the window wires it."""

    devices: Devices
    presenter: SelfTestPresenter
    view: SelfTestView


class Leaves(QObject):
    """Counts how often somebody wants to leave."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @Slot()
    def leave(self) -> None:
        self.count += 1


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    dress(qapp)
    language.install(qapp, "en")
    devices = Devices(qapp, DeviceSettings(), now=lambda: 0)
    view = SelfTestView()
    qtbot.addWidget(view)
    presenter = SelfTestPresenter(
        devices, view.show_state, keep=lambda _settings: None, hhmm=lambda _ms: "10:02"
    )
    devices.changed.connect(presenter.devices_changed)
    devices.observed.connect(presenter.scanned)
    devices.preview.connect(view.preview.show_picture)
    view.preview.watched.connect(devices.show_preview)
    view.port_switched.connect(presenter.switch_port)
    view.camera_chosen.connect(presenter.choose_camera)
    view.look_wanted.connect(presenter.look_again)
    view.resize(*STAGE)
    view.show()
    qtbot.waitExposed(view)
    presenter.open()
    yield Bench(devices, presenter, view)
    devices.stop()
    devices.deleteLater()


def words_on(view: QWidget) -> str:
    """All that can be read on a screen."""
    texts = (part.property("text") for part in view.findChildren(QWidget) if part.isVisible())
    return "\n".join(text for text in texts if text)


def type_scan(view: QWidget, text: str) -> None:
    for character in text:
        QTest.keyClick(view.windowHandle(), Qt.Key(ord(character.upper())))
    QTest.keyClick(view.windowHandle(), Qt.Key.Key_Return)


def test_a_wedges_scan_shows_how_it_came(qtbot: QtBot, bench: Bench) -> None:
    assert "Scan any code" in words_on(bench.view)
    type_scan(bench.view, TICKET)
    qtbot.waitUntil(lambda: "a ticket" in words_on(bench.view))
    shown = words_on(bench.view)
    assert "122" in shown
    assert "Enter" in shown
    assert TICKET not in shown.upper()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_port_is_switched_on_scans_and_is_unplugged(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner, computer = os.openpty()
    tty.setraw(computer)
    port = os.ttyname(computer)
    os.close(computer)
    # the system lists no pseudo-terminals among its ports
    monkeypatch.setattr(bench.devices, "ports", lambda: (DeviceChoice(port, "Voyager"),))
    bench.view.look.click()
    [button] = [button for button in bench.view.choices.buttons if button.id == port]
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert bench.devices.states[-1].link is Link.CONNECTED
    assert bench.view.focusWidget() is button
    assert button.accessibleName() == f"Voyager {port}, on"
    os.write(scanner, f"{TICKET}\r".encode())
    qtbot.waitUntil(lambda: "This scanner works" in words_on(bench.view))
    os.close(scanner)
    qtbot.waitUntil(lambda: "unplugged" in words_on(bench.view))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [state.kind for state in bench.devices.states] == [DeviceKind.WEDGE]


def test_the_camera_shows_a_mirrored_picture_while_it_is_seen(qtbot: QtBot, bench: Bench) -> None:
    bench.presenter.choose_camera("no such camera")
    assert bench.devices.settings.camera == CameraSettings("no such camera")
    camera = bench.devices._camera
    assert camera is not None
    pictures: list[QImage] = []
    bench.devices.preview.connect(pictures.append)
    qtbot.waitUntil(bench.view.preview.isVisible)
    camera.sink.setVideoFrame(QVideoFrame(as_qimage(scene(TICKET))))
    qtbot.waitUntil(lambda: bool(pictures))
    seen = bench.view.preview.grab().toImage()
    left, right = seen.pixelColor(30, 30).red(), seen.pixelColor(seen.width() - 30, 20).red()
    assert left < 130  # the wall; the camera itself has the white ticket on this side
    assert right > 240
    bench.view.hide()
    before = camera._reader.frames
    camera.sink.setVideoFrame(QVideoFrame(as_qimage(scene())))
    qtbot.waitUntil(lambda: camera._reader.frames > before)
    assert not camera._reader._previewing
    assert len(pictures) == 1


def test_esc_and_the_button_leave(bench: Bench) -> None:
    leaves = Leaves()
    bench.view.leave_wanted.connect(leaves.leave)
    QTest.mouseClick(bench.view.leave, Qt.MouseButton.LeftButton)
    assert leaves.count == 1
    escape = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "\x1b"
    )
    assert bench.view.take_key(escape)
    assert leaves.count == 2


DEVICES = (
    DeviceRow(DeviceKind.WEDGE, "", Link.CONNECTED, Purpose.ARRIVAL, "10:02"),
    DeviceRow(DeviceKind.SERIAL, "ttyACM0", Link.LOST, Purpose.DEPARTURE, "09:58"),
    DeviceRow(DeviceKind.SERIAL, "COM7", Link.REFUSED, Purpose.ARRIVAL, ""),
    DeviceRow(DeviceKind.CAMERA, "Logitech HD Webcam C270", Link.MISSING, Purpose.ARRIVAL, ""),
)
PORTS = (
    ChoiceRow("ttyACM0", "Honeywell Voyager 1452g", on=True),
    ChoiceRow("ttyS0", "", on=False),
)
CAMERAS = (ChoiceRow("/dev/video0", "Logitech HD Webcam C270", on=True),)
SCAN = ScanFacts(
    DeviceKind.WEDGE,
    "",
    TextClass.SHORT_CODE,
    10,
    keys=KeyFacts(10, Layout.NO_LETTERS, True, Ending.NOTHING, 27.4),
)
STATES = {
    "empty": SelfTestState(DEVICES[:1]),
    "worst": SelfTestState(
        DEVICES, SCAN, (Advice.CUT_OFF, Advice.TOO_SLOW, Advice.SEND_ENTER), PORTS, CAMERAS
    ),
    **{advice.value: SelfTestState(DEVICES, SCAN, (advice,), PORTS, CAMERAS) for advice in Advice},
}


@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("name", STATES)
def test_no_word_is_cut_off(qtbot: QtBot, qapp: QApplication, name: str, speaking: str) -> None:
    dress(qapp)
    language.install(qapp, speaking)
    view = SelfTestView()
    qtbot.addWidget(view)
    view.resize(*STAGE)
    view.show()
    qtbot.waitExposed(view)
    view.show_state(STATES[name])
    view.preview.show_picture(as_qimage(scene(TICKET)))
    qapp.processEvents()
    qtbot.waitUntil(lambda: not [part for part in view.findChildren(QWidget) if is_cut_off(part)])
    folder = PICTURES / f"{speaking}-{STAGE[0]}"
    folder.mkdir(parents=True, exist_ok=True)
    view.grab().save(str(folder / f"13-self-test-{name}.png"))
    assert (view.width(), view.height()) == STAGE
    assert [describe(part) for part in view.findChildren(QWidget) if is_cut_off(part)] == []
    for button in view.findChildren(QPushButton):
        assert button.accessibleName()


def test_every_advice_has_its_words() -> None:
    assert len({wording.found(advice) for advice in Advice}) == len(Advice)
    assert all(wording.to_do(advice) for advice in Advice)
