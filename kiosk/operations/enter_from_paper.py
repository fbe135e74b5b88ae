"""«Внести с бумаги»: arrivals that were ticked off on paper, with the time that stands there."""

from __future__ import annotations

from kiosk.domain.admission import Verdict, VerdictName, already_inside
from kiosk.domain.headcount import PAPER
from kiosk.domain.history import History
from kiosk.domain.records import Kind
from kiosk.domain.true_time import corrected
from kiosk.operations.check_in import CheckIn, place_of
from kiosk.operations.count_group import check_count
from kiosk.operations.identify import Seen, history_of, identify, identify_listed
from kiosk.operations.ports import Match, UnitOfWork
from kiosk.operations.recording import Moment, append
from kiosk.operations.search import Found, found_of


class NotInTheList(Exception):
    """There is no such ticket in the list."""


class NotYet(ValueError):
    """The time on the paper has not come yet."""


def enter_from_paper(
    uow: UnitOfWork, moment: Moment, ticket: int, *, heads: int = 1, adults: int = 0, said_at: int
) -> CheckIn:
    """Records an arrival that paper tells of; it is shown as such in every total.

    `said_at` is the approximate time of the arrival (UTC ms). Whoever is in already is not recorded
    again: the answer is `already_inside`, with the record that says so. So is whoever may be among
    the counted heads of their group, until `came_apart` says that they were not. Raises
    NotEnrolled, NotInTheList, NobodyCounted, ImpossibleCount, NotYet.
    """
    place_of(uow)
    seen = identify_listed(uow, ticket)
    passage = seen.passage(PAPER)
    if passage is None or seen.facts is None:
        raise NotInTheList
    check_count(heads - adults, adults)
    if said_at > corrected(moment.at, uow.journal.anchor(moment.at.timebase_id)).ms:
        raise NotYet
    history = history_of(uow, seen)
    if _no_room(history, seen, heads):
        verdict = already_inside(seen.facts, history)
        data = {"verdict": verdict.name.value, "source": PAPER, "said_at": said_at}
        record = append(uow, moment, Kind.REFUSAL, data | {"ticket": ticket})
        return CheckIn(verdict, record, seen, passage)
    apart = [] if seen.group else list(history.apart)
    data = passage.data(heads=heads, adults=adults, said_at=said_at, apart=apart, notes=[])
    record = append(uow, moment, Kind.ARRIVAL, data)
    return CheckIn(Verdict(VerdictName.ADMITTED, seen.facts, heads=heads), record, seen, passage)


def find_on_list(uow: UnitOfWork, text: str, *, typed: bool = False) -> Found:
    """Whose ticket a scanned text or a typed code is, as far as the list knows.

    Raises NotEnrolled, NotInTheList, MistypedCode.
    """
    listed = identify(uow, text, typed=typed).listed
    if listed is None:
        raise NotInTheList
    return found_of(uow, Match(listed.holder, listed))


def time_on_paper(uow: UnitOfWork, moment: Moment, minute: int) -> int:
    """A minute of today on the site's clock, UTC milliseconds. Raises NotEnrolled."""
    _, site = place_of(uow)
    now = corrected(moment.at, uow.journal.anchor(moment.at.timebase_id)).ms
    hour, rest = divmod(minute, 60)
    said = site.local(now).replace(hour=hour, minute=rest, second=0, microsecond=0)
    return round(said.timestamp() * 1000)


def _no_room(history: History, seen: Seen, heads: int) -> bool:
    """Whether the heads are in already; of a member's group the others may be."""
    if seen.group:
        return history.is_in or history.maybe_in
    places = seen.facts.heads if seen.facts else 0
    return history.presence.inside + heads > places
