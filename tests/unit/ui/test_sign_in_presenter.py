"""The sign-in screen's behaviour, without a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.domain.programme import Trial
from kiosk.domain.staff import ALL_RIGHTS, NOBODYS_RIGHTS, RECOVERY_ID, Role
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.operations.sign_in import Locked, Means, SignedIn, Unknown, Wrong
from kiosk.operations.staff import Operator
from kiosk.ui.failure import Failure
from kiosk.ui.screens.sign_in.presenter import SignInPresenter
from kiosk.ui.screens.sign_in.state import Notice, SignInState, Stage, Trouble

WELDING = Trial("t1", "15.01.05", "Шов", "Сварщик", "базовая", 600, 12, 10)
NAMES = (
    "Алиев Руслан",
    "Власов Пётр Ильич",
    "Ёлкина Мария",
    "Котова Анна",
    "Серова Ирина",
    "Титов Анатолий",
    "Юдин Лев",
)
MANAGER = Operator(RECOVERY_ID, "", Role.SITE_MANAGER, ALL_RIGHTS)


def operator(name: str) -> Operator:
    number = NAMES.index(name)
    trial = WELDING if number == 1 else None
    return Operator(f"s{number}", name, Role.VOLUNTEER, NOBODYS_RIGHTS, trial, has_pin=True)


class FakeSignInDesk:
    """Answers at once with what `answers` says; `calls` lists what was asked."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, ...]] = []
        self.answers: dict[str, Any] = {"staff": [operator(name) for name in NAMES]}

    def staff(self, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        self._reply(("staff",), done, failed)

    def sign_in(self, staff_id: str, pin: str, done: Any, failed: Any) -> None:
        self._reply(("sign_in", staff_id, pin), done, failed)

    def sign_in_by_badge(self, text: str, done: Any, failed: Any) -> None:
        self._reply(("sign_in_by_badge", text), done, failed)

    def sign_in_by_recovery_code(self, code: str, done: Any, failed: Any) -> None:
        self._reply(("sign_in_by_recovery_code", code), done, failed)

    def make_recovery_code(self, done: Any, failed: Any) -> None:
        self._reply(("make_recovery_code",), done, failed)

    def _reply(self, call: tuple[str, ...], done: Any, failed: Any) -> None:
        self.calls.append(call)
        answer = self.answers.get(call[0])
        failed(answer) if isinstance(answer, Exception) else done(answer)


class Screen:
    """A presenter at work: what it showed last, and whom it told of."""

    def __init__(self) -> None:
        self.desk = FakeSignInDesk()
        self.events: list[str] = []
        self.shown = SignInState()
        self.presenter = SignInPresenter(
            self.desk,
            self._show,
            signed_in=lambda who: self.events.append(who.staff_id),
            left=lambda: self.events.append("left"),
        )
        self.presenter.open()

    def _show(self, state: SignInState) -> None:
        self.shown = state

    def type(self, digits: str) -> None:
        for digit in digits:
            self.presenter.digit(digit)

    def names(self) -> list[str]:
        return [person.name for person in self.shown.people]


@pytest.fixture
def screen() -> Screen:
    return Screen()


def test_three_people_are_shown_and_the_rest_counted(screen: Screen) -> None:
    assert screen.names() == ["Руслан А.", "Пётр В.", "Мария Ё."]
    assert (screen.shown.more, screen.shown.chosen) == (4, "")
    assert screen.shown.people[1].profession == "Сварщик"


def test_clicks_alone_reach_everybody(screen: Screen) -> None:
    seen = screen.names()
    screen.presenter.more()
    seen += screen.names()
    screen.presenter.more()
    seen += screen.names()
    assert len(set(seen)) == len(NAMES)
    screen.presenter.more()
    assert screen.names()[0] == "Руслан А."


@pytest.mark.parametrize(
    ("letters", "names"),
    [
        ("ан", ["Анна К.", "Анатолий Т."]),
        ("Анн", ["Анна К."]),
        ("елк", ["Мария Ё."]),
        ("пе вл", ["Пётр В."]),
        (",jn", []),
        ("fyy", ["Анна К."]),
        ("`kr", ["Мария Ё."]),
        ("ъ", []),
    ],
)
def test_letters_filter_and_the_only_one_is_chosen(
    screen: Screen, letters: str, names: list[str]
) -> None:
    for letter in letters:
        screen.presenter.letter(letter)
    assert screen.names() == names
    assert bool(screen.shown.chosen) is (len(names) == 1)
    for _ in letters:
        screen.presenter.erase()
    assert screen.shown.query == ""
    assert screen.shown.more == 4


def test_arrows_walk_through_the_list_and_round(screen: Screen) -> None:
    screen.presenter.move(1)
    assert screen.shown.chosen == "s0"
    for _ in range(3):
        screen.presenter.move(1)
    assert screen.shown.chosen == "s3"
    assert screen.names()[0] == "Анна К."
    screen.presenter.move(-1)
    assert screen.shown.chosen == "s2"
    assert screen.names()[0] == "Руслан А."
    screen.presenter.choose("s0")
    screen.presenter.move(-1)
    assert screen.shown.chosen == "s6"


def test_a_name_and_a_pin_sign_in(screen: Screen) -> None:
    screen.desk.answers["sign_in"] = SignedIn(operator("Котова Анна"), Means.PIN)
    screen.presenter.choose("s3")
    screen.type("27182")
    screen.presenter.enter()
    assert ("sign_in", "s3", "27182") not in screen.desk.calls, "five digits are no PIN"
    screen.type("89")
    assert screen.shown.complete
    screen.presenter.enter()
    assert screen.desk.calls[-1] == ("sign_in", "s3", "271828")
    assert screen.events == ["s3"]
    assert screen.shown.typed == 0


def test_digits_before_a_name_go_to_nobody(screen: Screen) -> None:
    screen.type("271828")
    assert screen.shown.notice == Notice(Trouble.NOBODY_CHOSEN)
    assert screen.shown.typed == 0
    screen.presenter.enter()
    assert screen.desk.calls == [("staff",)]


def test_another_name_begins_another_pin(screen: Screen) -> None:
    screen.presenter.choose("s3")
    screen.type("2718")
    screen.presenter.choose("s4")
    assert screen.shown.typed == 0
    screen.type("31")
    screen.presenter.letter("к")
    assert screen.shown.typed == 0


@pytest.mark.parametrize(
    ("answer", "notice"),
    [
        (Wrong(3), Notice(Trouble.WRONG, tries_left=3)),
        (Locked(60_000), Notice(Trouble.LOCKED, left_ms=60_000)),
        (Unknown.PIN, Notice(Trouble.NO_PIN)),
        (Unknown.PERSON, Notice(Trouble.NOT_LISTED)),
    ],
)
def test_why_nobody_is_signed_in_is_told_until_the_next_try(
    screen: Screen, answer: object, notice: Notice
) -> None:
    screen.desk.answers["sign_in"] = answer
    screen.presenter.choose("s3")
    screen.type("271829")
    screen.presenter.enter()
    assert screen.shown.notice == notice
    assert (screen.shown.typed, screen.shown.chosen, screen.events) == (0, "s3", [])
    screen.type("27")
    assert screen.shown.notice == notice
    screen.presenter.choose("s4")
    assert screen.shown.notice is None


def test_what_cannot_be_written_is_a_failure(screen: Screen) -> None:
    screen.desk.answers["sign_in"] = NotRecorded(Cause.DISK_FULL, "full")
    screen.presenter.choose("s3")
    screen.type("271828")
    screen.presenter.enter()
    assert screen.shown.failure is Failure.DISK_FULL
    assert not screen.shown.busy


def test_a_badge_signs_in_whatever_was_begun(screen: Screen) -> None:
    screen.desk.answers["sign_in_by_badge"] = Unknown.BADGE
    screen.presenter.scan("EDSX")
    assert screen.shown.notice == Notice(Trouble.UNKNOWN_BADGE)
    screen.desk.answers["sign_in_by_badge"] = SignedIn(operator("Юдин Лев"), Means.BADGE)
    screen.presenter.recover()
    screen.type("123")
    screen.presenter.scan("EDSY")
    assert screen.events == ["s6"]
    assert (screen.shown.stage, screen.shown.code) == (Stage.PIN, "")


def test_the_recovery_code_signs_in_and_a_new_one_is_shown_once(screen: Screen) -> None:
    screen.desk.answers["sign_in_by_recovery_code"] = SignedIn(MANAGER, Means.RECOVERY)
    screen.desk.answers["make_recovery_code"] = "9999888877776666"
    screen.presenter.recover()
    screen.type("12345678901234567")
    assert screen.shown.complete
    screen.presenter.enter()
    assert ("sign_in_by_recovery_code", "1234567890123456") in screen.desk.calls
    assert (screen.shown.stage, screen.shown.code) == (Stage.NEW_CODE, "9999888877776666")
    assert screen.events == [], "first it is written down"
    screen.presenter.leave()
    assert screen.shown.stage is Stage.NEW_CODE
    screen.presenter.enter()
    assert screen.events == [RECOVERY_ID]
    assert screen.shown.code == ""


def test_where_no_new_code_can_be_kept_the_old_one_stays(screen: Screen) -> None:
    screen.desk.answers["sign_in_by_recovery_code"] = SignedIn(MANAGER, Means.RECOVERY)
    screen.desk.answers["make_recovery_code"] = NotRecorded(Cause.DISK_FULL, "full")
    screen.presenter.recover()
    screen.type("1234567890123456")
    screen.presenter.enter()
    assert screen.events == [RECOVERY_ID]


def test_a_kiosk_without_a_recovery_code_says_so(screen: Screen) -> None:
    screen.desk.answers["sign_in_by_recovery_code"] = Unknown.PIN
    screen.presenter.recover()
    screen.type("1234567890123456")
    screen.presenter.enter()
    assert screen.shown.notice == Notice(Trouble.NO_CODE)


def test_escape_goes_back_one_step(screen: Screen) -> None:
    screen.presenter.recover()
    screen.presenter.leave()
    assert (screen.shown.stage, screen.events) == (Stage.PIN, [])
    screen.presenter.leave()
    assert screen.events == ["left"]
