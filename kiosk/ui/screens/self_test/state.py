"""What the self-test shows, as facts: no translated word, no colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.devices import (
    Advice,
    DeviceChoice,
    DeviceKind,
    DeviceSettings,
    DeviceState,
    Link,
    Purpose,
    ScanFacts,
)


class Scanners(Protocol):
    """The kiosk's scanners, as far as the self-test works with them."""

    @property
    def settings(self) -> DeviceSettings: ...

    @property
    def states(self) -> tuple[DeviceState, ...]: ...

    def apply(self, settings: DeviceSettings) -> None: ...

    def cameras(self) -> Sequence[DeviceChoice]: ...

    def ports(self) -> Sequence[DeviceChoice]: ...


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A scanner in use. `scanned_at` is a time, or empty before its first scan."""

    kind: DeviceKind
    name: str
    link: Link
    purpose: Purpose
    scanned_at: str


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A port or a camera that can be switched on, or is."""

    id: str
    name: str
    on: bool


@dataclass(frozen=True, slots=True)
class SelfTestState:
    """The scanners, the latest scan while the screen is open, and what there is to choose from."""

    devices: tuple[DeviceRow, ...] = ()
    scan: ScanFacts | None = None
    advice: tuple[Advice, ...] = ()
    ports: tuple[ChoiceRow, ...] = ()
    cameras: tuple[ChoiceRow, ...] = ()

    @property
    def sees(self) -> bool:
        """Whether there is a camera in use, so that there is a preview."""
        return any(camera.on for camera in self.cameras)


def choice_rows(found: Sequence[DeviceChoice], used: Sequence[str]) -> tuple[ChoiceRow, ...]:
    """What was found, and what is in use though it was not: an unplugged one can be let go."""
    known = {choice.id for choice in found}
    gone = [DeviceChoice(used_id, "") for used_id in used if used_id not in known]
    return tuple(ChoiceRow(choice.id, choice.name, choice.id in used) for choice in (*found, *gone))
