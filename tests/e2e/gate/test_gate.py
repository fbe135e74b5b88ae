"""The gate's everyday: each thing once by keys alone and once by clicks alone, on a real store."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.records import Kind
from kiosk.ui.screens.gate.state import Stage
from kiosk.ui.screens.search.rows import FoundLine
from tests.e2e.gate.bench import Bench, Key, bench
from tests.e2e.gate.conftest import FOUND, LEADER, MEMBERS, SCHOOL, Day

ENTER, ESC = Key.Key_Return, Key.Key_Escape
F4, F6, F7, F8 = Key.Key_F4, Key.Key_F6, Key.Key_F7, Key.Key_F8

VERDICTS = [
    ("unlisted", ("Проходите", "в списке"), Kind.ARRIVAL),
    ("helped", ("Проходите", "сопровождение"), Kind.ARRIVAL),
    ("other_site", ("Другая площадка", "Впустить…"), Kind.REFUSAL),
    ("tomorrow", ("Другой день", "Впустить…"), Kind.REFUSAL),
    ("cancelled", ("Билет отменён",), Kind.REFUSAL),
    ("forged", ("Билет не прошёл проверку",), Kind.REFUSAL),
    ("other_event", ("Другое мероприятие",), Kind.REFUSAL),
]


def by_keys(kiosk: Bench, code: str) -> None:
    kiosk.word(code)


def by_clicks(kiosk: Bench, code: str) -> None:
    kiosk.press("Ввести код").sees("Код под QR").touch(code).press("Отметить вход")


@pytest.mark.parametrize(("name", "words", "kind"), VERDICTS)
def test_every_verdict_by_a_scan(
    kiosk: Bench, people: Day, name: str, words: tuple[str, ...], kind: Kind
) -> None:
    kiosk.scan(people.other[name].text, russian=True).sees(*words).has(kind)
    kiosk.key(ESC).sees("Отсканируйте билет").has(kind)


def test_a_garbled_scan_and_a_foreign_code(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[0].text[:-9]).sees("Не читается")
    kiosk.scan("TP-2026-77").sees("Нет в списке")
    kiosk.has(Kind.REFUSAL, Kind.REFUSAL)


@pytest.mark.parametrize("enter", [by_keys, by_clicks])
def test_a_typed_code(kiosk: Bench, people: Day, enter: Callable[[Bench, str], None]) -> None:
    enter(kiosk, people.crowd[1].code)
    kiosk.sees("Проходите", "код введён вручную").has(Kind.ARRIVAL)
    digits = people.crowd[2].code
    swapped = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    kiosk.key(ESC).word(swapped).sees("Одна цифра не та")
    kiosk.has(Kind.ARRIVAL)


def test_enter_pressed_twice_sends_a_code_once(kiosk: Bench, people: Day) -> None:
    kiosk.word(people.crowd[1].code, end=None)
    kiosk.until(lambda: kiosk.state.code == people.crowd[1].code)
    kiosk.key(ENTER, ENTER, ENTER).sees("Проходите").key(ENTER)
    kiosk.until(lambda: not kiosk.state.busy).has(Kind.ARRIVAL)


def test_a_group_by_keys(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?", SCHOOL).has(Kind.GROUP_PENDING)
    kiosk.word("20").sees("Проходите").has(Kind.GROUP_PENDING, Kind.ARRIVAL)
    assert kiosk.records()[-1].integer("heads") == 22
    kiosk.scan(people.crowd[0].text).sees("10 «А»").scan(people.by_class.text)
    kiosk.sees("Сколько", "22 из 28 уже здесь").key(ENTER).sees("Проходите")
    assert kiosk.records()[-1].integer("heads") == 6


def test_a_groups_ticket_that_is_read_twice(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").word("20", end=None)
    kiosk.sees("Пришли 20 + 2").scan(people.by_class.text)
    kiosk.sees("Пришли 20 + 2").key(ENTER).sees("Проходите")
    kiosk.has(Kind.GROUP_PENDING, Kind.ARRIVAL)


def test_a_group_by_clicks_with_names(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?")
    page = kiosk.held
    kiosk.click(page.question.counters[0].fewer).sees("Пришли 25 + 2")
    kiosk.press("Поимённо").sees("К числам")
    kiosk.click(page.names.tick(0)).click(page.names.confirm).sees("Проходите")
    kiosk.has(Kind.GROUP_PENDING, Kind.ARRIVAL)
    assert kiosk.records()[-1].integer("heads") == 27


def test_one_of_a_group_who_was_looked_for_is_one(kiosk: Bench) -> None:
    """Their ticket is the group's, whose other 27 may be on their way still."""
    kiosk.word("ёжикова ан", end=None).sees("Ёжикова Анна").key(ENTER)
    kiosk.sees("Сколько пришло?", "Пришли 1 + 0").key(ENTER).sees("Проходите")
    assert (kiosk.records()[-1].integer("heads"), kiosk.records()[-1].integer("adults")) == (1, 0)
    kiosk.key(ESC).word("провер ир", end=None).sees(LEADER, "вход 1 в")
    kiosk.key(ENTER).sees("Пришли 0 + 1").key(ENTER).sees("Проходите")
    assert (kiosk.records()[-1].integer("heads"), kiosk.records()[-1].integer("adults")) == (1, 1)


