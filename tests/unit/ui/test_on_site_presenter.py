"""The live count: read again and again, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from kiosk.domain.on_site import OnSite
from kiosk.domain.programme import SitePolicy
from kiosk.operations.ports import StoreError
from kiosk.ui.desk import Failed
from kiosk.ui.failure import Failure
from kiosk.ui.screens.on_site.presenter import OnSitePresenter
from kiosk.ui.screens.on_site.state import OnSiteState
from tests.gui import world
from tests.gui.crowd_inside import inside, party


@dataclass
class OnSiteDesk:
    """Answers when one of `waiting` is called, or at once unless `later` is set."""

    found: OnSite | Exception = field(default_factory=inside)
    printed: str | Exception = "Отправлено на печать."
    later: bool = False
    prints: list[OnSite] = field(default_factory=list)
    waiting: list[Callable[[], None]] = field(default_factory=list)

    def on_site(self, done: Callable[[OnSite], None], failed: Failed) -> None:
        self._reply(self.found, done, failed)

    def print_on_site(self, found: OnSite, done: Callable[[str], None], failed: Failed) -> None:
        self.prints.append(found)
        self._reply(self.printed, done, failed)

    def _reply(self, answer: Any, done: Callable[[Any], None], failed: Failed) -> None:
        def give() -> None:
            failed(answer) if isinstance(answer, Exception) else done(answer)

        self.waiting.append(give) if self.later else give()


@pytest.fixture
def desk() -> OnSiteDesk:
    return OnSiteDesk()


@pytest.fixture
def presenter(desk: OnSiteDesk) -> OnSitePresenter:
    shown: list[OnSiteState] = []
    made = OnSitePresenter(desk, shown.append)
    made.open()
    return made


def test_the_page_opens_with_the_age_of_each_kiosks_data(presenter: OnSitePresenter) -> None:
    ages = [(age.kiosk, age.as_of, age.minutes, age.stale) for age in presenter.state.ages]
    assert ages == [
        ("Киоск 1", "10:12", 0, False),
        ("Киоск 2", "09:58", 14, True),
        ("Вход у проходной", "10:09", 3, False),
    ]


def test_groups_come_first_then_tickets_then_walk_ins(presenter: OnSitePresenter) -> None:
    state = presenter.state
    assert [(line.grade, line.inside, line.size) for line in state.groups] == [
        ("9 «В»", 25, 28),
        ("11 «Б»", 26, 26),
    ]
    assert [line.name for line in state.alone] == ["Ёлкина Мария Петровна", "", "Салтыкова Ольга"]
    assert [line.number for line in state.walk_ins] == ["1-017", "1-018"]
    assert (state.people, state.tracked) == (56, True)


def test_names_are_masked_where_the_policy_says_so(desk: OnSiteDesk) -> None:
    masking = replace(world.SITE, policy=SitePolicy(tracks_exits=True, masks_names=True))
    desk.found = inside(site=masking)
    presenter = OnSitePresenter(desk, lambda _state: None)
    presenter.open()
    assert [line.name for line in presenter.state.alone] == ["Ё…а М…", "", "С…а О…"]


def test_a_failure_leaves_what_was_known(presenter: OnSitePresenter, desk: OnSiteDesk) -> None:
    desk.found = StoreError("The disk is away.")
    presenter.refresh()
    assert (presenter.state.people, presenter.state.failure) == (56, Failure.OTHER)
    desk.found = inside(party(world.pupil(90, "Ким Алина")))
    presenter.refresh()
    assert (presenter.state.people, presenter.state.failure) == (57, None)


def test_one_reading_at_a_time(presenter: OnSitePresenter, desk: OnSiteDesk) -> None:
    desk.later = True
    presenter.refresh()
    presenter.refresh()
    assert len(desk.waiting) == 1


def test_what_is_in_sight_is_printed_once(presenter: OnSitePresenter, desk: OnSiteDesk) -> None:
    desk.later = True
    presenter.print()
    presenter.print()
    assert (desk.prints, presenter.state.printing) == ([desk.found], True)
    desk.waiting.pop()()
    presenter.refresh()
    desk.waiting.pop()()
    assert (presenter.state.printing, presenter.state.said) == (False, "Отправлено на печать.")
    presenter.open()
    assert presenter.state.said == ""


def test_before_an_answer_nothing_is_printed(desk: OnSiteDesk) -> None:
    desk.later = True
    presenter = OnSitePresenter(desk, lambda _state: None)
    presenter.open()
    presenter.print()
    assert (desk.prints, presenter.state.answered) == ([], False)
