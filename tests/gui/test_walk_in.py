"""Registering without a ticket as people do it: counted actions, real keys, real clicks.

An action is a decision: a key, a touch, or one word or number typed with the Enter that ends it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.programme import Site, SitePolicy
from kiosk.domain.texts import LONGEST_TEXT
from kiosk.domain.walk_ins import WalkInKind
from kiosk.scanning.key_events import KeyEventScanner
from kiosk.ui import language
from kiosk.ui.screens.walk_in.presenter import WalkInPresenter
from kiosk.ui.screens.walk_in.state import Page, WalkInState
from kiosk.ui.screens.walk_in.view import WalkInView
from kiosk.ui.theme.state import dress
from tests.gui import world
from tests.gui.stage import Stage
from tests.gui.test_key_events import TICKET, Keyboard
from tests.gui.test_pictures import describe, is_cut_off
from tests.gui.walk_in_desk import SCHOOLS, UNLISTED, WalkInDesk

F4 = Qt.Key.Key_F4
SIZES = [(1366, 768), (1920, 1080)]
LONG_SCHOOL = "МАОУ «Средняя общеобразовательная школа № 4 с углублённым изучением физики» " * 2


class Gate(Stage):
    """The registration on its stage; F4 opens it, as at the gate. `counted` are the actions."""

    def __init__(self, site: Site, size: tuple[int, int]) -> None:
        self.view = WalkInView()
        super().__init__(self.view, size)
        self.desk = WalkInDesk()
        self.counted = self.left = 0
        self.presenter = WalkInPresenter(
            self.desk,
            self._show,
            site=lambda: site,
            recorded=lambda: None,
            not_recorded=lambda _error, _again: None,
            left=self._leave,
        )
        self.view.connect_to(self.presenter)

    def _show(self, state: WalkInState) -> None:
        self.view.show_state(state)
        self.show_tone(state.tone)

    def _leave(self) -> None:
        self.left += 1

    @property
    def page(self) -> Page:
        return self.presenter.state.page

    def key(self, key: Qt.Key) -> Gate:
        """One key: one action."""
        self.counted += 1
        if key == F4:
            self.presenter.open()
        else:
            QTest.keyClick(self.focusWidget(), key)
        return self

    def word(self, text: str, end: Qt.Key = Qt.Key.Key_Return) -> Gate:
        """A word or a number, letter by letter, with the key that ends it: one action."""
        self.counted += 1
        self.type(text)
        QTest.keyClick(self.focusWidget(), end)
        return self

    def click(self, button: QPushButton) -> Gate:
        self.counted += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self

    def touch(self, letters: str, page: QWidget) -> Gate:
        """Letters on the screen's keys: one action."""
        self.counted += 1
        keys = page.findChildren(QPushButton, "key")
        by_letter = {key.text(): key for key in keys if isinstance(key, QPushButton)}
        for letter in letters:
            QTest.mouseClick(by_letter[letter], Qt.MouseButton.LeftButton)
        return self


Opener = Callable[..., Gate]


@pytest.fixture
def open_gate(qtbot: QtBot, qapp: QApplication) -> Opener:
    def open_it(
        site: Site = world.SITE, size: tuple[int, int] = (1366, 768), speaking: str = "ru"
    ) -> Gate:
        dress(qapp)
        language.install(qapp, speaking)
        gate = Gate(site, size)
        gate.open(qtbot)
        return gate

    return open_it


@pytest.fixture
def gate(open_gate: Opener) -> Gate:
    return open_gate()


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[KeyEventScanner]:
    scanner = KeyEventScanner(qapp)
    yield scanner
    scanner.stop()
    scanner.deleteLater()


# --- one person ---


def test_a_nameless_pupil_takes_four_actions(gate: Gate) -> None:
    gate.key(F4).key(Qt.Key.Key_1).key(Qt.Key.Key_9).key(Qt.Key.Key_Return)
    assert gate.counted <= 4
    [asked] = gate.desk.asked("register_walk_in")
    assert (asked["kind"], asked["grade"], asked["name"]) == (WalkInKind.PUPIL, "9", "")
    assert gate.view.done.number.text() == "1-017"
    assert gate.frame.property("tone") == "go"


