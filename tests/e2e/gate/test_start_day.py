"""«Начать день» at the window: what was scanned before is decided about, and the gate is clean."""

from __future__ import annotations

from kiosk.domain.records import Kind
from tests.e2e.gate.bench import Bench, Key
from tests.e2e.gate.conftest import Day

ENTER, ESC = Key.Key_Return, Key.Key_Escape


def test_by_keys_earlier_scans_become_tests(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[0].text).sees("Проходите")
    kiosk.press("⋯").sees("Что ещё?").key("1").sees("1 запись", "Начать и засчитать")
    kiosk.key(ENTER).sees("День начат в ", "1 прежняя запись осталась как проба")
    kiosk.has(Kind.ARRIVAL, Kind.RETRACTION, Kind.DAY_STARTED)
    kiosk.key(ESC).sees("Отсканируйте билет", "0")
    kiosk.scan(people.crowd[0].text).sees("Проходите")


def test_by_clicks_earlier_scans_are_kept(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.crowd[0].text).sees("Проходите")
    kiosk.press("⋯").press("Начать день").sees("1 запись")
    kiosk.press("Начать и засчитать прежние сканы").sees("Каждый скан идёт в счёт")
    kiosk.has(Kind.ARRIVAL, Kind.DAY_STARTED)
    kiosk.press("Назад").press("⋯").press("Начать день").sees("День начат в ")
    kiosk.key(ENTER).has(Kind.ARRIVAL, Kind.DAY_STARTED)


def test_a_scan_meanwhile_is_answered_at_the_gate(kiosk: Bench, people: Day) -> None:
    kiosk.press("⋯").press("Начать день").sees("Счёт начинается сейчас")
    kiosk.scan(people.crowd[1].text).sees("Проходите").has(Kind.ARRIVAL)
