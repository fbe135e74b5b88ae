"""A scan at the gate: every verdict, what is recorded for it, and when nothing is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.movements import Movement, Way
from kiosk.domain.programme import SitePolicy
from kiosk.domain.records import Kind
from kiosk.domain.tickets import TicketKind
from kiosk.journal.chain import first_break
from kiosk.journal.identity import Identity, genesis
from kiosk.operations.check_in import REPEAT_WINDOW_MS
from kiosk.operations.identify import MistypedCode
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.operations.recording import NotEnrolled
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.fakes import FakeClock, MemoryStore
from tests.unit.operations.invented import (
    FOREIGN_KEY,
    MORNING,
    Kiosk,
    code,
    listed,
    ticket,
)

LATER = REPEAT_WINDOW_MS + 1


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (ticket(1), VerdictName.ADMITTED),
        ("TP-0009", VerdictName.ADMITTED),
        (ticket(1, site=0, day=0, slot=0), VerdictName.ADMITTED),
        ("", VerdictName.UNREADABLE),
        (ticket(1)[:60], VerdictName.UNREADABLE),
        (ticket(1, FOREIGN_KEY), VerdictName.FORGED),
        ("TP-0010", VerdictName.UNKNOWN),
        (code(1), VerdictName.UNKNOWN),
        (ticket(6), VerdictName.CANCELLED),
        (ticket(2, event=2), VerdictName.WRONG_EVENT),
        (ticket(2, site=8), VerdictName.WRONG_SITE),
        (ticket(2, day=2), VerdictName.WRONG_DAY),
    ],
)
def test_every_verdict_is_recorded(kiosk: Kiosk, text: str, verdict: VerdictName) -> None:
    answer = kiosk.scan(text)
    assert (answer.verdict.name, answer.repeat) == (verdict, False)
    admitted = verdict is VerdictName.ADMITTED
    assert answer.record.kind == (Kind.ARRIVAL if admitted else Kind.REFUSAL)
    assert admitted or answer.record.text("verdict") == verdict.value
    assert answer.record in kiosk.records()
    assert kiosk.kinds() == ["opened", answer.record.kind]


def test_an_arrival_tells_all_that_attendance_needs(kiosk: Kiosk) -> None:
    record = kiosk.scan(ticket(1)).record
    assert Movement.from_record(record) == Movement(
        hash=record.hash,
        device_id=kiosk.device_id,
        seq=2,
        way=Way.IN,
        ticket=1,
        party=1,
        kind=TicketKind.PUPIL,
        heads=1,
        adults=0,
        size=1,
        source="scan",
        registration="",
        named=(),
        apart=(),
        said_at=0,
        recorded_at=MORNING,
        timebase_id="boot of Gate",
        elapsed_ms=0,
        entrance="A",
        operator="v1",
    )
    assert (record.event, record.site) == (1, 7)


def test_no_line_holds_a_ticket_text_a_code_or_a_name(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.scan(code(2), typed=True)
    kiosk.scan("TP-0009")
    kiosk.scan(ticket(6))
    lines = b"".join(entry.line for entry in kiosk.store.contents.entries.values())
    for secret in (ticket(1)[:40], code(2), "TP-0009", "Сова", "Ольга"):
        assert secret.encode() not in lines


def test_the_mark_of_a_code_differs_from_device_to_device(server: FakeServer) -> None:
    """Otherwise the ten digits of a short code could be found from the journal by trying."""
    one, other = (Kiosk.enrolled(server, name) for name in ("One", "Other"))
    marks = {gate.scan(code(1), typed=True).record.text("scan") for gate in (one, other)}
    assert len(marks) == 2


def test_the_records_form_a_chain_that_begins_with_the_key(kiosk: Kiosk) -> None:
    for number in (1, 2, 6):
        kiosk.scan(ticket(number))
    start = genesis(kiosk.store.contents.signers[-1].identity.public)
    assert first_break(kiosk.records(), 0, start) is None
    assert kiosk.kinds() == ["opened", "arrival", "arrival", "refusal"]


def test_a_second_scan_is_refused_with_the_first_arrival(kiosk: Kiosk) -> None:
    first = kiosk.scan(ticket(1))
    kiosk.clock.pass_ms(LATER)
    second = kiosk.scan(ticket(1))
    assert second.verdict.name is VerdictName.ALREADY_INSIDE
    assert second.verdict.earlier == Movement.from_record(first.record)
    assert not second.repeat


def test_the_same_ticket_by_code_and_by_qr_is_one_ticket(kiosk: Kiosk) -> None:
    typed = kiosk.scan(code(1), typed=True)
    assert typed.verdict.notes == {Note.COMPARE_NAME}
    assert typed.verdict.name is VerdictName.ADMITTED
    assert kiosk.scan(ticket(1)).verdict.name is VerdictName.ALREADY_INSIDE


@pytest.mark.parametrize(
    ("wall_jump", "passed"),
    [(0, 0), (0, REPEAT_WINDOW_MS), (47 * 60_000, 5_000), (-47 * 60_000, 5_000)],
)
def test_a_repeat_shows_the_same_verdict_and_writes_nothing(
    kiosk: Kiosk, wall_jump: int, passed: int
) -> None:
    """Time passed is what counts, whatever somebody does to the wall clock."""
    first = kiosk.scan(ticket(5, slot=0))
    kiosk.clock.pass_ms(passed)
    kiosk.clock.wall_ms += wall_jump
    again = kiosk.scan(ticket(5, slot=0).lower())
    assert again == replace(first, repeat=True)
    assert kiosk.kinds() == ["opened", "arrival"]


def test_after_the_window_it_is_a_second_scan_even_if_the_clock_was_set_back(
    kiosk: Kiosk,
) -> None:
    kiosk.scan(ticket(1))
    kiosk.clock.pass_ms(LATER)
    kiosk.clock.wall_ms -= LATER
    again = kiosk.scan(ticket(1))
    assert (again.verdict.name, again.repeat) == (VerdictName.ALREADY_INSIDE, False)


@pytest.mark.parametrize(("passed", "repeat"), [(5_000, True), (LATER, False), (-1, False)])
def test_after_a_restart_the_wall_clock_decides(kiosk: Kiosk, passed: int, repeat: bool) -> None:
    kiosk.scan(ticket(1))
    kiosk.clock = FakeClock(MORNING + passed, "another boot")
    assert kiosk.scan(ticket(1)).repeat is repeat


@pytest.mark.parametrize("text", [ticket(6), "TP-0010", "", ticket(2, site=8)])
def test_a_repeated_refusal_is_one_refusal(kiosk: Kiosk, text: str) -> None:
    first = kiosk.scan(text)
    kiosk.clock.pass_ms(3_000)
    assert kiosk.scan(text) == replace(first, repeat=True)
    kiosk.clock.pass_ms(LATER)
    assert not kiosk.scan(text).repeat


def test_a_repeated_refusal_of_somebody_who_came_before_shows_no_arrival(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.store.contents.roster.tickets = {1: listed(1, cancelled=True)}
    kiosk.clock.pass_ms(LATER)
    first = kiosk.scan(ticket(1))
    assert first.verdict.earlier is None
    assert kiosk.scan(ticket(1)) == replace(first, repeat=True)


def test_with_another_scan_between_it_is_no_repeat(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.scan(ticket(2))
    again = kiosk.scan(ticket(1))
    assert (again.verdict.name, again.repeat) == (VerdictName.ALREADY_INSIDE, False)


def test_a_clock_check_between_is_no_other_scan(kiosk: Kiosk) -> None:
    first = kiosk.scan(ticket(1))
    kiosk.sync()
    assert kiosk.kinds()[-1] == "clock_checked"
    again = kiosk.scan(ticket(1))
    assert (again.record, again.repeat) == (first.record, True)


def test_after_an_undo_the_ticket_is_admitted_anew(kiosk: Kiosk) -> None:
    first = kiosk.scan(ticket(1))
    kiosk.undo(first.record.seq)
    again = kiosk.scan(ticket(1))
    assert (again.verdict.name, again.repeat) == (VerdictName.ADMITTED, False)
    assert again.record.seq > first.record.seq


def test_an_undo_between_a_second_scan_and_the_third_admits(kiosk: Kiosk) -> None:
    first = kiosk.scan(ticket(1))
    kiosk.clock.pass_ms(LATER)
    assert kiosk.scan(ticket(1)).verdict.name is VerdictName.ALREADY_INSIDE
    kiosk.undo(first.record.seq)
    again = kiosk.scan(ticket(1))
    assert (again.verdict.name, again.repeat) == (VerdictName.ADMITTED, False)


def test_a_refusal_that_the_roster_has_overtaken_is_no_repeat(kiosk: Kiosk) -> None:
    assert kiosk.scan("TP-0010").verdict.name is VerdictName.UNKNOWN
    kiosk.store.contents.roster.tickets = {10: listed(10, external="TP-0010")}
    assert kiosk.scan("TP-0010").verdict.name is VerdictName.ADMITTED


def test_a_ticket_newer_than_the_roster_is_admitted_and_marked(kiosk: Kiosk) -> None:
    answer = kiosk.scan(ticket(77))
    assert (answer.verdict.name, answer.verdict.notes) == (
        VerdictName.ADMITTED,
        frozenset({Note.NOT_LISTED}),
    )
    assert answer.record.data["notes"] == ["not_listed"]
    assert kiosk.scan(ticket(77)).verdict.notes == answer.verdict.notes


def test_another_events_ticket_is_nobody_of_this_ones_list(kiosk: Kiosk) -> None:
    """Ticket 6 of this event is cancelled; ticket 6 of another one is only at the wrong event."""
    answer = kiosk.scan(ticket(6, event=2))
    assert answer.verdict.name is VerdictName.WRONG_EVENT
    assert answer.seen.listed is None
    assert [scan.listed for scan in kiosk.overview().recent] == [None]


def test_what_the_roster_knows_is_shown_beside_the_verdict(kiosk: Kiosk) -> None:
    here = kiosk.scan(ticket(1)).seen
    assert here.listed == listed(1)
    assert here.slot is not None
    assert here.slot.route == "Blue"
    assert here.site is not None
    assert here.site.name == "Works"
    elsewhere = kiosk.scan(ticket(2, site=8)).seen
    assert elsewhere.slot is None
    assert elsewhere.site is not None
    assert elsewhere.site.name == "Depot"


def test_early_and_late_are_marked_or_refused_as_the_site_decides(server: FakeServer) -> None:
    lenient = Kiosk.enrolled(server, "Lenient")
    strict = Kiosk.enrolled(server, "Strict", SitePolicy(keeps_slots=True))
    for gate in (lenient, strict):
        gate.clock.pass_ms(3 * 3_600_000)
    assert lenient.scan(ticket(1)).verdict.notes == {Note.LATE}
    assert strict.scan(ticket(1)).verdict.name is VerdictName.WRONG_TIME


def test_clearance_is_asked_for_where_the_site_asks(server: FakeServer) -> None:
    strict = Kiosk.enrolled(server, "Strict", SitePolicy(asks_clearance=True))
    assert strict.scan(ticket(7)).verdict.name is VerdictName.NOT_CLEARED
    assert Kiosk.enrolled(server, "Other").scan(ticket(7)).verdict.name is VerdictName.ADMITTED


def test_what_cannot_be_recorded_raises_and_leaves_nothing(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    before = kiosk.store.contents.copy()
    kiosk.store.fault = NotRecorded(Cause.DISK_FULL, "The disk is full.")
    with pytest.raises(NotRecorded):
        kiosk.scan(ticket(2))
    assert kiosk.store.contents == before
    kiosk.store.fault = None
    assert kiosk.scan(ticket(2)).verdict.name is VerdictName.ADMITTED


def test_before_enrolment_nobody_can_be_answered() -> None:
    new = Kiosk(
        FakeServer(FakeClock(MORNING)), FakeClock(MORNING), MemoryStore(Identity.generate())
    )
    with pytest.raises(NotEnrolled):
        new.scan(ticket(1))
    assert new.records() == []


def test_a_mistyped_code_is_neither_answered_nor_recorded(kiosk: Kiosk) -> None:
    right = code(1)
    wrong = f"{right[:-1]}{(int(right[-1]) + 1) % 10}"
    with pytest.raises(MistypedCode):
        kiosk.scan(wrong, typed=True)
    assert kiosk.kinds() == []
