"""Forty minutes of crowd: bursts of scans, and scans in the middle of everything else."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import CameraSettings, DeviceSettings, Purpose, SerialSettings
from kiosk.domain.records import Kind
from kiosk.operations.identify import identify
from kiosk.scanning.multimedia import QVideoFrame
from kiosk.store.database import Database
from tests.e2e.gate.bench import Actions, Bench, Key, bench, cable
from tests.e2e.gate.conftest import Day
from tests.unit.scanning.pictures import as_qimage, scene

ENTER, ESC = Key.Key_Return, Key.Key_Escape
F4, F6, F8 = Key.Key_F4, Key.Key_F6, Key.Key_F8
BURST, EVERY_MS = 60, 100
"""Half as fast again as people come, who need 150 ms."""


class Painted(QObject):
    """Which answers were painted on the stage, in order."""

    def __init__(self, kiosk: Bench) -> None:
        super().__init__()
        self._kiosk = kiosk
        self.seqs: list[int] = []
        kiosk.window.gate.answer.who.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        answer = self._kiosk.state.answer
        if event.type() == QEvent.Type.Paint and answer and answer.seq not in self.seqs:
            self.seqs.append(answer.seq)
        return super().eventFilter(watched, event)


def test_a_burst_while_the_exchange_fails_and_succeeds(
    qtbot: QtBot, qapp: QApplication, day: Day
) -> None:
    texts = [ticket.text for ticket in day.crowd[:BURST]]
    with bench(qtbot, qapp, day.folder, operator="volunteer-1") as kiosk:
        painted, coming = Painted(kiosk), iter(texts)

        def come() -> None:
            text = next(coming, "")
            if text:
                kiosk.scan(text)
                kiosk.desktop.sync()
            else:
                door.stop()

        door = QTimer(kiosk.window, interval=EVERY_MS)
        door.timeout.connect(come)
        door.start()
        kiosk.until(lambda: len(painted.seqs) >= BURST // 2)  # there is no server so far
        with day.site.server() as central:
            kiosk.until(lambda: len(painted.seqs) == BURST)
            kiosk.desktop.sync()
            kiosk.sees("отправлено всё")
            arrivals = [r for r in kiosk.records() if r.kind == Kind.ARRIVAL]
            kiosk.until(lambda: central.stats().records == len(kiosk.records()))
    assert painted.seqs == [record.seq for record in arrivals]
    assert [record.integer("ticket") for record in arrivals] == numbers(kiosk.folder, texts)


def numbers(folder: Path, texts: list[str]) -> list[int]:
    """The numbers of these tickets."""
    with Database.open(folder) as store:
        seen = [store.read(partial(identify, text=text)) for text in texts]
    return [one.facts.number for one in seen if one.facts]


def fields(kiosk: Bench) -> list[str]:
    """What stands in every field of the window."""
    texts = [field.text() for field in kiosk.window.findChildren(QLineEdit)]
    return texts + [field.toPlainText() for field in kiosk.window.findChildren(QPlainTextEdit)]


def count(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").word("2", end=None)


def names(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").key("/").sees("К числам")


def search(kiosk: Bench, _people: Day) -> None:
    kiosk.word("толпин", end=None).sees("Толпин 001")


def person(kiosk: Bench, _people: Day) -> None:
    kiosk.key(F4).sees("Записать").key("1")
    page = kiosk.held
    kiosk.until(page.person.grades["9"].isVisible)
    kiosk.click(page.person.school.field).word("Гимна", end=None)
    kiosk.until(lambda: page.person.school.field.text() == "Гимна")


def school_class(kiosk: Bench, _people: Day) -> None:
    kiosk.key(F4).sees("Записать").key("к").sees("Школьники").word("Лицей", end=None)
    kiosk.until(lambda: kiosk.held.school_class.school.field.text() == "Лицей")


def reason(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.other["other_site"].text).sees("Впустить…").key(Key.Key_F7)
    kiosk.sees("Другое").key("0").sees("Впустить").word("гос", end=None)


def undo(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[5].text).sees("Проходите").key(F8).sees("1 · Не тот билет")


def code(kiosk: Bench, _people: Day) -> None:
    kiosk.word("123", end=None).sees("Код под QR")


def menu(kiosk: Bench, _people: Day) -> None:
    kiosk.press("⋯").sees("Что ещё")


def site_page(kiosk: Bench, _people: Day) -> None:
    kiosk.press("Площадка").sees("Площадка")


BEGUN: list[Callable[[Bench, Day], None]] = [
    count, names, search, person, school_class, reason, undo, code, menu, site_page,
]  # fmt: skip


@pytest.mark.parametrize("begin", BEGUN)
def test_a_scan_in_the_middle_of_anything(
    kiosk: Bench, people: Day, begin: Callable[[Bench, Day], None]
) -> None:
    begin(kiosk, people)
    before = kiosk.kinds()
    kiosk.scan(people.crowd[0].text).sees("Проходите", "10 «А»")
    kiosk.has(*before, Kind.ARRIVAL)
    kiosk.scan(people.crowd[1].text.lower(), russian=True)
    kiosk.has(*before, Kind.ARRIVAL, Kind.ARRIVAL).sees("Проходите", "СКАН = ВХОД")
    typed = " ".join(fields(kiosk)).lower()
    assert not any(people.crowd[n].text[:8].lower() in typed for n in (0, 1))
    kiosk.key(ESC).sees("Отсканируйте билет").key("т").sees("Нет в списке?")
    assert kiosk.held.field.text() == "т", "what was searched for before is gone"


def test_a_group_that_is_left_is_amber_and_counted_later(kiosk: Bench, people: Day) -> None:
    count(kiosk, people)
    kiosk.scan(people.crowd[0].text).sees("Проходите", "не пересчитано: 1", "Группа: сколько?")
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").key(ENTER).sees("Проходите")
    kiosk.until(lambda: "не пересчитано" not in kiosk.words())
    arrivals = [record for record in kiosk.records() if record.kind == Kind.ARRIVAL]
    assert [record.integer("heads") for record in arrivals] == [1, 28]


def test_a_class_that_was_half_typed_is_offered_again(kiosk: Bench, people: Day) -> None:
    school_class(kiosk, people)
    kiosk.scan(people.crowd[0].text).sees("Проходите").key(F4).sees("Школьники")
    assert kiosk.held.school_class.school.field.text() == "Лицей"
    kiosk.press("Найти").sees("Нет в списке?").key(ESC).press("Без билета").sees("Школьники")
    assert kiosk.held.school_class.school.field.text() == "Лицей"
    kiosk.press("Без билета").sees("Школьники")
    assert kiosk.held.school_class.school.field.text() == "Лицей"


def test_the_names_of_a_class_are_written_after_others_came(kiosk: Bench, people: Day) -> None:
    kiosk.key(F4).sees("Записать").key("к").sees("Школьники").word("Лицей 3").word("9Б")
    kiosk.word("25").sees("-001").press("Дописать имена").sees("Кто в классе").word("сыч", end=None)
    kiosk.key(ESC).sees("-001").key(ESC).scan(people.crowd[0].text).sees("Проходите", "10 «А»")
    kiosk.key(F4).sees("Записать").key("к").sees("Ещё без имён")
    kiosk.click(kiosk.held.school_class.nameless.buttons[0]).sees("Кто в классе")
    assert kiosk.held.names.lines.toPlainText() == "сыч"
    kiosk.press("Сохранить имена").sees("записано 1 имя")
    kiosk.has(Kind.WALK_IN, Kind.ARRIVAL, Kind.ARRIVAL, Kind.WALK_IN)
    kiosk.key(ESC, F4).sees("Записать").key("к").sees("Школьники")
    assert not kiosk.held.school_class.nameless.isVisible()


def test_the_clearance_of_a_class_may_wait_too(
    decide: Callable[..., None], day: Day, qtbot: QtBot, qapp: QApplication
) -> None:
    decide(staff=False, asks_clearance=True)
    with bench(qtbot, qapp, day.folder) as kiosk:
        kiosk.key(F4).sees("Записать").key("к").sees("Школьники").word("Лицей").word("9Б")
        kiosk.word("25+2").sees("Допуск согласован?")
        kiosk.scan(day.crowd[0].text).sees("Проходите").key(F4).sees("Школьники")
        kiosk.press("Записать").sees("Допуск согласован?").key("1").sees("-001")
        kiosk.has(Kind.ARRIVAL, Kind.WALK_IN, Kind.ARRIVAL)
        kiosk.key(ESC).scan(day.other["uncleared"].text).sees("Нет допуска").key(ESC)
        kiosk.key(F4).sees("Записать").key("2", ENTER).sees("Допуск согласован?").key("2")
        kiosk.sees("Вход не записан").key(ESC).sees("Отсканируйте билет")


def test_a_scan_right_behind_a_registration_is_seen(kiosk: Bench, people: Day) -> None:
    """Both are on their way at once: the later one's verdict is on top."""
    kiosk.key(F4).sees("Записать").key("2", ENTER)
    kiosk.scan(people.crowd[0].text).sees("Проходите", "10 «А»")
    kiosk.has(Kind.WALK_IN, Kind.ARRIVAL, Kind.ARRIVAL)
    assert kiosk.held is None


