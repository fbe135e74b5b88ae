"""Whatever was recorded goes up to a real server, and down to the site's other kiosk."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from kiosk.clock import SystemClock
from kiosk.domain.texts import LONGEST_TEXT
from kiosk.exchange import protocol
from kiosk.exchange.client import HttpServer
from kiosk.journal.private import LONGEST_PART
from kiosk.operations.ports import Entry, UnitOfWork
from kiosk.operations.recording import Moment, UnfitText
from kiosk.operations.register_walk_in import name_class, register_class
from kiosk.operations.sync import SyncReport, sync
from kiosk.store.database import Database
from tests.e2e.conftest import Site
from tests.integration.conftest import Enrol
from tests.integration.laptops import receipt_of

LONG_NAMES = ["\x01" * LONGEST_TEXT] * 21
"""Almost as much as one record takes: a control character is six bytes of a line, and seven of the
request that holds it."""
LISTS = 280
"""So many lists of names are more than one body may hold."""


def add_lists(uow: UnitOfWork) -> None:
    moment = Moment(SystemClock().now())
    came = register_class(uow, moment, school="Школа 4", grade="9Б", pupils=25)
    for _ in range(LISTS):
        name_class(uow, moment, came.walk_in.number.ticket, LONG_NAMES)


def test_long_lists_of_names_reach_the_server_and_the_other_kiosk(site: Site) -> None:
    with Database.open(site.kiosk(1)) as database:
        database.write(add_lists)
        longest = max(len(entry.private.part) for entry in held(database) if entry.private)
    assert LONGEST_PART - 3_000 < longest <= LONGEST_PART
    assert LISTS * longest > protocol.LONGEST_BODY
    with site.server():
        sent, got = exchange(site.kiosk(1)), exchange(site.kiosk(2))
    assert (sent.troubles, sent.pending) == ([], 0)
    assert (got.troubles, got.received) == ([], sent.sent)


def exchange(folder: Path) -> SyncReport:
    """One exchange, which is not tried again."""
    with Database.open(folder) as database:
        binding = database.read(lambda uow: uow.binding())
        assert binding is not None
        with HttpServer(binding.server_url) as server:
            return sync(database, server, SystemClock())


def held(database: Database) -> list[Entry]:
    device = database.read(lambda uow: uow.journal.signer()).identity.device_id
    return database.read(lambda uow: list(uow.journal.entries(device)))


def test_more_names_than_a_record_takes_are_refused_before_they_are_written(site: Site) -> None:
    moment = Moment(SystemClock().now())
    with Database.open(site.kiosk(1)) as database:
        came = database.write(
            lambda uow: register_class(uow, moment, school="Школа 4", grade="9Б", pupils=25)
        )
        before = len(held(database))
        ticket = came.walk_in.number.ticket
        with pytest.raises(UnfitText):
            database.write(lambda uow: name_class(uow, moment, ticket, LONG_NAMES * 2))
        assert len(held(database)) == before


def test_what_earlier_versions_wrote_goes_up_as_well(server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol()
    laptop.write("walk_in", private={"names": ["я" * 300_000]})
    assert receipt_of(laptop.send(server)).private_parts == (1,)


@pytest.mark.parametrize("place", ["-1:1:x", f"-{'9' * 30}:1:x", f"1:{'9' * 30}:x"])
def test_a_place_in_the_feed_may_be_any_number(address: str, enrol: Enrol, place: str) -> None:
    laptop = enrol().fill(1)
    with HttpServer(address) as server:
        laptop.send(server)
    answer = httpx.get(
        f"{address}{protocol.JOURNAL}",
        params={"page": place},
        headers={"authorization": f"Bearer {laptop.token}"},
    )
    assert answer.status_code == httpx.codes.OK
