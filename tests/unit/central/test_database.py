from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from kiosk.central import database as module
from kiosk.central.database import Database, sqlite_url
from kiosk.central.errors import DatabaseError
from kiosk.central.tables import CentralTable


def test_the_migrations_make_exactly_the_tables(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "100 %d.db"))
    with database.read() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, CentralTable.metadata) == []
    database.close()


def test_the_first_migration_goes_back_to_nothing(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "central.db"))
    config = Config()
    config.set_main_option("script_location", str(Path(module.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    database.close()


def test_the_devices_of_before_are_numbered(tmp_path: Path) -> None:
    """Each goes on with the number that stood in its name, where no other one has it."""
    database = Database(sqlite_url(tmp_path / "central.db"))
    config = Config()
    config.set_main_option("script_location", str(Path(module.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    names = ("Киоск 2", "Стол 2", "Проходная", "Киоск 64")
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        connection.execute(text("INSERT INTO site VALUES (1, 7, 0, 'e', 0), (2, 7, 0, 'e', 0)"))
        add = (
            "INSERT INTO device (device_id, public, site, name, entrance, token_hash, enrolled_at,"
            " claimed, max_seq, records) VALUES (:id, '', :site, :name, '', :id, 0, 0, 0, 0)"
        )
        devices = [{"id": name, "site": 1, "name": name} for name in names]
        connection.execute(text(add), [*devices, {"id": "x", "site": 2, "name": "Киоск 2"}])
        command.upgrade(config, "head")
        numbers = connection.execute(text("SELECT number FROM device ORDER BY id")).scalars().all()
    assert numbers == [2, 1, 3, 4, 2]
    database.close()


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "central.db"
    Database(sqlite_url(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(DatabaseError, match="newer"):
        Database(sqlite_url(path))


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "central.db"))

    def add_sites(*numbers: int) -> None:
        with database.write() as connection:
            for number in numbers:
                connection.execute(text(f"INSERT INTO site VALUES ({number}, 7, 0, 'e', 0)"))

    with pytest.raises(IntegrityError):
        add_sites(1, 2, 2)
    add_sites(1)
    with database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM site")).scalar_one() == 1
    database.close()
