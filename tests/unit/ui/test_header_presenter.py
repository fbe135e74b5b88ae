"""The header: calm without a network, amber only when a person must act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.devices import DeviceKind, DeviceState, Link, Purpose
from kiosk.domain.readiness import DISK_HEED
from kiosk.domain.readiness_facts import Disk
from kiosk.operations.ports import Final, Retryable, StoreError, Trouble
from kiosk.operations.sync import SyncReport
from kiosk.ui.failure import Failure
from kiosk.ui.header.presenter import HeaderPresenter, HeaderState
from kiosk.ui.header.worries import DiskLow, ListOld, ScannerGone
from kiosk.ui.screen import ScanMeans, Screen
from kiosk.ui.surroundings import Surroundings
from tests.gui import world
from tests.gui.fake_desk import FakeDesk


class Strip:
    """A header over a fake desk."""

    def __init__(self) -> None:
        self.desk = FakeDesk()
        self.surroundings = Surroundings(self.desk)
        self.shown: list[HeaderState] = []
        self.header = HeaderPresenter(self.surroundings, self.shown.append)
        self.surroundings.refresh()

    def now(self) -> HeaderState:
        return self.header.state


def test_it_says_where_it_is() -> None:
    strip = Strip()
    strip.header.crew(operator="Анна К.", listed=False, locked=False, tabs=frozenset(Screen))
    state = strip.now()
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


def device(kind: DeviceKind, link: Link) -> DeviceState:
    return DeviceState(kind, "ttyUSB0", link, Purpose.ARRIVAL)


WEDGE = device(DeviceKind.WEDGE, Link.CONNECTED)
HOUR_MS = 3_600_000


def test_it_tells_for_how_many_hours_nothing_was_exchanged() -> None:
    strip = Strip()
    strip.header.at(world.at(10, 59))
    assert strip.now().offline_hours == 0
    strip.header.at(world.at(13, 5))
    assert (strip.now().offline_hours, strip.now().failure, strip.now().worry) == (3, None, None)


def test_an_exchange_is_shown_only_once_it_takes_long() -> None:
    strip = Strip()
    strip.header.at(1_000)
    strip.header.exchanging()
    strip.header.at(1_900)
    assert not strip.now().sending
    strip.header.at(2_100)
    assert strip.now().sending
    strip.header.synced(SyncReport())
    assert not strip.now().sending


@pytest.mark.parametrize("link", sorted(set(Link) - {Link.CONNECTED}))
def test_a_scanner_that_goes_is_told_of_until_it_is_back(link: Link) -> None:
    strip = Strip()
    strip.header.scanners([WEDGE, device(DeviceKind.SERIAL, link)])
    assert strip.now().worry == ScannerGone(DeviceKind.SERIAL, link)
    strip.header.scanners([WEDGE, device(DeviceKind.SERIAL, Link.CONNECTED)])
    assert strip.now().worry is None


def test_a_disk_that_fills_is_told_of_before_a_scanner() -> None:
    strip = Strip()
    strip.header.scanners([device(DeviceKind.CAMERA, Link.LOST)])
    strip.header.disk(Disk(1_299_000_000))
    assert strip.now().worry == DiskLow(12)
    strip.header.disk(Disk(DISK_HEED))
    assert strip.now().worry == ScannerGone(DeviceKind.CAMERA, Link.LOST)
    strip.header.disk(Disk(0))
    strip.header.disk(None)
    assert strip.now().worry == ScannerGone(DeviceKind.CAMERA, Link.LOST)


def test_an_ended_day_is_told_of_on_that_day_alone() -> None:
    strip = Strip()
    strip.header.at(world.at(17, 30))
    assert not strip.now().day_ended
    ended = replace(world.overview(), day_ended_at=world.at(17, 26))
    strip.desk.answers["overview"] = ended
    strip.surroundings.refresh()
    assert strip.now().day_ended
    strip.header.at(world.at(8, 0) + 24 * HOUR_MS)
    assert not strip.now().day_ended
    strip.header.at(world.at(17, 40))
    strip.desk.answers["overview"] = replace(ended, day_ended_at=None)
    strip.surroundings.refresh()
    assert not strip.now().day_ended


def aged(strip: Strip, hours: float, now_ms: int) -> HeaderState:
    """The header at a time, with a list so many hours old."""
    overview = world.overview()
    tally = replace(overview.tally, as_of=now_ms - round(hours * HOUR_MS))
    strip.desk.answers["overview"] = replace(overview, tally=tally)
    strip.surroundings.refresh()
    strip.header.at(now_ms)
    return strip.now()


def test_on_the_day_a_list_is_old_after_a_day() -> None:
    strip = Strip()
    assert aged(strip, 23.9, world.at(10, 0)).worry is None
    assert aged(strip, 24, world.at(10, 0)).worry == ListOld(date(2025, 10, 17), yesterday=True)
    assert aged(strip, 49, world.at(10, 0)).worry == ListOld(date(2025, 10, 16), yesterday=False)


def test_a_list_grows_old_in_peace_until_the_day() -> None:
    the_day_before = world.at(10, 0) - 24 * HOUR_MS
    assert aged(Strip(), 49, the_day_before).worry is None


def test_a_list_that_never_came_is_no_old_one() -> None:
    strip = Strip()
    overview = world.overview()
    never = replace(overview, tally=replace(overview.tally, as_of=None))
    strip.desk.answers["overview"] = never
    strip.surroundings.refresh()
    strip.header.at(world.at(10, 0))
    assert (strip.now().worry, strip.now().offline_hours) == (None, 0)
