"""Practice: eight situations at a gate, and what a journal tells of those that were met.

The cards are played in any order, several times, with anything in between: what counts is only
which records stand in the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.admission import Reply, VerdictName
from kiosk.domain.records import Kind, Record
from kiosk.domain.walk_ins import WalkInKind

CAME_PUPILS, CAME_ADULTS = 25, 2
"""How many of the practice group came."""
LISTED_PUPILS, LISTED_ADULTS = 28, 2
"""How many its ticket lets in."""
WALK_IN_GRADE = "9"
FORGETFUL, FORGETFUL_GRADE = "Ёлкина Мария Петровна", "9 «Б»"
"""Whose ticket is at home."""


class Situation(StrEnum):
    """What may come to a gate, in the order of the cards."""

    GOOD = "good"
    RETURNED = "returned"
    """A ticket that is in already."""
    GROUP = "group"
    OTHER_SITE = "other_site"
    CANCELLED = "cancelled"
    DAMAGED = "damaged"
    """A print that no scanner reads: the digits below it are typed."""
    FORGOTTEN = "forgotten"
    """The ticket is at home: its holder is found by name."""
    WALK_IN = "walk_in"
    """Neither a ticket nor a place in the list."""

    @property
    def card(self) -> int:
        """The number on the card, from 1 on."""
        return list(Situation).index(self) + 1

    @property
    def ticket(self) -> int:
        """The number of the situation's ticket; 0 where nobody has one."""
        return 0 if self is Situation.WALK_IN else self.card


@dataclass(frozen=True, slots=True)
class Practised:
    """Somebody who ended a practice: `score` cards were solved; `at_ms` is UTC milliseconds.

    `staff_id` is empty for somebody who was not signed in and gave a name.
    """

    staff_id: str
    name: str
    score: int
    at_ms: int

    @property
    def is_complete(self) -> bool:
        """Whether every card was solved."""
        return self.score >= len(Situation)


def this_round(records: Iterable[Record]) -> list[Record]:
    """What one device recorded since it last began; a round begins with `day_started`."""
    ordered = sorted(records, key=lambda record: record.seq)
    starts = [i for i, record in enumerate(ordered) if record.kind == Kind.DAY_STARTED]
    return ordered[starts[-1] + 1 :] if starts else ordered


def solved(records: Iterable[Record]) -> tuple[Situation, ...]:
    """The situations that these records solve, in the order of the cards.

    Whatever else is among the records changes nothing; what was taken back does not count.
    """
    standing = _standing(records)
    return tuple(situation for situation in Situation if _is_solved(situation, standing))


def begun(records: Iterable[Record]) -> tuple[Situation, ...]:
    """The situations that were met and not solved: half the way is gone, or a wrong one.

    A ticket that is scanned and answered at once cannot be: neither a good one nor a forgotten one.
    """
    standing = _standing(records)
    return tuple(
        situation
        for situation in Situation
        if _is_begun(situation, standing) and not _is_solved(situation, standing)
    )


def counted(records: Iterable[Record]) -> tuple[int, int]:
    """How many pupils and adults of the practice group stand as counted."""
    heads, adults = _group_count(_standing(records))
    return heads - adults, adults


def asked(records: Iterable[Record]) -> Situation | None:
    """The situation whose question the last scan put on the screen, until it is answered.

    A count that was taken back leaves no question: its scan is over.
    """
    known = list(records)
    scans = [record for record in known if record.text("scan")]
    if not scans or any(record.text("target") == scans[-1].hash for record in known):
        return None
    if _asked(scans[-1]):
        return Situation.GROUP
    returned = _was_refused(scans[-1:], Situation.RETURNED, VerdictName.ALREADY_INSIDE)
    return Situation.RETURNED if returned else None


def _standing(records: Iterable[Record]) -> list[Record]:
    known = list(records)
    gone = {record.text("target") for record in known if record.kind == Kind.RETRACTION}
    return [record for record in known if record.hash not in gone]


def _is_solved(situation: Situation, records: Sequence[Record]) -> bool:
    match situation:
        case Situation.GROUP:
            return _group_count(records) == (CAME_PUPILS + CAME_ADULTS, CAME_ADULTS)
        case Situation.RETURNED:
            return any(_is_answer(record) for record in records)
        case Situation.OTHER_SITE:
            return _was_kept_out(records, situation, VerdictName.WRONG_SITE)
        case Situation.CANCELLED:
            return _was_kept_out(records, situation, VerdictName.CANCELLED)
        case Situation.WALK_IN:
            return any(_is_the_walk_in(record) for record in records)
        case _:
            return any(_came(record, situation) for record in records)


def _is_begun(situation: Situation, records: Sequence[Record]) -> bool:
    match situation:
        case Situation.GROUP:
            return any(_asked(record) or _came(record, situation) for record in records)
        case Situation.RETURNED:
            return _was_refused(records, situation, VerdictName.ALREADY_INSIDE)
        case Situation.OTHER_SITE | Situation.CANCELLED:
            return any(_came(record, situation) for record in records)
        case Situation.DAMAGED:
            return any(record.text("verdict") == VerdictName.UNREADABLE for record in records)
        case Situation.WALK_IN:
            return any(record.kind == Kind.WALK_IN for record in records)
        case _:
            return False


def _came(record: Record, situation: Situation) -> bool:
    return record.kind == Kind.ARRIVAL and record.integer("ticket") == situation.ticket


def _asked(record: Record) -> bool:
    ticket = record.integer("ticket")
    return record.kind == Kind.GROUP_PENDING and ticket == Situation.GROUP.ticket


def _group_count(records: Iterable[Record]) -> tuple[int, int]:
    """The heads of the group and the adults among them; stragglers may come on their own."""
    came = [record for record in records if _came(record, Situation.GROUP)]
    return sum(r.integer("heads") for r in came), sum(r.integer("adults") for r in came)


def _was_refused(records: Iterable[Record], situation: Situation, verdict: VerdictName) -> bool:
    return any(
        record.kind == Kind.REFUSAL
        and record.integer("ticket") == situation.ticket
        and record.text("verdict") == verdict
        for record in records
    )


def _was_kept_out(records: Sequence[Record], situation: Situation, verdict: VerdictName) -> bool:
    """Whether a refused ticket's holder was not let in all the same."""
    let_in = any(_came(record, situation) for record in records)
    return not let_in and _was_refused(records, situation, verdict)


def _is_answer(record: Record) -> bool:
    """Whether the one at the door was told to be back: the card's story. A copy is another one."""
    said = record.kind == Kind.OVERRIDE and record.text("reason") == Reply.SAME_PERSON
    about = record.integer("ticket") == Situation.RETURNED.ticket
    return said and about and record.text("verdict") == VerdictName.ALREADY_INSIDE


def _is_the_walk_in(record: Record) -> bool:
    return (
        record.kind == Kind.WALK_IN
        and record.text("kind") == WalkInKind.PUPIL
        and record.text("grade") == WALK_IN_GRADE
    )
