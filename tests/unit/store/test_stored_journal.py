"""The journal in the database: appended, merged, sent on, acknowledged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kiosk.domain.records import Kind, Record
from kiosk.domain.true_time import Anchor
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import MalformedLine, parse
from kiosk.journal.private import PrivatePart
from kiosk.journal.receipts import Receipt
from kiosk.operations.ports import Binding, Entry, NotRecorded, Reach, Signer
from kiosk.operations.recording import append
from kiosk.store.database import Database
from kiosk.store.unit_of_work import Transaction
from kiosk.store.verify import verify
from tests.unit.store.chains import Chain, arrive, moment


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "kiosk") as made:
        yield made


def _me(database: Database) -> Signer:
    return database.read(lambda t: t.journal.signer())


def _entries(database: Database) -> list[Entry]:
    device = _me(database).identity.device_id
    return database.read(lambda t: list(t.journal.entries(device)))


def test_a_new_kiosk_has_an_identity_and_nothing_recorded(database: Database) -> None:
    signer = _me(database)
    assert (signer.seq, signer.hash) == (0, genesis(signer.identity.public))
    assert database.read(lambda t: t.journal.vector()) == {}
    assert database.read(lambda t: t.binding()) is None


def test_records_come_back_as_they_were_written(database: Database) -> None:
    first = database.write(lambda t: arrive(t, 1))
    second = database.write(lambda t: arrive(t, 2))
    signer = _me(database)
    assert (signer.seq, signer.hash) == (3, second.hash)
    read = database.read(lambda t: list(t.journal.records()))
    assert [r.kind for r in read] == ["opened", "arrival", "arrival"]
    assert read[1:] == [first, second]
    assert database.read(lambda t: t.journal.own_record(2)) == first
    assert database.read(lambda t: t.journal.own_record(4)) is None
    assert database.read(lambda t: t.journal.last_scan()) == second
    assert database.read(lambda t: t.journal.recent(5)) == [second, first]


def test_the_latest_record_of_each_device_is_the_one_it_wrote_last(database: Database) -> None:
    assert database.read(lambda t: t.journal.latest()) == []
    mine = database.write(lambda t: arrive(t, 1))
    other = Chain()
    other.add(Kind.ARRIVAL, {"ticket": 2}, moment(5_000))
    theirs = other.add(Kind.ARRIVAL, {"ticket": 3}, moment(9_000))
    other.add(Kind.ARRIVAL, {"ticket": 4}, moment(7_000))
    database.write(lambda t: t.journal.merge(other.entries))
    found = {r.device_id: r for r in database.read(lambda t: t.journal.latest())}
    assert found[other.identity.device_id] == theirs, "by its clock, which was set back since"
    assert found[mine.device_id].recorded_at == mine.recorded_at


def test_only_the_gates_records_are_recent(database: Database) -> None:
    def job(t: Transaction) -> None:
        seen = arrive(t, 1)
        append(t, moment(), Kind.REFUSAL, {"verdict": "unknown"})
        append(t, moment(), Kind.TRIAL_RESULT, {"ticket": 1})
        assert [r.kind for r in t.journal.recent(9)] == ["refusal", "arrival"]
        assert t.journal.last_scan() == seen

    database.write(job)


def test_its_own_walk_ins_come_the_latest_first(database: Database) -> None:
    other = Chain()
    other.add(Kind.WALK_IN, {"ticket": 9}, moment(5_000))

    def job(t: Transaction) -> None:
        for number in (1, 2):
            append(t, moment(), Kind.WALK_IN, {"ticket": number})
            arrive(t, number)
        t.journal.merge(other.entries)
        assert [r.integer("ticket") for r in t.journal.own_walk_ins()] == [2, 1]

    database.write(job)


def _append(record: Record, head: Head, t: Transaction) -> None:
    t.journal.append(Entry(b"{}"), record, head)


def test_a_record_that_does_not_continue_the_chain_is_not_taken(database: Database) -> None:
    last = database.write(lambda t: arrive(t, 1))
    signer = _me(database)
    for seq, prev in ((last.seq + 2, last.hash), (last.seq + 1, "0" * 64)):
        chain = Chain(identity=signer.identity)
        fields = chain.records[0]
        record = replace(fields, seq=seq, prev=prev, hash="1" * 64)
        head = Head.sign(signer.identity, seq, record.hash)
        with pytest.raises(NotRecorded):
            database.write(partial(_append, record, head))
    assert _me(database).hash == last.hash
    assert verify(database).ok


def test_a_failing_job_leaves_nothing(database: Database) -> None:
    def job(t: Transaction) -> None:
        arrive(t, 1)
        raise LookupError

    with pytest.raises(LookupError):
        database.write(job)
    assert database.read(lambda t: t.journal.vector()) == {}
    assert database.read(lambda t: t.attendance.tally()).this_kiosk == 0
    assert database.write(lambda t: arrive(t, 1)).seq == 2


def test_merge_is_a_union_by_hash(database: Database) -> None:
    chain = Chain()
    chain.arrive(1)
    chain.add("invented_later", {"any": "thing"})
    assert database.write(lambda t: t.journal.merge(chain.entries[1:])) == 2
    assert database.write(lambda t: t.journal.merge(chain.entries * 2)) == 1
    assert database.write(lambda t: t.journal.merge(chain.entries)) == 0
    device = chain.identity.device_id
    assert database.read(lambda t: t.journal.vector()) == {device: Reach(3, 3)}
    assert database.read(lambda t: list(t.journal.entries(device))) == chain.entries
    assert database.read(lambda t: t.journal.run(device, 0, 10)) == []


def test_a_malformed_line_keeps_the_whole_merge_out(database: Database) -> None:
    chain = Chain()
    with pytest.raises(MalformedLine):
        database.write(lambda t: t.journal.merge([*chain.entries, Entry(b'{"v":1}')]))
    assert database.read(lambda t: t.journal.vector()) == {}


def test_private_parts_stay_beside_their_own_line(database: Database) -> None:
    chain = Chain()
    chain.add("remark", {}, private={"remark": "работает аккуратно"})
    chain.add("remark", {}, private={"remark": "помогает другим"})
    strange = replace(chain.entries[2], private=PrivatePart.of({"remark": "подмена"}))
    database.write(lambda t: t.journal.merge([chain.entries[1], strange]))
    held = database.read(lambda t: list(t.journal.entries(chain.identity.device_id)))
    assert held == [chain.entries[1], Entry(strange.line)]


def test_both_branches_of_a_copied_device_are_kept(database: Database) -> None:
    first = Chain()
    first.arrive(1)
    second = Chain(first)
    first.arrive(2)
    second.arrive(3)
    second.arrive(4)
    database.write(lambda t: t.journal.merge(first.entries))
    assert database.write(lambda t: t.journal.merge(second.entries)) == 2
    device = first.identity.device_id
    assert database.read(lambda t: t.journal.vector()) == {device: Reach(4, 5)}
    assert database.read(lambda t: t.attendance.tally()).site == 4
    assert verify(database).ok


def test_an_old_copy_takes_its_own_later_records_back(database: Database) -> None:
    database.write(lambda t: arrive(t, 1))
    later = Chain(identity=_me(database).identity)
    later.entries[:] = _entries(database)
    for ticket in (2, 3, 4):
        later.arrive(ticket)
    database.write(lambda t: t.journal.merge(later.entries[4:]))
    assert _me(database).seq == 2
    assert database.read(lambda t: t.attendance.tally()).this_kiosk == 1
    database.write(lambda t: t.journal.merge(later.entries))
    assert (_me(database).seq, _me(database).hash) == (5, later.records[-1].hash)
    assert database.read(lambda t: t.attendance.tally()).this_kiosk == 4
    assert database.write(lambda t: arrive(t, 5)).seq == 6
    assert verify(database).ok


def test_a_copys_branch_is_not_this_kiosks_run(database: Database) -> None:
    database.write(lambda t: arrive(t, 1))
    other = Chain(identity=_me(database).identity)
    other.entries[:] = _entries(database)
    other.arrive(2)
    mine = database.write(lambda t: arrive(t, 3))
    database.write(lambda t: t.journal.merge(other.entries))
    device = mine.device_id
    run = database.read(lambda t: t.journal.run(device, 1, 10))
    assert [parse(entry.line).hash for entry in run][1:] == [mine.hash]
    assert len(database.read(lambda t: list(t.journal.entries(device)))) == 4
    assert database.read(lambda t: t.journal.own_record(3)) == mine
    assert database.read(lambda t: t.journal.pending()) == 3
    assert verify(database).ok


def _receipt(server: Identity, device: str, seq: int, record_hash: str) -> Receipt:
    return Receipt.sign(
        server, device=device, seq=seq, record_hash=record_hash, private_parts=(), server_time=seq
    )


def _keep(database: Database, receipt: Receipt) -> None:
    database.write(lambda t: t.journal.save_receipt(receipt))


def test_receipts_cover_this_kiosks_own_branch_only(database: Database) -> None:
    server = Identity.generate()
    second = database.write(lambda t: arrive(t, 1))
    third = database.write(lambda t: arrive(t, 2))
    device = third.device_id
    assert database.read(lambda t: t.journal.pending()) == 3
    strange = _receipt(server, device, 3, "0" * 64)
    for receipt, pending in ((strange, 3), (_receipt(server, device, 2, second.hash), 1)):
        for _ in range(2):
            _keep(database, receipt)
        assert database.read(lambda t: t.journal.pending()) == pending
    assert database.read(lambda t: t.journal.receipt(device)) == receipt
    last = _receipt(server, device, 3, third.hash)
    _keep(database, last)
    assert database.read(lambda t: t.journal.receipt(device)) == last
    assert database.read(lambda t: t.journal.pending()) == 0


def test_a_new_identity_goes_on_from_the_old_one(database: Database) -> None:
    last = database.write(lambda t: arrive(t, 1))
    new = Identity.generate()
    succeeds = (last.device_id, last.seq, last.hash)
    signer = Signer(new, 0, genesis(new.public), succeeds=succeeds)
    database.write(lambda t: t.journal.add_signer(signer))
    database.write(lambda t: t.journal.save_token(new.device_id, "secret"))
    database.write(lambda t: t.journal.save_number(new.device_id, 3))
    again = database.write(lambda t: arrive(t, 2))
    assert (again.device_id, again.seq) == (new.device_id, 2)
    old, present = database.read(lambda t: t.journal.signers())
    assert (old.identity.device_id, old.seq, old.token) == (last.device_id, 2, "")
    assert (present.seq, present.token, present.succeeds) == (2, "secret", succeeds)
    assert (old.number, present.number) == (0, 3)
    assert database.read(lambda t: t.journal.recent(5)) == [again]
    assert database.read(lambda t: t.journal.pending()) == 4
    assert database.read(lambda t: t.attendance.tally()).this_kiosk == 2
    assert verify(database).ok


def test_retractions_and_clock_checks_are_found(database: Database) -> None:
    record = database.write(lambda t: arrive(t, 1))
    assert not database.read(lambda t: t.journal.is_retracted(record.hash))

    def job(t: Transaction) -> str:
        append(t, moment(), Kind.RETRACTION, {"target": record.hash})
        when = moment(timebase="boot", elapsed=70)
        return append(t, when, Kind.CLOCK_CHECKED, {"true_ms": 90}).hash

    name = database.write(job)
    assert database.read(lambda t: t.journal.is_retracted(record.hash))
    assert database.read(lambda t: t.journal.anchor("boot")) == Anchor("boot", 70, 90, name)
    assert database.read(lambda t: t.journal.anchor("other")) is None


def test_a_binding_is_kept_and_replaced(database: Database) -> None:
    first = Binding("Киоск 1", 5, 7, "A", "https://central.example", b"k" * 32, True)
    second = replace(first, site=8, entrance="B", demo=False)
    database.write(lambda t: t.save_binding(first))
    assert database.read(lambda t: t.binding()) == first
    database.write(lambda t: t.save_binding(second))
    assert database.read(lambda t: t.binding()) == second


def test_the_time_of_the_last_exchange_is_kept(database: Database) -> None:
    assert database.read(lambda t: t.attendance.tally()).as_of is None
    database.write(lambda t: t.journal.mark_exchanged(5))
    database.write(lambda t: t.journal.mark_exchanged(9))
    assert database.read(lambda t: t.attendance.tally()).as_of == 9
