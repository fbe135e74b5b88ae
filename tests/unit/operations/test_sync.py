"""Sync: only a genuine receipt means sent, each leg fails alone, copies become two kiosks."""

from __future__ import annotations

import pytest

from kiosk.domain.records import Kind
from kiosk.domain.true_time import true_time
from kiosk.journal.identity import Identity
from kiosk.operations import sync as sync_module
from kiosk.operations.ports import Final, Retryable, ServerError, Trouble
from kiosk.operations.recording import NotEnrolled
from kiosk.operations.sync import CLOCK_TOLERANCE_MS, sync
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.fakes import FakeClock, MemoryStore, RosterData
from tests.unit.operations.invented import MORNING, Kiosk, ticket

NO_NETWORK = Retryable(Trouble.NO_NETWORK, "There is no network.")
CAPTIVE_PORTAL = Retryable(Trouble.NOT_THE_SERVER, "A sign-in page answered.")


def on_server(server: FakeServer) -> list[str]:
    """The kinds of all records that the server holds, each record once."""
    records = [r for device in server.devices.values() for r in device.records.values()]
    return sorted(record.kind for record in records)


def everything_is_there(kiosk: Kiosk) -> bool:
    own = {r.hash for r in kiosk.records() if r.device_id == kiosk.device_id}
    return own == set(kiosk.server.devices[kiosk.device_id].records)


