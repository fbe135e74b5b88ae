"""The menu and what it leads to, and who signs in."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.domain.devices import (
    Advice,
    CameraSettings,
    DeviceChoice,
    DeviceKind,
    DeviceSettings,
    DeviceState,
    Ending,
    KeyFacts,
    Layout,
    Link,
    Purpose,
    ScanFacts,
    SerialSettings,
    TextClass,
)
from kiosk.operations.brief import SlotBriefing
from kiosk.operations.sign_in import Locked, Means, SignedIn, Wrong
from kiosk.operations.start_day import DaySoFar
from kiosk.ui.conductor import Conductor, Factories
from kiosk.ui.screen import Screen
from kiosk.ui.screens.on_site.screen import OnSiteScreen
from kiosk.ui.screens.paper_entry.screen import PaperScreen
from kiosk.ui.screens.self_test.screen import SelfTestScreen
from kiosk.ui.screens.settings.screen import SettingsScreen
from kiosk.ui.window import MainWindow
from tests.gui import world
from tests.gui.fake_desk import FakeDesk
from tests.gui.readiness_examples import BAD, GOOD
from tests.gui.scenes.scene import Play, Scene, keys, typed
from tests.unit.ui.briefing_desk import SLOTS
from tests.unit.ui.paper_desk import PaperDesk
from tests.unit.ui.test_on_site_presenter import OnSiteDesk
from tests.unit.ui.test_settings_presenter import FakeSettingsDesk, FakeSpeaker
from tests.unit.ui.test_sign_in_presenter import MANAGER, NAMES, operator

STAFF = {"staff": [operator(name) for name in NAMES]}
PORT, CAMERA = DeviceChoice("/dev/ttyACM0", "Honeywell Barcode Scanner"), "HD Webcam"
TYPED = ScanFacts(
    DeviceKind.WEDGE,
    "",
    TextClass.TICKET,
    122,
    keys=KeyFacts(122, Layout.CYRILLIC, False, Ending.ENTER, 4.2),
)


class FakeScanners(QObject):
    """Scanners of which one was pulled out; nothing is ever scanned by itself."""

    changed = Signal(object)
    observed = Signal(object, object)
    preview = Signal(QImage)

    settings = DeviceSettings(serial=(SerialSettings(PORT.id),), camera=CameraSettings(CAMERA))
    states = (
        DeviceState(DeviceKind.WEDGE, "", Link.CONNECTED, Purpose.ARRIVAL, 1),
        DeviceState(DeviceKind.SERIAL, PORT.id, Link.LOST, Purpose.DEPARTURE, 1),
        DeviceState(DeviceKind.CAMERA, CAMERA, Link.CONNECTED, Purpose.ARRIVAL),
    )

    def apply(self, settings: DeviceSettings) -> None:
        """Nothing is switched."""

    def cameras(self) -> tuple[DeviceChoice, ...]:
        return (DeviceChoice(CAMERA, CAMERA),)

    def ports(self) -> tuple[DeviceChoice, ...]:
        return (PORT, DeviceChoice("/dev/ttyS0", "ttyS0"))

    def show_preview(self, on: bool) -> None:
        """There is no picture."""


def fitted() -> Factories:
    """The screens that need more of the program than the desk."""
    return {
        Screen.SELF_TEST: _self_test,
        Screen.SETTINGS: lambda conductor: SettingsScreen(
            FakeSettingsDesk(),
            FakeSpeaker(),
            saved=lambda _before, _after: None,
            devices=lambda: conductor.show_screen(Screen.SELF_TEST),
            leave=conductor.leave,
        ),
        Screen.ON_SITE: lambda conductor: OnSiteScreen(OnSiteDesk(), conductor.leave),
        Screen.PAPER: lambda conductor: PaperScreen(
            PaperDesk(),
            site=conductor.surroundings.site,
            recorded=lambda: None,
            leave=conductor.leave,
        ),
    }


def _self_test(conductor: Conductor) -> SelfTestScreen:
    scanners = FakeScanners()
    screen = SelfTestScreen(
        cast("Any", scanners), keep=lambda _: None, hhmm=lambda _: "10:02", leave=conductor.leave
    )
    scanners.setParent(screen.view)
    return screen


def shown(screen: Screen) -> Play:
    return lambda window, _desk: window.show_screen(screen)


def started(window: MainWindow, _desk: FakeDesk) -> None:
    window.show_screen(Screen.START_DAY)
    window.view_of(Screen.START_DAY).start_wanted.emit()


def tested(window: MainWindow, _desk: FakeDesk) -> None:
    window.show_screen(Screen.SELF_TEST)
    scanners = window.view_of(Screen.SELF_TEST).findChild(FakeScanners)
    scanners.observed.emit(TYPED, (Advice.CYRILLIC,))


def pin(answer: object) -> Play:
    """Somebody of the list types a PIN."""

    def play(window: MainWindow, desk: FakeDesk) -> None:
        desk.answers["sign_in"] = answer
        view = window.view_of(Screen.SIGN_IN)
        view.chosen.emit(operator(NAMES[0]).staff_id)
        keys(window, "123456")
        view.enter_pressed.emit()

    return play


def recovered(window: MainWindow, desk: FakeDesk) -> None:
    desk.answers["sign_in_by_recovery_code"] = SignedIn(MANAGER, Means.RECOVERY)
    window.view_of(Screen.SIGN_IN).recovery_wanted.emit()
    keys(window, "1234567890123456")
    window.view_of(Screen.SIGN_IN).enter_pressed.emit()


def changed_settings(window: MainWindow, _desk: FakeDesk) -> None:
    window.show_screen(Screen.SETTINGS)
    window.view_of(Screen.SETTINGS).sound_switched.emit(False)
    window.view_of(Screen.SETTINGS).leave_wanted.emit()


def on_paper(window: MainWindow, _desk: FakeDesk) -> None:
    window.show_screen(Screen.PAPER)
    view = window.view_of(Screen.PAPER)
    view.time.setText("09:45")
    view.time.textEdited.emit("09:45")
    view.field.textEdited.emit("ел")


SCENES: dict[str, Scene] = {
    "12-sign-in": Scene(answers=STAFF),
    "12-sign-in-letters": Scene(typed("а"), STAFF),
    "12-sign-in-wrong-pin": Scene(pin(Wrong(3)), STAFF),
    "12-sign-in-locked": Scene(pin(Locked(120_000)), STAFF),
    "12-recovery": Scene(
        lambda window, _: window.view_of(Screen.SIGN_IN).recovery_wanted.emit(), STAFF
    ),
    "12-recovery-new-code": Scene(recovered, STAFF),
    "15-menu": Scene(shown(Screen.MENU)),
    "15-start-day": Scene(shown(Screen.START_DAY)),
    "15-start-day-nothing-scanned": Scene(
        shown(Screen.START_DAY), {"day_so_far": DaySoFar(None, 0)}
    ),
    "15-day-started": Scene(started),
    "15-readiness": Scene(shown(Screen.READINESS), {"readiness": GOOD}),
    "15-readiness-bad": Scene(shown(Screen.READINESS), {"readiness": BAD}),
    "15-self-test": Scene(shown(Screen.SELF_TEST)),
    "15-self-test-scanned": Scene(tested),
    "15-settings": Scene(shown(Screen.SETTINGS)),
    "15-settings-unsaved": Scene(changed_settings),
    "15-briefing": Scene(
        shown(Screen.BRIEFING),
        {"briefings": [SlotBriefing(slot, slot.number == 1) for slot in SLOTS]},
    ),
    "15-on-site": Scene(shown(Screen.ON_SITE), {"overview": world.tracking_exits()}),
    "15-from-paper": Scene(shown(Screen.PAPER)),
    "15-from-paper-found": Scene(on_paper),
}
