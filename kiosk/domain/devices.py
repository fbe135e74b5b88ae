"""Scanners as the rest of the kiosk knows them: which there are, how they do, what they sent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DeviceKind(StrEnum):
    """How a scanner is connected."""

    WEDGE = "wedge"
    """It types like a keyboard. Nobody can tell whether one is plugged in until it scans."""
    SERIAL = "serial"
    CAMERA = "camera"


class Source(StrEnum):
    """Where a scan came from: a scanner, or else a file or a person."""

    WEDGE = DeviceKind.WEDGE.value
    SERIAL = DeviceKind.SERIAL.value
    CAMERA = DeviceKind.CAMERA.value
    IMAGE = "image"
    TYPED = "typed"
    """A person typed it."""
    CLI = "cli"


class Purpose(StrEnum):
    """What a scan of this device means: a second scanner may stand at the exit."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class Link(StrEnum):
    """Whether a device can be used now. All but CONNECTED are tried again by themselves."""

    CONNECTED = "connected"
    MISSING = "missing"
    """Not plugged in so far."""
    LOST = "lost"
    """It worked, and is gone or silent."""
    REFUSED = "refused"
    """The system does not let the kiosk use it, or another program has it."""
    FAILED = "failed"
    """It is there and does not work."""


@dataclass(frozen=True, slots=True)
class DeviceState:
    """A device now. `name` is empty for a wedge; `last_scan_at` is UTC milliseconds."""

    kind: DeviceKind
    name: str
    link: Link
    purpose: Purpose
    last_scan_at: int | None = None


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """A device that could be switched on. `id` is for the settings, `name` for people."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SerialSettings:
    """A serial scanner: the system's name of its port (or a path to it), and bits a second."""

    port: str
    baud: int = 9600
    purpose: Purpose = Purpose.ARRIVAL


@dataclass(frozen=True, slots=True)
class CameraSettings:
    """The camera to use, by the id that the system knows it by."""

    id: str
    purpose: Purpose = Purpose.ARRIVAL


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """The scanners of a kiosk. Keyboard wedges always work."""

    wedge: Purpose = Purpose.ARRIVAL
    serial: tuple[SerialSettings, ...] = ()
    camera: CameraSettings | None = None


class TextClass(StrEnum):
    """What a text is by its shape; whether it is genuine is not looked at."""

    TICKET = "ticket"
    SHORT_CODE = "short_code"
    OTHER = "other"


class Layout(StrEnum):
    """The alphabet that a wedge's keys came out in."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    MIXED = "mixed"
    NO_LETTERS = "no_letters"


class Ending(StrEnum):
    """The key that a wedge sent after the code."""

    ENTER = "enter"
    TAB = "tab"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """How a wedge's keys came: how many, in which layout, how they ended, milliseconds a key."""

    keys: int
    layout: Layout
    caps_lock: bool
    ending: Ending
    ms_per_key: float


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """The latest scan without its text, which belongs to a visitor.

    `garbled`: bytes came that are no text. `broken`: it begins as a ticket and is no whole one.
    """

    kind: DeviceKind
    name: str
    text_class: TextClass
    length: int
    broken: bool = False
    garbled: bool = False
    keys: KeyFacts | None = None


class Advice(StrEnum):
    """What to change about a scanner, the most pressing first."""

    CUT_OFF = "cut_off"
    """Keys or bytes get lost on the way."""
    GARBLED = "garbled"
    """The baud rate or the encoding is wrong."""
    MIXED_LAYOUT = "mixed_layout"
    """The layout was switched in the middle of a scan."""
    TOO_SLOW = "too_slow"
    SEND_ENTER = "send_enter"
    CAPS_LOCK = "caps_lock"
    """Tickets work; other systems' codes may come in the wrong case."""
    CYRILLIC = "cyrillic"
    """It types Cyrillic, and works."""
    FINE = "fine"
