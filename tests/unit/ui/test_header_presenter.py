"""The header: calm without a network, amber only when a person must act."""

from __future__ import annotations

from kiosk.operations.ports import Final, Retryable, StoreError, Trouble
from kiosk.operations.sync import SyncReport
from kiosk.ui.failure import Failure
from kiosk.ui.header.presenter import HeaderPresenter, HeaderState, ScanMeans, Screen
from kiosk.ui.surroundings import Surroundings
from tests.gui import world
from tests.gui.fake_desk import FakeDesk


class Strip:
    """A header over a fake desk."""

    def __init__(self) -> None:
        self.desk = FakeDesk()
        self.surroundings = Surroundings(self.desk)
        self.shown: list[HeaderState] = []
        self.header = HeaderPresenter(self.surroundings, self.shown.append, "Анна К.")
        self.surroundings.refresh()

    def now(self) -> HeaderState:
        return self.header.state


def test_it_says_where_it_is() -> None:
    state = Strip().now()
    assert (state.site, state.entrance, state.operator) == (
        world.SITE.name,
        "Вход 1",
        "Анна К.",
    )
    assert (state.enrolled, state.pending, state.online) == (True, 37, False)


def test_a_missing_network_asks_for_nobody() -> None:
    strip = Strip()
    strip.header.synced(SyncReport(troubles=[Retryable(Trouble.NO_NETWORK, "")]))
    assert (strip.now().online, strip.now().failure) == (False, None)


def test_a_final_trouble_asks_for_a_person_until_it_is_over() -> None:
    strip = Strip()
    troubles = [Retryable(Trouble.TIMEOUT, ""), Final(Trouble.NOT_AUTHORISED, "")]
    strip.header.synced(SyncReport(troubles=[*troubles]))
    assert strip.now().failure is Failure.NOT_AUTHORISED
    strip.header.synced(SyncReport())
    assert (strip.now().online, strip.now().failure) == (True, None)


def test_what_was_not_recorded_comes_first() -> None:
    strip = Strip()
    strip.header.synced(SyncReport(troubles=[Final(Trouble.REFUSED, "")]))
    strip.header.not_recorded(Failure.DISK_FULL)
    assert strip.now().failure is Failure.DISK_FULL
    strip.header.not_recorded(None)
    assert strip.now().failure is Failure.REFUSED


def test_unreadable_data_asks_for_a_person_and_keeps_the_last_figures() -> None:
    strip = Strip()
    strip.desk.answers["overview"] = StoreError("damaged")
    strip.surroundings.refresh()
    assert (strip.now().failure, strip.now().pending) == (Failure.DAMAGED, 37)
    del strip.desk.answers["overview"]
    strip.surroundings.refresh()
    assert strip.now().failure is None


def test_it_says_what_a_scan_does() -> None:
    strip = Strip()
    strip.header.on_screen(Screen.TRIALS, ScanMeans.TRIAL, "Сварщик")
    assert (strip.now().scan_means, strip.now().trial) == (ScanMeans.TRIAL, "Сварщик")


def test_nothing_new_is_not_painted_again() -> None:
    strip = Strip()
    strip.surroundings.refresh()
    assert len(strip.shown) == 1