def test_a_nameless_pupil_takes_four_clicks(gate: Gate) -> None:
    page = gate.view.person
    gate.key(F4).click(page.kinds[WalkInKind.PUPIL]).click(page.grades["10"]).click(page.record)
    assert gate.counted <= 4
    assert gate.desk.asked("register_walk_in")[0]["grade"] == "10"


@pytest.mark.parametrize("kind", [WalkInKind.PARENT, WalkInKind.TEACHER, WalkInKind.GUEST])
def test_anybody_else_takes_three(gate: Gate, kind: WalkInKind) -> None:
    page = gate.view.person
    assert not page.record.isEnabled()
    gate.key(F4).click(page.kinds[kind]).key(Qt.Key.Key_Enter)
    assert gate.counted <= 3
    assert gate.desk.asked("register_walk_in")[0]["kind"] is kind
    assert not page.grades["9"].isVisible()


def test_a_teacher_of_a_school(gate: Gate) -> None:
    gate.key(F4).key(Qt.Key.Key_3).click(gate.view.person.kinds[WalkInKind.TEACHER])
    gate.view.person.school.field.setFocus()
    gate.word("dtrn").key(Qt.Key.Key_Return)
    assert gate.desk.asked("register_walk_in")[0]["school"] == SCHOOLS[2]


def test_a_name_is_typed_where_the_parents_agree(gate: Gate) -> None:
    page = gate.view.person
    gate.key(F4).key(Qt.Key.Key_1)
    assert not page.name.isVisible()
    gate.click(page.consent)
    page.name.setFocus()
    gate.touch("ИВАНОВ␣ПЁТР".replace("Ё", "Е"), page)
    gate.key(Qt.Key.Key_Return)
    assert gate.desk.asked("register_walk_in")[0]["name"] == "Иванов Петр"


def test_backspace_takes_a_choice_back_and_esc_leaves(gate: Gate) -> None:
    gate.key(F4).key(Qt.Key.Key_1).key(Qt.Key.Key_Backspace).key(Qt.Key.Key_2)
    assert gate.presenter.state.person.kind is WalkInKind.PARENT
    gate.key(Qt.Key.Key_Escape)
    assert gate.left == 1
    assert gate.desk.asked("register_walk_in") == []


def test_tab_and_space_reach_everything(gate: Gate) -> None:
    gate.key(F4)
    page = gate.view.person
    reached = set()
    for _ in range(20):
        QTest.keyClick(gate.focusWidget(), Qt.Key.Key_Tab)
        reached.add(gate.focusWidget())
        if gate.focusWidget() is page.kinds[WalkInKind.PUPIL]:
            QTest.keyClick(gate.focusWidget(), Qt.Key.Key_Space)
        if gate.focusWidget() is page.consent and not page.name.isVisible():
            QTest.keyClick(gate.focusWidget(), Qt.Key.Key_Return)
    assert {*page.kinds.values(), *page.grades.values(), page.record, page.close_button} <= reached
    assert {page.class_tab, page.school.field, page.consent, page.name} <= reached
    assert gate.desk.asked("register_walk_in") == []


@pytest.mark.parametrize("russian", [False, True])
def test_a_persons_keys_reach_the_page_though_scans_are_listened_for(
    gate: Gate, scanner: KeyEventScanner, russian: bool
) -> None:
    gate.presenter.open()
    keyboard = Keyboard(gate.windowHandle(), scan_codes=False)
    keyboard.type("19", gap=200).enter(gap=200)
    assert gate.desk.asked("register_walk_in")[0]["grade"] == "9"
    gate.presenter.open()
    keyboard.type("r", russian=russian, gap=300).type("4", gap=200).enter(gap=200)
    keyboard.type("9", gap=200).enter(gap=200).type("25", gap=200).enter(gap=200)
    assert gate.desk.asked("register_class")[0]["pupils"] == 25


def test_keys_after_a_click_reach_the_page(gate: Gate) -> None:
    page = gate.view.person
    gate.key(F4)
    page.school.field.setFocus()
    gate.click(page.kinds[WalkInKind.PUPIL]).key(Qt.Key.Key_0).key(Qt.Key.Key_Return)
    assert gate.desk.asked("register_walk_in")[0]["grade"] == "10"


# --- a class ---


