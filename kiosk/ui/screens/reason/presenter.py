"""Choosing the reason why somebody is let in whom a rule refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.domain.admission import VerdictName
from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn

Again = Callable[[], None]
"""Tries once more what could not be recorded."""


class Reason(StrEnum):
    """The reasons that are ready, as the record holds them in every language of the window."""

    WITH_OTHERS = "came together with a group of this site"
    TOO_FAR = "too late to reach the other site"
    CLOSED_THERE = "the other site does not receive today"
    LIST_WRONG = "the ticket or the list is mistaken"
    CLEARED = "cleared just now"
    MANAGER = "the site manager's decision"


REASONS = {
    VerdictName.WRONG_SITE: (
        Reason.WITH_OTHERS,
        Reason.TOO_FAR,
        Reason.CLOSED_THERE,
        Reason.MANAGER,
    ),
    VerdictName.WRONG_DAY: (Reason.WITH_OTHERS, Reason.LIST_WRONG, Reason.MANAGER),
    VerdictName.WRONG_TIME: (Reason.WITH_OTHERS, Reason.LIST_WRONG, Reason.MANAGER),
    VerdictName.CANCELLED: (Reason.LIST_WRONG, Reason.MANAGER),
    VerdictName.NOT_CLEARED: (Reason.CLEARED, Reason.MANAGER),
}
"""The ready reasons of each refusal that may be overruled."""

MOST_REASONS = max(map(len, REASONS.values()))
OTHER_KEY = "0"


class ReasonDesk(Protocol):
    """What the reasons need of the desk; answered later on the thread of the window."""

    def admit_anyway(
        self, refused: CheckIn, reason: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class ReasonState:
    """What is overruled. `expected_at` is the site that a ticket for another one names.

    `reasons` are chosen by their place, from 1. With `writing` a reason of one's own is typed.
    """

    refusal: VerdictName = VerdictName.WRONG_SITE
    expected_at: str = ""
    reasons: tuple[Reason, ...] = ()
    writing: bool = False
    text: str = ""


class ReasonPresenter:
    """One key or touch lets somebody in; `admitted` is told the answer."""

    def __init__(
        self,
        desk: ReasonDesk,
        show: Callable[[ReasonState], None],
        *,
        admitted: Callable[[CheckIn], None],
        not_recorded: Callable[[Exception, Again], None],
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._admitted = admitted
        self._not_recorded = not_recorded
        self._left = left
        self._refused: CheckIn | None = None
        self._busy = False
        self.state = ReasonState()

    def open(self, refused: CheckIn) -> None:
        """Asks why the holder of a refused ticket is let in."""
        self._refused = refused
        refusal, site = refused.verdict.name, refused.seen.site
        elsewhere = refusal is VerdictName.WRONG_SITE and site is not None
        expected_at = site.name if elsewhere and site else ""
        self._begin(ReasonState(refusal, expected_at, REASONS.get(refusal, ())))

    def key(self, key: str) -> None:
        """A digit chooses a reason; the last one opens the field for another."""
        if self.state.writing:
            return
        if key == OTHER_KEY:
            self._put(writing=True)
        elif key.isdecimal() and int(key) <= len(self.state.reasons):
            self._admit(self.state.reasons[int(key) - 1].value)

    def set_text(self, text: str) -> None:
        self._put(text=text)

    def enter(self) -> None:
        """Sends the reason that was typed."""
        if self.state.writing and self.state.text.strip():
            self._admit(self.state.text.strip())

    def close(self) -> None:
        """From the field to the reasons, or back to the refusal; nobody is let in."""
        if self.state.writing:
            self._put(writing=False, text="")
        else:
            self._left()

    def _admit(self, reason: str) -> None:
        if self._refused is None or self._busy:
            return
        self._busy = True
        failed = partial(self._fail, partial(self._admit, reason))
        self._desk.admit_anyway(self._refused, reason, self._answer, failed)

    def _answer(self, checked: CheckIn) -> None:
        self._busy, self._refused = False, None
        self._begin(ReasonState())
        self._admitted(checked)

    def _fail(self, again: Again, error: Exception) -> None:
        self._busy = False
        self._not_recorded(error, again)

    def _begin(self, state: ReasonState) -> None:
        self.state = state
        self._show(state)

    def _put(self, **changes: Any) -> None:
        self._begin(replace(self.state, **changes))
