"""Whatever somebody does to the tables, verification names the record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kiosk.domain.records import Kind
from kiosk.journal.identity import Identity
from kiosk.journal.receipts import Receipt
from kiosk.operations.recording import append
from kiosk.store import projections
from kiosk.store.database import Database
from kiosk.store.unit_of_work import Transaction
from kiosk.store.verify import VerifyReport, verify
from tests.unit.store.chains import Chain, arrive, moment

FIRST, MIDDLE, LAST = 1, 4, 8


@pytest.fixture
def database(tmp_path: Path) -> Any:
    with Database.create(tmp_path) as made:
        made.write(_write_eight)
        yield made


def _write_eight(t: Transaction) -> None:
    """Numbers 2 to 8, after the first one that opens the journal; 4 and 8 have private parts."""
    for ticket in (1, 2):
        arrive(t, ticket)
    append(t, moment(), "remark", {}, {"remark": "работает аккуратно"})  # type: ignore[arg-type]
    for ticket in (3, 4, 5):
        arrive(t, ticket)
    append(t, moment(), Kind.TRIAL_RESULT, {"ticket": 1}, {"remark": "помогает другим"})


def _tamper(database: Database, sql: str, **values: object) -> None:
    database.write(lambda t: t.connection.execute(text(sql), values))


def _names(database: Database, report: VerifyReport, seq: int) -> bool:
    device = database.read(lambda t: t.journal.signer()).identity.device_id
    return not report.ok and report.problem.startswith(f"Device {device[:8]}, record {seq}: ")


def test_an_honest_journal_is_in_order(database: Database) -> None:
    assert verify(database) == VerifyReport(
        ok=True, records=8, devices=1, projections_ok=True, problem=""
    )


@pytest.mark.parametrize("seq", [FIRST, 2, MIDDLE, LAST])
def test_a_deleted_record_is_named(database: Database, seq: int) -> None:
    _tamper(database, "DELETE FROM record WHERE seq = :seq", seq=seq)
    assert _names(database, verify(database), seq)


@pytest.mark.parametrize("seq", [FIRST, MIDDLE, LAST])
@pytest.mark.parametrize(
    "change",
    [
        "line = CAST(REPLACE(CAST(line AS TEXT), 'entrance', 'Entrance') AS BLOB)",
        "line = 'text'",
        "hash = REPLACE(hash, SUBSTR(hash, 1, 1), 'x')",
        "kind = 'other'",
        "recorded_at = recorded_at + 1",
        "timebase_id = 'other'",
        "elapsed_ms = elapsed_ms + 1",
        "site = site + 1",
        "prev = 'other'",
        "scan = 'other'",
        "own = 0",
    ],
)
def test_a_changed_line_or_column_is_named(database: Database, seq: int, change: str) -> None:
    _tamper(database, f"UPDATE record SET {change} WHERE seq = :seq", seq=seq)
    assert _names(database, verify(database), seq)


@pytest.mark.parametrize("seq", [MIDDLE, LAST])
@pytest.mark.parametrize(
    "change", ["part = CAST('{}' AS BLOB)", "salt = ZEROBLOB(16)", "salt = NULL"]
)
def test_a_changed_private_part_is_named(database: Database, seq: int, change: str) -> None:
    _tamper(database, f"UPDATE record SET {change} WHERE seq = :seq", seq=seq)
    assert _names(database, verify(database), seq)


def test_a_private_part_that_was_added_is_named(database: Database) -> None:
    _tamper(database, "UPDATE record SET salt = ZEROBLOB(16), part = ZEROBLOB(2) WHERE seq = 2")
    assert _names(database, verify(database), 2)


def test_purged_private_parts_are_no_fault(database: Database) -> None:
    _tamper(database, "UPDATE record SET salt = NULL, part = NULL")
    assert verify(database).ok


@pytest.mark.parametrize("seq", [FIRST, MIDDLE, LAST])
def test_a_record_made_anew_with_its_hash_is_named(database: Database, seq: int) -> None:
    """Somebody makes a good line of other content, with fitting columns, in a record's place."""
    signer = database.read(lambda t: t.journal.signer())
    forged = Chain(identity=signer.identity)
    forged.entries[:] = database.read(lambda t: list(t.journal.entries(signer.identity.device_id)))
    del forged.entries[seq - 1 :]
    forged.add("forged", {"public": signer.identity.public.hex()})
    _tamper(database, "DELETE FROM record WHERE seq = :seq", seq=seq)
    database.write(lambda t: t.journal.merge([forged.entries[-1]]))
    _tamper(database, "UPDATE record SET own = 1")
    report = verify(database)
    assert _names(database, report, seq) or _names(database, report, seq + 1)


