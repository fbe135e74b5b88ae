"""The gate's verdicts, and what may be answered to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.programme import SitePolicy
from kiosk.domain.visitors import Visitor
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.screens.gate.state import UndoReason
from kiosk.ui.window import MainWindow
from tests.gui import world
from tests.gui.crowd_inside import unnamed
from tests.gui.fake_desk import FakeDesk
from tests.gui.scenes.scene import Play, Scene, in_turn, keys, typed

REFUSED = world.refused
LATE = frozenset({Note.LATE, Note.NOT_LISTED})
BY_HAND = frozenset({Note.COMPARE_NAME})
NAMELESS = frozenset({Note.NO_CONSENT})
TRACKING = {"overview": world.tracking_exits()}
POLICY = SitePolicy(asks_clearance=True, tracks_exits=True)
CLEARANCE = {
    "overview": replace(world.overview(), site=replace(world.SITE, policy=POLICY)),
}


def scanned(answer: CheckIn | Exception) -> Play:
    """A ticket is scanned, whichever way people go."""

    def play(window: MainWindow, desk: FakeDesk) -> None:
        desk.check_ins["ticket"] = answer
        window.scan("ticket", "wedge")

    return play


def leaving(answer: CheckIn) -> Play:
    def play(window: MainWindow, desk: FakeDesk) -> None:
        desk.check_ins["ticket"] = answer
        window.scan("ticket", "wedge", leaving=True)

    return play


def replied(answer: CheckIn, nth: int) -> Play:
    """The nth answer to the question of a scan is pressed."""
    return in_turn(scanned(answer), lambda window, _: window.gate.reply_wanted.emit(nth))


def full_name(window: MainWindow, _desk: FakeDesk) -> None:
    window.gate.name_wanted.emit()


def undone(window: MainWindow, _desk: FakeDesk) -> None:
    keys(window, Qt.Key.Key_F8)
    window.gate.undo_reason.emit(UndoReason.NOT_ENTERED)


def with_help() -> CheckIn:
    holder = world.MARIA.holder
    assert isinstance(holder, Visitor)
    return world.admitted(replace(world.MARIA, holder=replace(holder, help="сопровождение")))


def member_of_a_counted_group() -> CheckIn:
    asked = world.refused(VerdictName.ALREADY_INSIDE, world.ILYA)
    return replace(asked, verdict=replace(asked.verdict, notes=frozenset({Note.WITH_GROUP})))


def walk_in_again() -> CheckIn:
    """The sticker of somebody who was registered without a ticket is scanned."""
    checked = world.admitted()
    one = WalkIn.one(WalkInNumber(1, 17), WalkInKind.PUPIL, grade="9")
    return replace(checked, seen=replace(checked.seen, listed=None, walk_in=one))


def refusals() -> dict[str, Scene]:
    """The refusals by their pictures' names."""
    made: dict[str, Callable[[], CheckIn]] = {
        "04-wrong-site": lambda: REFUSED(VerdictName.WRONG_SITE, site=3),
        "05-wrong-day": lambda: REFUSED(VerdictName.WRONG_DAY, day=2),
        "05-wrong-time": lambda: REFUSED(VerdictName.WRONG_TIME, day=0),
        "05-wrong-event": lambda: REFUSED(VerdictName.WRONG_EVENT, event=2),
        "05-cancelled": lambda: REFUSED(VerdictName.CANCELLED),
        "05-unknown": lambda: REFUSED(VerdictName.UNKNOWN, None),
        "05-forged": lambda: REFUSED(VerdictName.FORGED, None),
        "05-not-cleared": lambda: REFUSED(VerdictName.NOT_CLEARED),
        "05-unreadable": lambda: REFUSED(VerdictName.UNREADABLE, None),
        "05-practice-ticket": lambda: REFUSED(VerdictName.PRACTICE_TICKET, None),
        "05-real-ticket": lambda: REFUSED(VerdictName.REAL_TICKET),
    }
    return {name: Scene(scanned(make())) for name, make in made.items()}


ALREADY = world.refused(VerdictName.ALREADY_INSIDE, world.ILYA)
SCENES: dict[str, Scene] = {
    "02-admitted": Scene(scanned(world.admitted())),
    "02-admitted-full-name": Scene(in_turn(scanned(world.admitted()), full_name)),
    "02-admitted-group": Scene(scanned(world.admitted(world.GROUP))),
    "02-admitted-parent": Scene(scanned(world.admitted(world.PARENT, slot=None))),
    "02-admitted-late": Scene(scanned(world.admitted(notes=LATE, repeat=True))),
    "02-admitted-by-hand": Scene(scanned(world.admitted(notes=BY_HAND))),
    "02-admitted-nameless": Scene(scanned(world.admitted(unnamed(world.MARIA), notes=NAMELESS))),
    "02-admitted-with-help": Scene(scanned(with_help())),
    "02-admitted-walk-in": Scene(scanned(walk_in_again())),
    "02-code": Scene(typed("12345644")),
    "02-code-empty": Scene(lambda window, _: window.gate.code_wanted.emit()),
    "02-undo-asked": Scene(typed(Qt.Key.Key_F8)),
    "02-undone": Scene(undone),
    "03-already-inside": Scene(scanned(ALREADY)),
    "03-let-back-in": Scene(replied(ALREADY, 0)),
    "03-copy-reported": Scene(replied(ALREADY, 1)),
    "03-member-of-a-group": Scene(scanned(member_of_a_counted_group())),
    "03-member-came-with-it": Scene(replied(member_of_a_counted_group(), 0)),
    **refusals(),
    "05-reason": Scene(
        in_turn(scanned(REFUSED(VerdictName.CANCELLED)), typed(Qt.Key.Key_F7)),
    ),
    "08-disk-full": Scene(scanned(NotRecorded(Cause.DISK_FULL, "full"))),
    "08-busy": Scene(scanned(NotRecorded(Cause.BUSY, "busy"))),
    "13-exits": Scene(typed(Qt.Key.Key_F6), TRACKING),
    "13-left": Scene(leaving(world.departed()), TRACKING),
    "13-group-left": Scene(leaving(world.departed(world.GROUP, 28)), TRACKING),
    "13-group-left-in-part": Scene(
        in_turn(leaving(world.departed(world.GROUP, 28)), typed(Qt.Key.Key_F7)), TRACKING
    ),
    "13-no-entry-known": Scene(leaving(world.refused(VerdictName.NOT_INSIDE)), TRACKING),
}
