"""The self-test's behaviour, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.devices import (
    Advice,
    CameraSettings,
    DeviceChoice,
    DeviceKind,
    DeviceSettings,
    DeviceState,
    Link,
    Purpose,
    ScanFacts,
    SerialSettings,
    TextClass,
)
from kiosk.ui.screens.self_test.presenter import SelfTestPresenter
from kiosk.ui.screens.self_test.state import ChoiceRow, SelfTestState

WEDGE = DeviceState(DeviceKind.WEDGE, "", Link.CONNECTED, Purpose.ARRIVAL)
TICKET = ScanFacts(DeviceKind.WEDGE, "", TextClass.TICKET, 122)


class FakeScanners:
    """Scanners that take any settings."""

    def __init__(self) -> None:
        self.settings = DeviceSettings()
        self.states: tuple[DeviceState, ...] = (WEDGE,)
        self.found = [DeviceChoice("ttyACM0", "Voyager"), DeviceChoice("ttyS0", "")]
        self.seen = [DeviceChoice("video0", "Webcam")]

    def apply(self, settings: DeviceSettings) -> None:
        self.settings = settings

    def cameras(self) -> list[DeviceChoice]:
        return self.seen

    def ports(self) -> list[DeviceChoice]:
        return self.found


@pytest.fixture
def scanners() -> FakeScanners:
    return FakeScanners()


@pytest.fixture
def kept() -> list[DeviceSettings]:
    return []


@pytest.fixture
def shown() -> list[SelfTestState]:
    return []


@pytest.fixture
def presenter(
    scanners: FakeScanners, kept: list[DeviceSettings], shown: list[SelfTestState]
) -> SelfTestPresenter:
    presenter = SelfTestPresenter(
        scanners, shown.append, keep=kept.append, hhmm=lambda ms: f"at {ms}"
    )
    presenter.open()
    return presenter


def test_open_lists_everything(presenter: SelfTestPresenter, shown: list[SelfTestState]) -> None:
    assert presenter.state is shown[-1]
    assert [row.kind for row in presenter.state.devices] == [DeviceKind.WEDGE]
    assert presenter.state.ports == (
        ChoiceRow("ttyACM0", "Voyager", on=False),
        ChoiceRow("ttyS0", "", on=False),
    )
    assert presenter.state.cameras == (ChoiceRow("video0", "Webcam", on=False),)
    assert not presenter.state.sees


def result(presenter: SelfTestPresenter) -> tuple[ScanFacts | None, tuple[Advice, ...]]:
    return presenter.state.scan, presenter.state.advice


def test_a_scan_shows_until_the_screen_is_opened_anew(presenter: SelfTestPresenter) -> None:
    presenter.scanned(TICKET, (Advice.CYRILLIC,))
    assert result(presenter) == (TICKET, (Advice.CYRILLIC,))
    presenter.look_again()
    assert result(presenter) == (TICKET, (Advice.CYRILLIC,))
    presenter.open()
    assert result(presenter) == (None, ())


def test_devices_come_and_go(presenter: SelfTestPresenter) -> None:
    lost = DeviceState(DeviceKind.SERIAL, "COM7", Link.LOST, Purpose.DEPARTURE, 1_000)
    presenter.devices_changed((WEDGE, lost))
    wedge, port = presenter.state.devices
    assert (wedge.scanned_at, port.scanned_at) == ("", "at 1000")
    assert (port.link, port.purpose) == (Link.LOST, Purpose.DEPARTURE)


def test_a_port_is_switched_on_and_off(
    presenter: SelfTestPresenter, scanners: FakeScanners, kept: list[DeviceSettings]
) -> None:
    presenter.switch_port("ttyACM0")
    presenter.switch_port("ttyS0")
    assert scanners.settings == DeviceSettings(
        serial=(SerialSettings("ttyACM0"), SerialSettings("ttyS0"))
    )
    presenter.switch_port("ttyACM0")
    assert scanners.settings == DeviceSettings(serial=(SerialSettings("ttyS0"),))
    assert [port.on for port in presenter.state.ports] == [False, True]
    assert kept[-1] == scanners.settings
    assert len(kept) == 3


def test_one_camera_at_a_time_keeps_its_purpose(
    presenter: SelfTestPresenter, scanners: FakeScanners
) -> None:
    scanners.settings = replace(
        scanners.settings, camera=CameraSettings("video0", Purpose.DEPARTURE)
    )
    scanners.seen.append(DeviceChoice("video2", "Integrated"))
    presenter.choose_camera("video2")
    assert scanners.settings.camera == CameraSettings("video2", Purpose.DEPARTURE)
    assert [camera.on for camera in presenter.state.cameras] == [False, True]
    assert presenter.state.sees
    presenter.choose_camera("video2")
    assert scanners.settings.camera is None
    presenter.choose_camera("video0")
    assert scanners.settings.camera == CameraSettings("video0")


def test_a_port_that_is_unplugged_can_still_be_switched_off(
    presenter: SelfTestPresenter, scanners: FakeScanners
) -> None:
    presenter.switch_port("ttyACM0")
    scanners.found.clear()
    presenter.look_again()
    assert list(presenter.state.ports) == [ChoiceRow("ttyACM0", "", on=True)]
    presenter.switch_port("ttyACM0")
    assert list(presenter.state.ports) == []
