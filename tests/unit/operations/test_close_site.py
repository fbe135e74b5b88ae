"""«Закрыть день»: closed with proof, or the kiosk that stands in the way is named."""

from __future__ import annotations

from functools import partial

import pytest

from kiosk.domain.closing import DeviceStatus
from kiosk.journal.identity import Identity
from kiosk.operations.close_site import Closing, NotClosed, excuse_device
from kiosk.operations.override import admit_anyway, let_back_in, report_copy
from kiosk.operations.ports import Retryable, Trouble
from kiosk.operations.undo import undo
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.invented import Kiosk, group_ticket, ticket

DAY_MS = 86_400_000


@pytest.fixture
def gates(server: FakeServer) -> tuple[Kiosk, Kiosk]:
    """Two kiosks of which each admitted somebody, and both one and the same."""
    one, other = (Kiosk.enrolled(server, name) for name in ("One", "Other"))
    for gate, number in ((one, 1), (other, 2)):
        gate.scan(ticket(number))
        gate.scan(ticket(3))
    return one, other


def ended(*kiosks: Kiosk) -> None:
    for kiosk in kiosks:
        kiosk.end_day()
        assert kiosk.sync().ok


def status(page: Closing, kiosk: Kiosk) -> DeviceStatus:
    return next(d for d in page.devices if d.device_id == kiosk.device_id)


def closings(kiosk: Kiosk) -> int:
    return sum(record.kind == "site_closed" for record in kiosk.records())


