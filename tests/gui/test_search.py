"""The search as people use it: real keys and clicks, and scans that come in between."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.visitors import Visitor
from kiosk.operations.check_in import CheckIn
from kiosk.scanning.key_events import KeyEventScanner
from kiosk.ui import language
from kiosk.ui.screens.search.presenter import SearchPresenter
from kiosk.ui.screens.search.view import SearchView
from kiosk.ui.theme.state import dress
from tests.gui import world
from tests.gui.stage import Stage
from tests.gui.test_key_events import TICKET, Keyboard
from tests.gui.test_pictures import describe, is_cut_off
from tests.gui.walk_in_desk import FOUND, UNLISTED, WalkInDesk, found

LONG = world.pupil(
    7, "Римская-Корсакова-Салтыкова Александра Константиновна", "Профильный инженерный 11 «А»"
)


class Search(Stage):
    """The search on its stage, over a desk that answers at once."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.view = SearchView()
        super().__init__(self.view, size)
        self.desk = WalkInDesk()
        self.checked_in: list[CheckIn] = []
        self.unlisted: list[Visitor] = []
        self.left = self.walk_ins = 0
        self.presenter = SearchPresenter(
            self.desk,
            self.view.show_state,
            site=lambda: world.SITE,
            checked_in=lambda checked, _one: self.checked_in.append(checked),
            not_recorded=lambda _error, _again: None,
            walk_in_for=self.unlisted.append,
            left=self._leave,
        )
        self.view.connect_to(self.presenter)
        self.view.walk_in_wanted.connect(self._walk_in)

    def _leave(self) -> None:
        self.left += 1

    def _walk_in(self) -> None:
        self.walk_ins += 1

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focusWidget(), key)

    def touch(self, letters: str) -> None:
        for letter in letters:
            QTest.mouseClick(self.view.keyboard.keys[letter], Qt.MouseButton.LeftButton)


