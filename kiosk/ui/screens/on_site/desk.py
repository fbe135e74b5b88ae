"""What the count of those on the site needs of the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.domain.on_site import OnSite


class OnSiteDesk(Protocol):
    """Answered later on the thread of the window, like every call of the desk."""

    def on_site(self, done: Callable[[OnSite], None], failed: Failed) -> None: ...

    def print_on_site(self, found: OnSite, done: Callable[[str], None], failed: Failed) -> None:
        """Prints the evacuation list; answers with a sentence that says how it went."""