def test_a_class_takes_five_actions(gate: Gate) -> None:
    gate.key(F4).key(Qt.Key.Key_R)  # the letter К, which is R on the American layout
    gate.word("4").word("9Б").word("25+2")
    assert gate.counted <= 5
    [asked] = gate.desk.asked("register_class")
    assert asked == {
        "school": SCHOOLS[0],
        "grade": "9Б",
        "leader": "",
        "pupils": 25,
        "adults": 2,
        "cleared": False,
    }
    assert gate.page is Page.DONE


def test_a_class_by_clicks_alone(gate: Gate) -> None:
    page = gate.view.school_class
    gate.key(F4).click(gate.view.person.class_tab)
    gate.touch("ЛИЦЕЙ", page).click(page.school.suggestions[0])
    gate.touch("9Б", page)
    QTest.mouseClick(page.pupils, Qt.MouseButton.LeftButton)
    gate.touch("25", page).click(page.record)
    [asked] = gate.desk.asked("register_class")
    assert (asked["school"], asked["grade"], asked["pupils"]) == (SCHOOLS[2], "9б", 25)
    assert asked["adults"] == 1


def test_the_arrows_choose_among_the_suggestions_or_none(gate: Gate) -> None:
    gate.key(F4).click(gate.view.person.class_tab)
    school = gate.view.school_class.school
    gate.type("4")
    assert [part.property("marked") for part in school.suggestions[:2]] == ["yes", "no"]
    gate.key(Qt.Key.Key_Down).key(Qt.Key.Key_Down).key(Qt.Key.Key_Return)
    assert gate.presenter.state.school_class.school == SCHOOLS[2]
    school.field.selectAll()
    school.field.setFocus()
    gate.type("4")
    gate.key(Qt.Key.Key_Up).key(Qt.Key.Key_Return)
    assert gate.presenter.state.school_class.school == "4"
    assert gate.view.school_class.grade.hasFocus()


def test_a_count_takes_digits_only(gate: Gate) -> None:
    gate.key(F4).click(gate.view.person.class_tab)
    pupils = gate.view.school_class.pupils
    pupils.setFocus()
    gate.type("2x5ё-1234")
    assert pupils.text() == "251"


def test_the_names_of_a_class_follow_later(gate: Gate) -> None:
    gate.key(F4).key(Qt.Key.Key_K).word("4").word("9").word("25")
    gate.key(Qt.Key.Key_N)
    lines = gate.view.names.lines
    assert lines.hasFocus()
    gate.type("иванов иван")
    gate.key(Qt.Key.Key_Return).touch("ПЕТРОВ␣П⌫", gate.view.names)
    gate.click(gate.view.names.new_line).touch("ЯЯ⌫", gate.view.names)
    QTest.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [(_, names)] = gate.desk.asked("name_class")
    assert names == ["Иванов Иван", "Петров", "Я"]
    assert gate.page is Page.DONE


