"""A group's count: keys and clicks in, states and one durable answer out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.headcount import Presence
from kiosk.domain.movements import Passage
from kiosk.domain.programme import Slot
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, RosterTicket
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.desk import Failed
from kiosk.ui.screens.count.presenter import MORE_CAME, NOBODY, CountPresenter, Listed
from kiosk.ui.screens.count.state import CountState, Mode, Page, arriving, leaving

CLASS = Group("g1", "МБОУ СОШ № 7", "9В", "Назарова Ольга", pupils=28, adults=2)
LISTED = RosterTicket(4, 1, 1, TicketKind.GROUP, "1234565526", CLASS)
PASSAGE = Passage(4, TicketKind.GROUP, 30, "wedge")
SLOT = Slot(1, 630, 690, "А", 620, "холл")
HERE_25 = Presence(counted=25, inside=25, adults=2)
NAMES: Listed = [(100 + n, f"Участник {n}", n == 1) for n in range(5)] + [(0, "Без билета", False)]


def record(kind: Kind = Kind.GROUP_PENDING, seq: int = 77, **data: Any) -> Record:
    return Record(
        device_id="a" * 32,
        seq=seq,
        recorded_at=0,
        timebase_id="boot",
        elapsed_ms=0,
        event=1,
        site=1,
        entrance="Вход 1",
        operator="",
        kind=kind,
        data=data,
        prev="0" * 64,
        hash=f"{seq:064x}",
    )


@dataclass
class Desk:
    """Keeps what was asked, and answers when it is told to."""

    counts: list[dict[str, Any]] = field(default_factory=list)
    corrections: list[tuple[Record, int]] = field(default_factory=list)
    undone: list[tuple[int, str]] = field(default_factory=list)
    names: Listed | Exception = field(default_factory=lambda: NAMES)
    read: int = 0
    _done: Callable[[Record], None] | None = None
    _failed: Failed | None = None

    def count_group(
        self,
        passage: Passage,
        *,
        pupils: int,
        adults: int,
        pending: Record | None,
        named: Iterable[int],
        allowed: str,
        done: Callable[[Record], None],
        failed: Failed,
    ) -> None:
        asked = {"pupils": pupils, "adults": adults, "named": tuple(named), "allowed": allowed}
        self.counts.append(asked | {"ticket": passage.ticket, "pending": pending})
        self._done, self._failed = done, failed

    def correct_departure(
        self,
        passage: Passage,
        departure: Record,
        heads: int,
        done: Callable[[Record], None],
        failed: Failed,
    ) -> None:
        self.corrections.append((departure, heads))
        self._done, self._failed = done, failed

    def undo(self, seq: int, reason: str, done: Callable[[Record], None], failed: Failed) -> None:
        self.undone.append((seq, reason))
        self._done, self._failed = done, failed

    def members(self, ticket: int, done: Callable[[Listed], None], failed: Failed) -> None:
        self.read += 1
        if isinstance(self.names, Exception):
            failed(self.names)
        else:
            done(self.names)

    def answer(self) -> None:
        assert self._done is not None
        self._done(record(Kind.ARRIVAL, 78))

    def fail(self, error: Exception) -> None:
        assert self._failed is not None
        self._failed(error)


class Gate:
    """A presenter over a desk, and all that it told."""

    def __init__(self) -> None:
        self.desk = Desk()
        self.shown: list[CountState] = []
        self.counted: list[Record] = []
        self.dismissed = 0
        self.errors: list[Exception] = []
        self.presenter = CountPresenter(
            self.desk,
            self.shown.append,
            counted=self.counted.append,
            dismissed=self._dismiss,
            failed=self.errors.append,
        )
        self.ask()

    def ask(self, presence: Presence | None = None, *, may_override: bool = False) -> None:
        state = arriving(PASSAGE, presence or Presence(), LISTED, slot=SLOT)
        self.presenter.ask(PASSAGE, record(), state)
        self.presenter.may_override(may_override)

    def ask_leaving(self, heads: int) -> Record:
        departure = record(Kind.DEPARTURE, heads=heads)
        self.presenter.ask(PASSAGE, departure, leaving(PASSAGE, heads, LISTED, slot=SLOT))
        return departure

    def keys(self, keys: str) -> None:
        for digit in keys:
            self.presenter.digit(digit)

    @property
    def state(self) -> CountState:
        assert self.presenter.state in self.shown
        return self.presenter.state

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(count.value for count in self.state.counts)

    def _dismiss(self) -> None:
        self.dismissed += 1


@pytest.fixture
def gate() -> Gate:
    return Gate()


def left(state: CountState) -> tuple[int, ...]:
    return tuple(count.left for count in state.counts)


def test_the_page_says_whose_group_it_is() -> None:
    state = arriving(PASSAGE, Presence(), LISTED, slot=SLOT)
    assert (state.school, state.grade) == ("МБОУ СОШ № 7", "9 «В»")
    assert (state.route, state.start) == ("А", "10:30")


@pytest.mark.parametrize(
    ("presence", "expected"),
    [
        (Presence(), (28, 2)),
        (HERE_25, (5, 0)),
        (Presence(counted=1, inside=1), (27, 2)),
        (Presence(counted=29, inside=29, adults=5), (1, 0)),  # more adults came than were named
        (Presence(counted=30, inside=30, adults=2), (0, 0)),
        (Presence(counted=30, inside=0, adults=2), (28, 2)),  # all left, and all come back
        (Presence(counted=31, inside=31, adults=2), (0, 0)),
    ],
)
def test_all_who_are_still_awaited_are_filled_in(
    presence: Presence, expected: tuple[int, int]
) -> None:
    assert left(arriving(PASSAGE, presence, LISTED)) == expected


@given(
    st.integers(0, 40),
    st.integers(0, 5),
    st.integers(1, 40),
    st.integers(0, 45),
    st.integers(0, 45),
)
def test_nothing_that_is_filled_in_needs_leave(
    pupils: int, adults: int, size: int, inside: int, adults_in: int
) -> None:
    group = Group("g", "Школа", "9В", "", pupils, adults)
    listed = RosterTicket(4, 1, 1, TicketKind.GROUP, "1", group)
    presence = Presence(counted=inside, inside=inside, adults=min(adults_in, inside))
    state = arriving(Passage(4, TicketKind.GROUP, size, "wedge"), presence, listed)
    assert not state.over
    assert min(left(state)) >= 0


def test_a_group_that_no_list_knows_is_asked_as_pupils() -> None:
    assert left(arriving(PASSAGE, Presence())) == (30, 0)


def test_a_class_without_tickets_is_asked_as_it_was_registered() -> None:
    number = WalkInNumber(1, 17)
    came = WalkIn(number, WalkInKind.CLASS, grade="8А", school="Лицей", pupils=20, adults=1)
    passage = Passage(number.ticket, TicketKind.GROUP, 21, "wedge")
    state = arriving(passage, Presence(counted=15, inside=15, adults=1), walk_in=came)
    assert (left(state), state.grade, state.school) == ((6, 0), "8 «А»", "Лицей")


def test_all_came_is_one_key(gate: Gate) -> None:
    gate.presenter.enter()
    (asked,) = gate.desk.counts
    assert (asked["pupils"], asked["adults"], asked["ticket"]) == (28, 2, 4)
    assert asked["pending"] == record()
    assert gate.counted == []
    gate.desk.answer()
    assert [counted.kind for counted in gate.counted] == [Kind.ARRIVAL]


def test_the_first_digit_replaces_and_the_next_is_appended(gate: Gate) -> None:
    gate.keys("2")
    assert gate.values == (2, 2)
    gate.keys("5")
    assert gate.values == (25, 2)
    gate.keys("7")
    assert gate.values == (25, 2)


def test_another_counter_is_typed_anew(gate: Gate) -> None:
    gate.keys("25")
    gate.presenter.select()
    gate.keys("1")
    gate.presenter.arrow(1, 0)
    gate.keys("3")
    assert gate.values == (3, 1)
    gate.presenter.arrow(-1, 0)
    gate.presenter.arrow(0, -1)
    assert gate.values == (3, 2)


def test_backspace_takes_the_last_digit(gate: Gate) -> None:
    gate.presenter.erase()
    assert gate.values == (2, 2)
    gate.keys("6")
    assert gate.values == (26, 2)
    gate.presenter.erase()
    gate.presenter.erase()
    assert gate.values == (0, 2)


def test_arrows_and_buttons_change_by_one(gate: Gate) -> None:
    gate.presenter.arrow(0, 1)
    gate.presenter.change(-1)
    gate.presenter.change(1, 1)
    assert (gate.values, gate.state.selected) == ((26, 3), 1)
    gate.keys("9")
    assert gate.values == (26, 9)


def test_a_number_stays_between_nought_and_two_digits(gate: Gate) -> None:
    gate.keys("99")
    gate.presenter.change(1)
    gate.presenter.change(-3, 1)
    assert gate.values == (99, 0)


def test_all_who_are_left_again(gate: Gate) -> None:
    gate.ask(HERE_25)
    gate.keys("1")
    gate.presenter.everybody()
    assert gate.values == (5, 0)
    gate.keys("3")
    assert gate.values == (3, 0)


def test_nobody_is_not_counted(gate: Gate) -> None:
    gate.keys("0")
    gate.presenter.select()
    gate.keys("0")
    gate.presenter.enter()
    assert gate.desk.counts == []


def test_a_second_enter_counts_nobody_twice(gate: Gate) -> None:
    gate.presenter.enter()
    assert gate.state.busy
    gate.presenter.enter()
    gate.presenter.escape()
    gate.keys("5")
    assert gate.values == (28, 2)
    gate.desk.answer()
    gate.presenter.enter()
    assert (len(gate.desk.counts), gate.desk.undone, len(gate.counted)) == (1, [], 1)


def test_esc_takes_the_scan_back(gate: Gate) -> None:
    gate.presenter.escape()
    assert gate.desk.undone == [(77, NOBODY[Mode.ARRIVING])]
    assert gate.dismissed == 0
    gate.desk.answer()
    assert (gate.dismissed, gate.counted) == (1, [])


def test_a_question_without_a_scan_is_closed_without_a_record(gate: Gate) -> None:
    gate.presenter.ask(PASSAGE, None, arriving(PASSAGE, HERE_25, LISTED))
    gate.presenter.escape()
    assert (gate.dismissed, gate.desk.undone) == (1, [])


def test_more_than_the_ticket_has_is_asked_first(gate: Gate) -> None:
    gate.ask(HERE_25, may_override=True)
    gate.keys("6")
    assert (gate.state.over, gate.state.room) == (True, 5)
    gate.presenter.enter()
    gate.presenter.enter()  # not even by a second Enter
    assert (gate.state.page, gate.desk.counts) == (Page.ALLOWING, [])
    gate.keys("1")
    (asked,) = gate.desk.counts
    assert (asked["pupils"], asked["allowed"]) == (6, MORE_CAME)


@pytest.mark.parametrize("go_back", ["2", "esc"])
def test_counting_again_keeps_the_numbers(gate: Gate, go_back: str) -> None:
    gate.ask(HERE_25, may_override=True)
    gate.keys("6")
    gate.presenter.enter()
    if go_back == "2":
        gate.keys("2")
    else:
        gate.presenter.escape()
    assert (gate.state.page, gate.values) == (Page.COUNTING, (6, 0))
    assert gate.desk.undone == []


def test_only_who_may_lets_more_in(gate: Gate) -> None:
    gate.ask(HERE_25)
    gate.keys("6")
    gate.presenter.enter()
    gate.keys("1")
    gate.presenter.let_in()
    assert gate.desk.counts == []
    gate.presenter.may_override(True)  # the manager signs in
    gate.keys("1")
    assert gate.desk.counts[0]["allowed"] == MORE_CAME


def test_others_who_came_in_meanwhile_are_told(gate: Gate) -> None:
    from kiosk.operations.count_group import TooManyHeads

    gate.presenter.enter()
    gate.desk.fail(TooManyHeads(3))
    assert (gate.state.page, gate.state.room, gate.state.busy) == (Page.ALLOWING, 3, False)
    assert gate.errors == []


def test_what_was_not_recorded_is_told_and_tried_again(gate: Gate) -> None:
    gate.keys("25")
    gate.presenter.enter()
    error = NotRecorded(Cause.DISK_FULL, "full")
    gate.desk.fail(error)
    assert (gate.errors, gate.values, gate.state.busy) == ([error], (25, 2), False)
    gate.presenter.retry()
    assert gate.desk.counts[0] == gate.desk.counts[1]
    gate.desk.answer()
    assert len(gate.counted) == 1
    gate.presenter.retry()
    assert len(gate.desk.counts) == 2


def test_another_scan_leaves_the_group_uncounted(gate: Gate) -> None:
    gate.presenter.leave()
    gate.presenter.enter()
    gate.presenter.escape()
    gate.presenter.retry()
    assert (gate.desk.counts, gate.desk.undone, gate.dismissed) == ([], [], 0)


def test_a_ticket_that_is_read_twice_keeps_what_was_typed(gate: Gate) -> None:
    gate.keys("19")
    typed = gate.values
    gate.presenter.leave()
    gate.ask()
    assert gate.values == typed
    gate.presenter.leave()
    gate.presenter.ask(PASSAGE, record(seq=79), arriving(PASSAGE, Presence(), LISTED, slot=SLOT))
    assert gate.values != typed, "it was scanned again later"


def test_a_count_on_its_way_is_told_though_the_page_was_left(gate: Gate) -> None:
    gate.presenter.enter()
    gate.presenter.leave()
    gate.ask()
    gate.desk.answer()
    assert len(gate.counted) == 1
    gate.presenter.enter()  # the next group is asked all the same
    assert len(gate.desk.counts) == 2


def test_a_failure_is_told_though_the_page_was_left(gate: Gate) -> None:
    gate.presenter.enter()
    gate.presenter.leave()
    error = NotRecorded(Cause.DISK_FULL, "full")
    gate.desk.fail(error)
    assert gate.errors == [error]


def test_everybody_but_three_is_three_ticks(gate: Gate) -> None:
    gate.ask(Presence(counted=1, inside=1))
    gate.presenter.name_them()
    assert (gate.state.page, gate.values) == (Page.NAMES, (27, 2))  # 22 have no name
    for index in (0, 2, 5):
        gate.presenter.tick(index)
    assert gate.values == (24, 2)
    gate.presenter.enter()
    assert gate.desk.counts[0]["pupils"] == 24
    assert gate.desk.counts[0]["named"] == (103, 104)


def test_a_name_is_ticked_by_its_number(gate: Gate) -> None:
    gate.desk.names = [(100 + n, f"Участник {n}", False) for n in range(14)]
    gate.presenter.name_them()
    gate.keys("12")
    gate.presenter.tick()
    gate.keys("7")
    gate.presenter.tick()
    gate.keys("99")
    gate.presenter.tick()
    gate.keys("0")
    members = gate.state.members or ()
    assert [n + 1 for n, member in enumerate(members) if not member.ticked] == [7, 9, 12]


def test_arrows_go_from_name_to_name(gate: Gate) -> None:
    gate.desk.names = [(100 + n, f"Участник {n}", False) for n in range(14)]
    gate.presenter.name_them()
    assert gate.state.name_rows == 4
    for across, down, expected in ((0, 1, 1), (1, 0, 5), (0, -1, 4), (-1, 0, 0), (0, -1, 0)):
        gate.presenter.arrow(across, down)
        assert gate.state.current == expected


def test_all_ticks_at_once(gate: Gate) -> None:
    gate.presenter.name_them()
    gate.presenter.everybody()
    assert gate.values == (23, 2)
    gate.presenter.everybody()
    assert gate.values == (28, 2)


def test_the_ticks_stay_when_the_numbers_are_changed(gate: Gate) -> None:
    gate.presenter.name_them()
    gate.presenter.tick(0)
    gate.presenter.escape()
    assert (gate.state.page, gate.desk.undone) == (Page.COUNTING, [])
    gate.keys("9")
    assert gate.state.named == (102, 103, 104)
    gate.keys("0")
    gate.presenter.name_them()
    assert (gate.state.members or ())[0].ticked is False
    assert gate.desk.read == 1


def test_fewer_heads_than_ticks_name_nobody(gate: Gate) -> None:
    gate.presenter.name_them()
    gate.presenter.escape()
    gate.keys("2")
    assert gate.state.named == ()


@pytest.mark.parametrize("names", [(), NotRecorded(Cause.BUSY, "busy")])
def test_a_group_without_names_is_counted_by_heads(gate: Gate, names: Any) -> None:
    gate.desk.names = names
    gate.presenter.name_them()
    assert (gate.state.page, gate.state.members, gate.errors) == (Page.COUNTING, (), [])
    gate.presenter.enter()
    assert gate.desk.counts[0]["pupils"] == 28


def test_all_who_left_are_recorded_already(gate: Gate) -> None:
    departure = gate.ask_leaving(28)
    gate.presenter.enter()
    assert (gate.counted, gate.desk.corrections) == ([departure], [])


def test_fewer_who_left_are_corrected(gate: Gate) -> None:
    departure = gate.ask_leaving(28)
    gate.keys("25")
    gate.presenter.name_them()  # nobody is named at the way out
    gate.presenter.enter()
    assert gate.desk.corrections == [(departure, 25)]
    gate.desk.answer()
    assert len(gate.counted) == 1


def test_more_may_leave_than_were_known_to_be_inside(gate: Gate) -> None:
    departure = gate.ask_leaving(3)
    gate.keys("31")
    gate.presenter.enter()
    assert gate.desk.corrections == [(departure, 31)]


def test_nobody_left(gate: Gate) -> None:
    gate.ask_leaving(28)
    gate.presenter.escape()
    assert gate.desk.undone == [(77, NOBODY[Mode.LEAVING])]


@given(st.lists(st.sampled_from("0123456789<+-*n^vLRt EX12"), max_size=30))
def test_no_keys_lose_the_scan_or_count_beyond_the_ticket(keys: list[str]) -> None:
    gate = Gate()
    presenter = gate.presenter
    acts: dict[str, Callable[[], None]] = {
        "<": presenter.erase,
        "+": lambda: presenter.change(1),
        "-": lambda: presenter.change(-1),
        "*": presenter.everybody,
        "n": presenter.name_them,
        "^": lambda: presenter.arrow(0, -1),
        "v": lambda: presenter.arrow(0, 1),
        "L": lambda: presenter.arrow(-1, 0),
        "R": presenter.select,
        "t": presenter.tick,
        " ": presenter.tick,
        "E": presenter.enter,
        "X": presenter.escape,
    }
    for key in keys:
        acts.get(key, lambda key=key: presenter.digit(key))()
    assert len(gate.desk.counts) + len(gate.desk.undone) <= 1
    assert all(0 < c["pupils"] + c["adults"] <= 30 for c in gate.desk.counts)
    assert all(0 <= value <= 99 for value in gate.values)
