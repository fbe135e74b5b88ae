"""The part of the screens' port that practice needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.domain.practice import Practised
    from kiosk.operations.practise import Progress


class PracticeDesk(Protocol):
    """Rounds of practice in the practice folder; who ended one is kept on the kiosk of the day."""

    def begin_practice(self, done: Callable[[Progress], None], failed: Failed) -> None: ...

    def practice_progress(self, done: Callable[[Progress], None], failed: Failed) -> None: ...

    def note_practised(
        self, name: str, score: int, done: Callable[[Practised], None], failed: Failed
    ) -> None: ...
