"""A disk that fills up at the worst moment: black, its own words, Enter tries the same again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.records import Kind
from kiosk.operations.ports import NotRecorded
from tests.e2e.gate.bench import Bench, Key, bench
from tests.e2e.gate.conftest import FOUND, Day
from tests.integration.disks import disk as _disk
from tests.integration.disks import fill

ENTER, ESC = Key.Key_Return, Key.Key_Escape
F4, F7, F8 = Key.Key_F4, Key.Key_F7, Key.Key_F8
WORDS = ("НЕ ЗАПИСАНО", "Диск", "Попробовать ещё раз")

disk = _disk


MOST_PAGES = 3_000


class Full:
    """Fills the disk below a kiosk to the last byte, and frees it again."""

    def __init__(self, kiosk: Bench, disk: Path) -> None:
        self._kiosk, self._disk = kiosk, disk
        self._ballast: Path | None = None

    def fill(self) -> None:
        """Afterwards the room that the database has in its files is used up as well."""
        self._do("CREATE TABLE IF NOT EXISTS ballast (page BLOB)")
        self._ballast = fill(self._disk, 0)
        for _ in range(MOST_PAGES):
            try:
                self._do("INSERT INTO ballast VALUES (zeroblob(4096))")
            except NotRecorded:
                return
        pytest.fail("the disk does not fill up")

    def free(self) -> None:
        assert self._ballast is not None
        self._ballast.unlink()

    def _do(self, statement: str) -> None:
        lane = self._kiosk.desktop._lane
        assert lane is not None
        lane.write(lambda uow: uow.connection.exec_driver_sql(statement).close())


@pytest.fixture
def kiosk(alone: Path, disk: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    shutil.copytree(alone, disk / "kiosk")
    with bench(qtbot, qapp, disk / "kiosk") as made:
        yield made


@pytest.fixture
def full(kiosk: Bench, disk: Path) -> Full:
    return Full(kiosk, disk)


Act = tuple[Callable[[Bench, Day], object], Callable[[Bench], object], str, list[Kind]]


def _count(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.by_class.text).sees("Сколько пришло?").word("20", end=None)
    kiosk.sees("Пришли 20 + 2")


def _undo(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[0].text).sees("Проходите").key(F8).sees("1 · Не тот билет")


def _override(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.other["other_site"].text).sees("Впустить…").key(F7).sees("Почему")


def _second(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[0].text).sees("Вера Ё.").scan(people.crowd[1].text)
    kiosk.sees("001 Т.").scan(people.crowd[0].text).sees("Вход уже есть")


def _search(kiosk: Bench, _people: Day) -> None:
    kiosk.word(FOUND.lower(), end=None).sees(f"{FOUND} Вера")


A, R = Kind.ARRIVAL, Kind.REFUSAL
ACTS: dict[str, Act] = {
    "counting": (_count, lambda k: k.key(ENTER), "22 человека", [Kind.GROUP_PENDING, A]),
    "dismissing": (
        lambda k, p: k.scan(p.by_class.text).sees("Сколько пришло?"),
        lambda k: k.key(ESC),
        "Отсканируйте билет",
        [Kind.GROUP_PENDING, Kind.RETRACTION],
    ),
    "registering": (
        lambda k, _: k.key(F4).sees("Записать").key("2"),
        lambda k: k.key(ENTER),
        "-001",
        [Kind.WALK_IN, A],
    ),
    "undoing": (_undo, lambda k: k.key("1"), "Вход отменён", [A, Kind.RETRACTION]),
    "overriding": (_override, lambda k: k.key("2"), "Проходите", [R, Kind.OVERRIDE, A]),
    "answering": (_second, lambda k: k.key("1"), "уже в счёте", [A, A, R, Kind.OVERRIDE]),
    "finding": (_search, lambda k: k.key(ENTER), "Проходите", [A]),
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_lost_and_nothing_written_twice(
    kiosk: Bench, people: Day, full: Full, act: str
) -> None:
    begin, finish, afterwards, written = ACTS[act]
    begin(kiosk, people)
    full.fill()
    before = kiosk.kinds()
    finish(kiosk)
    kiosk.sees(*WORDS)
    kiosk.key(ENTER).until(lambda: not kiosk.state.busy).sees(*WORDS)
    assert kiosk.kinds() == before
    full.free()
    kiosk.key(ENTER, ENTER, ENTER).sees(afterwards).has(*written)


def test_a_scan_that_was_not_recorded_gives_way_to_the_next(
    kiosk: Bench, people: Day, full: Full
) -> None:
    full.fill()
    kiosk.scan(people.crowd[0].text).sees(*WORDS)
    full.free()
    kiosk.scan(people.crowd[1].text).sees("001 Т.").has(Kind.ARRIVAL)
    kiosk.key(ENTER).scan(people.crowd[0].text).sees("Вера Ё.").has(Kind.ARRIVAL, Kind.ARRIVAL)


def test_the_form_of_a_class_waits_when_it_could_not_be_recorded(kiosk: Bench, full: Full) -> None:
    kiosk.key(F4).sees("Записать").key("к").sees("Школьники").word("Лицей").word("9Б")
    full.fill()
    kiosk.word("25+2").sees(*WORDS).key(ESC).sees("Отсканируйте билет")
    full.free()
    kiosk.key(F4).sees("Школьники").press("Записать").sees("-001")
    kiosk.has(Kind.WALK_IN, Kind.ARRIVAL)