def test_a_verdict_comes_to_the_front_of_another_screen(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[0].text).press("⋯").sees("Проходите", "10 «А»")
    kiosk.key(ESC).sees("Отсканируйте билет").has(Kind.ARRIVAL)


# --- how few actions it takes ---


@pytest.fixture
def actions(kiosk: Bench, qapp: QApplication) -> Actions:
    counted = Actions()
    qapp.installEventFilter(counted)
    return counted


def test_a_class_of_28_with_one_ticket(kiosk: Bench, people: Day, actions: Actions) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").key(ENTER).sees("Проходите")
    assert actions.count == 2
    kiosk.scan(people.crowd[0].text).sees("Вера Ё.").key(F8)
    kiosk.sees("1 · Не тот билет").key("1").sees("Вход отменён")
    assert actions.count == 2 + 1 + 2, "undo takes two"


def test_fewer_came_than_the_ticket_has(kiosk: Bench, people: Day, actions: Actions) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").word("25").sees("Проходите")
    assert actions.count == 2
    assert kiosk.records()[-1].integer("heads") == 27


def test_a_walk_in(kiosk: Bench, actions: Actions) -> None:
    kiosk.key(F4).sees("Записать").key("1").key("9").key(ENTER).sees("-001")
    assert actions.count == 4
    kiosk.press("Закрыть").press("Без билета").sees("Записать").press("Школьник").press("9")
    kiosk.press("Записать").sees("-002")
    assert actions.count == 4 + 1 + 4


