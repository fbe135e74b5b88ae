"""What the search needs of the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn
    from kiosk.operations.search import Found


class SearchDesk(Protocol):
    """Answered later on the thread of the window, like every call of the desk."""

    def search(self, text: str, done: Callable[[list[Found]], None], failed: Failed) -> None: ...

    def check_in_listed(
        self, ticket: int, who: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        """Answers for a ticket that was found by the name of `who`, a visitor's id or empty."""
