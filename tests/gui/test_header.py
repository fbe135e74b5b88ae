"""The header's chips as they are read: calm in grey, amber where somebody should look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import DeviceKind, Link
from kiosk.ui import language
from kiosk.ui.header.presenter import HeaderState
from kiosk.ui.header.view import Header
from kiosk.ui.header.worries import DiskLow, ListOld, ScannerGone, Worry
from kiosk.ui.screen import ScanMeans, Screen
from kiosk.ui.theme.state import dress
from kiosk.ui.widgets.pill import Pill

ONLINE = HeaderState(screen=Screen.GATE, enrolled=True, online=True)

Chips = dict[str, str]
"""What the chips say, each with its tone."""


@pytest.fixture
def chips(qtbot: QtBot, qapp: QApplication) -> Callable[[HeaderState], Chips]:
    """Shows a state in Russian."""
    dress(qapp)
    language.install(qapp, "ru")
    header = Header()
    qtbot.addWidget(header)
    header.resize(1366, header.height())
    header.show()

    def read(state: HeaderState) -> Chips:
        header.show_state(state)
        shown = (chip for chip in header.findChildren(Pill) if chip.isVisible())
        return {chip.text(): chip.property("tone") for chip in shown}

    return read


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ONLINE, "Связь есть · отправлено всё"),
        (replace(ONLINE, pending=37), "Связь есть · к отправке 37"),
        (replace(ONLINE, pending=37, sending=True), "Отправляется… 37"),
        (replace(ONLINE, sending=True), "Связь есть · отправлено всё"),
        (replace(ONLINE, pending=37, online=False), "Без сети · 37 сохранено"),
        (
            replace(ONLINE, pending=37, online=False, offline_hours=3),
            "Без сети 3 ч · 37 сохранено",
        ),
        (replace(ONLINE, pending=37, online=False, sending=True), "Без сети · 37 сохранено"),
        (replace(ONLINE, offline_hours=3), "Связь есть · отправлено всё"),
    ],
)
def test_the_network_is_told_of_in_grey(
    chips: Callable[[HeaderState], Chips], state: HeaderState, words: str
) -> None:
    assert chips(state) == {words: "idle"}


@pytest.mark.parametrize(
    ("worry", "words"),
    [
        (DiskLow(12), "Мало места: 1,2 ГБ"),
        (ScannerGone(DeviceKind.SERIAL, Link.LOST), "Сканер отключён"),
        (ScannerGone(DeviceKind.SERIAL, Link.REFUSED), "Сканер не работает"),
        (ScannerGone(DeviceKind.CAMERA, Link.MISSING), "Камера отключена"),
        (ScannerGone(DeviceKind.CAMERA, Link.FAILED), "Камера не работает"),
        (ListOld(date(2025, 10, 17), yesterday=True), "Список за вчера"),
        (ListOld(date(2025, 10, 16), yesterday=False), "Список за 16.10"),
    ],
)
def test_what_to_look_after_is_amber_beside_the_network(
    chips: Callable[[HeaderState], Chips], worry: Worry, words: str
) -> None:
    assert chips(replace(ONLINE, worry=worry)) == {words: "heed", "Связь есть": "idle"}
    assert words not in chips(ONLINE)


def test_an_ended_day_is_a_calm_chip(chips: Callable[[HeaderState], Chips]) -> None:
    assert chips(replace(ONLINE, day_ended=True)) == {
        "день завершён": "idle",
        "Связь есть · отправлено всё": "idle",
    }
    assert "день завершён" not in chips(ONLINE)


def test_beside_a_worry_the_network_takes_less_room(
    chips: Callable[[HeaderState], Chips],
) -> None:
    worried = replace(ONLINE, worry=DiskLow(12), pending=37)
    assert "Связь есть" in chips(worried)
    assert "Отправляется…" in chips(replace(worried, sending=True))
    assert "Без сети" in chips(replace(worried, online=False))
    assert "Без сети 3 ч" in chips(replace(worried, online=False, offline_hours=3))


@pytest.mark.parametrize("speaking", ["ru", "en"])
def test_the_longest_words_fit_a_laptop(qtbot: QtBot, qapp: QApplication, speaking: str) -> None:
    """The site's long name gives way, and nothing else."""
    dress(qapp)
    language.install(qapp, speaking)
    header = Header()
    qtbot.addWidget(header)
    header.show_time("10:07")
    header.show_state(
        replace(
            ONLINE,
            site="Приозёрский ордена Трудового Красного Знамени станкостроительный завод",
            entrance="Вход 1",
            scan_means=ScanMeans.TRIAL,
            trial="Оператор-наладчик станков с программным управлением",
            online=False,
            offline_hours=12,
            pending=4_137,
            worry=ScannerGone(DeviceKind.SERIAL, Link.FAILED),
            operator="Александра К.",
            listed=True,
            locked=True,
            day_ended=True,
        )
    )
    assert header.minimumSizeHint().width() <= 1366


@pytest.mark.parametrize(
    ("screen", "lit"),
    [(Screen.GATE, Screen.GATE), (Screen.CLOSING, Screen.CLOSING), (Screen.PAPER, Screen.MENU)],
)
def test_it_shows_where_one_is(
    qtbot: QtBot, qapp: QApplication, screen: Screen, lit: Screen
) -> None:
    """A screen of the menu lights the menu, and not the tab that was left."""
    language.install(qapp, "en")
    header = Header()
    qtbot.addWidget(header)
    header.show_state(ONLINE)
    header.show_state(replace(ONLINE, screen=screen))
    words = {Screen.GATE: "Entrance", Screen.CLOSING: "Site", Screen.MENU: "More"}
    checked = [part for part in header.findChildren(QPushButton) if part.isChecked()]
    assert [part.accessibleName() for part in checked] == [words[lit]]
