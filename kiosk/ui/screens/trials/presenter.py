"""The trial station's behaviour: a trial is chosen, scans add people, a press records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.domain.programme import Trial, hhmm
from kiosk.domain.records import Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome
from kiosk.domain.visitors import Group
from kiosk.ui.desk import Desk
from kiosk.ui.failure import Failure, failure_of
from kiosk.ui.holder import Holder
from kiosk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.operations.log_trial import Participant, TrialLine


@dataclass(frozen=True, slots=True)
class TrialChoice:
    """One trial of the site."""

    trial_id: str
    okso: str
    title: str
    profession: str
    level: str
    start: str
    places: int

    @classmethod
    def of(cls, trial: Trial) -> TrialChoice:
        return cls(
            trial.trial_id,
            trial.okso,
            trial.title,
            trial.profession,
            trial.level,
            hhmm(trial.start),
            trial.places,
        )


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One person or group in the list. `outcome` is durable; `saving` is on its way there.

    `cancelled` tells of the ticket, as far as the list knows: a result is kept all the same.
    """

    ticket: int
    holder: Holder
    entered: bool
    cancelled: bool = False
    outcome: Outcome | None = None
    at: str = ""
    saving: Outcome | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class TrialsState:
    """The trial station. `trial` is None while one is being chosen from `choices`.

    `refused` tells why the last scan added nobody. `unattended`: nobody has touched the kiosk for
    a while, so that full names are not for whoever walks past.
    """

    choices: tuple[TrialChoice, ...] = ()
    trial: TrialChoice | None = None
    rows: tuple[TrialRow, ...] = ()
    refused: Failure | None = None
    unattended: bool = False

    @property
    def saved(self) -> int:
        """How many results are durable."""
        return sum(row.outcome is not None for row in self.rows)

    @property
    def heads(self) -> int:
        """People in the list, a group's each counted."""
        return sum(row.holder.heads for row in self.rows)

    @property
    def not_entered(self) -> int:
        """People without an entry, a group's each counted."""
        return sum(row.holder.heads for row in self.rows if not row.entered)

    @property
    def overfull(self) -> bool:
        """Whether there are more people than places."""
        return self.trial is not None and self.heads > self.trial.places


class TrialsPresenter:
    """Keeps the list of the chosen trial: those scanned here, then those with a result."""

    def __init__(
        self, desk: Desk, surroundings: Surroundings, show: Callable[[TrialsState], None]
    ) -> None:
        self._desk = desk
        self._surroundings = surroundings
        self._show = show
        self._people: dict[int, Participant] = {}
        self._left: dict[str, tuple[TrialRow, ...]] = {}
        self.state = TrialsState()

    def open(self) -> None:
        """Reads the site's trials and, if one is chosen, its list."""
        self.attend()
        self._desk.trials(self._take_trials, self._refuse)
        if self.state.trial is not None:
            self._read_list(self.state.trial)

    def choose(self, trial_id: str) -> None:
        trial = next(t for t in self.state.choices if t.trial_id == trial_id)
        self._leave()
        self._put(trial=trial, rows=self._left.pop(trial_id, ()), refused=None)
        self._read_list(trial)

    def choose_another(self) -> None:
        """The list that is left is kept: who was scanned and has no result is in no journal."""
        self._leave()
        self._put(trial=None, rows=(), refused=None)

    def leave_alone(self) -> None:
        """Nobody looks after the screen."""
        self._put(unattended=True)

    def attend(self) -> None:
        """Somebody is there again."""
        if self.state.unattended:
            self._put(unattended=False)

    def scan(self, text: str, source: str) -> None:
        """Adds the holder of a ticket to the chosen trial's list."""
        if self.state.trial is not None:
            add = partial(self._add, self.state.trial)
            self._desk.find_participant(text, source, add, self._refuse)

    def press(self, ticket: int, outcome: Outcome) -> None:
        """Records an outcome at once; pressing the one that stands records nothing."""
        trial, row = self.state.trial, self._row(ticket)
        if trial is None or row is None or row.saving is not None or row.outcome is outcome:
            return
        self._change(trial, ticket, saving=outcome, failure=None)
        self._desk.log_trial(
            self._people[ticket],
            trial.trial_id,
            outcome,
            partial(self._saved, trial, ticket, outcome),
            partial(self._not_saved, trial, ticket),
        )

    def _leave(self) -> None:
        if self.state.trial is not None:
            self._left[self.state.trial.trial_id] = self.state.rows

    def _take_trials(self, trials: list[Trial]) -> None:
        self._put(choices=tuple(TrialChoice.of(trial) for trial in trials))

    def _read_list(self, trial: TrialChoice) -> None:
        take = partial(self._take_list, trial)
        self._desk.trial_list(trial.trial_id, take, self._refuse)

    def _take_list(self, trial: TrialChoice, lines: list[TrialLine]) -> None:
        if trial != self.state.trial:
            return
        listed = {line.participant.ticket for line in lines}
        waiting = [row for row in self.state.rows if row.ticket not in listed]
        for line in lines:
            self._people[line.participant.ticket] = line.participant
        self._put(rows=(*waiting, *(self._line(line) for line in lines)))

    def _line(self, line: TrialLine) -> TrialRow:
        row, result = _row_of(line.participant), line.result
        return replace(row, outcome=result.outcome, at=self._clock(result.recorded_at))

    def _add(self, trial: TrialChoice, person: Participant) -> None:
        if trial != self.state.trial:
            return
        self._people[person.ticket] = person
        known = self._row(person.ticket) or _row_of(person)
        others = (row for row in self.state.rows if row.ticket != person.ticket)
        row = replace(known, entered=person.entered, cancelled=_is_cancelled(person))
        self._put(rows=(row, *others), refused=None)

    def _saved(self, trial: TrialChoice, ticket: int, outcome: Outcome, record: Record) -> None:
        at = self._clock(record.recorded_at)
        self._change(trial, ticket, saving=None, outcome=outcome, at=at)
        self._surroundings.refresh()

    def _not_saved(self, trial: TrialChoice, ticket: int, error: Exception) -> None:
        self._change(trial, ticket, saving=None, failure=failure_of(error))

    def _refuse(self, error: Exception) -> None:
        self._put(refused=failure_of(error))

    def _row(self, ticket: int) -> TrialRow | None:
        return next((row for row in self.state.rows if row.ticket == ticket), None)

    def _change(self, trial: TrialChoice, ticket: int, **changes: Any) -> None:
        """Changes a row of the list that is shown, or of one that was left meanwhile."""
        shown = self.state.trial is not None and self.state.trial.trial_id == trial.trial_id
        rows = self.state.rows if shown else self._left.get(trial.trial_id, ())
        changed = tuple(replace(r, **changes) if r.ticket == ticket else r for r in rows)
        if shown:
            self._put(rows=changed)
        else:
            self._left[trial.trial_id] = changed

    def _clock(self, at_ms: int) -> str:
        overview = self._surroundings.overview
        site = overview.site if overview else None
        return site.local(at_ms).strftime("%H:%M") if site else ""

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)


def _row_of(person: Participant) -> TrialRow:
    group = person.heads > 1 or (person.listed and isinstance(person.listed.holder, Group))
    kind = TicketKind.GROUP if group else TicketKind.GUEST
    holder = Holder.of(kind, person.heads, person.listed)
    return TrialRow(person.ticket, holder, person.entered, _is_cancelled(person))


def _is_cancelled(person: Participant) -> bool:
    return person.listed is not None and person.listed.cancelled
