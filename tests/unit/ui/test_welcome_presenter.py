"""The first start."""

from __future__ import annotations

from kiosk.operations.ports import Retryable, Trouble
from kiosk.ui.failure import Failure
from kiosk.ui.screens.welcome.presenter import WelcomePresenter, WelcomeState
from kiosk.ui.surroundings import Surroundings
from tests.gui.fake_desk import FakeDesk


def welcome(desk: FakeDesk) -> tuple[WelcomePresenter, Surroundings]:
    surroundings = Surroundings(desk)
    return WelcomePresenter(desk, surroundings, lambda _state: None), surroundings


def test_a_code_enrols_and_the_overview_is_read() -> None:
    desk = FakeDesk()
    presenter, surroundings = welcome(desk)
    presenter.connect()
    presenter.enrol("  CODE ")
    assert desk.asked("enrol") == [("CODE",)]
    assert presenter.state == WelcomeState()
    assert surroundings.overview is not None


def test_nothing_typed_asks_nothing() -> None:
    desk = FakeDesk()
    presenter, _ = welcome(desk)
    presenter.enrol("  ")
    assert desk.calls == []


def test_a_failure_says_why_and_the_field_stays() -> None:
    desk = FakeDesk()
    desk.answers["enrol"] = Retryable(Trouble.NO_NETWORK, "")
    presenter, _ = welcome(desk)
    presenter.connect()
    presenter.enrol("CODE")
    assert presenter.state == WelcomeState(connecting=True, failure=Failure.NO_NETWORK)


def test_one_thing_at_a_time() -> None:
    desk = FakeDesk(later=True)
    presenter, _ = welcome(desk)
    presenter.demo()
    presenter.demo()
    presenter.enrol("CODE")
    assert desk.calls == [("start_demo",)]
    assert presenter.state.busy
