"""«Завершить работу киоска»: once, until something reopens the day."""

from __future__ import annotations

from kiosk.operations.end_day import ended_at
from tests.unit.operations.invented import Kiosk, ticket


def test_the_end_shows_the_last_record(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    end = kiosk.end_day()
    last = kiosk.records()[-1]
    assert (end.device_id, end.seq, end.hash) == (last.device_id, last.seq, last.hash)
    assert (last.kind, end.pending) == ("day_ended", 3)
    assert kiosk.store.read(ended_at)


def test_ending_twice_writes_once(kiosk: Kiosk) -> None:
    first = kiosk.end_day()
    assert kiosk.end_day() == first
    assert kiosk.kinds() == ["opened", "day_ended"]


def test_a_clock_check_after_the_end_changes_nothing(kiosk: Kiosk) -> None:
    kiosk.end_day()
    kiosk.sync()
    assert kiosk.kinds() == ["opened", "day_ended", "clock_checked"]
    assert kiosk.end_day().seq == 3
    assert kiosk.end_day().pending == 0


def test_an_arrival_reopens_the_day(kiosk: Kiosk) -> None:
    kiosk.end_day()
    kiosk.scan(ticket(1))
    assert not kiosk.store.read(ended_at)
    kiosk.end_day()
    assert kiosk.kinds() == ["opened", "day_ended", "arrival", "day_ended"]