@pytest.mark.parametrize("clicks", [False, True])
def test_a_class_without_names_is_found_again_on_the_form(gate: Gate, clicks: bool) -> None:
    for grade in ("9", "8"):
        gate.key(F4).key(Qt.Key.Key_K).word("4").word(grade).word("25")
        gate.key(Qt.Key.Key_N).type(grade)
        gate.key(Qt.Key.Key_Escape).key(Qt.Key.Key_Escape)
    gate.key(F4)
    gate.key(Qt.Key.Key_K)
    buttons = gate.view.school_class.nameless.buttons
    assert [button.isVisible() for button in buttons] == [True, True, False]
    assert buttons[1].toolTip() == f"1-017 · 9 · {SCHOOLS[0]}"
    field = gate.focusWidget()
    QTest.keyClick(field, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert gate.page is Page.CLASS
    if clicks:
        gate.click(buttons[1])
    else:
        QTest.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    lines = gate.view.names.lines
    assert (lines.hasFocus(), lines.toPlainText()) == (True, "9")
    words = [part.text() for part in gate.view.names.findChildren(QLabel)]
    assert any("1-017" in text for text in words)
    assert f"9 · {SCHOOLS[0]}" in words
    gate.key(Qt.Key.Key_Escape)
    assert gate.page is Page.CLASS
    assert gate.view.school_class.school.field.hasFocus()


def test_too_many_names_are_said_to_be_too_many(gate: Gate) -> None:
    gate.key(F4).key(Qt.Key.Key_K).word("4").word("9").word("25")
    gate.key(Qt.Key.Key_N)
    page = gate.view.names
    hint = next(each for each in page.findChildren(QLabel) if "Слишком много" in each.text())
    page.lines.insertPlainText("иванов иван\n" * 1_000)
    assert (hint.isVisible(), page.save.isEnabled()) == (True, False)
    page.lines.setPlainText("иванов иван\n" * 400)
    assert (hint.isVisible(), page.save.isEnabled()) == (False, True)


def test_no_field_takes_more_than_a_record(gate: Gate) -> None:
    fields = [f for f in gate.view.findChildren(QLineEdit) if f.validator() is None]
    assert fields
    assert max(field.maxLength() for field in fields) <= LONGEST_TEXT


# --- on paper ---


def test_the_number_is_printed_without_a_name(gate: Gate) -> None:
    gate.key(F4).key(Qt.Key.Key_K).word("4").word("9Б").word("25")
    gate.click(gate.view.done.print_button)
    [sticker] = gate.desk.asked("print_sticker")
    assert (sticker.label, sticker.site) == ("1-017", world.SITE.name)
    assert sticker.lines == ("9 «Б»", SCHOOLS[0])
    texts = [part.text() for part in gate.view.done.findChildren(QLabel)]
    assert "Отправлено на печать." in texts


@pytest.mark.parametrize("letter", ["п", "g", "p", "з"])
def test_printing_by_its_letter_on_either_layout(gate: Gate, letter: str) -> None:
    gate.key(F4).key(Qt.Key.Key_2).key(Qt.Key.Key_Return).type(letter)
    assert len(gate.desk.asked("print_sticker")) == 1
    gate.key(Qt.Key.Key_Escape)
    gate.presenter.print_sticker()
    assert len(gate.desk.asked("print_sticker")) == 1


# --- who comes along, and the clearance ---


@pytest.mark.parametrize(("key", "kind"), [("1", WalkInKind.PARENT), ("2", WalkInKind.PUPIL)])
def test_a_companion_takes_two_actions(gate: Gate, key: str, kind: WalkInKind) -> None:
    gate.counted += 1  # «+ accompanying» on the green screen
    gate.presenter.accompany(world.admitted())
    gate.key(Qt.Key(ord(key)))
    assert gate.counted <= 2
    [asked] = gate.desk.asked("register_walk_in")
    assert (asked["kind"], asked["accompanies"]) == (kind, world.MARIA.number)


def test_the_clearance_is_one_question_more(open_gate: Opener) -> None:
    gate = open_gate(replace(world.SITE, policy=SitePolicy(asks_clearance=True)))
    gate.key(F4).key(Qt.Key.Key_4).key(Qt.Key.Key_Return)
    gate.click(gate.view.clearance.second)
    assert gate.page is Page.NOT_CLEARED
    assert gate.frame.property("tone") == "heed"
    gate.key(Qt.Key.Key_Escape)
    gate.key(F4).key(Qt.Key.Key_4).key(Qt.Key.Key_Return).key(Qt.Key.Key_1)
    assert [asked["cleared"] for asked in gate.desk.asked("register_walk_in")] == [True]


# --- scans in between ---


@pytest.mark.parametrize("where", ["person", "school", "name", "pupils", "names", "question"])
@pytest.mark.parametrize("russian", [False, True])
def test_a_scan_leaves_no_character_and_answers_nothing(
    gate: Gate, scanner: KeyEventScanner, where: str, russian: bool
) -> None:
    scans: list[str] = []
    scanner.scanned.connect(scans.append)
    lead_to(gate, where)
    before = gate.presenter.state
    text = TICKET if where != "pupils" else "TP-2026-771"
    Keyboard(gate.windowHandle(), scan_codes=False).type(text, russian=russian).enter()
    assert len(scans) == 1
    assert gate.presenter.state == before
    assert gate.desk.asked("register_walk_in") == []


def lead_to(gate: Gate, where: str) -> None:
    page, school_class = gate.view.person, gate.view.school_class
    gate.presenter.open()
    gate.presenter.key("1")
    if where == "school":
        page.school.field.setFocus()
        gate.type("4")
    elif where == "name":
        gate.presenter.toggle_consent()
        page.name.setFocus()
        gate.type("Ёл")
    elif where == "question":
        gate.presenter.accompany(world.admitted())
    elif where in ("pupils", "names"):
        gate.presenter.show_class()
        gate.presenter.set_class(grade="9", pupils="2")
        school_class.pupils.setFocus()
    if where == "names":
        gate.presenter.enter()
        gate.presenter.write_names()
        gate.type("Ёл")


# --- how it looks ---


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("page", [*Page, "listed", "long", "nameless"])
def test_nothing_is_cut_off_or_unnamed(
    qtbot: QtBot, open_gate: Opener, page: str, speaking: str, size: tuple[int, int]
) -> None:
    gate = open_gate(CAREFUL, size, speaking)
    turn_to(gate, page)
    qtbot.wait(0)
    cut = [describe(part) for part in gate.findChildren(QWidget) if is_cut_off(part)]
    assert cut == []
    assert gate.unnamed() == []
    assert (gate.width(), gate.height()) == size
    assert gate.minimumSizeHint().width() <= 1366


CAREFUL = replace(world.SITE, policy=SitePolicy(asks_clearance=True))


@pytest.mark.parametrize("number", ["1-001", "88-888", "888-888", "9999-001", "8888-8888"])
@pytest.mark.parametrize("size", SIZES)
def test_a_number_fits_beside_its_qr_however_long(
    qtbot: QtBot, open_gate: Opener, number: str, size: tuple[int, int]
) -> None:
    gate = open_gate(world.SITE, size, "ru")
    gate.key(F4).key(Qt.Key.Key_1).key(Qt.Key.Key_9).key(Qt.Key.Key_Return)
    state = gate.presenter.state
    assert state.done is not None
    gate.view.show_state(replace(state, done=replace(state.done, label=number)))
    page = gate.view.done
    parts = page.findChildren(QWidget)
    # Wrapped lines find their height in a later turn of the event loop.
    qtbot.waitUntil(lambda: [describe(part) for part in parts if is_cut_off(part)] == [])
    assert page.number.geometry().right() < page.qr.geometry().left()
    assert gate.minimumSizeHint().width() <= 1366  # it would push the QR off the stage
    assert (gate.width(), gate.height()) == size
    below = min(
        part.geometry().top()
        for part in page.findChildren(QLabel)
        if part.isVisible() and part.parent() is page and part.y() > page.number.y()
    )
    assert below - page.number.geometry().bottom() > 12


def turn_to(gate: Gate, page: str) -> None:
    presenter = gate.presenter
    presenter.open()
    if page == "listed":
        presenter.open_for(UNLISTED)
    elif page == Page.COMPANION:
        presenter.accompany(world.admitted())
    elif page in (Page.CLEARANCE, Page.NOT_CLEARED):
        presenter.key("4")
        presenter.enter()
        if page == Page.NOT_CLEARED:
            presenter.key("2")
    elif page == "nameless":
        for school in ("№ 7", LONG_SCHOOL, SCHOOLS[0], LONG_SCHOOL):
            presenter.show_class()
            presenter.set_class(grade="11Б", pupils="125", school=school)
            presenter.enter()
            presenter.key("1")
            presenter.close()
        presenter.show_class()
        presenter.set_school("4")
    elif page != Page.PERSON:
        presenter.show_class()
        presenter.set_school("4")
        school = LONG_SCHOOL if page == "long" else SCHOOLS[0]
        presenter.set_class(grade="11Б", pupils="125", adults="12", school=school)
        if page != Page.CLASS:
            presenter.enter()
            presenter.key("1")
            presenter.write_names()
            presenter.set_names("Ёлкина Мария\n" * 30)
            if page != Page.NAMES:
                presenter.save_names()


def test_long_suggestions_do_not_widen_the_window(gate: Gate) -> None:
    gate.presenter._schools = [LONG_SCHOOL + str(n) for n in range(3)]
    gate.presenter.open()
    gate.presenter.show_class()
    gate.presenter._schools = [LONG_SCHOOL + str(n) for n in range(3)]
    gate.presenter.set_school("физики")
    assert gate.view.school_class.school.suggestions[2].isVisible()
    assert gate.minimumSizeHint().width() <= 1366
    gate.click(gate.view.school_class.school.suggestions[1])
    assert gate.presenter.state.school_class.school == LONG_SCHOOL + "1"
