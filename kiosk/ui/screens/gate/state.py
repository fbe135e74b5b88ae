"""What the gate shows, as facts: no translated word, no colour."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.domain.admission import OVERRULABLE, Note, Reply, Verdict, VerdictName
from kiosk.domain.movements import Movement
from kiosk.domain.names import short
from kiosk.domain.programme import Event, Site, Slot, hhmm
from kiosk.domain.records import Kind
from kiosk.domain.visitors import Visitor
from kiosk.ui.failure import Failure
from kiosk.ui.holder import Holder
from kiosk.ui.screens.gate.beside import Counts, RecentRow, clock, holder_of
from kiosk.ui.tone import Tone, tone_of

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn
    from kiosk.operations.identify import Seen
    from kiosk.operations.overview import RecentScan


class Stage(StrEnum):
    """What fills the stage."""

    READY = "ready"
    CODE = "code"
    ANSWER = "answer"
    REPLIED = "replied"
    """What somebody said to the question of an answer was recorded."""
    UNDOING = "undoing"
    """An entry is to be taken back, and the reason is asked for."""
    UNDONE = "undone"
    NOT_RECORDED = "not_recorded"


class NameShown(StrEnum):
    """How much of a name stands on the stage, where the queue reads it too."""

    SHORT = "short"
    HIDDEN = "hidden"
    FULL = "full"


class UndoReason(StrEnum):
    """Why an entry is taken back, as the record holds it in every language of the window."""

    WRONG_TICKET = "gate: the wrong ticket"
    NOT_ENTERED = "gate: nobody came in after all"
    TRIED_OUT = "gate: only tried out"


@dataclass(frozen=True, slots=True)
class Turn:
    """When and where the visitor goes next; times are «10:20»."""

    start: str
    route: str
    briefing_at: str
    briefing_place: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """The arrival that is there already."""

    at: str
    entrance: str
    operator: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One scan's verdict. `seq` is its record's number, `recorded_at` the site's time «10:07».

    `number` is a walk-in's, «1-017», and `help` what help is needed. `replies` answer the question
    that the answer asks, and `overrulable` tells that somebody may decide otherwise.
    """

    verdict: VerdictName
    tone: Tone
    seq: int
    recorded_at: str
    repeat: bool = False
    holder: Holder | None = None
    heads: int = 0
    turn: Turn | None = None
    notes: frozenset[Note] = frozenset()
    earlier: Earlier | None = None
    other_site: str = ""
    address: str = ""
    day: date | None = None
    is_over: bool = False
    number: str = ""
    help: str = ""
    replies: tuple[Reply, ...] = ()
    overrulable: bool = False

    @property
    def can_undo(self) -> bool:
        return self.verdict in (VerdictName.ADMITTED, VerdictName.DEPARTED)

    @property
    def left_in_part(self) -> bool:
        """Whether a group left, of whom some may have stayed."""
        return self.verdict is VerdictName.DEPARTED and self.heads > 1

    @property
    def has_name(self) -> bool:
        return self.holder is not None and bool(self.holder.name)


@dataclass(frozen=True, slots=True)
class GateState:
    """The whole gate. `answer` is None unless the stage shows one; `code` is what was typed.

    `leaving`: scans are of those who leave. `tracks_exits`: the site wants to know of them. `reply`
    is what the question of the answer was answered with, and `busy` that it is being recorded.
    `may_override`: whoever works the kiosk may let in where the rules say no; `may_undo`: they may
    take the answer back.
    """

    stage: Stage = Stage.READY
    answer: Answer | None = None
    name: NameShown = NameShown.SHORT
    code: str = ""
    failure: Failure | None = None
    counts: Counts = field(default_factory=Counts)
    recent: tuple[RecentRow, ...] = ()
    can_undo_last: bool = False
    leaving: bool = False
    tracks_exits: bool = False
    reply: Reply | None = None
    busy: bool = False
    may_override: bool = True
    may_undo: bool = True


def answer_of(checked: CheckIn, site: Site, event: Event | None) -> Answer:
    """The facts of a scan's verdict, its times on the site's clock."""
    verdict, seen = checked.verdict, checked.seen
    facts = verdict.facts
    at = site.local(checked.record.recorded_at)
    other = seen.site if verdict.name is VerdictName.WRONG_SITE else None
    day = event.date_of(facts.day) if event and facts else None
    return Answer(
        verdict=verdict.name,
        tone=tone_of(verdict.name),
        seq=checked.record.seq,
        recorded_at=clock(at),
        repeat=checked.repeat,
        holder=_holder_of(seen),
        heads=verdict.heads,
        number=seen.walk_in.number.label if seen.walk_in else "",
        help=_help(seen),
        replies=_replies(verdict),
        overrulable=verdict.name in OVERRULABLE and checked.passage is not None,
        turn=_turn(seen.slot),
        notes=verdict.notes,
        earlier=_earlier(verdict.earlier, checked.by, site),
        other_site=other.name if other else "",
        address=other.address if other else "",
        day=day,
        is_over=_is_over(day, seen.slot, at),
    )


def _holder_of(seen: Seen) -> Holder | None:
    if seen.walk_in is not None:
        return Holder.of_walk_in(seen.walk_in)
    return Holder.of(seen.facts.kind, seen.facts.heads, seen.listed) if seen.facts else None


def _is_over(day: date | None, slot: Slot | None, at: datetime) -> bool:
    if day is not None and day != at.date():
        return day < at.date()
    return slot is not None and slot.end < at.hour * 60 + at.minute


def _help(seen: Seen) -> str:
    holder = seen.listed.holder if seen.listed else None
    return holder.help if isinstance(holder, Visitor) else ""


def _replies(verdict: Verdict) -> tuple[Reply, ...]:
    if verdict.name is not VerdictName.ALREADY_INSIDE:
        return ()
    if Note.WITH_GROUP in verdict.notes:
        return Reply.WITH_GROUP, Reply.APART
    return Reply.SAME_PERSON, Reply.COPY


def undone(scan: RecentScan, site: Site) -> Answer:
    """The facts of an entry or exit that is taken back from the list of the latest scans."""
    left = scan.record.kind == Kind.DEPARTURE
    return Answer(
        verdict=VerdictName.DEPARTED if left else VerdictName.ADMITTED,
        tone=Tone.IDLE,
        seq=scan.record.seq,
        recorded_at=clock(site.local(scan.record.recorded_at)),
        holder=holder_of(scan),
        heads=scan.record.integer("heads"),
    )


def _turn(slot: Slot | None) -> Turn | None:
    if slot is None:
        return None
    return Turn(hhmm(slot.start), slot.route, hhmm(slot.briefing_at), slot.briefing_place)


def _earlier(arrival: Movement | None, by: str, site: Site) -> Earlier | None:
    if arrival is None:
        return None
    return Earlier(clock(site.local(arrival.recorded_at)), arrival.entrance, short(by))
