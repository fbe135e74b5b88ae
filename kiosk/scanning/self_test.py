"""What a scan tells about its scanner, and what to change about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.devices import (
    Advice,
    DeviceKind,
    Ending,
    KeyFacts,
    Layout,
    ScanFacts,
    TextClass,
)
from kiosk.scanning.layouts import recover
from kiosk.tickets import short_code
from kiosk.tickets.codec import is_ticket_text, looks_like_ticket

SLOW_MS_PER_KEY = 20.0
"""A ticket's 122 keys then take two and a half seconds: a queue notices."""

_LATIN = re.compile("[a-z]", re.IGNORECASE | re.ASCII)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KeyPress:
    """A key as it came: the character of the present layout, and when, in milliseconds."""

    character: str
    shift: bool
    at: int


@dataclass(frozen=True, slots=True)
class KeyedScan:
    """A wedge's scan with the keys that it came as."""

    text: str
    presses: tuple[KeyPress, ...]
    ending: Ending


def facts_of(text: str, kind: DeviceKind, name: str, keyed: KeyedScan | None = None) -> ScanFacts:
    """The facts of a scan; `keyed` tells how its keys came, where it came as keys."""
    text = recover(text.strip())
    return ScanFacts(
        kind=kind,
        name=name,
        text_class=_class_of(text),
        length=len(text),
        broken=looks_like_ticket(text) and not is_ticket_text(text),
        garbled="\N{REPLACEMENT CHARACTER}" in text,
        keys=_key_facts(keyed) if keyed else None,
    )


def advise(facts: ScanFacts) -> tuple[Advice, ...]:
    """What to change about the scanner, the most pressing first; `FINE` alone where nothing."""
    return tuple(_advice(facts)) or (Advice.FINE,)


def _advice(facts: ScanFacts) -> Iterator[Advice]:
    if facts.broken:
        yield Advice.CUT_OFF
    if facts.garbled:
        yield Advice.GARBLED
    keys = facts.keys
    if keys is None:
        return
    if keys.layout is Layout.MIXED:
        yield Advice.MIXED_LAYOUT
    if keys.ms_per_key > SLOW_MS_PER_KEY:
        yield Advice.TOO_SLOW
    if keys.ending is Ending.NOTHING:
        yield Advice.SEND_ENTER
    if keys.caps_lock:
        yield Advice.CAPS_LOCK
    if keys.layout is Layout.CYRILLIC:
        yield Advice.CYRILLIC


def _class_of(text: str) -> TextClass:
    if is_ticket_text(text):
        return TextClass.TICKET
    if short_code.is_valid(short_code.normalise(text)):
        return TextClass.SHORT_CODE
    return TextClass.OTHER


def _key_facts(keyed: KeyedScan) -> KeyFacts:
    presses = keyed.presses
    elapsed = presses[-1].at - presses[0].at if presses else 0
    return KeyFacts(
        keys=len(presses),
        layout=_layout_of("".join(press.character for press in presses)),
        caps_lock=_has_caps_lock(presses),
        ending=keyed.ending,
        ms_per_key=elapsed / max(len(presses) - 1, 1),
    )


def _layout_of(text: str) -> Layout:
    latin, cyrillic = bool(_LATIN.search(text)), bool(_CYRILLIC.search(text))
    if latin and cyrillic:
        return Layout.MIXED
    if latin:
        return Layout.LATIN
    return Layout.CYRILLIC if cyrillic else Layout.NO_LETTERS


def _has_caps_lock(presses: Sequence[KeyPress]) -> bool:
    """Whether most letters came in the case that Shift alone does not explain."""
    letters = [press for press in presses if press.character.isalpha()]
    turned = sum(press.character.isupper() != press.shift for press in letters)
    return turned * 2 > len(letters)