def test_by_name_only_pupils_are_ticked(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?", "Пришли 26 + 2").key("/")
    kiosk.sees("Пришли 26 + 2", f"отмечено: {len(MEMBERS)} · без имени: 23")


@pytest.mark.parametrize("clicks", [False, True])
def test_nobody_of_the_group_came(kiosk: Bench, people: Day, clicks: bool) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?")
    kiosk.press("Не пришли") if clicks else kiosk.key(ESC)
    kiosk.sees("Отсканируйте билет").has(Kind.GROUP_PENDING, Kind.RETRACTION)


@pytest.mark.parametrize("clicks", [False, True])
def test_more_than_the_ticket_has(kiosk: Bench, people: Day, clicks: bool) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?")
    kiosk.word("30").sees("1 · Пропустить всех")
    kiosk.press("1 · Пропустить всех") if clicks else kiosk.key("1")
    kiosk.sees("Проходите").has(Kind.GROUP_PENDING, Kind.OVERRIDE, Kind.ARRIVAL)
    assert kiosk.records()[-1].integer("heads") == 32


def test_a_member_of_a_counted_group(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").key(ENTER).sees("Проходите")
    kiosk.scan(people.members[0].text).sees("1 · В составе группы", "2 · Отдельно от группы").key(
        "1"
    )
    kiosk.sees("уже в счёте")
    kiosk.has(Kind.GROUP_PENDING, Kind.ARRIVAL, Kind.REFUSAL, Kind.OVERRIDE)
    kiosk.scan(people.members[1].text).sees("2 · Отдельно от группы").press(
        "2 · Отдельно от группы"
    )
    kiosk.until(lambda: kiosk.kinds()[-1] == Kind.ARRIVAL)
    assert kiosk.records()[-1].integer("heads") == 1


@pytest.mark.parametrize("clicks", [False, True])
def test_the_two_answers_to_a_second_scan(kiosk: Bench, people: Day, clicks: bool) -> None:
    first, second = people.crowd[:2]
    kiosk.scan(first.text).sees("Проходите").scan(second.text)
    kiosk.until(lambda: kiosk.kinds() == [Kind.ARRIVAL] * 2)
    kiosk.scan(first.text).sees("Вход уже есть", "1 · Вернулся")
    kiosk.press(kiosk.labelled("1 · ")) if clicks else kiosk.key("1")
    kiosk.sees("уже в счёте")
    kiosk.scan(second.text).sees("Вход уже есть", "2 · ")
    kiosk.press(kiosk.labelled("2 · ")) if clicks else kiosk.key("2")
    kiosk.sees("Копия билета")
    kiosk.has(*[Kind.ARRIVAL] * 2, Kind.REFUSAL, Kind.OVERRIDE, Kind.REFUSAL, Kind.REFUSAL)


@pytest.mark.parametrize("typed", [FOUND.lower(), ",kjxrbyf"])
def test_search_by_keys_in_either_layout(kiosk: Bench, typed: str) -> None:
    letters = "`kjxrbyf" if typed.startswith(",") else typed
    kiosk.word(letters, end=None).sees(f"{FOUND} Вера")
    kiosk.key(ENTER).sees("Проходите").has(Kind.ARRIVAL)
    kiosk.key(F8).sees("1 · Не тот билет")


def test_search_by_clicks(kiosk: Bench) -> None:
    kiosk.press("Найти").touch("елоч").sees(f"{FOUND} Вера")
    page = kiosk.held
    kiosk.click(page.list.findChildren(FoundLine)[0]).sees("Проходите").has(Kind.ARRIVAL)


@pytest.mark.parametrize("reason", ["1", "2", "3"])
def test_undo_from_the_stage_by_keys(kiosk: Bench, people: Day, reason: str) -> None:
    kiosk.scan(people.crowd[0].text).sees("Проходите").key(F8).sees("1 · Не тот билет")
    kiosk.key(reason).sees("Вход отменён").has(Kind.ARRIVAL, Kind.RETRACTION)
    assert kiosk.records()[-1].text("reason").startswith("gate: ")
    kiosk.scan(people.crowd[0].text).sees("Проходите")
    kiosk.has(Kind.ARRIVAL, Kind.RETRACTION, Kind.ARRIVAL)


@pytest.mark.parametrize("reason", ["1 · ", "2 · ", "3 · "])
def test_undo_from_the_list_by_clicks(kiosk: Bench, people: Day, reason: str) -> None:
    kiosk.scan(people.crowd[0].text).sees("Проходите").scan(people.crowd[1].text)
    kiosk.until(lambda: len(kiosk.state.recent) == 2)
    kiosk.click(kiosk.window.gate.recent.lines[1]).sees("1 · Не тот билет")
    kiosk.press(kiosk.labelled(reason)).sees("Вход отменён")
    kiosk.has(Kind.ARRIVAL, Kind.ARRIVAL, Kind.RETRACTION)
    first = next(r for r in kiosk.records() if r.kind == Kind.ARRIVAL)
    assert kiosk.records()[-1].text("target") == first.hash


def test_a_guest_of_another_site_by_keys_and_by_clicks(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.other["other_site"].text).sees("Впустить…").key(F7)
    kiosk.sees("Почему").key("1").sees("Проходите")
    kiosk.has(Kind.REFUSAL, Kind.OVERRIDE, Kind.ARRIVAL)
    kiosk.scan(people.other["tomorrow"].text).sees("Впустить…").press("Впустить…")
    kiosk.sees("Другое").press("Другое").touch("гость").press("Впустить")
    kiosk.sees("Проходите")
    assert kiosk.kinds()[3:] == [Kind.REFUSAL, Kind.OVERRIDE, Kind.ARRIVAL]
    assert kiosk.records()[-2].text("reason") == "гость"


def test_one_person_without_a_ticket_by_keys(kiosk: Bench) -> None:
    kiosk.key(F4).sees("Записать").key("1", "9", ENTER).sees("Наклейте", "-001")
    kiosk.key(ESC).sees("Отсканируйте билет")


def test_one_person_without_a_ticket_by_clicks(kiosk: Bench) -> None:
    kiosk.press("Без билета").sees("Записать").press("Родитель")
    kiosk.press("Записать").sees("-001")
    kiosk.press("Закрыть").sees("Отсканируйте билет")
    assert kiosk.kinds()[-1] == Kind.ARRIVAL


def test_a_companion_of_somebody_on_the_green_screen(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[0].text).sees("Проходите").key("+").sees("Кто ещё").key("1")
    kiosk.sees("-001").key(ESC).sees("Отсканируйте билет")
    kiosk.scan(people.crowd[1].text).sees("Проходите").press("+ сопровождающий")
    kiosk.sees("Кто ещё").press("Ребёнок").sees("-002")
    assert sum(record.kind == Kind.ARRIVAL for record in kiosk.records()) == 4


@pytest.mark.parametrize("clicks", [False, True])
def test_the_way_out(kiosk: Bench, people: Day, clicks: bool) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").key(ENTER).sees("Проходите")
    kiosk.key(ESC)
    kiosk.press("Выход") if clicks else kiosk.key(F6)
    kiosk.sees("СКАН = ВЫХОД").scan(people.by_class.text).sees("Вышли не все")
    kiosk.press(kiosk.labelled("Вышли не все")) if clicks else kiosk.key(F7)
    kiosk.sees("Сколько").word("20").sees("Выход", "20 человек")
    assert kiosk.kinds()[-3:] == [Kind.DEPARTURE, Kind.RETRACTION, Kind.DEPARTURE]
    kiosk.key(ESC)
    kiosk.press("Вернуться ко входу") if clicks else kiosk.key(F6)
    kiosk.sees("СКАН = ВХОД", "внутри: 8")


def test_the_undo_of_an_exit(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[0].text).sees("Проходите").key(F6).sees("СКАН = ВЫХОД")
    kiosk.scan(people.crowd[0].text).sees("Отменить выход")
    kiosk.key(F8, "2").sees("Выход отменён")
    kiosk.has(Kind.ARRIVAL, Kind.DEPARTURE, Kind.RETRACTION)


def test_esc_everywhere_leads_back_and_keys_work_at_once(kiosk: Bench, people: Day) -> None:
    """After each page is left by Esc, the next letter opens the search."""

    def write_a_reason() -> None:
        kiosk.scan(people.other["other_site"].text).sees("Впустить…").key(F7).sees("Почему")
        kiosk.key("0").sees("Впустить").key(ESC, ESC).sees("Другая площадка").key(ESC)

    ways: list[Callable[[], object]] = [
        lambda: kiosk.key(F4).sees("Записать").key(ESC),
        lambda: kiosk.key(F4, "к").sees("Школьники").key(ESC),
        lambda: kiosk.press("Без билета").sees("Записать").press("Закрыть"),
        lambda: kiosk.press("Найти").sees("Нет в списке?").key(ESC),
        lambda: kiosk.word("12", end=None).sees("Код под QR").key(ESC),
        write_a_reason,
        lambda: kiosk.press("⋯").sees("Что ещё").key(ESC),
    ]
    for way in ways:
        way()
        kiosk.sees("Отсканируйте билет")
        assert kiosk.state.stage is Stage.READY
        kiosk.key("т").sees("Нет в списке?").key(ESC).sees("Отсканируйте билет")


def test_the_same_in_english_fits_a_small_screen(
    alone: Path, people: Day, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    shutil.copytree(alone, tmp_path / "kiosk")
    with bench(qtbot, qapp, tmp_path / "kiosk", speaking="en") as kiosk:
        kiosk.sees("SCAN = ENTRANCE").scan(people.crowd[0].text).sees("Come in")
        kiosk.key(F8).sees("1 · The wrong ticket").key(ESC).scan(people.crowd[1].text)
        kiosk.sees("001 Т.").scan(people.crowd[0].text).sees("Already checked in").key("1")
        kiosk.sees("counted already").scan(people.by_class.text).sees("How many came?")
        kiosk.word("30").sees("1 · Let all in").key("1").sees("Come in").key(F6, ESC)
        kiosk.sees("SCAN = EXIT").scan(people.by_class.text).sees("Not all left").key(F7)
        kiosk.sees("How many left?").key(ESC).sees("Scan whoever leaves").key(F6)
        kiosk.sees("SCAN = ENTRANCE")
        kiosk.scan(people.other["other_site"].text).sees("Another site").key(F7)
        kiosk.sees("Another reason").key("0").sees("Let in").key(ESC, ESC, ESC)
        kiosk.key(F4).sees("Register").key("1").key(ESC).sees("Scan a ticket")
        kiosk.word(people.crowd[2].code, end=None)
        kiosk.until(lambda: kiosk.state.code == people.crowd[2].code)
        assert kiosk.window.size() == kiosk.opened_at, "the window has grown"
