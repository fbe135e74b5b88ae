"""A professional trial's result, for the holder of a ticket."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.programme import Trial
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import WalkInTicket
from kiosk.domain.trials import Outcome, TrialResult
from kiosk.domain.visitors import RosterTicket
from kiosk.domain.walk_ins import WalkIn
from kiosk.operations.brief import is_briefed
from kiosk.operations.identify import history_of, identify
from kiosk.operations.place import own_site
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append


class TrialRefused(Exception):
    """A result that cannot be written down as it was given. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at a trial station. `listed` is None for a ticket newer than the roster.

    `entered` tells whether an arrival of the ticket is known: a result without one is kept.
    `briefed` tells whether they had the safety briefing, as far as is known.
    """

    ticket: int
    heads: int
    listed: RosterTicket | None
    entered: bool
    briefed: bool = True
    walk_in: WalkIn | None = None


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One line of a trial's list: who, and the result that counts."""

    participant: Participant
    result: TrialResult


def find_participant(uow: UnitOfWork, text: str, *, typed: bool = False) -> Participant:
    """Whose ticket or number this is. Raises TrialRefused for a text that is nobody's here.

    The number of a walk-in is taken before this kiosk has heard of them.
    """
    seen = identify(uow, text, typed=typed)
    if seen.facts is None and isinstance(seen.reading, WalkInTicket):
        briefed = is_briefed(uow, seen)
        return Participant(seen.reading.number, 1, None, entered=False, briefed=briefed)
    if seen.facts is None:
        raise TrialRefused("No such ticket: scan it again, or send the visitor to the entrance.")
    binding = uow.binding()
    if binding is not None and seen.facts.event != binding.event:
        raise TrialRefused("This ticket is for another event.")
    return Participant(
        ticket=seen.facts.number,
        heads=seen.facts.heads,
        listed=seen.listed,
        walk_in=seen.walk_in,
        entered=history_of(uow, seen).first is not None,
        briefed=is_briefed(uow, seen),
    )


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

    Raises TrialRefused for an unknown trial, for a score outside 0 … the trial's maximum, and for
    somebody who was not briefed where the site asks for it.
    """
    trial = trial_called(uow, trial_id)
    _check_score(trial, score)
    _check_briefing(uow, participant)
    data = TrialResult.data(
        participant.ticket, trial_id, outcome, heads=participant.heads, score=score
    )
    private = {"remark": remark} if remark else None
    return append(uow, moment, Kind.TRIAL_RESULT, data, private)


def trial_called(uow: UnitOfWork, trial_id: str) -> Trial:
    """A trial of the site. Raises TrialRefused, which names those there are."""
    trial = uow.roster.trial(trial_id)
    if trial is None:
        known = ", ".join(one.trial_id for one in uow.roster.trials()) or "none"
        raise TrialRefused(f"There is no trial {trial_id} on this site; there are: {known}.")
    return trial


def trial_list(uow: UnitOfWork, trial_id: str) -> list[TrialLine]:
    """The results that count in a trial, the latest first."""
    return [TrialLine(_participant(uow, r), r) for r in uow.attendance.results(trial_id)]


def _participant(uow: UnitOfWork, result: TrialResult) -> Participant:
    listed = uow.roster.ticket(result.ticket)
    party = listed.group if listed else 0
    history = uow.attendance.history(result.ticket, party or result.ticket)
    walk_in = next(iter(uow.attendance.walk_ins(result.ticket)), None)
    entered = history.first is not None
    return Participant(result.ticket, result.heads, listed, entered, walk_in=walk_in)


def _check_briefing(uow: UnitOfWork, participant: Participant) -> None:
    site = own_site(uow)
    if site is not None and site.policy.asks_briefing and not participant.briefed:
        raise TrialRefused("No safety briefing is marked: brief them first, then log the result.")


def _check_score(trial: Trial, score: int | None) -> None:
    if score is not None and not 0 <= score <= trial.max_score:
        raise TrialRefused(f"The score of this trial goes from 0 to {trial.max_score}.")
