"""The closing page of a busy day, looked at and worked with."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from kiosk.domain.texts import LONGEST_TEXT
from kiosk.operations.close_site import Closing
from kiosk.ui import language
from kiosk.ui.screens.closing.pages import HeadPage
from kiosk.ui.screens.closing.state import ClosingState, EndQuestion, HeadShown, page_of
from kiosk.ui.screens.closing.view import ClosingView
from kiosk.ui.screens.reason.presenter import Reason
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
    assert "Билет 77\n10:31 · Киоск 1 · Вход 1" in told
    assert "найдите класс в поиске и введите число" in told


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


@pytest.mark.parametrize(
    ("speaking", "count", "told"),
    [
        ("en", 1, "1 record is saved here and not sent yet"),
        ("en", 2, "2 records are saved here and not sent yet"),
        ("ru", 1, "1 запись сохранена здесь и ещё не отправлена"),
        ("ru", 5, "5 записей сохранено здесь и ещё не отправлено"),
        ("ru", 0, "Отправлено всё"),
    ],
)
def test_the_head_tells_what_waits(
    qtbot: QtBot, qapp: QApplication, speaking: str, count: int, told: str
) -> None:
    language.install(qapp, speaking)
    page = HeadPage()
    qtbot.addWidget(page)
    page.show_head(HeadShown("KIOSK-HEAD:X", 643, "7F3A-91C2", count))
    assert told in [part.text() for part in page.findChildren(QLabel)]


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


def ask_end(view: ClosingView, uncounted: int = 2, pending: int = 14) -> None:
    view.show_state(replace(view._state, ending=EndQuestion(uncounted, pending)))


def test_what_the_end_means_is_told_with_what_is_left_to_do(view: ClosingView) -> None:
    ask_end(view)
    told = words(view)
    assert "Завершить работу киоска?" in told
    assert "больше ничего не запишет" in told
    assert "2 группы не пересчитаны · 14 записей не отправлено" in told
    view.show_state(replace(view._state, ending=None))
    ask_end(view, 0, 0)
    assert "Все группы пересчитаны, всё отправлено" in words(view)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_end_is_asked_for_once(qtbot: QtBot, qapp: QApplication, by: str) -> None:
    view = opened(qtbot, qapp, evening.evening(*evening.many_kiosks(ended=0)))
    with qtbot.assertNotEmitted(view.end_wanted), qtbot.waitSignal(view.end_asked):
        press(view.open.end_day, by)
    ask_end(view)
    qtbot.waitUntil(view.open.ending.leave.isVisible)
    with qtbot.waitSignal(view.end_dropped):
        answer(view, Qt.Key.Key_Escape, view.open.ending.leave, by)
    view.show_state(replace(view._state, ending=None))
    assert view.open.end_day.isVisible()
    ask_end(view)
    qtbot.waitUntil(view.open.ending.end_day.isVisible)
    with qtbot.waitSignal(view.end_wanted):
        answer(view, Qt.Key.Key_Return, view.open.ending.end_day, by)


def answer(view: ClosingView, key: Qt.Key, button: QPushButton, by: str) -> None:
    if by == "mouse":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        view.take_key(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def test_kiosks_keep_their_lines_when_the_page_is_shown_again(
    qtbot: QtBot, view: ClosingView
) -> None:
    """What is put into a page in sight is not shown at once, and has no height until then."""
    names = [f"Цех {nth}" for nth in range(2)]
    devices = [world.device(f"{n}" * 64, name, 5, 5, ended=True) for n, name in enumerate(names)]
    page = page_of(evening.evening(*devices), evening.TRACKED, "Киоск 1")
    view.show_state(ClosingState(page=page))

    def kiosks_are_whole() -> bool:
        lines = [part for part in view.findChildren(QLabel) if part.text() in names]
        return len(lines) == len(names) and all(map(is_whole, lines))

    qtbot.waitUntil(kiosks_are_whole)


def test_reasons_that_are_ready_are_told_in_the_language_of_the_window(
    qtbot: QtBot, qapp: QApplication
) -> None:
    reasons = (Reason.MANAGER.value, "he is my son")
    overrides = tuple(
        evening.decided(51 + nth, world.at(11, nth), world.ILYA.number, "wrong_site", reason)
        for nth, reason in enumerate(reasons)
    )
    view = opened(qtbot, qapp, replace(evening.evening(), overrides=overrides))
    press(view.open.discrepancies.pills["overrides"], "mouse")
    told = words(view)
    assert "Решение" in told
    assert "he is my son" in told
    assert Reason.MANAGER.value not in told


@pytest.mark.parametrize(("ended", "verb"), [(1, "Мешают"), (4, "Мешает")])
def test_one_kiosk_is_in_the_way_and_several_are(
    qtbot: QtBot, qapp: QApplication, ended: int, verb: str
) -> None:
    told = words(opened(qtbot, qapp, evening.evening(*evening.many_kiosks(ended=ended))))
    assert f"{verb} " in told


def test_a_reason_of_one_character_closes_nothing(view: ClosingView) -> None:
    view.show_state(replace(view._state, asking_reason=True))
    row = view.open.reason
    assert "3" in row.field.placeholderText()
    for typed, enough in (("2", False), (" аб ", False), ("сел", True)):
        row.field.setText(typed)
        assert row.close_day.isEnabled() is enough
    assert row.field.maxLength() == LONGEST_TEXT


SCENES = {
    "busy": evening.evening(*world.three_devices(ended=False)),
    "five": evening.evening(*evening.many_kiosks(ended=0)),
    "offline": evening.offline(),
    "excused": evening.evening(*world.three_devices(ended=True)[:2], EXCUSED),
    "done": evening.evening(*world.three_devices(ended=True)[:2], EXCUSED, closed=True),
    "done-five": evening.evening(*evening.many_kiosks(ended=5), closed=True),
}


@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("name", [*SCENES, "busy-asking", "five-asking", "offline-asking"])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, name: str, speaking: str) -> None:
    view = opened(qtbot, qapp, SCENES[name.removesuffix("-asking")], speaking)
    if name.endswith("-asking"):
        ask_end(view, 12, 1_204)
    cut: list[str] = []

    def nothing_is_cut_off() -> bool:
        cut[:] = [describe(part) for part in view.findChildren(QWidget) if is_cut_off(part)]
        return not cut

    with contextlib.suppress(NotInTime):  # the layouts settle; then the assertion tells more
        qtbot.waitUntil(nothing_is_cut_off, timeout=1_000)
    assert cut == []
    assert (view.width(), view.height()) == (1366, 768 - HEADER)
