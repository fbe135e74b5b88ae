"""The closing page of a busy day, looked at and worked with."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from kiosk.operations.close_site import Closing
from kiosk.ui import language
from kiosk.ui.screens.closing.state import ClosingState, page_of
from kiosk.ui.screens.closing.view import ClosingView
from kiosk.ui.theme.state import dress
from tests.gui import evening, world
from tests.gui.test_pictures import describe, is_cut_off

HEADER = 60
EXCUSED = world.device(
    world.THIRD,
    "Киоск 3",
    182,
    165,
    ended=False,
    excused=True,
    reason="Разбился экран, журнал остался на диске, ноутбук увезли в ремонт",
)


def opened(qtbot: QtBot, qapp: QApplication, closing: Closing, speaking: str = "ru") -> ClosingView:
    dress(qapp)
    language.install(qapp, speaking)
    view = ClosingView()
    qtbot.addWidget(view)
    view.resize(1366, 768 - HEADER)
    with qtbot.waitExposed(view):
        view.show()
    view.show_state(ClosingState(page=page_of(closing, evening.TRACKED, "Киоск 1")))
    qtbot.wait(0)
    return view


def words(view: QWidget) -> str:
    labels = view.findChildren(QLabel)
    return "\n".join(part.text() for part in labels if part.isVisibleTo(view))


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> ClosingView:
    return opened(qtbot, qapp, evening.evening(*world.three_devices(ended=False)))


def test_groups_that_nobody_counted_are_told_with_what_to_do(view: ClosingView) -> None:
    told = words(view)
    assert f"11 «Б», {evening.LONG_SCHOOL}" in told
    assert "10:12 · Киоск 2 · Вход 2" in told
    assert "77" in told
    assert "type the number" in told or "число" in told


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_one_list_is_open_at_a_time(view: ClosingView, by: str) -> None:
    pills = view.open.discrepancies.pills
    assert "Илья Р." not in words(view)
    press(pills["overrides"], by)
    told = words(view)
    assert "Илья Р." in told
    assert "10:50 · Киоск 1 · Вход 1 · Классный руководитель подтвердил" in told
    assert "10:12" not in told
    press(pills["copies"], by)
    assert "Мария Ё." in words(view)
    press(pills["copies"], by)
    assert "Мария Ё." not in words(view)


def press(pill: QPushButton, by: str) -> None:
    if by == "mouse":
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    else:
        pill.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(pill, Qt.Key.Key_Space)


def is_whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect().height() == part.height() > 15


def test_the_steps_are_in_sight_with_five_kiosks(qtbot: QtBot, qapp: QApplication) -> None:
    view = opened(qtbot, qapp, evening.evening(*evening.many_kiosks(ended=0)))
    steps = [part for part in view.findChildren(QLabel) if part.text()[:3] in ("1. ", "2. ", "3. ")]
    assert len(steps) == 4, "this kiosk's one step, and three for all the others"
    qtbot.waitUntil(lambda: all(is_whole(step) for step in steps))


def test_offline_the_kiosks_that_are_known_are_listed_with_their_age(
    qtbot: QtBot, qapp: QApplication
) -> None:
    told = words(opened(qtbot, qapp, evening.offline(), "en"))
    for name in ("Киоск 1", "Вход 2", "Сварочный цех"):
        assert name in told
    assert "16:42" in told


def test_totals_say_what_is_from_paper_without_a_ticket_and_inside(
    qtbot: QtBot, qapp: QApplication
) -> None:
    view = opened(qtbot, qapp, evening.evening(*world.three_devices(ended=False)), "en")
    told = words(view).splitlines()
    assert told.count("on paper: 12") == 2, "of all, and of those in groups"
    assert {"Without a ticket: 14", "Inside now: 28"} <= set(told)


def test_an_excused_kiosk_has_its_reason_and_no_lower_bound(
    qtbot: QtBot, qapp: QApplication
) -> None:
    devices = (*world.three_devices(ended=True)[:2], EXCUSED)
    view = opened(qtbot, qapp, evening.evening(*devices, closed=True))
    told = words(view)
    assert EXCUSED.reason in told
    assert "≥" not in told
    waiting = replace(EXCUSED, excused=False)
    view = opened(qtbot, qapp, evening.evening(*devices[:2], waiting))
    assert "≥" in words(view)


SCENES = {
    "busy": evening.evening(*world.three_devices(ended=False)),
    "five": evening.evening(*evening.many_kiosks(ended=0)),
    "offline": evening.offline(),
    "excused": evening.evening(*world.three_devices(ended=True)[:2], EXCUSED),
    "done": evening.evening(*world.three_devices(ended=True)[:2], EXCUSED, closed=True),
    "done-five": evening.evening(*evening.many_kiosks(ended=5), closed=True),
}


@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("name", SCENES)
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, name: str, speaking: str) -> None:
    view = opened(qtbot, qapp, SCENES[name], speaking)
    cut: list[str] = []

    def nothing_is_cut_off() -> bool:
        cut[:] = [describe(part) for part in view.findChildren(QWidget) if is_cut_off(part)]
        return not cut

    with contextlib.suppress(NotInTime):  # the layouts settle; then the assertion tells more
        qtbot.waitUntil(nothing_is_cut_off, timeout=1_000)
    assert cut == []
    assert (view.width(), view.height()) == (1366, 768 - HEADER)