def test_what_was_scanned_arrives_with_a_receipt(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.scan(ticket(6))
    report = kiosk.sync()
    assert (report.ok, report.sent, report.receipts, report.pending) == (True, 4, 1, 0)
    assert on_server(kiosk.server) == ["arrival", "clock_checked", "opened", "refusal"]


def test_nothing_new_is_one_call_and_no_record(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    before = kiosk.records()
    kiosk.clock.pass_ms(3_600_000)
    kiosk.server.calls.clear()
    report = kiosk.sync()
    assert kiosk.server.calls == ["announce"]
    assert (report.ok, report.sent, report.received, report.receipts) == (True, 0, 0, 0)
    assert kiosk.records() == before


def test_a_kiosk_that_wrote_nothing_writes_nothing(kiosk: Kiosk) -> None:
    assert kiosk.sync().ok
    assert kiosk.server.calls == ["announce"]
    assert kiosk.records() == []


def test_private_parts_travel_beside_their_lines(kiosk: Kiosk) -> None:
    record = kiosk.log_trial(ticket(1))
    kiosk.sync()
    held = kiosk.server.devices[kiosk.device_id].entries[record.hash]
    assert held.private is not None
    assert held.private.belongs_to(record)


def test_a_long_journal_goes_in_runs(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync_module, "RUN_LENGTH", 3)
    for _ in range(4):
        kiosk.scan(ticket(1))
        kiosk.scan(ticket(2))
    report = kiosk.sync()
    assert kiosk.server.calls.count("upload") == 4
    assert (report.sent, report.receipts, report.ok) == (10, 4, True)
    assert everything_is_there(kiosk)


@pytest.mark.parametrize("call", ["announce", "upload"])
def test_a_lost_reply_leaves_each_record_once(kiosk: Kiosk, call: str) -> None:
    kiosk.scan(ticket(1))
    kiosk.server.lose_reply.add(call)
    failed = kiosk.sync()
    assert not failed.ok
    assert failed.pending == len(kiosk.kinds())
    report = kiosk.sync()
    assert report.ok
    assert everything_is_there(kiosk)
    assert on_server(kiosk.server) == ["arrival", "clock_checked", "opened"]


@pytest.mark.parametrize("fault", [NO_NETWORK, CAPTIVE_PORTAL])
def test_without_the_server_everything_stays_pending(kiosk: Kiosk, fault: Retryable) -> None:
    kiosk.scan(ticket(1))
    calls = ("announce", "upload", "roster", "journal")
    kiosk.server.faults = dict.fromkeys(calls, fault)
    report = kiosk.sync()
    assert (report.troubles, report.pending, report.ok) == ([fault], 2, False)
    assert kiosk.kinds() == ["opened", "arrival"]
    kiosk.server.faults = {}
    assert kiosk.sync().ok
    assert everything_is_there(kiosk)


def troubles(found: list[ServerError]) -> list[Trouble]:
    return [error.trouble for error in found if isinstance(error, Retryable | Final)]


def test_a_forged_receipt_means_nothing(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.server.forger = Identity.generate()
    report = kiosk.sync()
    assert troubles(report.troubles) == [Trouble.NOT_THE_SERVER]
    assert (report.sent, report.receipts, report.pending) == (0, 0, 3)
    assert kiosk.store.contents.receipts == {}
    kiosk.server.forger = None
    assert kiosk.sync().ok


def test_a_genuine_receipt_for_another_record_means_nothing(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.server.answers_for_another = True
    report = kiosk.sync()
    assert troubles(report.troubles) == [Trouble.NOT_THE_SERVER]
    assert (report.receipts, report.pending) == (0, 3)
    kiosk.server.answers_for_another = False
    assert kiosk.sync().ok


def test_a_forged_receipt_for_an_announcement_means_nothing(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.server.lose_reply.add("upload")
    kiosk.sync()
    kiosk.server.forger = Identity.generate()
    report = kiosk.sync()
    assert troubles(report.troubles) == [Trouble.NOT_THE_SERVER]
    assert report.pending == 3


def test_a_server_that_lost_records_gets_them_again(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    kiosk.scan(ticket(2))
    kiosk.sync()
    kiosk.server.forget(kiosk.device_id)
    kiosk.scan(ticket(3))
    assert kiosk.sync().ok
    assert everything_is_there(kiosk)


def test_a_gap_is_sent_again_from_where_the_server_says(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server loses its records between the announcement and the upload."""
    kiosk.scan(ticket(1))
    kiosk.sync()
    kiosk.scan(ticket(2))
    announce = kiosk.server.announce

    def then_forget(*asked: object) -> object:
        answer = announce(*asked)  # type: ignore[arg-type]
        kiosk.server.forget(kiosk.device_id)
        return answer

    monkeypatch.setattr(kiosk.server, "announce", then_forget)
    kiosk.server.calls.clear()
    report = kiosk.sync()
    assert kiosk.server.calls.count("upload") == 2
    assert report.ok
    assert everything_is_there(kiosk)


def test_a_failing_upload_blocks_neither_roster_nor_journal(server: FakeServer) -> None:
    one, other = (Kiosk.enrolled(server, name) for name in ("One", "Other"))
    other.scan(ticket(2))
    other.sync()
    one.scan(ticket(1))
    one.store.contents.roster = RosterData()
    server.faults["upload"] = NO_NETWORK
    report = one.sync()
    assert report.troubles == [NO_NETWORK]
    assert report.pending == 3
    assert one.store.contents.roster.cursor == server.cursor
    assert report.received == 3


def test_a_failing_roster_blocks_neither_upload_nor_journal(server: FakeServer) -> None:
    one, other = (Kiosk.enrolled(server, name) for name in ("One", "Other"))
    other.scan(ticket(2))
    other.sync()
    one.scan(ticket(1))
    one.store.contents.roster.cursor = RosterData().cursor
    server.faults["roster"] = NO_NETWORK
    report = one.sync()
    assert (report.pending, report.received, report.ok) == (0, 3, False)


def test_a_roster_is_taken_over_once_and_finished_with_its_last_page(kiosk: Kiosk) -> None:
    kiosk.store.contents.roster.cursor = RosterData().cursor
    writes = kiosk.store.writes
    assert kiosk.sync().ok
    log = kiosk.store.contents.roster.log
    assert [what for what, _ in log] == ["applied", "applied", "finished"]
    assert log[-1][1] == kiosk.server.cursor
    assert kiosk.store.writes - writes == 3, "a page each, and the mark of the exchange"
    assert kiosk.sync().ok
    assert kiosk.store.contents.roster.log == log


def test_the_other_kiosks_arrivals_come_back(server: FakeServer) -> None:
    one, other = (Kiosk.enrolled(server, name) for name in ("One", "Other"))
    one.scan(ticket(1))
    one.sync()
    assert other.sync().received == 3
    assert other.sync().received == 0
    tally = other.store.read(lambda uow: uow.attendance.tally())
    assert (tally.this_kiosk, tally.site, tally.as_of) == (0, 1, MORNING)


# --- clocks ---


def test_a_timebase_is_checked_once_and_again_when_it_moved(kiosk: Kiosk) -> None:
    def sync_after_a_scan(number: int) -> int:
        kiosk.scan(ticket(number))
        kiosk.sync()
        return kiosk.kinds().count("clock_checked")

    assert sync_after_a_scan(1) == 1
    assert sync_after_a_scan(2) == 1
    kiosk.server.clock.wall_ms += CLOCK_TOLERANCE_MS
    assert sync_after_a_scan(3) == 1
    kiosk.server.clock.wall_ms += 1
    assert sync_after_a_scan(4) == 2
    kiosk.clock.timebase_id = "after a restart"
    assert sync_after_a_scan(5) == 3


def test_a_wall_clock_that_jumps_moves_no_timebase(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    kiosk.clock.wall_ms += 3_600_000
    kiosk.scan(ticket(2))
    kiosk.sync()
    assert kiosk.kinds().count("clock_checked") == 1


def test_a_slow_kiosks_arrivals_get_their_true_time(kiosk: Kiosk) -> None:
    slow_by = 47 * 60_000
    kiosk.clock.wall_ms -= slow_by
    came = kiosk.scan(ticket(1)).record
    kiosk.clock.pass_ms(60_000)
    kiosk.server.clock.pass_ms(60_000)
    kiosk.sync()
    anchor = kiosk.store.read(lambda uow: uow.journal.anchor(came.timebase_id))
    assert anchor is not None
    found = true_time(came, {anchor.timebase_id: anchor})
    assert (found.ms, found.confirmed) == (MORNING, True)


# --- copies of a folder ---


def test_a_copy_goes_on_under_an_identity_of_its_own(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    kiosk.scan(ticket(2))
    copy.scan(ticket(3))
    assert not kiosk.sync().doubled
    old_id = kiosk.device_id
    report = copy.sync()
    assert (report.doubled, report.ok) == (True, True)
    assert copy.device_id != old_id
    assert copy.kinds() == [], "the new identity writes nothing before there is something to say"
    old = copy.store.contents.signers[0]

    assert copy.sync().ok
    copy.scan(ticket(4))
    opened = next(r for r in copy.records() if r.device_id == copy.device_id)
    assert opened.kind == Kind.OPENED
    assert opened.data["succeeds"] == {
        "device_id": old_id,
        "seq": old.seq,
        "hash": old.hash,
    }
    assert copy.sync().ok
    assert copy.kinds()[:2] == ["opened", "arrival"]
    assert everything_is_there(copy)
    # The first arrival is shared; each of the two wrote one more, and the copy another one.
    assert on_server(kiosk.server).count("arrival") == 4
    assert kiosk.device_id == old_id
    assert kiosk.sync().ok


def test_both_branches_come_back_to_both(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    kiosk.scan(ticket(2))
    copy.scan(ticket(3))
    kiosk.sync()
    copy.sync()
    kiosk.sync()
    tickets = [{r.integer("ticket") for r in k.records()} - {0} for k in (kiosk, copy)]
    assert tickets == [{1, 2, 3}, {1, 2, 3}]


def test_a_copy_whose_reply_was_lost_learns_of_it_with_its_next_record(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    kiosk.scan(ticket(2))
    kiosk.sync()
    copy.scan(ticket(3))
    kiosk.server.lose_reply.add("upload")
    assert not copy.sync().ok
    copy.scan(ticket(4))
    assert copy.sync().doubled
    assert copy.device_id != kiosk.device_id


def test_a_scan_during_the_upload_does_not_keep_a_copy_under_its_old_identity(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    kiosk.scan(ticket(2))
    kiosk.sync()
    copy.scan(ticket(3))
    upload = kiosk.server.upload

    def scanning_meanwhile(*asked: object) -> object:
        if copy.kinds().count("arrival") == 2:
            copy.scan(ticket(4))
        return upload(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(kiosk.server, "upload", scanning_meanwhile)
    report = copy.sync()
    assert (report.doubled, report.ok) == (True, True)
    assert copy.device_id != kiosk.device_id
    assert on_server(kiosk.server).count("arrival") == 4


def test_what_is_scanned_between_announcement_and_upload_is_sent_under_a_newer_head(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.scan(ticket(1))
    announce = kiosk.server.announce

    def scanning_meanwhile(*asked: object) -> object:
        kiosk.scan(ticket(2))
        return announce(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(kiosk.server, "announce", scanning_meanwhile)
    assert kiosk.sync().ok
    assert everything_is_there(kiosk)


def test_a_successor_whose_enrolment_failed_is_enrolled_next_time(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    kiosk.scan(ticket(2))
    kiosk.sync()
    copy.scan(ticket(3))
    copy.sync()
    copy.scan(ticket(4))
    copy.server.lose_reply.add("succeed")
    report = copy.sync()
    assert (report.ok, len(report.troubles)) == (False, 1)
    assert report.pending == 2
    assert copy.sync().ok
    assert copy.pending() == 0
    assert everything_is_there(copy)


def test_an_earlier_identitys_unsent_records_are_still_sent(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is found out with its first run; the line fails before the rest is sent."""
    monkeypatch.setattr(sync_module, "RUN_LENGTH", 1)
    kiosk.scan(ticket(1))
    kiosk.sync()
    copy = kiosk.copied()
    kiosk.scan(ticket(2))
    kiosk.sync()
    copy.scan(ticket(3))
    copy.scan(ticket(4))
    upload = kiosk.server.upload

    def fail_after_the_first(*asked: object) -> object:
        answer = upload(*asked)  # type: ignore[arg-type]
        kiosk.server.faults["upload"] = NO_NETWORK
        return answer

    monkeypatch.setattr(kiosk.server, "upload", fail_after_the_first)
    assert not copy.sync().ok
    monkeypatch.setattr(kiosk.server, "upload", upload)
    kiosk.server.faults = {}
    copy.scan(ticket(5))
    report = copy.sync()
    assert (report.ok, report.pending) == (True, 0)
    assert on_server(kiosk.server).count("arrival") == 5
    assert len(copy.store.contents.signers) == 2, "the old identity is left only once"


def test_a_final_error_drops_nothing(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.server.devices[kiosk.device_id].token = "revoked"
    report = kiosk.sync()
    assert troubles(report.troubles) == [Trouble.NOT_AUTHORISED]
    assert isinstance(report.troubles[0], Final)
    assert report.pending == 2


def test_before_enrolment_there_is_nobody_to_talk_to(server: FakeServer) -> None:
    with pytest.raises(NotEnrolled):
        sync(MemoryStore(Identity.generate()), server, FakeClock(MORNING))
    assert server.calls == []
