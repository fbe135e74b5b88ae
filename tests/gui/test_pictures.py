"""Every state of every screen, painted in both languages and sizes: no word may be cut off."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.closing import DeviceStatus
from kiosk.domain.trials import Outcome
from kiosk.operations.check_in import CheckIn
from kiosk.operations.log_trial import Participant, TrialRefused
from kiosk.operations.ports import Cause, Final, NotRecorded, Retryable, Trouble
from kiosk.operations.sync import SyncReport
from kiosk.ui.header.presenter import Screen
from kiosk.ui.widgets.text import Elided, Letter
from kiosk.ui.window import MainWindow
from tests.gui import world
from tests.gui.conftest import Opener
from tests.gui.fake_desk import FakeDesk

PICTURES = Path(__file__).parents[2] / "build" / "pictures"
SETTLED_WITHIN_MS = 1_000
SIZES = [(1366, 768), (1920, 1080)]

Scene = Callable[[MainWindow, FakeDesk], None]


def scanned(answer: CheckIn | Exception) -> Scene:
    def play(window: MainWindow, desk: FakeDesk) -> None:
        desk.check_ins["ticket"] = answer
        window.scan("ticket", "wedge")

    return play


def undone(window: MainWindow, _desk: FakeDesk) -> None:
    window.gate.undo_wanted.emit()


def typing(window: MainWindow, _desk: FakeDesk) -> None:
    for digit in "12345644":
        window.gate.digit_typed.emit(digit)


def full_name(window: MainWindow, desk: FakeDesk) -> None:
    scanned(world.admitted())(window, desk)
    window.gate.name_wanted.emit()


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


def closing(*devices: DeviceStatus, closed: bool = False) -> Scene:
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


def unenrolled(window: MainWindow, desk: FakeDesk) -> None:
    """The scene is set before the window opens."""


def connecting(window: MainWindow, desk: FakeDesk) -> None:
    window.view_of(Screen.WELCOME).connect_wanted.emit()
    desk.answers["enrol"] = Retryable(Trouble.NOT_THE_SERVER, "portal")
    window.scan("code", "wedge")


LATE = frozenset({Note.LATE, Note.NOT_LISTED})
BY_HAND = frozenset({Note.COMPARE_NAME})
SCENES: dict[str, Scene] = {
    "01-ready": lambda _window, _desk: None,
    "02-admitted": scanned(world.admitted()),
    "02-admitted-full-name": full_name,
    "02-admitted-group": scanned(world.admitted(world.GROUP)),
    "02-admitted-parent": scanned(world.admitted(world.PARENT, slot=None)),
    "02-admitted-late": scanned(world.admitted(notes=LATE, repeat=True)),
    "02-admitted-by-hand": scanned(world.admitted(notes=BY_HAND)),
    "02-undone": undone,
    "02-code": typing,
    "03-already-inside": scanned(world.refused(VerdictName.ALREADY_INSIDE, world.ILYA)),
    "04-wrong-site": scanned(world.refused(VerdictName.WRONG_SITE, site=3)),
    "05-wrong-day": scanned(world.refused(VerdictName.WRONG_DAY, day=2)),
    "05-wrong-time": scanned(world.refused(VerdictName.WRONG_DAY, day=0)),
    "05-wrong-event": scanned(world.refused(VerdictName.WRONG_EVENT, event=2)),
    "05-cancelled": scanned(world.refused(VerdictName.CANCELLED)),
    "05-unknown": scanned(world.refused(VerdictName.UNKNOWN, None)),
    "05-forged": scanned(world.refused(VerdictName.FORGED, None)),
    "05-not-cleared": scanned(world.refused(VerdictName.NOT_CLEARED)),
    "05-unreadable": scanned(world.refused(VerdictName.UNREADABLE, None)),
    "08-disk-full": scanned(NotRecorded(Cause.DISK_FULL, "full")),
    "08-busy": scanned(NotRecorded(Cause.BUSY, "busy")),
    "09-choosing-a-trial": choosing_a_trial,
    "09-trial": at_a_trial,
    "09-trial-refused": refused_at_a_trial,
    "10-incomplete": incomplete,
    "10-asking-why": asking_why,
    "10-ready": closing(*world.three_devices(ended=True)),
    "10-no-network": no_network,
    "10-a-person-must-act": a_person_must_act,
    "10-looking": looking,
    "10-head": ended,
    "11-done": saved,
    "11-done-without-one": without_one,
    "12-welcome": unenrolled,
    "12-connecting": connecting,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("name", SCENES)
def test_no_word_is_cut_off(
    qtbot: QtBot, open_window: Opener, name: str, speaking: str, size: tuple[int, int]
) -> None:
    desk = FakeDesk()
    if name.startswith("12"):
        desk.answers["overview"] = world.overview(enrolled=False, pending=0)
    window = open_window(desk, speaking=speaking, size=size)
    SCENES[name](window, desk)
    cut: list[str] = []

    def nothing_is_cut_off() -> bool:
        parts = window.findChildren(QWidget)
        cut[:] = [describe(part) for part in parts if is_cut_off(part)]
        return not cut

    with contextlib.suppress(NotInTime):  # the layouts settle; then the assertion tells more
        qtbot.waitUntil(nothing_is_cut_off, timeout=SETTLED_WITHIN_MS)
    picture = window.grab()
    folder = PICTURES / f"{speaking}-{size[0]}"
    folder.mkdir(parents=True, exist_ok=True)
    picture.save(str(folder / f"{name}.png"))
    assert (window.width(), window.height()) == size
    assert cut == []


def is_cut_off(part: QWidget) -> bool:
    """Whether a word of a visible label or button has less room than it needs."""
    if not part.isVisible() or isinstance(part, Elided):
        return False
    if isinstance(part, Letter):
        return part.height() < part.sizeHint().height() or part.width() < part.sizeHint().width()
    if isinstance(part, QPushButton):
        return part.width() < part.sizeHint().width()
    if not isinstance(part, QLabel) or not part.text():
        return False
    if part.hasHeightForWidth():
        flags = Qt.TextFlag.TextWordWrap
        words = part.fontMetrics().boundingRect(0, 0, part.width(), 9999, flags, part.text())
        return part.height() < part.heightForWidth(part.width()) or words.width() > part.width()
    return part.width() < part.sizeHint().width() or part.height() < part.fontMetrics().height()


def describe(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QPushButton) else ""
    return f"{type(part).__name__} {text!r} has {part.width()}×{part.height()}"
