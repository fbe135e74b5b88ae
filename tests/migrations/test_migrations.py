"""The schema's migrations lead to the models, go back and forth with data, and lose none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from kiosk.domain.programme import Slot
from kiosk.domain.records import Kind
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.domain.true_time import Instant
from kiosk.operations.ports import StoreError
from kiosk.operations.recording import Moment, append
from kiosk.store.database import Database
from kiosk.store.engine import open_engine
from kiosk.store.folder import Folder
from kiosk.store.migrate import PRESENT, Schema, bring_up_to_date, require_current
from kiosk.store.tables import METADATA
from kiosk.store.unit_of_work import Transaction

NEXT = '''
"""An invented next step."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("slot", sa.Column("colour", sa.String(), nullable=True))
    op.execute("DELETE FROM record")
    {more}


def downgrade() -> None:
    op.drop_column("slot", "colour")
'''
ORPHAN = (
    'op.execute("CREATE TABLE child (slot INTEGER REFERENCES slot(number))"); '
    'op.execute("INSERT INTO child VALUES (77)")'
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A kiosk's folder with something in it."""
    with Database.create(tmp_path / "kiosk") as database:
        slot = RosterChange(1, "slot", "3", Slot(3, 600, 660, "Цех 2", 595, "Холл"))
        database.write(lambda t: t.roster.apply([slot], RosterCursor("e", 1)))
        moment = Moment(Instant(1_000, "boot", 0))
        database.write(lambda t: append(t, moment, Kind.ARRIVAL, {"ticket": 1, "heads": 1}))
    return Folder(tmp_path / "kiosk")


def _next(tmp_path: Path, more: str) -> Schema:
    scripts = tmp_path / "scripts, 100 % new"
    shutil.copytree(PRESENT.scripts, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    script = NEXT.format(head=PRESENT.head, more=more)
    (scripts / "versions" / "v9999_next.py").write_text(script)
    return Schema(scripts, "9999")


def _unchanged(folder: Folder) -> bool:
    with Database.open(folder.path) as database:
        kinds = database.read(lambda t: [record.kind for record in t.journal.records()])
        slot = database.read(lambda t: t.roster.slot(3))
    return kinds == ["opened", "arrival"] and slot is not None and not folder.saved_copy.exists()


def test_the_head_is_the_models(folder: Folder) -> None:
    assert ScriptDirectory(str(PRESENT.scripts)).get_heads() == [PRESENT.head]

    def ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not (name or "").startswith("name_index")

    with open_engine(folder.database, folder.key(), writable=False).connect() as connection:
        options = {"include_name": ours, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def _columns(connection: Connection) -> set[str]:
    at = inspect(connection)
    tables = set(at.get_table_names()) - {"alembic_version"}
    return {f"{table}.{column['name']}" for table in tables for column in at.get_columns(table)}


def test_every_step_goes_down_and_up_with_data_in_it(folder: Folder) -> None:
    with open_engine(folder.database, folder.key(), writable=True).connect() as connection:
        full = _columns(connection)
        connection.rollback()
        for script in ScriptDirectory(str(PRESENT.scripts)).walk_revisions():
            with connection.begin():
                config = PRESENT.config(connection)
                command.downgrade(config, str(script.down_revision or "base"))
                assert _columns(connection) != full
                command.upgrade(config, PRESENT.head)
        assert _columns(connection) == full
        assert any(column.startswith("name_index.") for column in full)


def test_an_older_kiosks_records_count_and_its_list_comes_again(folder: Folder) -> None:
    with open_engine(folder.database, folder.key(), writable=True).begin() as connection:
        command.downgrade(PRESENT.config(connection), "0001")
    with Database.open(folder.path) as database:
        tally = database.read(lambda t: t.attendance.tally())
        history = database.read(lambda t: t.attendance.history(1, 1))
        cursor = database.read(lambda t: t.roster.cursor())
    assert (tally.site, history.is_in) == (1, True)
    assert cursor == RosterCursor("e", 0)


@pytest.mark.parametrize(
    "more",
    ['op.execute("INSERT INTO nowhere VALUES (1)")', "raise ValueError", ORPHAN],
    ids=["sql", "code", "orphan"],
)
def test_a_failed_migration_leaves_the_data_as_they_were(
    folder: Folder, tmp_path: Path, more: str
) -> None:
    with pytest.raises(StoreError, match="as they were"):
        bring_up_to_date(folder, folder.key(), _next(tmp_path, more))
    assert _unchanged(folder)


def test_the_copy_is_there_during_a_migration_only(folder: Folder, tmp_path: Path) -> None:
    more = (
        f"from pathlib import Path; saved = Path({str(folder.saved_copy)!r}); "
        "assert saved.stat().st_size > 0; saved.with_suffix('.seen').touch()"
    )
    bring_up_to_date(folder, folder.key(), _next(tmp_path, more))
    assert folder.saved_copy.with_suffix(".seen").exists()
    assert not folder.saved_copy.exists()


def test_a_copy_that_a_killed_migration_left_is_cleared_away(folder: Folder) -> None:
    folder.saved_copy.write_bytes(b"old")
    assert _unchanged(folder)


def test_a_newer_database_is_refused_and_an_older_one_is_not_read(
    folder: Folder, tmp_path: Path
) -> None:
    newer = _next(tmp_path, "pass")
    with pytest.raises(StoreError, match="older than this program"):
        require_current(folder, folder.key(), newer)
    bring_up_to_date(folder, folder.key(), newer)
    for writable in (True, False):
        with pytest.raises(StoreError, match="newer kiosk program"):
            Database.open(folder.path, writable=writable)
    require_current(folder, folder.key(), newer)
    with open_engine(folder.database, folder.key(), writable=False).connect() as connection:
        assert connection.scalar(text("SELECT COUNT(colour) FROM slot")) == 0


def test_no_migration_begins_while_somebody_reads_what_is_not_in_the_copy_yet(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.store.engine.BUSY_SECONDS", 0.05)
    newer = _next(tmp_path, "pass")

    def read(transaction: Transaction) -> None:
        assert transaction.roster.slot(3) is not None
        with open_engine(folder.database, folder.key(), writable=True).connect() as writer:
            with writer.begin():
                writer.execute(text("UPDATE slot SET route = 'Цех 3'"))
            with pytest.raises(StoreError, match="busy"):
                bring_up_to_date(folder, folder.key(), newer)

    with Database.open(folder.path, writable=False) as reader:
        reader.read(read)
    assert _unchanged(folder)