@pytest.fixture(params=[(1366, 768), (1920, 1080)], ids=["1366x768", "1920x1080"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    chosen: tuple[int, int] = request.param
    return chosen


@pytest.fixture
def search(qtbot: QtBot, qapp: QApplication) -> Search:
    return opened(qtbot, qapp, (1366, 768))


def opened(qtbot: QtBot, qapp: QApplication, size: tuple[int, int], speaking: str = "ru") -> Search:
    dress(qapp)
    language.install(qapp, speaking)
    search = Search(size)
    search.open(qtbot)
    return search


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[KeyEventScanner]:
    scanner = KeyEventScanner(qapp)
    yield scanner
    scanner.stop()
    scanner.deleteLater()


def test_two_actions_check_somebody_in(search: Search) -> None:
    search.presenter.type("е")  # the letter that opened it
    search.type("лк")
    assert search.view.field.text() == "елк"
    search.press(Qt.Key.Key_Return)
    assert search.desk.asked("search")[:3] == ["е", "ел", "елк"]
    assert search.desk.asked("check_in_listed") == [world.MARIA.number]
    assert search.checked_in == [world.admitted()]
    assert search.view.field.text() == ""


def test_arrows_select_and_the_button_goes_along(search: Search) -> None:
    search.presenter.type("ел")
    lines = search.view.list.lines
    assert lines[0].action.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        search.press(key)
    assert [line.property("selected") for line in lines[:4]] == ["no", "no", "no", "yes"]
    assert lines[3].action.isVisible()
    assert not lines[0].action.isVisible()
    search.press(Qt.Key.Key_Enter)
    assert search.unlisted == [UNLISTED]


def test_a_row_far_down_is_brought_into_sight(search: Search) -> None:
    search.desk.found["е"] = FOUND * 5
    search.presenter.type("е")
    for _ in range(3):
        search.press(Qt.Key.Key_PageDown)
    line = search.view.list.lines[12]
    seen = line.visibleRegion().boundingRect()
    assert line.property("selected") == "yes"
    assert seen.height() == line.height()


@pytest.mark.parametrize("place", ["name", "button", "pill"])
def test_a_click_anywhere_in_a_row_checks_it_in(search: Search, place: str) -> None:
    search.presenter.type("ел")
    line = search.view.list.lines[1 if place == "pill" else 0]
    part: QWidget = {"name": line.name, "button": line.action, "pill": line.pill}[place]
    at = part.mapTo(search, part.rect().center())
    QTest.mouseClick(search.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    listed = FOUND[1 if place == "pill" else 0].match.listed
    assert listed is not None
    assert search.desk.asked("check_in_listed") == [listed.number]


def test_keys_on_the_screen_type_where_the_cursor_stands(search: Search) -> None:
    search.touch("ЁЛК9"[1:])
    assert search.view.field.text() == "лк9"
    search.view.field.setCursorPosition(0)
    search.touch("Е␣⌫")
    assert search.view.field.text() == "елк9"
    assert search.desk.asked("search")[-1] == "елк9"
    assert search.view.field.hasFocus()


def test_the_keys_have_every_letter_and_digit_that_a_class_needs(search: Search) -> None:
    letters = set("абвгдежзийклмнопрстуфхцчшщъыьэюя0123456789-")
    assert letters <= {letter.lower() for letter in search.view.keyboard.keys}
    for key in search.view.keyboard.keys.values():
        assert min(key.width(), key.height()) >= 48


def test_esc_closes_and_f4_goes_on_without_a_ticket(search: Search) -> None:
    search.presenter.type("ел")
    search.press(Qt.Key.Key_F4)
    QTest.mouseClick(search.view.walk_in, Qt.MouseButton.LeftButton)
    assert search.walk_ins == 2
    search.press(Qt.Key.Key_Escape)
    assert (search.left, search.view.field.text()) == (1, "")
    QTest.mouseClick(search.view.close_button, Qt.MouseButton.LeftButton)
    assert search.left == 2
    assert search.desk.asked("check_in_listed") == []


def test_enter_presses_the_button_that_tab_reached(search: Search) -> None:
    search.presenter.type("ел")
    search.view.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    search.press(Qt.Key.Key_Return)
    assert (search.left, search.desk.asked("check_in_listed")) == (1, [])


def test_letters_go_to_the_field_wherever_the_focus_is(search: Search) -> None:
    search.view.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    search.type("ел")
    assert search.view.field.text() == "ел"


@pytest.mark.parametrize("russian", [False, True])
def test_a_scan_leaves_nothing_in_the_field(
    search: Search, scanner: KeyEventScanner, russian: bool
) -> None:
    scans: list[str] = []
    scanner.scanned.connect(scans.append)
    search.presenter.type("елк")
    search.view.field.setSelection(1, 2)
    Keyboard(search.windowHandle(), scan_codes=False).type(TICKET, russian=russian).enter()
    assert scans == [TICKET]
    assert (search.view.field.text(), search.view.field.selectedText()) == ("елк", "лк")
    assert search.presenter.state.text == "елк"
    assert search.presenter.state.answered
    assert search.desk.asked("check_in_listed") == []


def test_a_scan_neither_presses_nor_types_while_a_button_has_the_focus(
    search: Search, scanner: KeyEventScanner
) -> None:
    scans: list[str] = []
    scanner.scanned.connect(scans.append)
    search.view.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    Keyboard(search.windowHandle(), scan_codes=False).type(TICKET).enter()
    assert (scans, search.left, search.view.field.text()) == ([TICKET], 0, "")


@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("text", ["", "е", "ел", "none", "long"])
def test_nothing_is_cut_off_or_unnamed(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], speaking: str, text: str
) -> None:
    search = opened(qtbot, qapp, size, speaking)
    search.desk.found |= {"none": [], "е": FOUND * 5, "long": [found(LONG), found(world.GROUP, 25)]}
    search.presenter.change(text)
    qtbot.wait(0)
    cut = [describe(part) for part in search.findChildren(QWidget) if is_cut_off(part)]
    assert cut == []
    assert search.unnamed() == []
    assert (search.width(), search.height()) == size


def test_whoever_cannot_see_hears_the_whole_row(search: Search) -> None:
    search.presenter.type("ел")
    said = [line.accessibleName() for line in search.view.list.lines[:3]]
    assert said[0].startswith("Ёлкина Мария Петровна, 9 «Б», МБОУ СОШ № 4, г. Приозёрск, 10:30 · Б")
    assert "09:58" in said[1]
    assert "28" in said[2]


def test_a_row_is_lit_under_the_mouse_and_keeps_its_height(search: Search) -> None:
    search.presenter.type("ел")
    line = search.view.list.lines[1]
    QTest.mouseMove(line, QPoint(20, 20))
    QApplication.sendEvent(line, QEvent(QEvent.Type.Enter))
    assert line.height() >= 60
