"""A scan at the way out, where the site tracks exits."""

from __future__ import annotations

from kiosk.domain.admission import Verdict, VerdictName
from kiosk.domain.movements import Passage
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import Forged, Unreadable
from kiosk.operations.check_in import CheckIn, place_of, same_scan, scan_mark
from kiosk.operations.count_group import check_count
from kiosk.operations.identify import Seen, history_of, identify
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append
from kiosk.operations.undo import undo

CORRECTED = "counted again"
"""The reason why a departure is taken back when fewer left than were inside."""


class ExitsNotTracked(Exception):
    """The site does not track exits, so a departure would make its figures untrue."""


def depart(
    uow: UnitOfWork,
    moment: Moment,
    text: str,
    *,
    source: str,
    typed: bool = False,
    heads: int | None = None,
) -> CheckIn:
    """Answers a scan at the way out, and records who left.

    With a group's ticket all who are inside leave, unless `heads` tells how many. The ticket of
    somebody who is not known to be inside is recorded all the same, because their arrival may
    still be on its way from another kiosk. Raises NotEnrolled, ExitsNotTracked, MistypedCode,
    NobodyCounted, ImpossibleCount, OutOfPlace.
    """
    event, site = place_of(uow)
    if not site.policy.tracks_exits:
        raise ExitsNotTracked
    if heads is not None:
        check_count(heads)
    seen, mark = identify(uow, text, typed=typed), scan_mark(uow, text)
    passage = seen.passage(source)
    earlier = same_scan(uow, moment.at, mark)
    if passage is None or seen.facts is None or seen.facts.event != event.number:
        return _refuse(uow, moment, seen, source, mark)
    if earlier is not None and earlier.kind == Kind.DEPARTURE:
        name = VerdictName(earlier.text("verdict") or VerdictName.DEPARTED)
        left = Verdict(name, seen.facts, heads=earlier.integer("heads"))
        return CheckIn(left, earlier, seen, passage, repeat=True)
    return _leave(uow, moment, seen, passage, heads, mark)


def correct_departure(
    uow: UnitOfWork, moment: Moment, passage: Passage, departure: Record, heads: int
) -> Record:
    """Fewer of a group left than all: takes the departure back and records the right one.

    Raises NobodyCounted, ImpossibleCount, and CannotUndo where the departure is taken back already.
    """
    check_count(heads)
    undo(uow, moment, departure.seq, CORRECTED)
    right = passage.data(heads=heads, scan=departure.text("scan"))
    return append(uow, moment, Kind.DEPARTURE, right)


def _leave(
    uow: UnitOfWork, moment: Moment, seen: Seen, passage: Passage, heads: int | None, mark: str
) -> CheckIn:
    history = history_of(uow, seen)
    is_group = passage.size > 1 and not passage.group
    inside = history.presence.inside if is_group else int(history.is_in or history.maybe_in)
    leaving = heads if heads is not None and is_group else max(inside, 1)
    name = VerdictName.DEPARTED if inside else VerdictName.NOT_INSIDE
    data = passage.data(heads=leaving, scan=mark, verdict="" if inside else name.value)
    record = append(uow, moment, Kind.DEPARTURE, data)
    return CheckIn(Verdict(name, seen.facts, heads=leaving), record, seen, passage)


def _refuse(uow: UnitOfWork, moment: Moment, seen: Seen, source: str, mark: str) -> CheckIn:
    verdict = Verdict(_refusal(seen), seen.facts)
    earlier = same_scan(uow, moment.at, mark)
    if earlier is not None and earlier.text("verdict") == verdict.name.value:
        return CheckIn(verdict, earlier, seen, None, repeat=True)
    data = {"verdict": verdict.name.value, "scan": mark, "source": source, "way": "out"}
    return CheckIn(verdict, append(uow, moment, Kind.REFUSAL, data), seen, None)


def _refusal(seen: Seen) -> VerdictName:
    if isinstance(seen.reading, Forged):
        return VerdictName.FORGED
    if isinstance(seen.reading, Unreadable):
        return VerdictName.UNREADABLE
    return VerdictName.UNKNOWN if seen.facts is None else VerdictName.WRONG_EVENT
