"""What the writer remembers from one transaction to the next is never out of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.programme import Site
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.journal.identity import Identity, genesis
from kiosk.operations.ports import Binding, Signer
from kiosk.store.database import Database
from kiosk.store.unit_of_work import Transaction

BINDING = Binding("Киоск 1", 5, 7, "Вход 1", "https://example.org", b"")
SITE = Site(7, "Завод", "Заводская, 1", "Asia/Yekaterinburg")


class Broken(Exception):
    """What a job raises here."""


def put(site: Site, version: int, transaction: Transaction) -> None:
    change = RosterChange(version, "site", str(site.number), site)
    transaction.roster.apply([change], RosterCursor("first", version))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "kiosk") as made:
        made.write(lambda t: t.save_binding(BINDING))
        made.write(lambda t: put(SITE, 1, t))
        yield made


def remembered(database: Database) -> tuple[Binding | None, Site | None, Signer]:
    return database.write(lambda t: (t.binding(), t.roster.site(7), t.journal.signer()))


def test_a_change_is_seen_by_the_next_job(database: Database) -> None:
    remembered(database)
    moved = replace(BINDING, entrance="Вход 2")
    renamed = replace(SITE, name="Завод № 2")
    successor = Identity.generate()
    database.write(lambda t: t.save_binding(moved))
    database.write(lambda t: put(renamed, 2, t))
    database.write(lambda t: t.journal.add_signer(Signer(successor, 0, genesis(successor.public))))
    binding, site, signer = remembered(database)
    assert (binding, site) == (moved, renamed)
    assert signer.identity.device_id == successor.device_id


def test_a_token_is_seen_by_the_next_job(database: Database) -> None:
    device = remembered(database)[2].identity.device_id
    database.write(lambda t: t.journal.save_token(device, "secret"))
    assert remembered(database)[2].token == "secret"


def test_what_a_failed_job_changed_is_forgotten(database: Database) -> None:
    before = remembered(database)

    def fail(transaction: Transaction) -> None:
        transaction.save_binding(replace(BINDING, entrance="Вход 2"))
        put(replace(SITE, name="Завод № 2"), 2, transaction)
        transaction.journal.save_token(before[2].identity.device_id, "secret")
        assert transaction.binding() != BINDING
        assert transaction.roster.site(7) != SITE
        assert transaction.journal.signer().token == "secret"
        raise Broken

    with pytest.raises(Broken):
        database.write(fail)
    binding, site, signer = remembered(database)
    assert (binding, site) == (BINDING, SITE)
    assert (signer.identity.device_id, signer.token) == (before[2].identity.device_id, "")


def test_a_reader_remembers_nothing_from_view_to_view(database: Database) -> None:
    assert database.read(lambda t: t.roster.site(7)) == SITE
    renamed = replace(SITE, name="Завод № 2")
    database.write(lambda t: put(renamed, 2, t))
    assert database.read(lambda t: t.roster.site(7)) == renamed
