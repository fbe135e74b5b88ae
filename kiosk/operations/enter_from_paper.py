"""«Внести с бумаги»: arrivals that were ticked off on paper, with the time that stands there."""

from __future__ import annotations

from kiosk.domain.admission import Verdict, VerdictName
from kiosk.domain.headcount import PAPER
from kiosk.domain.records import Kind
from kiosk.operations.check_in import CheckIn, place_of
from kiosk.operations.count_group import NobodyCounted
from kiosk.operations.identify import history_of, identify_listed
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append


class NotInTheList(Exception):
    """There is no such ticket in the list."""


class NotYet(ValueError):
    """The time on the paper has not come yet."""


def enter_from_paper(
    uow: UnitOfWork, moment: Moment, ticket: int, *, heads: int = 1, adults: int = 0, said_at: int
) -> CheckIn:
    """Records an arrival that paper tells of; it is shown as such in every total.

    `said_at` is the approximate time of the arrival (UTC ms). Whoever is in already is not recorded
    again: the answer is `already_inside`, with the record that says so. Raises NotEnrolled,
    NotInTheList, NobodyCounted, NotYet.
    """
    place_of(uow)
    seen = identify_listed(uow, ticket)
    passage = seen.passage(PAPER)
    if passage is None or seen.facts is None:
        raise NotInTheList
    if heads < 1 or not 0 <= adults <= heads:
        raise NobodyCounted
    if said_at > moment.at.wall_ms:
        raise NotYet
    history = history_of(uow, seen)
    if history.is_in or history.presence.inside + heads > seen.facts.heads:
        data = {"verdict": VerdictName.ALREADY_INSIDE.value, "source": PAPER, "ticket": ticket}
        record = append(uow, moment, Kind.REFUSAL, data)
        verdict = Verdict(VerdictName.ALREADY_INSIDE, seen.facts, earlier=history.first)
        return CheckIn(verdict, record, seen, passage)
    apart = list(history.apart)
    data = passage.data(heads=heads, adults=adults, said_at=said_at, apart=apart, notes=[])
    record = append(uow, moment, Kind.ARRIVAL, data)
    return CheckIn(Verdict(VerdictName.ADMITTED, seen.facts, heads=heads), record, seen, passage)
