"""The window as people use it: real keys, real clicks, scans on every screen."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.admission import VerdictName
from kiosk.domain.staff import Right
from kiosk.domain.trials import Outcome
from kiosk.operations.log_trial import Participant
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.operations.recording import NotEnrolled
from kiosk.operations.sync import SyncReport
from kiosk.ui.screen import Screen
from kiosk.ui.screens.closing.state import ClosingState, page_of
from kiosk.ui.screens.closing.view import ClosingView
from kiosk.ui.screens.gate.state import UndoReason
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.bar import Bar
from kiosk.ui.window import MainWindow
from tests.gui import world
from tests.gui.conftest import Opener, conductor_of
from tests.gui.fake_desk import FakeDesk

FITTED = {Screen.SELF_TEST, Screen.SETTINGS, Screen.ON_SITE, Screen.PAPER}
"""Screens that need more of the program than the desk."""


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def window(open_window: Opener, desk: FakeDesk) -> MainWindow:
    return open_window(desk)


def press(window: MainWindow, *keys: Qt.Key) -> None:
    """Presses keys where the focus is, as a keyboard does."""
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(window: MainWindow) -> str:
    """All words that can be seen."""
    parts: list[QLabel | QPushButton] = [
        *window.findChildren(QLabel),
        *window.findChildren(QPushButton),
    ]
    return "\n".join(part.text() for part in parts if part.isVisible())


def test_the_window_opens_before_there_is_a_desk(qtbot: QtBot, window: MainWindow) -> None:
    bare = MainWindow(now=lambda: 0)
    qtbot.addWidget(bare)
    bare.show()
    qtbot.waitExposed(bare)
    bare.furnish()
    bare.scan("ticket", "wedge")
    press(bare, Qt.Key.Key_F8, Qt.Key.Key_1)
    assert "Отсканируйте билет" in words(bare)


def test_damage_that_is_told_before_there_is_a_desk_is_shown(
    qtbot: QtBot, window: MainWindow, desk: FakeDesk
) -> None:
    early = MainWindow(now=lambda: 0)
    qtbot.addWidget(early)
    early.mended()
    early.show()
    early.start(desk)
    assert "Журнал повреждён: начат новый" in words(early)


def test_f8_undoes_the_arrival_on_the_stage(window: MainWindow, desk: FakeDesk) -> None:
    desk.check_ins["ticket"] = world.admitted(seq=77)
    window.scan("ticket", "wedge")
    assert "Проходите" in words(window)
    press(window, Qt.Key.Key_F8)
    assert "Не тот билет" in words(window)
    press(window, Qt.Key.Key_1)
    assert desk.asked("undo") == [(77, UndoReason.WRONG_TICKET)]
    assert "Вход отменён" in words(window)


def test_esc_closes_the_answer_and_loses_nothing(window: MainWindow, desk: FakeDesk) -> None:
    window.scan("ticket", "wedge")
    press(window, Qt.Key.Key_Escape)
    assert "Отсканируйте билет" in words(window)
    assert desk.asked("undo") == []


def test_digits_open_the_code_entry(window: MainWindow, desk: FakeDesk) -> None:
    window.scan("ticket", "wedge")
    QTest.keyClicks(window, "123456447")
    press(window, Qt.Key.Key_Return)
    assert desk.asked("check_in") == [("ticket", "wedge")]
    press(window, Qt.Key.Key_Backspace)
    assert "1234 564 4··" in words(window)
    QTest.keyClicks(window, "71")
    press(window, Qt.Key.Key_Enter)
    assert desk.asked("check_in")[1:] == [("1234564471", "typed")]


def test_digits_can_be_touched(window: MainWindow, desk: FakeDesk) -> None:
    click(window.gate.ready.code)
    for key in window.gate.code.pad.findChildren(QPushButton):
        click(key)  # 1 to 9, 0, and the one that erases
    press(window, Qt.Key.Key_0)
    click(window.gate.code.enter)
    assert desk.asked("check_in") == [("1234567890", "typed")]


def test_keys_reach_the_gate_after_a_click_in_the_header(
    window: MainWindow, desk: FakeDesk
) -> None:
    for tab in window.header.findChildren(QPushButton):
        click(tab)
    window.show_screen(Screen.GATE)
    press(window, Qt.Key.Key_5)
    assert "5··· ··· ···" in words(window)


def test_only_the_name_fades(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window(FakeDesk(), fades=30)
    window.scan("ticket", "wedge")
    assert "Мария Ё." in words(window)
    qtbot.waitUntil(lambda: "Мария" not in words(window))
    assert "9 «Б»" in words(window)
    assert "Проходите" in words(window)
    click(window.gate.answer.name)
    assert "Ёлкина Мария Петровна" in words(window)
    qtbot.waitUntil(lambda: "Мария" not in words(window))


def test_a_name_that_stands_is_not_kept_by_what_is_read_again(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window(FakeDesk(), fades=200)
    window.scan("ticket", "wedge")

    def faded() -> bool:
        window.refresh()
        return "Мария" not in words(window)

    qtbot.waitUntil(faded, timeout=2_000)


def test_enter_tries_again_what_was_not_recorded(window: MainWindow, desk: FakeDesk) -> None:
    desk.check_ins["ticket"] = NotRecorded(Cause.DISK_FULL, "full")
    window.scan("ticket", "wedge")
    assert "НЕ ЗАПИСАНО" in words(window)
    assert window.gate.stage.property("tone") == "fail"
    del desk.check_ins["ticket"]
    press(window, Qt.Key.Key_Return)
    assert window.gate.stage.property("tone") == "go"


@pytest.mark.parametrize("screen", [Screen.CLOSING, Screen.TRIALS])
def test_a_scan_turns_to_the_gate(window: MainWindow, screen: Screen) -> None:
    window.show_screen(screen)
    assert "СКАН = ВХОД" in words(window)
    window.scan("ticket", "wedge")
    assert "Проходите" in words(window)


def test_a_scan_at_a_trial_adds_to_its_list(
    qtbot: QtBot, window: MainWindow, desk: FakeDesk
) -> None:
    window.show_screen(Screen.TRIALS)
    window.view_of(Screen.TRIALS).chosen.emit("t1")
    assert "СКАН = ПРОБА: СВАРЩИК" in words(window)
    window.scan("ticket", "wedge")
    assert desk.asked("find_participant") == [("ticket", "wedge")]
    assert desk.asked("check_in") == []
    qtbot.waitUntil(lambda: window.view_of(Screen.TRIALS).line(world.MARIA.number).isVisible())


def test_a_cancelled_ticket_at_a_trial_is_warned_of(
    qtbot: QtBot, window: MainWindow, desk: FakeDesk
) -> None:
    window.show_screen(Screen.TRIALS)
    window.view_of(Screen.TRIALS).chosen.emit("t1")
    assert "билет отменён" not in words(window)
    cancelled = replace(world.MARIA, cancelled=True)
    again = Participant(world.MARIA.number, 1, cancelled, entered=False)
    desk.answers["find_participant"] = again
    window.scan("ticket", "wedge")
    qtbot.waitUntil(lambda: "билет отменён · нет отметки входа" in words(window))


def test_an_overfull_trial_is_amber(window: MainWindow, desk: FakeDesk) -> None:
    window.show_screen(Screen.TRIALS)
    view = window.view_of(Screen.TRIALS)
    view.chosen.emit("t1")
    bar = view.findChild(Bar)
    tones = [bar.tone]
    desk.answers["find_participant"] = Participant(
        world.GROUP.number, 28, world.GROUP, entered=True
    )
    window.scan("ticket", "wedge")
    assert [*tones, bar.tone] == [Tone.IDLE, Tone.HEED]


def test_an_outcome_is_dark_once_it_is_durable(window: MainWindow, desk: FakeDesk) -> None:
    window.show_screen(Screen.TRIALS)
    window.view_of(Screen.TRIALS).chosen.emit("t1")
    window.scan("ticket", "wedge")
    line = window.view_of(Screen.TRIALS).line(world.MARIA.number)
    desk.later = True
    click(line.completed)
    assert not line.completed.isChecked()
    desk.answer()
    assert line.completed.isChecked()
    assert not line.not_completed.isChecked()
    assert desk.asked("log_trial") == [(world.MARIA.number, "t1", Outcome.COMPLETED)]


def test_a_day_is_closed_without_a_kiosk_for_a_reason(window: MainWindow, desk: FakeDesk) -> None:
    window.show_screen(Screen.CLOSING)
    assert "Киоск 3" in words(window)
    click(window.view_of(Screen.CLOSING).open.without)
    press(window, Qt.Key.Key_Escape)
    assert window.view_of(Screen.CLOSING).open.without.isVisible()
    click(window.view_of(Screen.CLOSING).open.without)
    field = window.view_of(Screen.CLOSING).open.reason.field
    assert window.focusWidget() is field
    QTest.keyClicks(field, "flat battery")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.asked("excuse_device") == [(world.THIRD, "flat battery")]
    assert "Можно идти домой" in words(window)


def test_an_ended_day_shows_its_head(window: MainWindow, desk: FakeDesk) -> None:
    unended = world.device(world.HERE, "Киоск 1", 640, 640, ended=False)
    desk.answers["look_at_closing"] = world.closing(unended)
    window.show_screen(Screen.CLOSING)
    click(window.view_of(Screen.CLOSING).open.end_day)
    press(window, Qt.Key.Key_Escape)
    assert window.view_of(Screen.CLOSING).open.end_day.isVisible()
    click(window.view_of(Screen.CLOSING).open.end_day)
    assert desk.asked("end_day") == []
    press(window, Qt.Key.Key_Return)
    assert desk.asked("end_day") == [()]
    assert "7F3A-91C2" in words(window)
    press(window, Qt.Key.Key_Escape)
    assert "7F3A-91C2" not in words(window)


def test_the_pairs_of_double_entries_can_be_opened(window: MainWindow) -> None:
    window.show_screen(Screen.CLOSING)
    assert "09:48 · Киоск 2 · Вход 2" not in words(window)
    click(window.view_of(Screen.CLOSING).open.discrepancies.pills["doubles"])
    assert "09:48 · Киоск 2 · Вход 2" in words(window)


@pytest.mark.parametrize(("chosen", "saved"), [("/tmp/proof.json", True), ("", False)])
def test_the_proof_goes_where_it_is_asked_for(qtbot: QtBot, chosen: str, saved: bool) -> None:
    offered: list[str] = []

    def ask(name: str) -> str:
        offered.append(name)
        return chosen

    view = ClosingView(ask)
    qtbot.addWidget(view)
    asked: list[Path] = []
    view.proof_wanted.connect(asked.append)
    page = page_of(world.closing(*world.three_devices(ended=True), closed=True), world.SITE, "")
    view.show_state(ClosingState(page=page))
    click(view.done.save)
    assert offered
    assert offered[0].endswith("18.10.json")
    assert asked == ([Path(chosen)] if saved else [])


def test_an_unenrolled_kiosk_offers_three_ways(open_window: Opener, desk: FakeDesk) -> None:
    desk.answers["overview"] = world.overview(enrolled=False)
    window = open_window(desk)
    assert not any(tab.isVisible() for tab in window.header.findChildren(QPushButton))
    click(window.view_of(Screen.WELCOME).training)
    assert desk.asked("start_practice") == [()]
    click(window.view_of(Screen.WELCOME).demo)
    assert desk.asked("start_demo") == [()]


@pytest.mark.parametrize("pressed", [False, True])
def test_a_scan_connects(open_window: Opener, desk: FakeDesk, pressed: bool) -> None:
    desk.answers["overview"] = world.overview(enrolled=False)
    window = open_window(desk)
    if pressed:
        click(window.view_of(Screen.WELCOME).connect_button)
    assert "СКАН = КОД ПОДКЛЮЧЕНИЯ" in words(window)
    desk.answers["overview"] = world.overview()
    window.scan("https://example.org/#CODE", "wedge")
    assert desk.asked("enrol") == [("https://example.org/#CODE",)]
    assert "Отсканируйте билет" in words(window)


def test_a_code_can_be_typed_and_esc_goes_back(open_window: Opener, desk: FakeDesk) -> None:
    desk.answers["overview"] = world.overview(enrolled=False)
    window = open_window(desk)
    click(window.view_of(Screen.WELCOME).connect_button)
    press(window, Qt.Key.Key_Escape)
    assert window.view_of(Screen.WELCOME).demo.isVisible()
    click(window.view_of(Screen.WELCOME).connect_button)
    QTest.keyClicks(window.view_of(Screen.WELCOME).field, "CODE")
    press(window, Qt.Key.Key_Return)
    assert desk.asked("enrol") == [("CODE",)]


def test_a_visitor_before_enrolment_is_sent_to_the_paper_list(
    open_window: Opener, desk: FakeDesk
) -> None:
    desk.answers["overview"] = world.overview(enrolled=False)
    ticket = f"ED{'A' * 120}"
    desk.check_ins[ticket] = NotEnrolled()
    window = open_window(desk)
    window.scan(ticket, "wedge")
    assert "НЕ ЗАПИСАНО" in words(window)
    press(window, Qt.Key.Key_Escape)
    assert window.view_of(Screen.WELCOME).isVisible()


def test_every_control_has_a_name_and_room_to_touch(window: MainWindow, desk: FakeDesk) -> None:
    desk.check_ins["ticket"] = world.refused(VerdictName.ALREADY_INSIDE)
    window.scan("ticket", "wedge")
    for screen in set(Screen) - FITTED:
        window.show_screen(screen)
        for button in window.findChildren(QPushButton):
            if button.isVisible():
                assert button.accessibleName(), button.text()
                least = 60 if button.objectName() == "button" else 28
                assert button.sizeHint().height() >= least, button.text()


def test_a_retracted_line_is_struck_through(window: MainWindow) -> None:
    struck = [line.words.font().strikeOut() for line in window.gate.recent.lines]
    assert struck == [False, False, False, True, False, False]


def test_qt_gives_back_what_it_borrows(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.10 and 3.11 loses a reference to None on each void call."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for index in range(1_000):
        label.setText(str(index))
    assert abs(sys.getrefcount(None) - before) < 100


@pytest.mark.parametrize("left", [False, True])
def test_what_a_sign_in_was_asked_for_is_done_then_or_never(
    open_window: Opener, desk: FakeDesk, left: bool
) -> None:
    desk.answers["staff"] = [world.ANNA]
    window = open_window(desk, operator=None)
    done: list[str] = []
    window.synced(SyncReport())
    window.ask_for(Right.SETTINGS, lambda: done.append("closed"))
    assert window.view_of(Screen.SIGN_IN).isVisible()
    if left:
        press(window, Qt.Key.Key_Escape)
    conductor_of(window).signed_in(world.ANNA)
    assert done == ([] if left else ["closed"])
