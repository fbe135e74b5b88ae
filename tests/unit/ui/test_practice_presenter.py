"""The coach goes from card to card, praises what was right, and keeps whose score it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.practice import Practised, Situation
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.operations.practise import Progress
from kiosk.ui.desk import Failed
from kiosk.ui.failure import Failure
from kiosk.ui.screens.practice.presenter import PracticePresenter
from kiosk.ui.screens.practice.state import Stage

ALL = tuple(Situation)


class Table:
    """Where somebody practises: what the next look finds, what was asked and kept."""

    def __init__(self) -> None:
        self.found = Progress(texts={Situation.GOOD: "TICKET"}, code="9876543062")
        self.fault: Exception | None = None
        self.kept: list[tuple[str, int]] = []
        self.scanned: list[str] = []
        self.begun = self.left = 0
        self.coach = PracticePresenter(
            self, lambda _: None, scan=self.scanned.append, begun=self._begin, left=self._leave
        )

    def begin_practice(self, done: Callable[[Progress], None], _failed: Failed) -> None:
        done(self.found)

    def practice_progress(self, done: Callable[[Progress], None], failed: Failed) -> None:
        done(self.found) if self.fault is None else failed(self.fault)

    def note_practised(
        self, name: str, score: int, done: Callable[[Practised], None], failed: Failed
    ) -> None:
        if self.fault is not None:
            failed(self.fault)
            return
        self.kept.append((name, score))
        done(Practised("", name, score, 0))

    @property
    def current(self) -> Situation | None:
        return self.coach.state.current

    @property
    def praised(self) -> Situation | None:
        return self.coach.state.praised

    @property
    def stage(self) -> Stage:
        return self.coach.state.stage

    def solve(self, *solved: Situation, begun: tuple[Situation, ...] = ()) -> None:
        self.found = Progress(solved, begun, texts=self.found.texts, code=self.found.code)
        self.coach.recorded()

    def _begin(self) -> None:
        self.begun += 1

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def table() -> Table:
    table = Table()
    table.coach.open()
    return table


def test_it_begins_with_the_first_card(table: Table) -> None:
    state = table.coach.state
    assert (state.current, state.praised, state.score) == (Situation.GOOD, None, 0)
    assert (table.begun, state.busy, state.can_show) == (1, False, True)


def test_the_next_card_is_the_first_that_is_not_solved(table: Table) -> None:
    table.solve(Situation.GOOD, Situation.GROUP)
    assert (table.current, table.praised) == (Situation.RETURNED, Situation.GROUP)
    table.solve(Situation.GOOD, Situation.RETURNED, Situation.GROUP)
    assert (table.current, table.praised) == (Situation.OTHER_SITE, Situation.RETURNED)


def test_praise_stays_until_the_next_card_is_begun_or_it_is_undone(table: Table) -> None:
    table.solve(Situation.GOOD)
    table.solve(Situation.GOOD)
    table.solve(Situation.GOOD, begun=(Situation.DAMAGED,))
    assert table.praised is Situation.GOOD
    table.solve(Situation.GOOD, begun=(Situation.RETURNED,))
    assert table.praised is None
    assert table.coach.state.begun
    table.solve()
    table.solve(Situation.GOOD)
    assert table.praised is Situation.GOOD
    table.solve()
    assert table.praised is None
    assert table.current is Situation.GOOD


def test_praise_is_seen_though_the_next_card_was_begun_before(table: Table) -> None:
    table.solve(begun=(Situation.RETURNED,))
    table.solve(Situation.GOOD, begun=(Situation.RETURNED,))
    table.solve(Situation.GOOD, begun=(Situation.RETURNED,))  # only looked at again
    assert table.praised is Situation.GOOD


def test_a_card_at_hand_or_not(table: Table) -> None:
    table.coach.show_ticket()
    assert table.scanned == ["TICKET"]
    table.solve(*ALL[:6])
    table.coach.show_ticket()
    assert not table.coach.state.can_show
    assert table.scanned == ["TICKET"]


def test_the_last_card_ends_the_practice_and_the_name_is_kept(table: Table) -> None:
    table.solve(*ALL)
    assert table.stage == Stage.ENDING
    table.coach.go_on()
    assert table.stage == Stage.ENDING
    table.coach.leave("Анна К.")
    assert (table.kept, table.left) == ([("Анна К.", 8)], 1)


def test_somebody_may_end_early_and_come_back(table: Table) -> None:
    table.solve(*ALL[:2])
    table.coach.end()
    assert table.stage == Stage.ENDING
    table.coach.go_on()
    assert str(table.stage) == Stage.PLAYING


@pytest.mark.parametrize(("solved", "name"), [((), "Анна К."), (ALL, "  ")])
def test_nothing_is_kept_without_a_name_or_a_card(
    table: Table, solved: tuple[Situation, ...], name: str
) -> None:
    table.solve(*solved)
    table.coach.leave(name)
    assert (table.kept, table.left) == ([], 1)


def test_a_name_that_was_not_kept_is_asked_for_again(table: Table) -> None:
    table.solve(*ALL)
    table.fault = NotRecorded(Cause.DISK_FULL, "")
    table.coach.leave("Анна К.")
    assert (table.coach.state.failure, table.left) == (Failure.DISK_FULL, 0)
    table.fault = None
    table.coach.leave("Анна К.")
    assert (table.kept, table.left) == ([("Анна К.", 8)], 1)


def test_once_more_forgets_the_score_and_not_the_name(table: Table) -> None:
    table.coach.open("Анна К.")
    table.solve(*ALL)
    table.found = Progress(texts=table.found.texts)
    table.coach.again()
    state = table.coach.state
    assert (state.stage, state.score, state.praised) == (Stage.PLAYING, 0, None)
    assert state.name == "Анна К."
