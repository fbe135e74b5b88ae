"""Practice: beginning a round, how far it has come, and who ended one."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.practice import (
    Practised,
    Situation,
    asked,
    begun,
    counted,
    solved,
    this_round,
)
from kiosk.domain.records import Kind
from kiosk.domain.true_time import Instant
from kiosk.operations.identify import identify_listed
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append
from kiosk.operations.start_day import start_day
from kiosk.tickets.practice import code_of, text_of

_EARLIER_MS = 20 * 60_000
_EARLIER = "practice"
"""The timebase of the arrival that was there before: no clock of this computer saw it."""

_SHOWN = (
    Situation.GOOD,
    Situation.RETURNED,
    Situation.GROUP,
    Situation.OTHER_SITE,
    Situation.CANCELLED,
)


class NotForPractice(Exception):
    """Only a folder that was made for practice is practised with: here, real people are counted."""

    def __init__(self) -> None:
        super().__init__("This folder is not for practice: run «kiosk practice».")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round has come.

    `begun` are met and not solved; `asked` is the one whose question waits on the screen for its
    answer; `counted` are the pupils and adults of the group so far.
    `texts` are what a scanner would read on the cards, for whoever has none at hand, and `code`
    are the digits on the damaged one.
    """

    solved: tuple[Situation, ...] = ()
    begun: tuple[Situation, ...] = ()
    asked: Situation | None = None
    counted: tuple[int, int] = (0, 0)
    texts: dict[Situation, str] = field(default_factory=dict)
    code: str = ""


def begin_practice(uow: UnitOfWork, moment: Moment) -> Progress:
    """Begins a round anew: earlier scans become tests. Raises NotForPractice.

    Somebody came on the ticket of «in already» twenty minutes before, so that the cards can be
    played in any order and without a pause.
    """
    _check(uow)
    start_day(uow, moment)
    before = Instant(moment.at.wall_ms - _EARLIER_MS, _EARLIER, 0)
    passage = identify_listed(uow, Situation.RETURNED.ticket).passage("practice")
    if passage is not None:
        data = passage.data(heads=1, notes=[])
        append(uow, Moment(before, moment.operator), Kind.ARRIVAL, data)
    return practice_progress(uow)


def practice_progress(uow: UnitOfWork) -> Progress:
    """What stands in this round. Raises NotForPractice."""
    _check(uow)
    device = uow.journal.signer().identity.device_id
    records = this_round(uow.journal.records(device))
    return Progress(
        solved=solved(records),
        begun=begun(records),
        asked=asked(records),
        counted=counted(records),
        texts={situation: text_of(situation) for situation in _SHOWN},
        code=code_of(Situation.DAMAGED),
    )


def note_practised(uow: UnitOfWork, moment: Moment, *, name: str, score: int) -> Practised:
    """Keeps who ended a practice, on the kiosk of the day; it is never sent."""
    practised = Practised(moment.operator, " ".join(name.split()), score, moment.at.wall_ms)
    uow.sign_ins.save_practised(practised)
    return practised


def _check(uow: UnitOfWork) -> None:
    binding = uow.binding()
    if binding is None or not binding.is_practice:
        raise NotForPractice
