"""A sticker goes to the system's printer beside the window; where there is none, a sentence."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.records import Kind
from tests.e2e.gate.bench import Bench, Key
from tests.e2e.gate.conftest import Day


def test_without_a_printer_the_gate_goes_on(kiosk: Bench, people: Day) -> None:
    fittings = kiosk.desktop._fittings
    assert fittings is not None
    fittings.settings = replace(fittings.settings, printer="no such printer")
    kiosk.key(Key.Key_F4, "2", Key.Key_Return).sees("Наклейте").press("Напечатать")
    kiosk.scan(people.crowd[0].text).sees("Проходите").has(Kind.WALK_IN, Kind.ARRIVAL, Kind.ARRIVAL)


def test_how_the_print_went_is_said(kiosk: Bench) -> None:
    fittings = kiosk.desktop._fittings
    assert fittings is not None
    fittings.settings = replace(fittings.settings, printer="no such printer")
    kiosk.key(Key.Key_F4, "2", Key.Key_Return).sees("Наклейте").press("Напечатать")
    kiosk.qtbot.waitUntil(lambda: "Принтер не найден" in kiosk.words(), timeout=20_000)
