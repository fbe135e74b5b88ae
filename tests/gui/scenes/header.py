"""What the header tells of beside the day's work."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.devices import DeviceKind, DeviceState, Link, Purpose
from kiosk.domain.readiness_facts import Disk
from kiosk.domain.staff import ALL_RIGHTS, Role
from kiosk.operations.ports import Retryable, Trouble
from kiosk.operations.staff import Operator
from kiosk.operations.sync import SyncReport
from kiosk.ui.window import MainWindow
from tests.gui import world
from tests.gui.fake_desk import FakeDesk
from tests.gui.scenes.gate import scanned
from tests.gui.scenes.scene import Scene, in_turn

HOUR_MS = 3_600_000
ONLINE = SyncReport()
OFFLINE = SyncReport(troubles=[Retryable(Trouble.NO_NETWORK, "none")])
MANAGER = Operator("m1", "Серова Ирина Львовна", Role.SITE_MANAGER, ALL_RIGHTS, has_pin=True)
UNPLUGGED = (
    DeviceState(DeviceKind.WEDGE, "", Link.CONNECTED, Purpose.ARRIVAL),
    DeviceState(DeviceKind.SERIAL, "ttyACM0", Link.LOST, Purpose.ARRIVAL),
)


def exchanged_at(as_of: int) -> dict[str, object]:
    """What is answered when the last exchange that succeeded was then (UTC ms)."""
    overview = world.overview()
    return {"overview": replace(overview, tally=replace(overview.tally, as_of=as_of))}


def online(window: MainWindow, _desk: FakeDesk) -> None:
    window.synced(ONLINE)


def all_sent(window: MainWindow, desk: FakeDesk) -> None:
    desk.answers["overview"] = world.overview(pending=0)
    window.synced(ONLINE)


def sending(window: MainWindow, desk: FakeDesk) -> None:
    window.synced(ONLINE)
    window.exchanging()
    desk.now_ms += 2_000
    window.refresh()


def unplugged(window: MainWindow, _desk: FakeDesk) -> None:
    window.synced(OFFLINE)
    window.scanners(UNPLUGGED)


def disk_low(window: MainWindow, _desk: FakeDesk) -> None:
    window.synced(OFFLINE)
    window.disk(Disk(1_260_000_000))


def locked(window: MainWindow, _desk: FakeDesk) -> None:
    window.idle()


BEGUN = replace(world.overview(pending=0, count=0), tally=world.NOBODY, recent=())
SCENES: dict[str, Scene] = {
    "01-ready": Scene(),
    "01-empty": Scene(answers={"overview": BEGUN}),
    "01-online": Scene(online),
    "01-all-sent": Scene(all_sent),
    "01-sending": Scene(sending),
    "01-offline-for-hours": Scene(
        in_turn(
            lambda window, _: window.synced(OFFLINE),
            scanned(world.admitted()),
        ),
        exchanged_at(world.at(7, 2)),
    ),
    "01-list-outdated": Scene(online, exchanged_at(world.at(9, 0) - 24 * HOUR_MS)),
    "01-scanner-unplugged": Scene(unplugged, exchanged_at(world.at(7, 2))),
    "01-disk-low": Scene(disk_low),
    "01-day-ended": Scene(
        online, {"overview": replace(world.overview(pending=0), day_ended_at=world.at(10, 5))}
    ),
    "01-locked": Scene(locked, {"staff": [MANAGER], "present": MANAGER}),
}
