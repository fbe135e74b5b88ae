"""How the database is opened, and what its errors mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from kiosk.operations.ports import Cause, NotRecorded
from kiosk.store.database import Database
from kiosk.store.engine import cause_of, open_engine, sentence_of
from kiosk.store.folder import Folder
from tests.unit.store.chains import arrive


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    with Database.create(tmp_path):
        return Folder(tmp_path)


def _connect(folder: Folder, *, writable: bool = True) -> Connection:
    return open_engine(folder.database, folder.key(), writable=writable).connect()


def test_the_writers_settings_are_the_careful_ones(folder: Folder) -> None:
    with _connect(folder) as writer:
        found = {
            name: writer.scalar(text(f"PRAGMA {name}"))
            for name in ("foreign_keys", "journal_mode", "synchronous", "temp_store")
        }
        assert writer.scalar(text("PRAGMA cipher_version"))
    assert found == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "temp_store": 2}


def test_a_writer_holds_its_place_from_the_first_statement_on(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.store.engine.BUSY_SECONDS", 0.01)
    with _connect(folder) as one, _connect(folder) as other, one.begin():
        with pytest.raises(DBAPIError) as caught:
            other.begin()
        assert cause_of(caught.value) is Cause.BUSY
    with _connect(folder) as other, other.begin():
        assert other.scalar(text("SELECT COUNT(*) FROM record")) == 0


def test_a_busy_database_records_nothing_and_says_so(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.store.engine.BUSY_SECONDS", 0.01)
    with Database.open(folder.path) as database:
        with _connect(folder) as other, other.begin():
            with pytest.raises(NotRecorded, match="busy") as caught:
                database.write(lambda t: arrive(t, 1))
            assert caught.value.cause is Cause.BUSY
        assert database.write(lambda t: arrive(t, 1)).seq == 2


def test_a_reader_cannot_write(folder: Folder) -> None:
    with _connect(folder, writable=False) as reader, reader.begin():
        with pytest.raises(DBAPIError) as caught:
            reader.execute(text("DELETE FROM record"))
        assert cause_of(caught.value) is Cause.READ_ONLY


@pytest.mark.parametrize("cause", Cause)
def test_each_cause_has_one_sentence_that_says_what_to_do(cause: Cause) -> None:
    sentence = sentence_of(cause)
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
