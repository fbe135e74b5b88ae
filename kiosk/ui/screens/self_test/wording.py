"""The self-test's words: how a scanner does, how a scan came, and what to change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.devices import (
    Advice,
    DeviceKind,
    Ending,
    KeyFacts,
    Layout,
    Link,
    Purpose,
    ScanFacts,
    TextClass,
)
from kiosk.ui.screens.self_test.state import DeviceRow, SelfTestState
from kiosk.ui.tone import Tone
from kiosk.ui.wording import number

translate = QCoreApplication.translate

_WORKS = frozenset({Advice.FINE, Advice.CYRILLIC})


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """What was found in large words, and what to do about it."""

    tone: Tone
    found: str
    to_do: str


def headline(state: SelfTestState) -> AdviceWords:
    """The most pressing advice, or what to do before there is any."""
    if not state.advice:
        return AdviceWords(
            Tone.IDLE,
            translate("self-test", "Scan any code"),
            translate("self-test", "Try every scanner with a ticket, one after the other"),
        )
    advice = state.advice[0]
    return AdviceWords(tone_of(advice), found(advice), to_do(advice))


def tone_of(advice: Advice) -> Tone:
    return Tone.GO if advice in _WORKS else Tone.HEED


def found(advice: Advice) -> str:
    words = {
        Advice.FINE: translate("self-test", "This scanner works"),
        Advice.CYRILLIC: translate("self-test", "It types Russian letters and works"),
        Advice.CAPS_LOCK: translate("self-test", "Caps Lock is on"),
        Advice.SEND_ENTER: translate("self-test", "The scanner sends no Enter"),
        Advice.TOO_SLOW: translate("self-test", "The scanner types slowly"),
        Advice.MIXED_LAYOUT: translate("self-test", "The layout changed during the scan"),
        Advice.GARBLED: translate("self-test", "Unreadable characters came"),
        Advice.CUT_OFF: translate("self-test", "A part of the code got lost"),
    }
    return words[advice]


def to_do(advice: Advice) -> str:
    words = {
        Advice.FINE: translate("self-test", "Nothing needs to be changed"),
        Advice.CYRILLIC: translate("self-test", "Tickets are read all the same"),
        Advice.CAPS_LOCK: translate(
            "self-test", "Tickets are read all the same. Switch it off, for the other codes' sake"
        ),
        Advice.SEND_ENTER: translate(
            "self-test", "Tickets are read all the same. Scan “Suffix: Enter (CR)” in its manual"
        ),
        Advice.TOO_SLOW: translate(
            "self-test", "Set its pause between characters to 0 with the code in its manual"
        ),
        Advice.MIXED_LAYOUT: translate(
            "self-test", "Switch off the program that changes the layout by itself"
        ),
        Advice.GARBLED: translate(
            "self-test", "Set the scanner to 9600 baud, 8 bits, no parity, as its manual says"
        ),
        Advice.CUT_OFF: translate(
            "self-test", "Plug it into the computer without a hub, and scan again"
        ),
    }
    return words[advice]


def kind_word(kind: DeviceKind) -> str:
    words = {
        DeviceKind.WEDGE: translate("self-test", "Keyboard scanner"),
        DeviceKind.SERIAL: translate("self-test", "Scanner at a port"),
        DeviceKind.CAMERA: translate("self-test", "Camera"),
    }
    return words[kind]


def device_about(row: DeviceRow) -> str:
    """Its name, whether it stands at the exit, and when it last read something."""
    at_exit = row.purpose is Purpose.DEPARTURE
    if row.scanned_at:
        seen = translate("self-test", "scan at {time}").format(time=row.scanned_at)
    else:
        seen = translate("self-test", "no scan yet") if row.link is Link.CONNECTED else ""
    parts = (row.name, translate("self-test", "for exits") if at_exit else "", seen)
    return " · ".join(part for part in parts if part)


def switch_words(*, on: bool) -> str:
    return translate("self-test", "on") if on else translate("self-test", "off")


def link_pill(row: DeviceRow) -> tuple[str, Tone]:
    """How a scanner does. Of a wedge nobody knows anything before its first scan."""
    if row.kind is DeviceKind.WEDGE and not row.scanned_at:
        return translate("self-test", "scan to see"), Tone.IDLE
    words = {
        Link.CONNECTED: translate("self-test", "works"),
        Link.MISSING: translate("self-test", "not found"),
        Link.LOST: translate("self-test", "unplugged"),
        Link.REFUSED: translate("self-test", "taken by another program"),
        Link.FAILED: translate("self-test", "does not work"),
    }
    return words[row.link], Tone.GO if row.link is Link.CONNECTED else Tone.HEED


def scan_lines(facts: ScanFacts) -> list[tuple[str, str]]:
    """Captions and values of a scan; of one that came as keys there is more to tell."""
    lines = [
        (translate("self-test", "From"), facts.name or kind_word(facts.kind)),
        (translate("self-test", "What came"), _class_word(facts.text_class)),
        (translate("self-test", "Characters"), number(facts.length)),
    ]
    return lines + _key_lines(facts.keys) if facts.keys is not None else lines


def _key_lines(keys: KeyFacts) -> list[tuple[str, str]]:
    pace = QLocale().toString(keys.ms_per_key, "f", 0 if keys.ms_per_key >= 10 else 1)
    return [
        (translate("self-test", "Keys"), number(keys.keys)),
        (translate("self-test", "Layout"), _layout_word(keys.layout)),
        (translate("self-test", "Caps Lock"), switch_words(on=keys.caps_lock)),
        (translate("self-test", "After the code"), _ending_word(keys.ending)),
        (
            translate("self-test", "Time per key"),
            translate("self-test", "{pace} ms").format(pace=pace),
        ),
    ]


def _class_word(text_class: TextClass) -> str:
    words = {
        TextClass.TICKET: translate("self-test", "a ticket"),
        TextClass.SHORT_CODE: translate("self-test", "ten digits"),
        TextClass.OTHER: translate("self-test", "another code"),
    }
    return words[text_class]


def _layout_word(layout: Layout) -> str:
    words = {
        Layout.LATIN: translate("self-test", "Latin"),
        Layout.CYRILLIC: translate("self-test", "Russian"),
        Layout.MIXED: translate("self-test", "both"),
        Layout.NO_LETTERS: translate("self-test", "digits only"),
    }
    return words[layout]


def _ending_word(ending: Ending) -> str:
    words = {
        Ending.ENTER: translate("self-test", "Enter"),
        Ending.TAB: translate("self-test", "Tab"),
        Ending.NOTHING: translate("self-test", "nothing"),
    }
    return words[ending]
