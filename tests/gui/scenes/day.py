"""The trials, the closing page and the first start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.domain.closing import DeviceStatus
from kiosk.domain.trials import Outcome
from kiosk.operations.log_trial import Participant, TrialRefused
from kiosk.operations.ports import Cause, Final, NotRecorded, Retryable, Trouble
from kiosk.operations.sync import SyncReport
from kiosk.ui.screen import Screen
from kiosk.ui.window import MainWindow
from tests.gui import world
from tests.gui.fake_desk import FakeDesk
from tests.gui.scenes.scene import Play, Scene

UNENROLLED = {"overview": world.overview(enrolled=False, pending=0)}


def choosing_a_trial(window: MainWindow, _desk: FakeDesk) -> None:
    window.show_screen(Screen.TRIALS)


def at_a_trial(window: MainWindow, desk: FakeDesk) -> None:
    window.show_screen(Screen.TRIALS)
    window.view_of(Screen.TRIALS).chosen.emit("t1")
    for listed, entered in ((world.GROUP, True), (world.ILYA, False)):
        person = Participant(listed.number, listed.heads, listed, entered)
        desk.answers["find_participant"] = person
        window.scan("ticket", "wedge")
    desk.answers["log_trial"] = NotRecorded(Cause.DISK_FULL, "full")
    window.view_of(Screen.TRIALS).pressed.emit(world.ILYA.number, Outcome.COMPLETED)


def refused_at_a_trial(window: MainWindow, desk: FakeDesk) -> None:
    at_a_trial(window, desk)
    desk.answers["find_participant"] = TrialRefused("no")
    window.scan("ticket", "wedge")


def closing(*devices: DeviceStatus, closed: bool = False) -> Play:
    def play(window: MainWindow, desk: FakeDesk) -> None:
        desk.answers["look_at_closing"] = world.closing(*devices, closed=closed)
        window.synced(SyncReport())
        window.show_screen(Screen.CLOSING)

    return play


def incomplete(window: MainWindow, desk: FakeDesk) -> None:
    closing(*world.three_devices(ended=False))(window, desk)
    window.view_of(Screen.CLOSING).open.discrepancies.pills["doubles"].click()


def asking_why(window: MainWindow, desk: FakeDesk) -> None:
    incomplete(window, desk)
    window.view_of(Screen.CLOSING).without_wanted.emit()


def asking_end(window: MainWindow, desk: FakeDesk) -> None:
    own, other, _ = world.three_devices(ended=True)
    closing(replace(own, ended=False), other)(window, desk)
    desk.answers["overview"] = replace(world.overview(pending=14), uncounted=2)
    window.view_of(Screen.CLOSING).end_asked.emit()


def no_network(window: MainWindow, desk: FakeDesk) -> None:
    trouble = Retryable(Trouble.NO_NETWORK, "none")
    desk.answers["look_at_closing"] = world.closing(troubles=(trouble,))
    window.show_screen(Screen.CLOSING)


def a_person_must_act(window: MainWindow, desk: FakeDesk) -> None:
    trouble = Final(Trouble.NOT_AUTHORISED, "no")
    desk.answers["look_at_closing"] = world.closing(troubles=(trouble,))
    window.synced(SyncReport(troubles=[trouble]))
    window.show_screen(Screen.CLOSING)


def looking(window: MainWindow, desk: FakeDesk) -> None:
    desk.later = True
    window.show_screen(Screen.CLOSING)


def ended(window: MainWindow, desk: FakeDesk) -> None:
    closing(*world.three_devices(ended=True))(window, desk)
    window.view_of(Screen.CLOSING).end_wanted.emit()


def saved(window: MainWindow, desk: FakeDesk) -> None:
    closing(*world.three_devices(ended=True), closed=True)(window, desk)
    window.view_of(Screen.CLOSING).proof_wanted.emit(Path("Закрытие 18.10.json"))


def without_one(window: MainWindow, desk: FakeDesk) -> None:
    left = world.device(world.THIRD, "Киоск 3", 182, 165, ended=False, excused=True)
    devices = (*world.three_devices(ended=True)[:2], left)
    closing(*devices, closed=True)(window, desk)


def connecting(window: MainWindow, desk: FakeDesk) -> None:
    window.view_of(Screen.WELCOME).connect_wanted.emit()
    desk.answers["enrol"] = Retryable(Trouble.NOT_THE_SERVER, "portal")
    window.scan("code", "wedge")


SCENES: dict[str, Scene] = {
    "09-choosing-a-trial": Scene(choosing_a_trial),
    "09-trial": Scene(at_a_trial),
    "09-trial-refused": Scene(refused_at_a_trial),
    "10-incomplete": Scene(incomplete),
    "10-asking-why": Scene(asking_why),
    "10-asking-end": Scene(asking_end),
    "10-ready": Scene(closing(*world.three_devices(ended=True))),
    "10-no-network": Scene(no_network),
    "10-a-person-must-act": Scene(a_person_must_act),
    "10-looking": Scene(looking),
    "10-head": Scene(ended),
    "11-done": Scene(saved),
    "11-done-without-one": Scene(without_one),
    "12-welcome": Scene(answers=UNENROLLED),
    "12-connecting": Scene(connecting, UNENROLLED),
}
