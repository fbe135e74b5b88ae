"""Who works the kiosk now, and what they may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.names import short
from kiosk.domain.staff import ALL_RIGHTS, NOBODYS_RIGHTS, Right

if TYPE_CHECKING:
    from kiosk.operations.staff import Operator


_WORK_GOES_ON = frozenset({Right.GATE, Right.TRIALS})
"""What stays open when nobody has touched the kiosk for a while. A trial's scans must not become
entries."""


class Crew:
    """Told to all who show or ask it. Without a staff list there is one role, which may do all.

    `locked`: nobody touched the kiosk for a while, so that no more than the gate and the trials are
    open until somebody shows again who they are. A scan is never refused for it.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[], None]] = []
        self.listed = False
        self.operator: Operator | None = None
        self.locked = False

    @property
    def rights(self) -> frozenset[Right]:
        if not self.listed:
            return ALL_RIGHTS
        if self.operator is None:
            return NOBODYS_RIGHTS
        return self.operator.rights & _WORK_GOES_ON if self.locked else self.operator.rights

    @property
    def short_name(self) -> str:
        """«Анна К.», empty for nobody."""
        return short(self.operator.name) if self.operator else ""

    def may(self, right: Right) -> bool:
        return right in self.rights

    def may_undo(self, operator: str) -> bool:
        """Whether a record of this operator's id may be taken back: one's own always."""
        mine = self.operator.staff_id if self.operator else ""
        return operator == mine or self.may(Right.UNDO_OTHERS)

    def listen(self, listener: Callable[[], None]) -> None:
        """Calls the listener after every change."""
        self._listeners.append(listener)

    def has_list(self, listed: bool) -> None:  # noqa: FBT001 - a fact, passed on
        """Takes note of whether the site has a staff list."""
        if listed is not self.listed:
            self.listed = listed
            self._tell()

    def signed_in(self, operator: Operator | None) -> None:
        """Somebody, or nobody any more, works the kiosk from now on."""
        self.operator, self.locked = operator, False
        self._tell()

    def lock(self) -> None:
        """Nobody has touched the kiosk for a while."""
        if self.listed and not self.locked and self.rights - _WORK_GOES_ON:
            self.locked = True
            self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()