def test_a_class_without_tickets(kiosk: Bench, actions: Actions) -> None:
    kiosk.key(F4).sees("Записать").key("к").sees("Школьники").word("Лицей 3").word("9Б")
    kiosk.word("25+2").sees("-001", "25")
    assert actions.count == 5
    assert kiosk.records()[-1].integer("heads") == 27


def test_a_class_without_tickets_by_clicks(kiosk: Bench) -> None:
    kiosk.press("Без билета").sees("Записать").press("Класс без билетов").sees("Школьники")
    page = kiosk.held.school_class
    kiosk.touch("лицей").click(page.grade).touch("9б").click(page.pupils).touch("25")
    kiosk.press("Записать").sees("-001").press("Дописать имена").sees("Кто в классе")
    kiosk.touch("иванов").press("Сохранить имена").sees("1 ")
    kiosk.has(Kind.WALK_IN, Kind.ARRIVAL, Kind.WALK_IN)


# --- several scanners ---


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_port_a_second_one_at_the_way_out_and_a_camera(
    alone: Path, people: Day, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    shutil.copytree(alone, tmp_path / "kiosk")
    with cable() as (way_in, port), cable() as (way_out, exit_port):
        ports = (SerialSettings(port), SerialSettings(exit_port, purpose=Purpose.DEPARTURE))
        devices = DeviceSettings(serial=ports, camera=CameraSettings("none such"))
        with bench(qtbot, qapp, tmp_path / "kiosk", devices=devices) as kiosk:
            search(kiosk, people)
            os.write(way_in, f"{people.crowd[0].text}\r".encode())
            kiosk.sees("Проходите").key("т").sees("Нет в списке?")
            os.write(way_out, f"{people.crowd[0].text}\r".encode())
            kiosk.sees("Отменить выход", "СКАН = ВХОД")
            kiosk.has(Kind.ARRIVAL, Kind.DEPARTURE)
            scanners = kiosk.desktop._scanners
            assert scanners is not None
            assert scanners._camera is not None
            scanners._camera.sink.setVideoFrame(QVideoFrame(as_qimage(scene(people.crowd[1].text))))
            kiosk.has(Kind.ARRIVAL, Kind.DEPARTURE, Kind.ARRIVAL).sees("Проходите")
            sources = [r.text("source") for r in kiosk.records() if r.kind == Kind.ARRIVAL]
    assert sources == ["serial", "camera"]
