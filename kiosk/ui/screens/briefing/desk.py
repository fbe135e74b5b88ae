"""What the briefing marks need of the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.records import Record
from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.operations.brief import Briefed, SlotBriefing


class BriefingDesk(Protocol):
    """Answered later on the thread of the window, like every call of the desk."""

    def briefings(self, done: Callable[[list[SlotBriefing]], None], failed: Failed) -> None:
        """The site's slots, each with whether it was briefed."""

    def brief(
        self, text: str, source: str, done: Callable[[Briefed], None], failed: Failed
    ) -> None:
        """Marks the holder of a scanned ticket, or their group."""

    def brief_slot(self, slot: int, done: Callable[[Briefed], None], failed: Failed) -> None: ...

    def undo(
        self, seq: int, reason: str, done: Callable[[Record], None], failed: Failed
    ) -> None: ...
