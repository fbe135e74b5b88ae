"""A professional trial's result, for the holder of a ticket."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.admission import facts_of
from kiosk.domain.programme import Trial
from kiosk.domain.records import Kind, Record
from kiosk.domain.trials import Outcome, TrialResult
from kiosk.domain.visitors import RosterTicket
from kiosk.operations.check_in import find_listed
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append
from kiosk.tickets.codec import read


class TrialRefused(Exception):
    """A result that cannot be written down as it was given. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at a trial station. `listed` is None for a ticket newer than the roster.

    `entered` tells whether an arrival of the ticket is known: a result without one is kept.
    """

    ticket: int
    heads: int
    listed: RosterTicket | None
    entered: bool


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One line of a trial's list: who, and the result that counts."""

    participant: Participant
    result: TrialResult


def find_participant(uow: UnitOfWork, text: str, *, typed: bool = False) -> Participant:
    """Whose ticket this is. Raises TrialRefused for a text that is nobody's here."""
    reading = read(text, uow.roster.ticket_keys(), typed=typed)
    listed = find_listed(uow.roster, reading)
    facts = facts_of(reading, listed)
    if facts is None:
        raise TrialRefused("No such ticket: scan it again, or send the visitor to the entrance.")
    binding = uow.binding()
    if binding is not None and facts.event != binding.event:
        raise TrialRefused("This ticket is for another event.")
    return _participant(uow, facts.number, facts.heads, listed)


def log_trial(
    uow: UnitOfWork,
    moment: Moment,
    participant: Participant,
    trial_id: str,
    outcome: Outcome,
    *,
    score: int | None = None,
    remark: str = "",
) -> Record:
    """Records a result. The latest one counts; the earlier ones stay in the journal.

    Raises TrialRefused for an unknown trial or a score outside 0 … the trial's maximum.
    """
    trial = uow.roster.trial(trial_id)
    if trial is None:
        known = ", ".join(t.trial_id for t in uow.roster.trials())
        raise TrialRefused(f"There is no trial {trial_id} on this site; there are: {known}.")
    _check_score(trial, score)
    data = TrialResult.data(
        participant.ticket, trial_id, outcome, heads=participant.heads, score=score
    )
    private = {"remark": remark} if remark else None
    return append(uow, moment, Kind.TRIAL_RESULT, data, private)


def trial_list(uow: UnitOfWork, trial_id: str) -> list[TrialLine]:
    """The results that count in a trial, the latest first."""
    return [
        TrialLine(
            _participant(uow, result.ticket, result.heads, uow.roster.ticket(result.ticket)),
            result,
        )
        for result in uow.attendance.results(trial_id)
    ]


def _participant(
    uow: UnitOfWork, ticket: int, heads: int, listed: RosterTicket | None
) -> Participant:
    entered = uow.attendance.history(ticket).presence.counted > 0
    return Participant(ticket, heads, listed, entered)


def _check_score(trial: Trial, score: int | None) -> None:
    if score is not None and not 0 <= score <= trial.max_score:
        raise TrialRefused(f"The score of this trial goes from 0 to {trial.max_score}.")
