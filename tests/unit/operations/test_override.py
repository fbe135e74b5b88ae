"""Deciding otherwise than the rule, and the answers to a second entry."""

from __future__ import annotations

import pytest

from kiosk.domain.admission import OVERRULABLE, VerdictName
from kiosk.domain.programme import SitePolicy
from kiosk.domain.records import Kind
from kiosk.domain.tickets import TicketKind
from kiosk.operations.check_in import CheckIn
from kiosk.operations.override import (
    CannotOverrule,
    admit_anyway,
    came_apart,
    let_back_in,
    report_copy,
)
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.invented import FOREIGN_KEY, Kiosk, ticket

REFUSED = [
    (ticket(2, site=8), VerdictName.WRONG_SITE),
    (ticket(2, day=2), VerdictName.WRONG_DAY),
    (ticket(6), VerdictName.CANCELLED),
    (ticket(7), VerdictName.NOT_CLEARED),
]
FINAL = [
    (ticket(2, FOREIGN_KEY), VerdictName.FORGED),
    (ticket(2, event=2), VerdictName.WRONG_EVENT),
    ("TP-0010", VerdictName.UNKNOWN),
    ("", VerdictName.UNREADABLE),
    (ticket(1), VerdictName.ALREADY_INSIDE),
]


@pytest.fixture
def kiosk(server: FakeServer) -> Kiosk:
    """A gate that asks for clearance, where ticket 1 is inside."""
    gate = Kiosk.enrolled(server, policy=SitePolicy(asks_clearance=True))
    gate.scan(ticket(1))
    gate.clock.pass_ms(60_000)
    return gate


def anyway(kiosk: Kiosk, refused: CheckIn) -> CheckIn:
    return kiosk.do(lambda uow, at: admit_anyway(uow, at, refused, "with a class of this site"))


def test_every_refusal_is_tried_here() -> None:
    assert {name for _, name in REFUSED} | {VerdictName.WRONG_TIME} == OVERRULABLE


def test_who_comes_too_late_may_be_let_in(server: FakeServer) -> None:
    gate = Kiosk.enrolled(server, policy=SitePolicy(keeps_slots=True))
    gate.clock.pass_ms(3 * 3_600_000)
    refused = gate.scan(ticket(1))
    assert refused.verdict.name is VerdictName.WRONG_TIME
    assert anyway(gate, refused).verdict.name is VerdictName.ADMITTED


@pytest.mark.parametrize(("text", "verdict"), REFUSED)
def test_a_refusal_of_a_genuine_ticket_may_be_overruled(
    kiosk: Kiosk, text: str, verdict: VerdictName
) -> None:
    refused = kiosk.scan(text)
    assert refused.verdict.name is verdict
    admitted = anyway(kiosk, refused)
    assert (admitted.verdict.name, admitted.verdict.heads) == (VerdictName.ADMITTED, 1)
    arrival, decision = admitted.record, kiosk.records()[-2]
    assert (arrival.kind, arrival.text("override")) == (Kind.ARRIVAL, decision.hash)
    assert (decision.kind, decision.text("reason")) == (Kind.OVERRIDE, "with a class of this site")
    assert decision.text("target") == refused.record.hash
    assert decision.operator == "v1"
    assert kiosk.overview().tally.site == 2


@pytest.mark.parametrize(("text", "verdict"), REFUSED)
def test_a_code_that_comes_again_after_the_decision_shows_it(
    kiosk: Kiosk, text: str, verdict: VerdictName
) -> None:
    admitted = anyway(kiosk, kiosk.scan(text))
    again = kiosk.scan(text)
    assert (again.record, again.repeat) == (admitted.record, True)
    assert again.verdict.name is not verdict


@pytest.mark.parametrize(("text", "verdict"), FINAL)
def test_without_a_genuine_ticket_nobody_is_let_in(
    kiosk: Kiosk, text: str, verdict: VerdictName
) -> None:
    refused = kiosk.scan(text)
    assert refused.verdict.name is verdict
    before = kiosk.records()
    with pytest.raises(CannotOverrule):
        anyway(kiosk, refused)
    assert kiosk.records() == before


def test_a_group_that_is_let_in_is_still_to_be_counted(kiosk: Kiosk) -> None:
    elsewhere = ticket(30, site=8, kind=TicketKind.GROUP, group_size=25)
    asked = anyway(kiosk, kiosk.scan(elsewhere))
    assert (asked.verdict.name, asked.verdict.heads) == (VerdictName.GROUP_PENDING, 25)
    assert kiosk.overview().tally.site == 1
    again = kiosk.scan(elsewhere)
    assert (again.record, again.repeat) == (asked.record, True)
    assert again.verdict.name is VerdictName.GROUP_PENDING
    kiosk.count(asked, 20)
    assert kiosk.overview().tally.site == 21
    assert kiosk.scan(elsewhere).verdict.heads == 20


def test_the_same_person_who_comes_again_changes_no_count(kiosk: Kiosk) -> None:
    repeated = kiosk.scan(ticket(1))
    answer = kiosk.do(lambda uow, at: let_back_in(uow, at, repeated))
    assert (answer.kind, answer.text("reason")) == (Kind.OVERRIDE, "same_person")
    assert answer.integer("ticket") == 1
    assert kiosk.presence(1).counted == 1
    assert not kiosk.presence(1).doubled


def test_a_copy_is_refused_and_told(kiosk: Kiosk) -> None:
    repeated = kiosk.scan(ticket(1))
    answer = kiosk.do(lambda uow, at: report_copy(uow, at, repeated))
    assert (answer.kind, answer.text("answer")) == (Kind.REFUSAL, "copy")
    assert answer.text("target") == repeated.record.hash
    assert kiosk.presence(1).counted == 1


def test_who_has_no_ticket_came_apart_from_nobody(kiosk: Kiosk) -> None:
    unknown = kiosk.scan("TP-0010")
    with pytest.raises(CannotOverrule):
        kiosk.do(lambda uow, at: came_apart(uow, at, unknown))