def test_a_kiosk_that_did_not_end_stands_in_the_way(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    other.sync()
    ended(one)
    page = one.close()
    assert not page.closed
    assert [device.name for device in page.in_the_way] == ["Other"]
    assert (closings(one), page.closed_at, page.receipt is None) == (0, None, False)


def test_a_kiosk_that_never_came_stands_in_the_way(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one)
    other.end_day()
    page = one.close()
    assert [(d.name, d.recorded, d.on_server) for d in page.in_the_way] == [("Other", 0, 0)]


def test_a_head_that_was_seen_names_the_least_number_missing(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    other.server.faults["upload"] = Retryable(Trouble.TIMEOUT, "The answer did not come.")
    other.sync()
    other.sync()
    other.server.faults = {}
    ended(one)
    page = one.close()
    assert [(d.name, d.recorded, d.on_server, d.missing) for d in page.in_the_way] == [
        ("Other", 4, 0, 4)
    ]


def test_the_site_is_closed_once_everybody_ended(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one, other)
    page = one.close()
    assert page.closed
    assert page.in_the_way == []
    assert (closings(one), page.closed_by) == (1, "m1")
    assert page.receipt is not None
    assert page.receipt.hash == one.store.contents.signers[-1].hash
    assert (page.attendance.arrivals(), page.attendance.unique_visitors()) == (4, 3)
    [pair] = page.attendance.double_entries()
    assert {a.ticket for a in pair} == {3}
    for device in page.devices:
        assert (device.recorded, device.missing, device.ended) == (device.on_server, 0, True)


def test_closing_again_shows_the_same_and_writes_nothing(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one, other)
    first = one.close()
    before = one.records()
    again = one.close()
    assert one.records() == before
    assert (again.closed, again.closed_at) == (True, first.closed_at)
    seen_there = other.close()
    assert (seen_there.closed, closings(other)) == (True, 1)


def test_looking_closes_nothing(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one, other)
    page = one.look()
    assert (page.closed, page.in_the_way, closings(one)) == (False, [], 0)


@pytest.mark.parametrize("act", ["scan", "log_trial"])
def test_what_comes_later_reopens_the_day(gates: tuple[Kiosk, Kiosk], act: str) -> None:
    one, other = gates
    ended(one, other)
    assert one.close().closed
    getattr(other, act)(ticket(4))
    other.sync()
    page = one.look()
    assert not page.closed
    assert [device.name for device in page.in_the_way] == ["Other"]
    ended(other)
    assert not one.look().closed, "the old closing did not know of the new record"
    assert one.close().closed
    assert closings(one) == 2


def test_a_kiosk_that_is_enrolled_later_reopens(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one, other)
    assert one.close().closed
    third = Kiosk.enrolled(one.server, "Third")
    assert [device.name for device in one.look().in_the_way] == ["Third"]
    ended(third)
    assert one.close().closed


def test_an_excused_kiosk_is_named_and_no_longer_in_the_way(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    other.sync()
    ended(one)
    one.do(lambda uow, at: excuse_device(uow, at, other.device_id, "fell into the pond"))
    page = one.close()
    assert page.closed
    assert (status(page, other).excused, status(page, other).ended) == (True, False)
    assert status(page, other).reason == "fell into the pond"


def test_an_excused_kiosk_that_comes_after_all_reopens(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one)
    one.do(lambda uow, at: excuse_device(uow, at, other.device_id, "fell into the pond"))
    assert one.close().closed
    other.sync()
    page = one.close()
    assert not page.closed
    assert [device.device_id for device in page.in_the_way] == [other.device_id]
    assert not status(page, other).excused, "whoever is there again can end the day"
    ended(other)
    assert one.close().closed
    assert one.close().attendance.arrivals() == 4


def test_a_server_that_claims_more_than_it_proves_does_not_close(
    gates: tuple[Kiosk, Kiosk],
) -> None:
    one, other = gates
    ended(one, other)
    claimed = len(other.records()) + 50
    one.server.claims[other.device_id] = claimed
    page = one.close()
    assert not page.closed
    assert status(page, other).recorded == claimed
    assert status(page, other).missing == claimed - status(page, other).on_server


def test_receipts_that_the_server_did_not_sign_prove_nothing(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one, other)
    one.sync()
    one.server.forger = Identity.generate()
    page = one.close()
    assert not page.closed
    assert closings(one) == 0


def test_forged_receipts_on_the_closing_page_alone_prove_nothing(
    gates: tuple[Kiosk, Kiosk], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = gates
    ended(one, other)
    closing = one.server.closing

    def forged(*asked: object) -> object:
        one.server.forger = Identity.generate()
        shown = closing(*asked)  # type: ignore[arg-type]
        one.server.forger = None
        return shown

    monkeypatch.setattr(one.server, "closing", forged)
    page = one.close()
    assert page.troubles == ()
    assert (page.closed, closings(one)) == (False, 0)
    assert [(d.on_server, d.ended) for d in page.devices] == [(0, False), (0, False)]


def test_a_server_that_leaves_a_kiosk_out_closes_nothing(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    other.scan(ticket(7))
    other.sync()
    ended(one)
    one.server.left_out = {other.device_id}
    page = one.close()
    assert (page.closed, closings(one)) == (False, 0)
    assert [trouble.trouble for trouble in page.troubles] == [Trouble.REFUSED]


def test_without_the_server_the_page_says_why(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one, other)
    trouble = Retryable(Trouble.NO_NETWORK, "There is no network.")
    for call in ("announce", "closing"):
        one.server.faults = {call: trouble}
        page = one.close()
        assert (page.closed, page.devices, page.troubles) == (False, (), (trouble,))
        assert page.attendance.arrivals() > 0
        with pytest.raises(Retryable):
            one.prove()
    assert closings(one) == 0


def test_a_doubled_kiosk_is_told_and_both_branches_count(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    kiosk.scan(ticket(2))
    copy.scan(ticket(3))
    kiosk.sync()
    copy.sync()
    ended(kiosk)
    page = kiosk.close()
    assert not page.closed
    assert (status(page, kiosk).doubled, status(page, kiosk).ended) == (True, False)
    assert page.attendance.arrivals() == 3
    ended(copy)
    assert copy.kinds()[:2] == ["opened", "day_ended"]
    closed = kiosk.close()
    assert closed.closed
    assert [d.doubled for d in closed.devices] == [True, False]
    assert closed.attendance.arrivals() == 3


def test_a_copy_that_is_found_while_closing_keeps_the_site_open(kiosk: Kiosk) -> None:
    """The copy sent as many records as this kiosk has not sent yet: the counts tell nothing."""
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    copy.scan(ticket(3))
    copy.sync()
    kiosk.end_day()
    kiosk.server.calls.clear()
    page = kiosk.close()
    assert not page.closed
    assert closings(kiosk) == 0
    assert page.devices[0].doubled


def test_a_copy_that_sends_while_the_page_is_made_keeps_the_site_open(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server shows a receipt for a record that this kiosk has not got."""
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    copy.scan(ticket(3))
    ended(kiosk)
    closing = kiosk.server.closing

    def after_the_copy(*asked: object) -> object:
        copy.sync()
        return closing(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(kiosk.server, "closing", after_the_copy)
    page = kiosk.close()
    assert (page.closed, closings(kiosk)) == (False, 0)
    assert [device.name for device in page.in_the_way] == ["Gate"]


def test_nothing_is_proved_before_the_site_is_closed(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    ended(one, other)
    with pytest.raises(NotClosed):
        one.prove()


def test_the_page_shows_how_far_a_clock_was_off(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    other.clock.wall_ms -= 47 * 60_000
    ended(one, other)
    page = one.close()
    assert status(page, other).clock_offset_ms == -47 * 60_000
    assert status(page, one).clock_offset_ms == 0


def test_the_page_names_groups_that_nobody_counted(kiosk: Kiosk) -> None:
    kiosk.scan(group_ticket(8, 25))
    page = kiosk.look()
    [scan] = page.attendance.uncounted()
    assert (scan.party, page.holders[8].label) == (8, "9А, School 3")


def test_the_page_lists_decisions_and_copies_but_no_answers(kiosk: Kiosk) -> None:
    cancelled = kiosk.scan(ticket(6))
    kiosk.do(lambda uow, at: admit_anyway(uow, at, cancelled, "the director knows them"))
    kiosk.scan(ticket(1))
    kiosk.clock.pass_ms(60_000)
    again = kiosk.scan(ticket(1))
    kiosk.do(lambda uow, at: let_back_in(uow, at, again))
    kiosk.do(lambda uow, at: report_copy(uow, at, again))
    page = kiosk.look()
    assert [(r.integer("ticket"), r.text("reason")) for r in page.overrides] == [
        (6, "the director knows them")
    ]
    assert [r.integer("ticket") for r in page.copies] == [1]
    assert set(page.holders) == {1, 6}


def test_a_decision_whose_entry_was_taken_back_is_no_exception(kiosk: Kiosk) -> None:
    cancelled = kiosk.scan(ticket(6))
    admitted = kiosk.do(lambda uow, at: admit_anyway(uow, at, cancelled, "a mistake"))
    assert len(kiosk.look().overrides) == 1
    kiosk.do(lambda uow, at: undo(uow, at, admitted.record.seq, "the wrong one"))
    assert kiosk.look().overrides == ()
    again = kiosk.scan(ticket(6))
    kiosk.do(lambda uow, at: admit_anyway(uow, at, again, "the director knows them"))
    assert [r.text("reason") for r in kiosk.look().overrides] == ["the director knows them"]


def test_decisions_stand_in_the_order_of_true_time(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    other.clock.wall_ms -= 47 * 60_000
    for gate, number in ((one, 6), (other, 7)):
        one.clock.pass_ms(60_000)
        other.clock.pass_ms(60_000)
        refused = gate.scan(ticket(6))
        gate.do(partial(admit_anyway, refused=refused, reason=f"reason {number}"))
    other.sync()
    reasons = [record.text("reason") for record in one.look().overrides]
    assert reasons == ["reason 6", "reason 7"]


def test_without_a_server_the_page_tells_which_kiosks_are_known(
    gates: tuple[Kiosk, Kiosk],
) -> None:
    one, other = gates
    other.sync()
    one.sync()
    one.clock.pass_ms(14 * 60_000)
    one.server.faults["announce"] = Retryable(Trouble.NO_NETWORK, "There is no network.")
    page = one.look()
    assert (page.devices, len(page.troubles)) == ((), 1)
    mine, others = page.kiosks
    assert (mine.name, mine.here, mine.records) == ("One", True, len(one.own_entries()))
    assert (others.device_id, others.records) == (other.device_id, len(other.own_entries()))
    assert others.as_of == other.records()[-1].recorded_at
    assert others.is_stale(one.clock.wall_ms)
    assert not mine.is_stale(one.clock.wall_ms)


# --- an event of several days ---


def next_day(*kiosks: Kiosk) -> None:
    for clock in (kiosks[0].server.clock, *(kiosk.clock for kiosk in kiosks)):
        clock.pass_ms(DAY_MS)


def test_the_end_of_one_day_closes_no_other(gates: tuple[Kiosk, Kiosk]) -> None:
    """What the other one records on the second day nobody knows of before it comes."""
    one, other = gates
    ended(one, other)
    assert one.close().closed
    next_day(one, other)
    other.scan(ticket(4, day=2))
    assert not one.look().closed
    one.end_day()
    page = one.close()
    assert [device.name for device in page.in_the_way] == ["Other"]
    ended(other)
    assert one.close().closed


def test_an_excuse_of_one_day_holds_on_no_other(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    other.sync()
    ended(one)
    one.do(lambda uow, at: excuse_device(uow, at, other.device_id, "fell into the pond"))
    assert one.close().closed
    next_day(one)
    ended(one)
    assert [device.name for device in one.close().in_the_way] == ["Other"]


def test_a_day_may_be_closed_after_midnight(gates: tuple[Kiosk, Kiosk]) -> None:
    one, other = gates
    next_day(one, other)  # the last day of the event
    ended(one, other)
    next_day(one, other)
    assert one.close().closed
    assert one.look().closed
