"""What is done at a trial's station."""

from __future__ import annotations

from functools import partial

from kiosk.desk.lanes import Done, Lanes
from kiosk.domain.devices import Source
from kiosk.domain.programme import Trial
from kiosk.domain.records import Record
from kiosk.domain.trials import Outcome
from kiosk.operations.log_trial import (
    Participant,
    TrialLine,
    find_participant,
    log_trial,
    trial_list,
)
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.scanning.scan import scan_of
from kiosk.ui.desk import Failed


class TrialsDesk:
    """The trials' calls."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    def trials(self, done: Done[list[Trial]], failed: Failed) -> None:
        self._lanes.read(lambda uow: uow.roster.trials(), done, failed)

    def trial_list(self, trial_id: str, done: Done[list[TrialLine]], failed: Failed) -> None:
        self._lanes.read(lambda uow: trial_list(uow, trial_id), done, failed)

    def find_participant(
        self, text: str, source: str, done: Done[Participant], failed: Failed
    ) -> None:
        scanned = scan_of(text, Source(source))
        job = partial(find_participant, text=scanned.text, typed=scanned.typed)
        self._lanes.read(job, done, failed)

    def log_trial(
        self,
        participant: Participant,
        trial_id: str,
        outcome: Outcome,
        done: Done[Record],
        failed: Failed,
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> Record:
            return log_trial(uow, moment, participant, trial_id, outcome)

        self._lanes.write(job, done, failed)
