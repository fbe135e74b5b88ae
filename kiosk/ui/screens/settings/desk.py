"""The part of the screens' port that the settings need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kiosk.ui.desk import Failed
from kiosk.ui.screens.settings.state import Choices, Found
from kiosk.ui.tone import Tone


class SettingsDesk(Protocol):
    """Reads the settings from where they are kept, and keeps them there."""

    def settings(self, done: Callable[[Found], None], failed: Failed) -> None: ...

    def save_settings(
        self, before: Choices, after: Choices, done: Callable[[None], None], failed: Failed
    ) -> None:
        """Keeps what differs; it holds for whatever is recorded next."""


class Speaker(Protocol):
    """The kiosk's sounds."""

    def set_on(self, on: bool) -> None: ...  # noqa: FBT001 - as the sounds have it
    def set_volume(self, volume: int) -> None: ...
    def play(self, tone: Tone) -> None: ...
