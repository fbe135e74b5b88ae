"""What the trials, the closing page and the first start ask of the desk, and how it answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.programme import Trial
from kiosk.domain.records import Record
from kiosk.domain.trials import Outcome

if TYPE_CHECKING:
    from kiosk.operations.close_site import Closing
    from kiosk.operations.end_day import DayEnd
    from kiosk.operations.log_trial import Participant, TrialLine
    from kiosk.operations.overview import Overview
    from kiosk.operations.ports import Binding

Failed = Callable[[Exception], None]
"""Told what went wrong: the error that the operation raised."""


class Desk(Protocol):
    """What the screens without a port of their own ask for; `WholeDesk` adds the others' ports.

    Each call returns at once and is answered later on the thread of the window: by `done` with the
    operation's own result once it is durable, or by `failed` with the error that it raised. Answers
    of one kind of call come in the order of the calls.
    """

    def overview(self, done: Callable[[Overview], None], failed: Failed) -> None: ...

    def trials(self, done: Callable[[list[Trial]], None], failed: Failed) -> None: ...

    def trial_list(
        self, trial_id: str, done: Callable[[list[TrialLine]], None], failed: Failed
    ) -> None: ...

    def find_participant(
        self, text: str, source: str, done: Callable[[Participant], None], failed: Failed
    ) -> None: ...

    def log_trial(
        self,
        participant: Participant,
        trial_id: str,
        outcome: Outcome,
        done: Callable[[Record], None],
        failed: Failed,
    ) -> None: ...

    def end_day(self, done: Callable[[DayEnd], None], failed: Failed) -> None: ...

    def look_at_closing(self, done: Callable[[Closing], None], failed: Failed) -> None: ...

    def close_site(self, done: Callable[[Closing], None], failed: Failed) -> None: ...

    def excuse_device(
        self, device_id: str, reason: str, done: Callable[[Record], None], failed: Failed
    ) -> None: ...

    def save_proof(self, path: Path, done: Callable[[Path], None], failed: Failed) -> None:
        """Writes the proof file of the closed site."""

    def enrol(self, url_or_code: str, done: Callable[[Binding], None], failed: Failed) -> None: ...

    def start_practice(self, done: Callable[[None], None], failed: Failed) -> None:
        """Opens practice instead of this window."""

    def start_demo(self, done: Callable[[None], None], failed: Failed) -> None:
        """Makes a demo world and opens it in this window."""