@pytest.mark.parametrize(("one", "other"), [(FIRST, 2), (3, 5), (LAST, LAST - 1), (FIRST, LAST)])
@pytest.mark.parametrize("columns", ["seq", "line", "line, hash", "line, hash, prev, seq"])
def test_swapped_records_are_named(database: Database, one: int, other: int, columns: str) -> None:
    names = columns.split(", ")
    swapped = ", ".join(f"{n} = (SELECT {n} FROM old WHERE old.id <> record.id)" for n in names)

    def job(t: Transaction) -> None:
        run = t.connection.exec_driver_sql
        run(f"CREATE TEMP TABLE old AS SELECT * FROM record WHERE seq IN ({one}, {other})")
        run(
            f"UPDATE record SET hash = seq WHERE seq IN ({one}, {other})"
            if "hash" in names
            else "SELECT 1"
        )
        run(f"UPDATE record SET {swapped} WHERE id IN (SELECT id FROM old)")

    database.write(job)
    report = verify(database)
    if columns == "line, hash, prev, seq":
        names_one_of_them = report.problem.split("record ")[1].split(":")[0] in {
            str(one),
            str(other),
        }
        assert report.ok is False
        assert names_one_of_them
    else:
        assert _names(database, report, one) or _names(database, report, other)


def test_a_tail_that_was_cut_off_is_named_even_with_its_projections(database: Database) -> None:
    def job(t: Transaction) -> None:
        t.connection.exec_driver_sql("DELETE FROM record WHERE seq > 6")
        projections.rebuild(t.connection)

    database.write(job)
    assert _names(database, verify(database), LAST)


@pytest.mark.parametrize(
    "change",
    ["seq = 7", "hash = (SELECT hash FROM record WHERE seq = 7), seq = 7", "signature = ''"],
)
def test_a_changed_head_is_named(database: Database, change: str) -> None:
    _tamper(database, "DELETE FROM record WHERE seq = 8")
    _tamper(database, f"UPDATE head SET {change}")
    report = verify(database)
    assert not report.ok
    assert "is not signed by this kiosk" in report.problem


def test_a_missing_head_is_named(database: Database) -> None:
    _tamper(database, "DELETE FROM head")
    assert _names(database, verify(database), LAST)


def test_records_that_the_server_acknowledged_are_missed(database: Database) -> None:
    last = database.read(lambda t: t.journal.own_record(LAST))
    assert last is not None
    receipt = Receipt.sign(
        Identity.generate(),
        device=last.device_id,
        seq=LAST + 2,
        record_hash="0" * 64,
        private_parts=(),
        server_time=1,
    )
    database.write(lambda t: t.journal.save_receipt(receipt))
    assert _names(database, verify(database), LAST + 2)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE tally SET counted = counted + 1",
        "DELETE FROM presence WHERE party = 1",
        "UPDATE movement SET heads = 2 WHERE ticket = 1",
        "INSERT INTO retraction VALUES ('00')",
        "INSERT INTO clock_anchor VALUES ('boot', 1, 1, '00')",
        "DELETE FROM movement WHERE ticket = 5",
    ],
)
def test_changed_projections_are_told_and_made_anew(database: Database, change: str) -> None:
    _tamper(database, change)
    report = verify(database)
    assert (report.ok, report.projections_ok) == (False, False)
    assert "counts" in report.problem
    database.write(lambda t: projections.rebuild(t.connection))
    assert verify(database).ok


def test_other_devices_may_have_gaps_but_no_breaks(database: Database) -> None:
    chain = Chain()
    for ticket in range(1, 6):
        chain.arrive(ticket)
    gap = [*chain.entries[:2], *chain.entries[3:]]
    database.write(lambda t: t.journal.merge(gap))
    report = verify(database)
    assert (report.ok, report.devices, report.records) == (True, 2, 13)
    stranger = Chain(identity=chain.identity)
    stranger.entries[:] = chain.entries[:2]
    stranger.add("stranger", {})
    database.write(lambda t: t.journal.merge(stranger.entries[2:]))
    report = verify(database)
    device = chain.identity.device_id
    assert report.problem.startswith(f"Device {device[:8]}, record 4: ")


def test_a_device_that_does_not_hold_the_key_of_its_name_is_named(database: Database) -> None:
    chain = Chain()
    stranger = Chain()
    chain.entries.clear()
    chain.add(Kind.OPENED, {"public": stranger.identity.public.hex()})
    database.write(lambda t: t.journal.merge(chain.entries))
    report = verify(database)
    assert report.problem.startswith(f"Device {chain.identity.device_id[:8]}, record 1: ")


@pytest.mark.parametrize("seq", [1, 3, 5])
def test_another_devices_record_that_is_taken_out_is_named(database: Database, seq: int) -> None:
    chain = Chain()
    for ticket in range(1, 5):
        chain.arrive(ticket)
    database.write(lambda t: t.journal.merge(chain.entries))
    assert verify(database).ok
    device = chain.identity.device_id
    sql = "DELETE FROM record WHERE seq = :seq AND device_id = :device"
    _tamper(database, sql, seq=seq, device=device)
    assert verify(database).problem.startswith(f"Device {device[:8]}, record {seq}: ")
