"""What a scan tells about its scanner."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kiosk.domain.devices import Advice, DeviceKind, Ending, Layout, ScanFacts, TextClass
from kiosk.domain.layouts import to_jcuken
from kiosk.scanning.self_test import SLOW_MS_PER_KEY, KeyedScan, KeyPress, advise, facts_of
from kiosk.tickets import short_code

TICKET = "ED" + "ABCDEFGHIJ" * 12


def keyed(
    shown: str,
    *,
    text: str = TICKET,
    gap: int = 5,
    ending: Ending = Ending.ENTER,
    caps_lock: bool = False,
) -> ScanFacts:
    """A scan whose keys showed `shown`, with Shift wherever Caps Lock does not do without."""
    presses = tuple(
        KeyPress(character, character.isupper() != caps_lock, 1_000 + index * gap)
        for index, character in enumerate(shown)
    )
    return facts_of(text, DeviceKind.WEDGE, "", KeyedScan(text, presses, ending))


def test_a_good_scanner() -> None:
    facts = keyed(TICKET)
    assert (facts.text_class, facts.length, facts.broken) == (TextClass.TICKET, 122, False)
    assert facts.keys is not None
    assert (facts.keys.keys, facts.keys.layout) == (122, Layout.LATIN)
    assert facts.keys.ms_per_key == 5
    assert advise(facts) == (Advice.FINE,)


def test_no_text_of_a_visitor_is_kept() -> None:
    facts = keyed(TICKET)
    assert TICKET not in repr(facts)
    assert "text" not in {field.name for field in fields(facts)}


@pytest.mark.parametrize(
    ("shown", "layout"),
    [
        (TICKET, Layout.LATIN),
        (to_jcuken(TICKET), Layout.CYRILLIC),
        (to_jcuken(TICKET[:60]) + TICKET[60:], Layout.MIXED),
        ("1234567897", Layout.NO_LETTERS),
    ],
)
def test_layouts(shown: str, layout: Layout) -> None:
    keys = keyed(shown).keys
    assert keys is not None
    assert keys.layout is layout


@pytest.mark.parametrize(
    ("facts", "advice"),
    [
        (keyed(to_jcuken(TICKET)), (Advice.CYRILLIC,)),
        (keyed(to_jcuken(TICKET[:9]) + TICKET[9:]), (Advice.MIXED_LAYOUT,)),
        (keyed(TICKET, ending=Ending.TAB), (Advice.FINE,)),
        (keyed(TICKET, ending=Ending.NOTHING), (Advice.SEND_ENTER,)),
        (keyed(TICKET, gap=int(SLOW_MS_PER_KEY)), (Advice.FINE,)),
        (keyed(TICKET, gap=int(SLOW_MS_PER_KEY) + 1), (Advice.TOO_SLOW,)),
        (keyed(TICKET, caps_lock=True), (Advice.CAPS_LOCK,)),
        (keyed(TICKET.lower(), caps_lock=True), (Advice.CAPS_LOCK,)),
        (keyed(TICKET[:90], text=TICKET[:90]), (Advice.CUT_OFF,)),
        (
            keyed(TICKET[:90], text=TICKET[:90], gap=40, ending=Ending.NOTHING),
            (Advice.CUT_OFF, Advice.TOO_SLOW, Advice.SEND_ENTER),
        ),
        (facts_of(TICKET, DeviceKind.SERIAL, "ttyACM0"), (Advice.FINE,)),
        (facts_of(TICKET * 2, DeviceKind.SERIAL, "ttyACM0"), (Advice.CUT_OFF,)),
        (facts_of("AB\ufffdCD", DeviceKind.SERIAL, "ttyACM0"), (Advice.GARBLED,)),
    ],
)
def test_advice(facts: ScanFacts, advice: tuple[Advice, ...]) -> None:
    assert advise(facts) == advice


def test_classes_of_texts() -> None:
    def kind(text: str) -> TextClass:
        return facts_of(text, DeviceKind.CAMERA, "Webcam").text_class

    assert kind(to_jcuken(TICKET)) is TextClass.TICKET
    assert kind(short_code.new_code()) is TextClass.SHORT_CODE
    assert kind("TP-2026-77") is TextClass.OTHER
    assert kind(TICKET[:90]) is TextClass.OTHER


def test_a_scan_of_one_key_has_no_pace() -> None:
    keys = keyed("1", text="1").keys
    assert keys is not None
    assert keys.ms_per_key == 0
