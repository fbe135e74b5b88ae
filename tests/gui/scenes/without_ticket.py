"""Groups that are counted, people who are looked for, and those who have no ticket."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from kiosk.domain.programme import SitePolicy
from kiosk.operations.check_in import CheckIn
from kiosk.ui.screens.count.view import CountPage
from kiosk.ui.screens.walk_in.view import WalkInView
from kiosk.ui.window import MainWindow
from tests.gui import world
from tests.gui.fake_desk import FakeDesk
from tests.gui.scenes.gate import CLEARANCE, scanned
from tests.gui.scenes.scene import Play, Scene, in_turn, keys, typed
from tests.gui.walk_in_desk import FOUND, SCHOOLS

F4, ENTER = Qt.Key.Key_F4, Qt.Key.Key_Return
NAMES = ("Алиев Руслан оглы", "Александровская Екатерина", "Ёлкина Мария", "Салтыков Демид")
MEMBERS = [(100 + n, NAMES[n % 4], n in (3, 9)) for n in range(26)]
MASKING = {
    "overview": replace(
        world.overview(), site=replace(world.SITE, policy=SitePolicy(masks_names=True))
    ),
    "search": FOUND,
}


def counted(group: CheckIn, *pressed: Qt.Key | str) -> Play:
    """A group's ticket is scanned, and its count begun."""
    return in_turn(scanned(group), typed(*pressed))


def by_name(window: MainWindow, desk: FakeDesk) -> None:
    scanned(GROUP)(window, desk)
    page = window.gate.stage.findChild(CountPage)
    assert isinstance(page, CountPage)
    page.names_wanted.emit()
    for index in (0, 2, 3):
        page.tick_wanted.emit(index)


def pupil(window: MainWindow, _desk: FakeDesk) -> None:
    """A pupil of grade 9, by two digits."""
    keys(window, F4)
    for digit in "19":
        walk_in(window).person.key_typed.emit(digit)


def registered(window: MainWindow, desk: FakeDesk) -> None:
    pupil(window, desk)
    walk_in(window).person.record_wanted.emit()


def not_cleared(window: MainWindow, desk: FakeDesk) -> None:
    registered(window, desk)
    walk_in(window).clearance.answered.emit("2")


def school_class(window: MainWindow, _desk: FakeDesk) -> None:
    """A class fills the form: the school and the grade as the teacher says them."""
    keys(window, F4)
    view = walk_in(window)
    view.school_class.class_wanted.emit()
    view.school_class.school.changed.emit(SCHOOLS[1])
    for name, text in (("grade", "9В"), ("pupils", "25"), ("adults", "2")):
        view.school_class.field_changed.emit(name, text)


def class_number(window: MainWindow, desk: FakeDesk) -> None:
    school_class(window, desk)
    walk_in(window).school_class.record_wanted.emit()


def class_names(window: MainWindow, desk: FakeDesk) -> None:
    class_number(window, desk)
    walk_in(window).done.names_wanted.emit()


def walk_in(window: MainWindow) -> WalkInView:
    found = window.gate.stage.findChild(WalkInView)
    assert isinstance(found, WalkInView)
    return found


GROUP = world.pending()
SCENES: dict[str, Scene] = {
    "06-group": Scene(scanned(GROUP)),
    "06-group-counting": Scene(counted(GROUP, "23")),
    "06-group-counted": Scene(counted(GROUP, "23", ENTER)),
    "06-group-stragglers": Scene(scanned(world.pending(counted=25))),
    "06-group-over-the-ticket": Scene(counted(world.pending(counted=25), "9")),
    "06-group-by-name": Scene(by_name, {"members": MEMBERS}),
    "07-search": Scene(typed("ел"), {"search": FOUND}),
    "07-search-masked": Scene(typed("ел"), MASKING),
    "07-nobody": Scene(typed("щщ"), {"search": []}),
    "14-walk-in": Scene(typed(F4)),
    "14-walk-in-pupil": Scene(pupil),
    "14-walk-in-number": Scene(registered),
    "14-walk-in-clearance": Scene(registered, CLEARANCE),
    "14-walk-in-not-cleared": Scene(not_cleared, CLEARANCE),
    "14-class": Scene(school_class),
    "14-class-number": Scene(class_number),
    "14-class-names": Scene(class_names),
    "14-companion": Scene(in_turn(scanned(world.admitted()), typed("+"))),
}
