"""The programme: day numbers, local times."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kiosk.domain.programme import Event, Site, hhmm

SATURDAY, SUNDAY = date(2026, 4, 18), date(2026, 4, 19)
EVENT = Event(1, "Open day", ((1, SATURDAY), (2, SUNDAY)))


def test_day_numbers_stand_for_dates() -> None:
    assert EVENT.day_number(SUNDAY) == 2
    assert EVENT.day_number(date(2026, 4, 20)) is None
    assert EVENT.date_of(1) == SATURDAY
    assert EVENT.date_of(3) is None


def test_a_moved_event_keeps_its_day_numbers() -> None:
    moved = Event(1, "Open day", ((1, date(2026, 5, 16)),))
    assert moved.day_number(date(2026, 5, 16)) == 1
    assert moved.day_number(SATURDAY) is None


def test_a_demo_takes_place_every_day() -> None:
    demo = Event(1, "Demo", ((1, SATURDAY), (2, SUNDAY)), demo=True)
    assert demo.day_number(date(1999, 1, 1)) == 1


@pytest.mark.parametrize(
    ("zone", "local"),
    [("Asia/Yekaterinburg", (19, 1, 30)), ("Europe/Kaliningrad", (18, 22, 30))],
)
def test_a_site_has_its_own_midnight(zone: str, local: tuple[int, int, int]) -> None:
    site = Site(7, "Works", "Street 1", zone)
    at = datetime(2026, 4, 18, 20, 30, tzinfo=UTC)
    found = site.local(int(at.timestamp() * 1000))
    assert (found.day, found.hour, found.minute) == local


@pytest.mark.parametrize(("minute", "shown"), [(0, "00:00"), (620, "10:20"), (1439, "23:59")])
def test_hhmm(minute: int, shown: str) -> None:
    assert hhmm(minute) == shown
