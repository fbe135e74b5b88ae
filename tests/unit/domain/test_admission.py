"""Admission: the questions, their order, and what an admission is marked with."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.admission import (
    Desk,
    Note,
    Verdict,
    VerdictName,
    decide,
    facts_of,
)
from kiosk.domain.headcount import Presence
from kiosk.domain.history import History
from kiosk.domain.movements import Movement
from kiosk.domain.programme import SitePolicy, Slot
from kiosk.domain.tickets import (
    External,
    Forged,
    Reading,
    ShortCode,
    Signed,
    TicketFacts,
    TicketKind,
    Unreadable,
    WalkInTicket,
)
from kiosk.domain.visitors import Group, RosterTicket, Visitor, VisitorKind
from tests.unit.domain.invented import arrival

FACTS = TicketFacts(event=1, number=5, site=7, kind=TicketKind.PUPIL, day=1, slot=3)
PERSON = Visitor("p5", VisitorKind.PUPIL, "Ёлкина Мария")
LISTED = RosterTicket(5, 1, 7, TicketKind.PUPIL, "0000000000", PERSON, day=1, slot=3)
SLOT = Slot(3, start=600, end=660, route="Blue", briefing_at=605, briefing_place="Hall")
POLICY = SitePolicy(asks_clearance=True, keeps_slots=True)
DESK = Desk(event=1, site=7, day=1, minute=630, policy=POLICY)
GENUINE = Signed(FACTS)
NOTHING_YET = History()
CAME = Movement.from_record(arrival(5))
ONE_IN = Presence(arrivals=1, heads=1, counted=1, inside=1)


@dataclass(frozen=True)
class Question:
    """All that a verdict depends on; as it stands, it is answered «admitted»."""

    reading: Reading = GENUINE
    listed: RosterTicket | None = LISTED
    slot: Slot | None = SLOT
    desk: Desk = DESK
    history: History = NOTHING_YET

    def answer(self) -> Verdict:
        facts = facts_of(self.reading, self.listed)
        return decide(self.reading, facts, self.listed, self.slot, self.desk, self.history)


def unreadable(q: Question) -> Question:
    return replace(q, reading=Unreadable())


def forged(q: Question) -> Question:
    return replace(q, reading=Forged())


def cancelled(q: Question) -> Question:
    return replace(q, listed=replace(q.listed or LISTED, cancelled=True))


def other_event(q: Question) -> Question:
    return replace(q, desk=replace(q.desk, event=2))


def other_site(q: Question) -> Question:
    return replace(q, desk=replace(q.desk, site=8))


def other_day(q: Question) -> Question:
    return replace(q, desk=replace(q.desk, day=2))


def other_hour(q: Question) -> Question:
    return replace(q, desk=replace(q.desk, minute=700))


def not_cleared(q: Question) -> Question:
    listed = q.listed or LISTED
    return replace(q, listed=replace(listed, cleared=False))


def inside(q: Question) -> Question:
    return replace(q, history=History(ONE_IN, CAME, is_in=True))


# Applied from the last to the first: the reason that is asked for earlier is the one that is heard.
FAULTS = [
    (unreadable, VerdictName.UNREADABLE),
    (forged, VerdictName.FORGED),
    (cancelled, VerdictName.CANCELLED),
    (other_event, VerdictName.WRONG_EVENT),
    (other_site, VerdictName.WRONG_SITE),
    (other_day, VerdictName.WRONG_DAY),
    (other_hour, VerdictName.WRONG_TIME),
    (not_cleared, VerdictName.NOT_CLEARED),
    (inside, VerdictName.ALREADY_INSIDE),
]


def test_a_faultless_ticket_is_admitted() -> None:
    assert Question().answer() == Verdict(VerdictName.ADMITTED, FACTS, heads=1)


@given(st.sets(st.integers(0, len(FAULTS) - 1), min_size=1))
def test_of_several_faults_the_first_of_the_order_is_named(chosen: set[int]) -> None:
    question = Question()
    for number in sorted(chosen, reverse=True):
        question = FAULTS[number][0](question)
    verdict = question.answer()
    assert verdict.name == FAULTS[min(chosen)][1]
    assert verdict.heads == 0
    assert verdict.notes == frozenset()
    assert (verdict.earlier is not None) == (verdict.name is VerdictName.ALREADY_INSIDE)


def test_already_inside_shows_the_arrival_that_counts() -> None:
    shown = Verdict(VerdictName.ALREADY_INSIDE, FACTS, earlier=CAME, presence=ONE_IN)
    assert inside(Question()).answer() == shown


def test_whoever_left_comes_in_again_and_is_marked_so() -> None:
    left = History(replace(ONE_IN, inside=0), CAME, returning=True)
    verdict = replace(Question(), history=left).answer()
    assert (verdict.name, verdict.notes) == (VerdictName.ADMITTED, frozenset({Note.RE_ENTRY}))


def test_a_member_of_a_group_that_was_counted_by_heads_is_asked() -> None:
    counted = History(replace(ONE_IN, heads=20, counted=20, inside=20), CAME, maybe_in=True)
    verdict = replace(Question(), history=counted).answer()
    assert (verdict.name, verdict.notes) == (
        VerdictName.ALREADY_INSIDE,
        frozenset({Note.WITH_GROUP}),
    )


def test_without_consent_somebody_is_admitted_and_not_named() -> None:
    nameless = replace(LISTED, holder=replace(PERSON, consent=False))
    verdict = replace(Question(), listed=nameless).answer()
    assert (verdict.name, verdict.notes) == (VerdictName.ADMITTED, frozenset({Note.NO_CONSENT}))
    assert nameless.label == ""


def test_a_walk_in_needs_no_entry_in_the_list_and_no_clearance() -> None:
    question = Question(WalkInTicket(2**24 + 1017), None, None, DESK)
    facts = replace(FACTS, number=2**24 + 1017, day=0, slot=0)
    verdict = decide(question.reading, facts, None, None, DESK, History())
    assert verdict == Verdict(VerdictName.ADMITTED, facts, heads=1)


@pytest.mark.parametrize("reading", [External("TP-1"), ShortCode("0000000000")])
def test_a_text_that_only_the_roster_knows(reading: Reading) -> None:
    known = replace(Question(), reading=reading).answer()
    assert known.name is VerdictName.ADMITTED
    assert known.facts == FACTS
    unknown = replace(Question(), reading=reading, listed=None).answer()
    assert unknown == Verdict(VerdictName.UNKNOWN)


def test_a_typed_code_asks_to_compare_the_name() -> None:
    typed = replace(Question(), reading=ShortCode("0000000000")).answer()
    assert typed.notes == {Note.COMPARE_NAME}
    assert replace(Question(), reading=External("TP-1")).answer().notes == frozenset()


def test_a_ticket_newer_than_the_list_is_admitted_and_marked() -> None:
    open_site = replace(DESK, policy=SitePolicy())
    verdict = replace(Question(), listed=None, slot=None, desk=open_site).answer()
    assert (verdict.name, verdict.notes) == (
        VerdictName.ADMITTED,
        frozenset({Note.NOT_LISTED}),
    )


def test_where_clearance_is_asked_for_an_unlisted_ticket_has_none() -> None:
    assert replace(Question(), listed=None).answer().name is VerdictName.NOT_CLEARED


@pytest.mark.parametrize(
    ("minute", "notes"),
    [
        (599, frozenset({Note.EARLY})),
        (600, frozenset()),
        (660, frozenset()),
        (661, frozenset({Note.LATE})),
    ],
)
def test_early_and_late_are_notes_unless_the_site_keeps_slots(
    minute: int, notes: frozenset[Note]
) -> None:
    lenient = replace(DESK, minute=minute, policy=SitePolicy())
    verdict = replace(Question(), desk=lenient).answer()
    assert (verdict.name, verdict.notes) == (VerdictName.ADMITTED, notes)
    strict = replace(Question(), desk=replace(DESK, minute=minute)).answer()
    assert strict.name is (VerdictName.WRONG_TIME if notes else VerdictName.ADMITTED)
    demo = replace(Question(), desk=replace(DESK, minute=minute, demo=True)).answer()
    assert (demo.name, demo.notes) == (VerdictName.ADMITTED, frozenset())


@pytest.mark.parametrize("desk", [replace(DESK, site=8), replace(DESK, day=2)])
def test_zero_means_any_site_and_any_day(desk: Desk) -> None:
    anywhere = Signed(replace(FACTS, site=0, day=0))
    assert replace(Question(), reading=anywhere, desk=desk).answer().name is VerdictName.ADMITTED


def test_on_a_day_without_an_event_no_ticket_is_right() -> None:
    any_day = Signed(replace(FACTS, day=0))
    closed = replace(DESK, day=None, clock_confirmed=True)
    verdict = replace(Question(), reading=any_day, desk=closed).answer()
    assert verdict.name is VerdictName.WRONG_DAY


def test_a_doubtful_clock_refuses_nobody() -> None:
    verdict = replace(Question(), desk=replace(DESK, day=None)).answer()
    assert verdict.name is VerdictName.ADMITTED
    assert Note.CHECK_CLOCK in verdict.notes


GROUP = RosterTicket(
    5, 1, 7, TicketKind.GROUP, "0000000000", Group("g5", "School 3", "9А", "Сова О. П.", 24, 1)
)
CLASS = TicketFacts(event=1, number=5, site=7, kind=TicketKind.GROUP, group_size=25)


@given(st.integers(0, 40))
def test_a_group_comes_in_as_far_as_its_ticket_goes(came: int) -> None:
    found = Presence(1, came, min(came, 25), min(came, 25))
    history = History(found, CAME, is_in=came > 0)
    verdict = Question(Signed(CLASS), GROUP, None, DESK, history).answer()
    if came < 25:
        assert (verdict.name, verdict.heads) == (VerdictName.GROUP_PENDING, 25 - came)
    else:
        assert (verdict.name, verdict.heads) == (VerdictName.ALREADY_INSIDE, 0)


@pytest.mark.parametrize(("pupils", "adults"), [(1, 0), (0, 1), (0, 0)])
def test_the_smallest_group_is_admitted_by_its_short_code(pupils: int, adults: int) -> None:
    small = replace(GROUP, holder=Group("g5", "School 3", "9А", "Сова О. П.", pupils, adults))
    verdict = replace(Question(), reading=ShortCode("0000000000"), listed=small).answer()
    assert (verdict.name, verdict.heads) == (VerdictName.ADMITTED, 1)


def test_the_rosters_facts_are_those_of_the_signed_ticket() -> None:
    assert facts_of(ShortCode("0000000000"), LISTED) == FACTS
    assert facts_of(ShortCode("0000000000"), GROUP) == CLASS
    assert facts_of(Signed(FACTS), None) == FACTS
    assert facts_of(External("TP-1"), None) is None
