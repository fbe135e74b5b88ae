"""A green answer never meets whoever comes next; another one waits for the manager."""

from __future__ import annotations

import pytest

from tests.e2e.gate.bench import Bench, Key
from tests.e2e.gate.conftest import Day

ESC, F4 = Key.Key_Escape, Key.Key_F4


@pytest.mark.parametrize("way", ["search", "walk-in", "menu"])
def test_green_is_gone_when_the_gate_is_seen_again(kiosk: Bench, people: Day, way: str) -> None:
    kiosk.scan(people.crowd[0].text).sees("Проходите")
    if way == "search":
        kiosk.word("толпин", end=None).sees("Толпин").key(ESC)
    elif way == "walk-in":
        kiosk.key(F4).sees("Класс без билетов").key(ESC)
    else:
        kiosk.press("⋯").sees("Что ещё?").key(ESC)
    kiosk.sees("Отсканируйте билет")


def test_a_refusal_waits(kiosk: Bench, people: Day) -> None:
    kiosk.scan(people.other["other_site"].text).sees("Другая площадка")
    kiosk.press("⋯").sees("Что ещё?").key(ESC).sees("Другая площадка")
