"""Prepared statements: rows by name, nothing forgotten, errors without anybody's data."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import DBAPIError

from kiosk.operations.ports import NotRecorded, StoreError
from kiosk.store.database import Database
from kiosk.store.prepared import Prepared
from kiosk.store.tables.journal import merged, record

_ADD = Prepared(insert(merged))
_OF_DEVICE = Prepared(
    select(merged.c.hash, merged.c.seq.label("number"))
    .where(merged.c.device_id == bindparam("device"))
    .order_by(merged.c.seq)
    .limit(2)
)


def _row(seq: int) -> dict[str, object]:
    return {"hash": f"h{seq}", "device_id": "d", "seq": seq}


def test_rows_come_by_their_names_with_what_the_statement_fixes(tmp_path: Path) -> None:
    with Database.create(tmp_path / "kiosk") as store:
        store.write(lambda t: _ADD.run_all(t.connection, map(_row, (3, 1, 2))))
        found = store.read(lambda t: _OF_DEVICE.rows(t.connection, {"device": "d"}))
    assert found == [{"hash": "h1", "number": 1}, {"hash": "h2", "number": 2}]


def test_a_parameter_that_is_not_given_is_no_null(tmp_path: Path) -> None:
    with Database.create(tmp_path / "kiosk") as store, pytest.raises(StoreError):
        store.read(lambda t: _OF_DEVICE.rows(t.connection, {}))


def test_a_refused_row_fails_the_whole_job_and_names_nobody(tmp_path: Path) -> None:
    secret = "Ёлкина Мария"
    with Database.create(tmp_path / "kiosk") as store:
        with pytest.raises(NotRecorded) as failed:
            store.write(
                lambda t: _ADD.run_all(t.connection, [_row(1), {**_row(2), "hash": secret}] * 2)
            )
        cause = failed.value.__cause__
        assert isinstance(cause, DBAPIError)
        assert secret not in f"{cause}"
        assert store.read(lambda t: _OF_DEVICE.rows(t.connection, {"device": "d"})) == []


def test_sqlite_numbers_a_row_itself(tmp_path: Path) -> None:
    add = Prepared(insert(record))
    texts = dict.fromkeys(("device_id", "hash", "kind", "timebase_id", "prev", "scan"), "x")
    numbers = dict.fromkeys(("seq", "recorded_at", "elapsed_ms", "site", "own"), 1)
    row = {**texts, **numbers, "line": b"", "salt": None, "part": None}
    with Database.create(tmp_path / "kiosk") as store:
        assert store.write(lambda t: add.run(t.connection, row)) == 1
        assert store.read(lambda t: t.connection.scalar(select(record.c.id))) == 1
