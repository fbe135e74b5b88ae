"""The database on the disk: encrypted, one writer, durable, found again after a move."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.domain.names import fold
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.operations.ports import Cause, NotRecorded, Priority, StoreError
from kiosk.store.database import Database
from kiosk.store.keys import FOLDER_VARIABLE
from kiosk.store.verify import verify
from tests.unit.store.chains import Chain, arrive

NAME = "Ёлкина-Чернышёва Аполлинария"


def _seqs(database: Database) -> list[int]:
    return database.read(lambda t: [record.seq for record in t.journal.records()])


def test_a_kiosk_is_created_once_and_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "kiosk"
    with Database.create(folder) as database:
        device = database.read(lambda t: t.journal.signer()).identity.device_id
        database.write(lambda t: arrive(t, 1), Priority.COURIER)
    with Database.open(folder) as database:
        assert database.read(lambda t: t.journal.signer()).identity.device_id == device
        assert _seqs(database) == [1, 2]
    with pytest.raises(StoreError, match="already"):
        Database.create(folder)
    names = ["kiosk.db", "kiosk.json", "kiosk.lock", "kiosk.spare"]
    assert sorted(path.name for path in folder.iterdir()) == names


def test_a_creation_that_was_cut_short_is_finished(tmp_path: Path) -> None:
    with Database.create(tmp_path):
        sidecar = (tmp_path / "kiosk.json").read_bytes()
    (tmp_path / "kiosk.db").unlink()
    with pytest.raises(StoreError, match="missing"):
        Database.open(tmp_path)
    with Database.create(tmp_path) as database:
        assert _seqs(database) == []
    assert (tmp_path / "kiosk.json").read_bytes() == sidecar
    (tmp_path / "kiosk.db").write_bytes(b"")
    with Database.open(tmp_path) as database:
        assert database.write(lambda t: arrive(t, 1)).seq == 2


def test_there_is_no_kiosk_in_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no kiosk"):
        Database.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_standard_sqlite_cannot_read_it(tmp_path: Path) -> None:
    with Database.create(tmp_path) as database:
        database.write(lambda t: arrive(t, 1))
    plain = sqlite3.connect(tmp_path / "kiosk.db")
    try:
        with pytest.raises(sqlite3.DatabaseError):
            plain.execute("SELECT * FROM sqlite_master")
    finally:
        plain.close()


def test_no_name_is_in_any_file_while_open_or_after(tmp_path: Path) -> None:
    visitor = Visitor("v1", VisitorKind.PUPIL, NAME)
    sought = [
        word.encode(encoding)
        for form in (NAME, fold(NAME), NAME.upper())
        for word in form.replace("-", " ").split()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1251")
    ]

    def check() -> None:
        for path in tmp_path.rglob("*"):
            content = path.read_bytes()
            assert not any(word in content for word in sought), path.name

    with Database.create(tmp_path) as database:
        change = RosterChange(1, "visitor", "v1", visitor)
        database.write(lambda t: t.roster.apply([change], RosterCursor("e", 1)))
        assert database.read(lambda t: t.roster.search("елк апо", 5))
        assert (tmp_path / "kiosk.db-wal").stat().st_size > 0
        check()
    check()


def test_a_second_writer_is_told_to_wait_and_readers_are_welcome(tmp_path: Path) -> None:
    with Database.create(tmp_path) as writer:
        with pytest.raises(StoreError, match="Another kiosk program is using this folder"):
            Database.open(tmp_path)
        with Database.open(tmp_path, writable=False) as reader:
            assert _seqs(reader) == []
            writer.write(lambda t: arrive(t, 1))
            assert _seqs(reader) == [1, 2]
            with pytest.raises(StoreError, match="reading only"):
                reader.write(lambda t: arrive(t, 1))
            with pytest.raises(StoreError):
                reader.read(lambda t: arrive(t, 1))
        writer.write(lambda t: arrive(t, 2))
    with Database.open(tmp_path) as again, Database.open(tmp_path, writable=False) as reader:
        assert _seqs(again) == _seqs(reader) == [1, 2, 3]


def test_a_read_does_not_write(tmp_path: Path) -> None:
    with Database.create(tmp_path) as database:
        with pytest.raises(StoreError):
            database.read(lambda t: arrive(t, 1))
        assert _seqs(database) == []


def test_a_copied_folder_is_used_like_the_first(tmp_path: Path) -> None:
    with Database.create(tmp_path / "one") as database:
        database.write(lambda t: arrive(t, 1))
        shutil.copytree(tmp_path / "one", tmp_path / "while open")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    for name in ("one", "two", "while open"):
        with Database.open(tmp_path / name) as copy:
            assert copy.write(lambda t: arrive(t, 2)).seq == 3
            assert verify(copy).ok


def test_a_vanished_key_is_named_and_nothing_is_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys"
    monkeypatch.setenv(FOLDER_VARIABLE, str(keys))
    folder = tmp_path / "kiosk"
    with Database.create(folder) as database:
        database.write(lambda t: arrive(t, 1))
    (key,) = keys.iterdir()
    assert key.stem == json.loads((folder / "kiosk.json").read_bytes())["key"]
    assert len(key.read_bytes()) == 32
    if os.name != "nt":
        assert key.stat().st_mode & 0o777 == 0o600
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    hidden = key.rename(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="put it back"):
        Database.open(folder)
    key.write_bytes(b"x" * 32)
    with pytest.raises(StoreError, match="key is not its own"):
        Database.open(folder)
    key.write_bytes(b"short")
    with pytest.raises(StoreError, match="damaged"):
        Database.open(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    hidden.replace(key)
    with Database.open(folder) as database:
        assert _seqs(database) == [1, 2]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "damaged"),
        (b'{"format": 1}', "damaged"),
        (b'{"format": 2, "key": "00"}', "newer"),
        (b'{"format": 1, "key": "../../etc/passwd"}', "no valid database key"),
    ],
)
def test_a_bad_sidecar_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    with Database.create(tmp_path):
        pass
    (tmp_path / "kiosk.json").write_bytes(content)
    with pytest.raises(StoreError, match=words):
        Database.open(tmp_path)


def test_a_reader_names_a_damaged_file(tmp_path: Path) -> None:
    with Database.create(tmp_path):
        pass
    path = tmp_path / "kiosk.db"
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(StoreError, match="damaged"):
        Database.open(tmp_path, writable=False)


def test_a_full_disk_writes_nothing_and_says_so(tmp_path: Path) -> None:
    with Database.create(tmp_path) as database:
        database.write(lambda t: arrive(t, 1))
        chain = Chain()
        for ticket in range(1, 400):
            chain.arrive(ticket)
        assert database._writer is not None
        with database._writer.transaction() as writing:
            pages = writing.connection.scalar(text("PRAGMA page_count"))
            writing.connection.execute(text(f"PRAGMA max_page_count = {pages + 1}"))
        with pytest.raises(NotRecorded, match="disk is full") as caught:
            database.write(lambda t: t.journal.merge(chain.entries))
        assert caught.value.cause is Cause.DISK_FULL
        assert _seqs(database) == [1, 2]
        assert verify(database).ok
        with database._writer.transaction() as writing:
            writing.connection.execute(text("PRAGMA max_page_count = 4294967294"))
        assert database.write(lambda t: arrive(t, 2)).seq == 3


def test_errors_hold_no_data(tmp_path: Path) -> None:
    with Database.create(tmp_path) as database:
        sql = text("INSERT INTO visitor (name) VALUES (:name)")
        with pytest.raises(NotRecorded) as caught:
            database.write(lambda t: t.connection.execute(sql, {"name": NAME}))
    assert caught.value.cause is Cause.OTHER
    error: BaseException | None = caught.value
    while error is not None:
        assert NAME not in str(error)
        error = error.__cause__


RECORDER = """
import os, signal, sys
from pathlib import Path
from kiosk.store.database import Database
from tests.unit.store.chains import arrive

def die(transaction):
    arrive(transaction, 3)
    os.kill(os.getpid(), signal.SIGKILL)

database = Database.open(Path(sys.argv[1]))
print(database.write(lambda t: arrive(t, 2)).seq, flush=True)
if sys.argv[2] == "between":
    database.write(die)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("moment", ["after", "between"])
def test_what_was_written_survives_a_kill_and_nothing_else_is_there(
    tmp_path: Path, moment: str
) -> None:
    with Database.create(tmp_path) as database:
        database.write(lambda t: arrive(t, 1))
    killed = subprocess.run(
        [sys.executable, "-c", RECORDER, str(tmp_path), moment],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert killed.stdout.split() == ["3"]
    with Database.open(tmp_path, writable=False) as reader:
        assert _seqs(reader) == [1, 2, 3]
    with Database.open(tmp_path) as database:
        assert verify(database).ok
        assert database.write(lambda t: arrive(t, 4)).seq == 4
