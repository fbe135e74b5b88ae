"""The search: text in, states out, and nobody checked in who was not chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.headcount import Presence
from kiosk.domain.programme import SitePolicy
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import Cause, Match, NotRecorded
from kiosk.operations.search import Found
from kiosk.ui.failure import Failure
from kiosk.ui.screens.search.presenter import Again, SearchPresenter
from kiosk.ui.screens.search.state import SearchState, Standing, row_of
from tests.gui import world
from tests.gui.walk_in_desk import FOUND, UNLISTED, WalkInDesk, found


class Search:
    """A presenter over a desk, and whom it told what."""

    def __init__(self, *, masks: bool = False) -> None:
        self.desk = WalkInDesk()
        self.shown: list[SearchState] = []
        self.checked_in: list[tuple[CheckIn, Visitor | None]] = []
        self.lost: list[tuple[Exception, Again]] = []
        self.unlisted: list[Visitor] = []
        self.left = 0
        self.presenter = SearchPresenter(
            self.desk,
            self.shown.append,
            site=lambda: replace(world.SITE, policy=SitePolicy(masks_names=masks)),
            checked_in=lambda checked, one: self.checked_in.append((checked, one)),
            not_recorded=lambda error, again: self.lost.append((error, again)),
            walk_in_for=self.unlisted.append,
            left=self._leave,
        )

    def _leave(self) -> None:
        self.left += 1

    @property
    def state(self) -> SearchState:
        return self.presenter.state

    def names(self, text: str) -> list[str]:
        self.presenter.change(text)
        return [row.name for row in self.state.rows]


@pytest.fixture
def search() -> Search:
    return Search()


def test_a_row_tells_what_is_known(search: Search) -> None:
    search.presenter.change("ел")
    maria, marina, group, unlisted = search.state.rows
    assert (maria.name, maria.grade, maria.start, maria.route) == (
        "Ёлкина Мария Петровна",
        "9 «Б»",
        "10:30",
        "Б",
    )
    assert maria.standing is Standing.EXPECTED
    assert (marina.standing, marina.came_at) == (Standing.IN, "09:58")
    assert (group.standing, group.is_group, group.heads) == (Standing.UNCOUNTED, True, 28)
    assert unlisted.standing is Standing.WITHOUT_TICKET


def test_a_part_of_a_group_is_in(search: Search) -> None:
    search.desk.found["9в"] = [found(world.GROUP, 25)]
    search.presenter.change("9в")
    row = search.state.rows[0]
    assert (row.standing, row.counted, row.heads) == (Standing.IN, 25, 28)


def test_each_keystroke_asks_and_newer_answers_win(search: Search) -> None:
    search.desk.later = True
    search.desk.found["е"] = [found(world.ILYA)]
    for letter in "ел":
        search.presenter.type(letter)
    assert search.desk.asked("search") == ["е", "ел"]
    older, newer = search.desk.waiting
    newer()
    older()
    assert search.state.rows[0].name == "Ёлкина Мария Петровна"
    assert search.state.answered


def test_an_answer_does_not_outlive_the_text(search: Search) -> None:
    search.desk.later = True
    search.presenter.type("е")
    search.presenter.forget()
    search.desk.waiting[0]()
    assert search.state == SearchState()
    assert search.left == 0
    search.presenter.close()
    assert search.left == 1


def test_enter_checks_in_the_selected_one_once(search: Search) -> None:
    search.presenter.change("ел")
    search.presenter.move(1)
    search.presenter.move(9)
    search.presenter.move(-3)
    search.desk.later = True
    search.presenter.enter()
    search.presenter.enter()
    assert search.desk.asked("check_in_listed") == [world.MARIA.number]
    search.desk.waiting[0]()
    assert search.checked_in == [(world.admitted(), world.MARIA.holder)]
    assert search.state == SearchState()


def test_enter_means_nobody_while_an_answer_is_on_its_way(search: Search) -> None:
    search.presenter.change("ел")
    search.desk.later = True
    search.presenter.type("и")
    search.presenter.enter()
    assert search.desk.asked("check_in_listed") == []


def test_somebody_without_a_ticket_is_registered_instead(search: Search) -> None:
    search.presenter.change("ел")
    search.presenter.choose(3)
    assert search.unlisted == [UNLISTED]
    assert search.desk.asked("check_in_listed") == []


def test_what_was_not_recorded_can_be_tried_again(search: Search) -> None:
    search.presenter.change("ел")
    search.desk.fault = NotRecorded(Cause.DISK_FULL, "full")
    search.presenter.choose(0)
    [(error, again)] = search.lost
    assert isinstance(error, NotRecorded)
    search.desk.fault = None
    again()
    assert search.checked_in == [(world.admitted(), world.MARIA.holder)]


def test_a_search_that_fails_says_why_and_the_next_one_may_succeed(search: Search) -> None:
    search.desk.fault = NotRecorded(Cause.BUSY, "busy")
    search.presenter.type("е")
    failed = search.state
    search.desk.fault = None
    search.presenter.type("л")
    assert (failed.failure, search.state.failure) == (Failure.BUSY, None)
    assert len(search.state.rows) == len(FOUND)


@pytest.mark.parametrize(
    "text", ["9б", "ёл", "елкина", "м ё 9", "е 9", "шк 4", "9 4", "", "ёлкина при1"]
)
def test_names_are_masked_until_somebody_is_pointed_at(text: str) -> None:
    assert "Ёлкина Мария Петровна" not in Search(masks=True).names(text)


@pytest.mark.parametrize("text", ["ёл 9", "9б мар", "ел приоз", "tk 9", "tkrbyf 9,", "4 petr пе"])
def test_who_is_pointed_at_is_named(text: str) -> None:
    assert "Ёлкина Мария Петровна" in Search(masks=True).names(text)


def test_others_stay_masked_beside_whoever_is_pointed_at() -> None:
    assert Search(masks=True).names("мария 9")[:2] == ["Ёлкина Мария Петровна", "Е…а М…"]


def test_a_name_without_consent_is_never_shown(search: Search) -> None:
    search.desk.found["елисеев 10"] = [Found(Match(replace(UNLISTED, consent=False), None))]
    assert search.names("елисеев 10") == ["Е…в П…"]


@pytest.mark.parametrize(
    ("inside", "standing"),
    [(0, Standing.EXPECTED), (4, Standing.PERHAPS_IN), (28, Standing.IN)],
)
def test_one_of_a_group_is_in_only_when_all_of_it_are(inside: int, standing: Standing) -> None:
    """Who came on a ticket of 28, of whom 4 were counted, nobody knows."""
    one = Visitor("m1", VisitorKind.PUPIL, "Совина Ася")
    known = Found(Match(one, world.GROUP), Presence(counted=inside, inside=inside))
    row = row_of(known, "сов", world.SITE)
    assert (row.standing, row.counted, row.heads) == (standing, inside, world.GROUP.heads)
    assert bool(known.inside) is (standing is Standing.IN)
