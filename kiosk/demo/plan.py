"""The played day, as data: who scans which ticket where and when, and how the trials end.

The day is a function of its seed and its tickets. What the program ought to count after it was
played can be computed from the plan alone (`expected`), so a played day checks the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Literal

from kiosk.demo.shares import part, some
from kiosk.domain.programme import Trial
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome

MINUTE = 60_000
"""Milliseconds."""

NO_SHOWS = 0.12
IN_RUSH = 0.7
SECOND_SCANS = 0.03
OTHER_SITE = 0.01
CANCELLED = 0.01
IN_TRIALS = 0.55
TRIALS_COMPLETED = 0.85
TRIALS_SCORED = 0.5
DOUBLE_ENTRIES = (2, 3)
OFFLINE_KIOSK = 1
"""Double entries happen between kiosk 0 and this one, which hears of nobody until the evening."""
DOORS_OPEN, DOORS_CLOSE = 9 * 60 + 10, 12 * 60 + 30
RUSH_FROM, RUSH_TO = 9 * 60 + 40, 10 * 60 + 20
"""Minutes of the local day: the doors, and the rush in which most arrive."""

Status = Literal["valid", "cancelled", "late", "foreign"]
"""`late`: issued after the roster was loaded; `foreign`: signed with a key that nobody knows."""


@dataclass(frozen=True, slots=True)
class IssuedTicket:
    """A ticket as it was handed out. `here`: it is for the kiosks' own site.

    `group_size` is 0 for a person's ticket; `slot_start` is a minute of the local day. A ticket
    `of_member` is a second one beside the group's; the played day leaves it alone.
    """

    text: str
    code: str
    number: int
    kind: TicketKind
    site: int
    here: bool
    status: Status
    holder_name: str
    group_size: int
    slot_start: int
    of_member: bool = False

    @property
    def heads(self) -> int:
        """How many people the ticket stands for."""
        return self.group_size if self.kind is TicketKind.GROUP else 1

    @property
    def is_expected(self) -> bool:
        """Whether its heads are on the site's list, and nobody else's ticket stands for them."""
        return self.here and self.status != "foreign" and not self.of_member

    @property
    def admits(self) -> bool:
        """Whether a kiosk of this site lets its holder in."""
        return self.here and self.status in ("valid", "late")


@dataclass(frozen=True, slots=True)
class ScanTicket:
    """A ticket is held before the scanner. `ticket_index` counts in the list of tickets."""

    ticket_index: int


@dataclass(frozen=True, slots=True)
class RecordTrial:
    """An instructor notes how a ticket's holder, one person or a whole group, did in a trial."""

    ticket_index: int
    trial_id: str
    outcome: Outcome
    score: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens: at a true time, in ms since local midnight, at the kiosk 0, 1, …"""

    at: int
    kiosk: int
    action: ScanTicket | RecordTrial


@dataclass(frozen=True, slots=True)
class Expected:
    """What the program ought to count after the day, in the words of its own totals.

    `visitors` are the heads of all genuine tickets of this site, cancelled ones included;
    `arrivals` heads of all arrival records, double entries included; `unique_visitors` heads
    counted once; the rest are counts of records, of tickets for `double_entries`.
    """

    visitors: int
    arrivals: int
    unique_visitors: int
    refusals: int
    second_scans: int
    double_entries: int
    trials_completed: int
    trials_not_completed: int


def plan_day(
    tickets: Sequence[IssuedTicket],
    *,
    kiosks: int,
    seed: int,
    trials: Sequence[Trial],
) -> tuple[Step, ...]:
    """Plans the day of one site with `kiosks` kiosks (at least one), sorted by true time."""
    rng = Random(f"{seed}/day")  # noqa: S311 - an invented day, not a secret
    day = _Day(tickets, kiosks, rng)
    arrivals = day.arrivals()
    again = day.second_scans(arrivals)
    scanned_twice = {step.action for step in again}
    once = [step for step in arrivals if step.action not in scanned_twice]
    steps = [*arrivals, *again, *day.double_entries(once), *day.refusals(len(arrivals))]
    steps += day.trial_results(arrivals, trials)
    return tuple(_by_time(steps))


def expected(plan: Iterable[Step], tickets: Sequence[IssuedTicket]) -> Expected:
    """Counts what a plan must lead to when every kiosk knows of its own arrivals only."""
    entries: set[tuple[int, int]] = set()
    refusals = second_scans = 0
    outcomes: dict[tuple[int, str], Outcome] = {}
    for step in plan:
        index = step.action.ticket_index
        if isinstance(step.action, RecordTrial):
            outcomes[index, step.action.trial_id] = step.action.outcome
        elif not tickets[index].admits:
            refusals += 1
        elif (step.kiosk, index) in entries:
            second_scans += 1
        else:
            entries.add((step.kiosk, index))
    unique = {index for _, index in entries}
    completed = sum(outcome is Outcome.COMPLETED for outcome in outcomes.values())
    return Expected(
        visitors=sum(t.heads for t in tickets if t.is_expected),
        arrivals=sum(tickets[index].heads for _, index in entries),
        unique_visitors=sum(tickets[index].heads for index in unique),
        refusals=refusals,
        second_scans=second_scans,
        double_entries=len(entries) - len(unique),
        trials_completed=completed,
        trials_not_completed=len(outcomes) - completed,
    )


def _by_time(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: (step.at, step.kiosk))


class _Day:
    """The day's parts, each drawn from one source of chance."""

    def __init__(self, tickets: Sequence[IssuedTicket], kiosks: int, rng: Random) -> None:
        self._tickets = tickets
        self._kiosks = kiosks
        self._rng = rng

    def arrivals(self) -> list[Step]:
        """The first scan of everybody who comes and is let in, by time.

        Late tickets were asked for this very morning, so their holders come.
        """
        here = [(i, t) for i, t in enumerate(self._tickets) if t.here and not t.of_member]
        valid = [i for i, t in here if t.status == "valid"]
        late = [i for i, t in here if t.status == "late"]
        absent = set(part(valid, NO_SHOWS, self._heads, self._rng))
        coming = [index for index in valid if index not in absent] + late
        rush = part(coming, IN_RUSH, self._heads, self._rng)
        calm = sorted(set(coming) - set(rush))
        return _by_time([*self._scans(rush, self._rush_time), *self._scans(calm, self._calm_time)])

    def second_scans(self, arrivals: Sequence[Step]) -> list[Step]:
        """Some come to the same kiosk again: minutes later, and after somebody else's scan."""
        followed = [pair for queue in self._queues(arrivals) for pair in pairwise(queue)]
        return [
            Step(
                max(first.at + self._minutes(2, 15), following.at + MINUTE // 4),
                first.kiosk,
                first.action,
            )
            for first, following in some(followed, SECOND_SCANS * len(arrivals), self._rng)
        ]

    def double_entries(self, once: Sequence[Step]) -> list[Step]:
        """A few people are let in again by the kiosk that could not hear of their arrival."""
        if self._kiosks <= OFFLINE_KIOSK:
            return []
        alone = [
            step for step in once if step.kiosk == 0 and self._heads(step.action.ticket_index) == 1
        ]
        return [
            Step(step.at + self._minutes(4, 30), OFFLINE_KIOSK, step.action)
            for step in some(alone, self._rng.randint(*DOUBLE_ENTRIES), self._rng)
        ]

    def refusals(self, arrivals: int) -> list[Step]:
        """The scans of those who are not let in, for so many `arrivals` who are."""
        tickets = list(enumerate(self._tickets))
        astray = [i for i, t in tickets if not t.here and t.status == "valid"]
        cancelled = [i for i, t in tickets if t.here and t.status == "cancelled"]
        foreign = [i for i, t in tickets if t.status == "foreign"]
        refused = [
            *some(astray, OTHER_SITE * arrivals, self._rng),
            *some(cancelled, CANCELLED * arrivals, self._rng),
            *foreign,
        ]
        return self._scans(refused, self._any_time)

    def trial_results(self, arrivals: Sequence[Step], trials: Sequence[Trial]) -> list[Step]:
        """Results of more than half of those who came, at the kiosks in turn."""
        doing = some(arrivals, IN_TRIALS * len(arrivals), self._rng) if trials else []
        done = set(some(doing, TRIALS_COMPLETED * len(doing), self._rng))
        ends = sorted(((s.at + self._minutes(40, 240), s) for s in doing), key=lambda end: end[0])
        return [
            Step(at, turn % self._kiosks, self._trial_result(step, trials, completed=step in done))
            for turn, (at, step) in enumerate(ends)
        ]

    def _trial_result(
        self, arrival: Step, trials: Sequence[Trial], *, completed: bool
    ) -> RecordTrial:
        trial = self._rng.choice(trials)
        scored = completed and self._rng.random() < TRIALS_SCORED
        return RecordTrial(
            arrival.action.ticket_index,
            trial.trial_id,
            Outcome.COMPLETED if completed else Outcome.NOT_COMPLETED,
            self._rng.randint(trial.max_score * 2 // 5, trial.max_score) if scored else None,
        )

    def _scans(self, indexes: Sequence[int], draw: Callable[[], int]) -> list[Step]:
        """One scan a ticket at drawn times; the earlier the slot, the earlier its holder comes."""
        order = self._rng.sample(indexes, len(indexes))
        order.sort(key=lambda index: self._tickets[index].slot_start)
        times = sorted(draw() for _ in order)
        return [
            Step(at, self._rng.randrange(self._kiosks), ScanTicket(index))
            for at, index in zip(times, order, strict=True)
        ]

    def _heads(self, index: int) -> int:
        return self._tickets[index].heads

    def _rush_time(self) -> int:
        return self._minutes(RUSH_FROM, RUSH_TO)

    def _calm_time(self) -> int:
        """A time of the morning outside the rush."""
        rush = RUSH_TO - RUSH_FROM
        at = self._minutes(DOORS_OPEN, DOORS_CLOSE - rush)
        return at if at < RUSH_FROM * MINUTE else at + rush * MINUTE

    def _any_time(self) -> int:
        return self._minutes(DOORS_OPEN, DOORS_CLOSE)

    def _minutes(self, least: int, most: int) -> int:
        """So many minutes, in milliseconds; the end is left out."""
        return self._rng.randrange(least * MINUTE, most * MINUTE)

    def _queues(self, arrivals: Sequence[Step]) -> list[list[Step]]:
        """The arrivals at each kiosk, in the order given."""
        return [[s for s in arrivals if s.kiosk == kiosk] for kiosk in range(self._kiosks)]
