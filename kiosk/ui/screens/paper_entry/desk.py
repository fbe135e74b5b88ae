"""What entering from paper needs of the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.records import Record
from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn
    from kiosk.operations.search import Found


class PaperDesk(Protocol):
    """Answered later on the thread of the window, like every call of the desk."""

    def search(self, text: str, done: Callable[[list[Found]], None], failed: Failed) -> None: ...

    def find_on_list(
        self, text: str, source: str, done: Callable[[Found], None], failed: Failed
    ) -> None:
        """Whose ticket a scanned text or a typed code is, as far as the list knows."""

    def enter_from_paper(
        self,
        ticket: int,
        *,
        heads: int,
        adults: int,
        minute: int,
        done: Callable[[CheckIn], None],
        failed: Failed,
    ) -> None:
        """Records an arrival at a minute of this day on the site's clock."""

    def undo(
        self, seq: int, reason: str, done: Callable[[Record], None], failed: Failed
    ) -> None: ...
