"""Who works the gate: badges and PINs, what each role may do, a kiosk that nobody looks after."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.records import Kind
from kiosk.ui.crew import Crew
from kiosk.ui.screen import Screen
from kiosk.ui.screens.gate.state import NameShown
from tests.e2e.gate.bench import Actions, Bench, Key, bench
from tests.e2e.gate.conftest import FOUND, Day

ENTER, ESC = Key.Key_Return, Key.Key_Escape
F4, F6, F7, F8 = Key.Key_F4, Key.Key_F6, Key.Key_F7, Key.Key_F8
PIN = "102030"


@pytest.fixture
def kiosk(day: Day, qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    """A kiosk with a staff list, which asks at once who works there; offline."""
    with bench(qtbot, qapp, day.folder) as made:
        made.sees("Кто за киоском?", "Работать без имени")
        yield made
        assert made.window.size() == made.opened_at, "the window has grown"


def by_badge(kiosk: Bench, day: Day, staff_id: str) -> str:
    """Signs in; returns the name that the header shows then."""
    kiosk.scan(day.badges[staff_id]).until(lambda: works(kiosk) == staff_id)
    return crew(kiosk).short_name


def works(kiosk: Bench) -> str:
    """The id of whoever works the kiosk."""
    operator = crew(kiosk).operator
    return operator.staff_id if operator is not None else ""


def crew(kiosk: Bench) -> Crew:
    conductor = kiosk.window._conductor
    assert conductor is not None
    return conductor.crew


def test_a_badge_is_one_action_and_a_pin_two(kiosk: Bench, day: Day, qapp: QApplication) -> None:
    counted = Actions()
    qapp.installEventFilter(counted)
    kiosk.sees(by_badge(kiosk, day, "volunteer-1"), "Отсканируйте билет")
    assert counted.count == 1
    kiosk.press(crew(kiosk).short_name).sees("Работать без имени")
    counted.count = 0
    other = next(
        b
        for b in kiosk.buttons()
        if "Волонтёр" in b.accessibleName() and crew(kiosk).short_name not in b.accessibleName()
    )
    kiosk.click(other).word(PIN).sees("Отсканируйте билет")
    assert counted.count == 2
    assert works(kiosk) == "volunteer-2"
    kiosk.has(Kind.SIGN_IN, Kind.SIGN_OUT, Kind.SIGN_IN)


def test_every_record_carries_who(kiosk: Bench, day: Day) -> None:
    kiosk.scan(day.crowd[0].text).sees("Проходите")
    for n, staff_id in enumerate(("volunteer-1", "manager"), start=1):
        by_badge(kiosk, day, staff_id)
        kiosk.scan(day.crowd[n].text).sees(f"00{n} Т.")
    arrivals = [record for record in kiosk.records() if record.kind == Kind.ARRIVAL]
    assert [record.operator for record in arrivals] == ["", "volunteer-1", "manager"]


def test_scans_wait_for_nobody_to_sign_in(kiosk: Bench, day: Day) -> None:
    kiosk.word("102", end=None).scan(day.crowd[0].text).sees("Проходите")
    kiosk.has(Kind.ARRIVAL)


def test_a_pin_that_is_half_typed_is_forgotten(kiosk: Bench, day: Day) -> None:
    other = next(b for b in kiosk.buttons() if "Волонтёр" in b.accessibleName())
    kiosk.click(other).word("1020", end=None)
    kiosk.scan(day.crowd[0].text).sees("Проходите").key(ESC).press("Кто за киоском?")
    kiosk.sees("Работать без имени").key(ENTER).has(Kind.ARRIVAL)


def test_what_each_role_sees(kiosk: Bench, day: Day) -> None:
    by_badge(kiosk, day, "volunteer-1")
    kiosk.sees("Отсканируйте билет")
    assert not {"Пробы", "Площадка"} & {button.text() for button in kiosk.buttons()}
    by_badge(kiosk, day, "instructor-1")
    kiosk.until(lambda: "Пробы" in [button.text() for button in kiosk.buttons()])
    assert not {"Площадка"} & {button.text() for button in kiosk.buttons()}
    by_badge(kiosk, day, "manager")
    kiosk.until(lambda: {"Вход", "Пробы", "Площадка"} <= {b.text() for b in kiosk.buttons()})


def test_only_the_manager_decides_otherwise(kiosk: Bench, day: Day) -> None:
    by_badge(kiosk, day, "volunteer-1")
    kiosk.scan(day.other["other_site"].text).sees("Другая площадка").key(F7)
    assert "Впустить…" not in kiosk.words()
    assert "Почему" not in kiosk.words()
    by_badge(kiosk, day, "manager")
    kiosk.sees("Впустить…").key(F7).sees("Почему")
    by_badge(kiosk, day, "volunteer-1")
    kiosk.sees("Другая площадка").key("1")
    kiosk.until(lambda: "Код под QR" in kiosk.words())  # the reasons are gone: a code begins
    assert Kind.OVERRIDE not in kiosk.kinds()


def test_the_manager_comes_to_a_group_that_is_too_large(kiosk: Bench, day: Day) -> None:
    by_badge(kiosk, day, "volunteer-1")
    kiosk.scan(day.by_class.text).sees("Сколько пришло?").word("30").sees("Позовите руководителя")
    assert "1 · Пропустить всех" not in kiosk.words()
    by_badge(kiosk, day, "manager")
    kiosk.sees("1 · Пропустить всех").key("1").sees("Проходите")
    assert kiosk.records()[-1].operator == "manager"
    assert kiosk.records()[-1].integer("heads") == 32


def test_nobody_takes_back_what_somebody_else_recorded(kiosk: Bench, day: Day) -> None:
    by_badge(kiosk, day, "volunteer-1")
    kiosk.scan(day.crowd[0].text).sees("Отменить вход")
    by_badge(kiosk, day, "volunteer-2")
    kiosk.until(lambda: "Отменить вход" not in kiosk.words()).key(F8)
    kiosk.until(kiosk.window.gate.recent.lines[0].isVisible)
    kiosk.click(kiosk.window.gate.recent.lines[0])
    assert "1 · Не тот билет" not in kiosk.words()
    by_badge(kiosk, day, "manager")
    kiosk.sees("Отменить последнее").key(F8).sees("1 · Не тот билет").key("1")
    kiosk.sees("Вход отменён")
    assert kiosk.records()[-1].kind == Kind.RETRACTION


def test_idle_hides_names_and_the_managers_pages_and_goes_on_scanning(
    kiosk: Bench, day: Day
) -> None:
    by_badge(kiosk, day, "manager")
    kiosk.scan(day.crowd[0].text).sees("Вера Ё.")
    kiosk.leave_alone()
    kiosk.sees("Закрыто", "Проходите")
    assert "Вера" not in kiosk.words()
    assert kiosk.state.name is NameShown.HIDDEN
    by_badge(kiosk, day, "manager")
    kiosk.sees("Площадка", "Отсканируйте билет").press("Площадка").until(
        lambda: "Отсканируйте билет" not in kiosk.words()
    )
    kiosk.leave_alone()
    kiosk.sees("Закрыто", "Отсканируйте билет")
    assert "Площадка" not in [button.text() for button in kiosk.buttons()]
    kiosk.scan(day.crowd[1].text).sees("001 Т.")
    kiosk.word("ёлочк", end=None).sees(f"{FOUND} Вера")
    kiosk.leave_alone()
    assert FOUND not in kiosk.words()
    kiosk.scan(day.by_class.text).sees("Сколько пришло?").key("/").sees("К числам")
    kiosk.leave_alone()
    kiosk.sees("Сколько пришло?")
    assert not kiosk.held.names.isVisible()
    by_badge(kiosk, day, "manager")
    kiosk.sees("Сколько пришло?").key(ENTER).sees("Проходите")


def test_a_manager_who_was_there_before_a_restart_shows_who_they_are(
    day: Day, qtbot: QtBot, qapp: QApplication
) -> None:
    with bench(qtbot, qapp, day.folder) as before:
        by_badge(before, day, "manager")
        before.until(lambda: "Площадка" in [button.text() for button in before.buttons()])
    with bench(qtbot, qapp, day.folder) as again:
        again.sees("Закрыто", "Отсканируйте билет").until(lambda: works(again) == "manager")
        assert "Площадка" not in [button.text() for button in again.buttons()]
        again.scan(day.crowd[0].text).sees("Проходите")
        assert again.records()[-1].operator == "manager"


def test_idle_leaves_the_trial_that_is_going_on(kiosk: Bench, day: Day) -> None:
    by_badge(kiosk, day, "instructor-1")
    kiosk.until(lambda: "Пробы" in [button.text() for button in kiosk.buttons()])
    view = kiosk.window.view_of(Screen.TRIALS)
    kiosk.until(lambda: any(view.isAncestorOf(button) for button in kiosk.buttons()))
    kiosk.click(next(button for button in kiosk.buttons() if view.isAncestorOf(button)))
    full = f"{FOUND} Вера"
    kiosk.sees("СКАН = ПРОБА").leave_alone()
    kiosk.sees("СКАН = ПРОБА").scan(day.crowd[0].text).sees("нет отметки входа", full)
    assert Kind.ARRIVAL not in kiosk.kinds()
    presences: tuple[Callable[[], Bench], ...] = (
        lambda: kiosk.key("x"),
        lambda: kiosk.click(view),
        lambda: kiosk.press("Пробы"),
        lambda: kiosk.scan(day.crowd[1].text),
    )
    for somebody_is_there in presences:
        kiosk.leave_alone()
        kiosk.sees("Вера Ё.").until(lambda: full not in kiosk.words())
        somebody_is_there()
        kiosk.sees(full)
