"""What the gate asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.records import Record
from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn

    Checked = Callable[[CheckIn], None]
    Written = Callable[[Record], None]


class GateDesk(Protocol):
    """Answered later on the thread of the window, like every call of the desk."""

    def check_in(self, text: str, source: str, done: Checked, failed: Failed) -> None:
        """Answers a scan. `Source.TYPED` tells that a person typed the text."""

    def depart(self, text: str, source: str, done: Checked, failed: Failed) -> None:
        """Answers a scan at the way out."""

    def undo(self, seq: int, reason: str, done: Written, failed: Failed) -> None: ...
    def let_back_in(self, repeated: CheckIn, done: Written, failed: Failed) -> None: ...
    def report_copy(self, repeated: CheckIn, done: Written, failed: Failed) -> None: ...
    def came_with_group(self, repeated: CheckIn, done: Written, failed: Failed) -> None: ...
    def came_apart(self, repeated: CheckIn, done: Checked, failed: Failed) -> None: ...
