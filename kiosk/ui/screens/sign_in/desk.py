"""The part of the screens' port that signing in needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.operations.sign_in import SignIn
    from kiosk.operations.staff import Operator


class SignInDesk(Protocol):
    """Signing in. A wrong PIN is an answer, not a failure."""

    def staff(self, done: Callable[[list[Operator]], None], failed: Failed) -> None:
        """Everybody who may sign in, by name."""

    def sign_in(
        self, staff_id: str, pin: str, done: Callable[[SignIn], None], failed: Failed
    ) -> None: ...

    def sign_in_by_badge(
        self, text: str, done: Callable[[SignIn], None], failed: Failed
    ) -> None: ...

    def sign_in_by_recovery_code(
        self, code: str, done: Callable[[SignIn], None], failed: Failed
    ) -> None: ...

    def make_recovery_code(self, done: Callable[[str], None], failed: Failed) -> None:
        """A new recovery code, to be shown once."""
