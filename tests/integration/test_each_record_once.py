"""The databases themselves keep a record from standing twice, whatever a program forgets to ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from kiosk.operations.ports import NotRecorded
from kiosk.store.database import Database
from kiosk.store.verify import verify
from tests.e2e.conftest import Done, Site

Kiosk = Callable[..., Done]


def add_all_again(connection: Connection) -> int:
    """Adds a copy of each record under another row number; returns how many were added."""
    columns = [column["name"] for column in inspect(connection).get_columns("record")]
    listed = ", ".join(name for name in columns if name != "id")
    return connection.execute(
        text(f"INSERT INTO record ({listed}) SELECT {listed} FROM record")
    ).rowcount


def test_no_record_stands_twice_in_a_kiosk_or_on_the_server(site: Site, kiosk: Kiosk) -> None:
    texts = [ticket["text"] for ticket in site.tickets(status="valid", here="1")[:3]]
    kiosk("scan", "--data-dir", site.kiosk(1), "-", stdin="\n".join(texts))
    with site.server() as central:
        assert kiosk("sync", "--data-dir", site.kiosk(1)).lines[-1]["sent"] > 3
        with pytest.raises(IntegrityError), central.database.write() as connection:
            add_all_again(connection)
    with Database.open(site.kiosk(1)) as database:
        with pytest.raises(NotRecorded):
            database.write(lambda t: add_all_again(t.connection))
        assert verify(database).ok
