from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.central import rosters
from kiosk.central.admin import Central
from kiosk.central.errors import CentralError, DatabaseError
from kiosk.central.issuing import TicketOrder
from kiosk.domain.programme import Event, Site, SitePolicy
from kiosk.domain.roster import TicketEntry
from kiosk.domain.tickets import Signed, TicketKind
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.exchange.protocol import FEED_PAGE
from kiosk.tickets.codec import read
from kiosk.tickets.short_code import is_valid

PUPIL = TicketOrder(TicketKind.PUPIL, "v1", slot=3, day=1)
CLASS = TicketOrder(TicketKind.GROUP, "g1", group_size=25)


def changes(central: Central, site: int, after: int = 0) -> list[dict[str, Any]]:
    """What a site's roster feed says, without its first and last line."""
    with central.database.read() as connection:
        epoch = rosters.cursor(connection, site).epoch
        page = list(rosters.feed(connection, site, epoch=epoch, after=after, limit=FEED_PAGE))
    return [json.loads(line) for line in page[1:-1]]


def test_a_ticket_says_what_was_ordered(central: Central) -> None:
    (entry, text), (group, _) = central.issue_tickets(11, [PUPIL, CLASS])
    key = central.keys.tickets
    reading = read(text, {key.key_id: key.public})
    assert isinstance(reading, Signed)
    facts = reading.facts
    assert (facts.event, facts.site, facts.number, facts.slot, facts.day) == (
        7,
        11,
        entry.number,
        3,
        1,
    )
    assert (entry.holder_id, group.holder_id, group.kind) == ("v1", "g1", TicketKind.GROUP)
    assert is_valid(entry.code)
    assert [c["kind"] for c in changes(central, 11)][-2:] == ["ticket", "ticket"]
    assert {c["kind"] for c in changes(central, 12)} == {"event", "site", "ticket_key"}


def test_numbers_and_codes_are_given_once_in_an_event(tmp_path: Path) -> None:
    few = random.Random(1)
    central = Central.init(tmp_path, below=lambda n: few.randrange(min(n, 60)))
    for number in (1, 2):
        central.add_site(Event(7, "День", ()), Site(number, "Завод", "", "UTC"))
    issued = [e for site in (1, 2) for e, _ in central.issue_tickets(site, [PUPIL] * 25)]
    central.close()
    assert len({entry.number for entry in issued}) == len({entry.code for entry in issued}) == 50
    assert all(entry.number > 0 for entry in issued)


def test_a_ticket_that_cannot_be_made_is_not_issued_at_all(central: Central) -> None:
    too_large = TicketOrder(TicketKind.GROUP, "g1", group_size=64)
    with pytest.raises(CentralError, match="group_size"):
        central.issue_tickets(11, [PUPIL, too_large])
    assert "ticket" not in {c["kind"] for c in changes(central, 11)}


def test_a_cancelled_ticket_is_news(central: Central) -> None:
    [(entry, _)] = central.issue_tickets(11, [PUPIL])
    before = len(changes(central, 11))
    central.cancel_ticket(11, entry.number)
    [change] = changes(central, 11, after=before)
    assert (change["key"], change["item"]) == (
        str(entry.number),
        {**entry_fields(entry), "cancelled": True},
    )
    for site, number in ((12, entry.number), (11, entry.number + 1), (99, 1)):
        with pytest.raises(CentralError):
            central.cancel_ticket(site, number)


def entry_fields(entry: TicketEntry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in TicketEntry.__slots__}


def test_only_what_differs_becomes_news(central: Central) -> None:
    people = [Visitor(f"v{n}", VisitorKind.PUPIL, "Ёлкина Мария") for n in range(3)]
    group = Group("g1", "Школа 1", "9А", "Римский-Корсаков Иван", 20, 1)
    assert central.put_roster(11, [*people, group]) == 4
    assert central.put_roster(11, [*people, group]) == 0
    assert central.put_roster(11, [Visitor("v1", VisitorKind.PARENT, "Ёлкина Мария")]) == 1
    with central.database.write() as connection:
        assert rosters.take_off(connection, 11, [("group", "g1"), ("group", "g2")]) == 1
        assert rosters.take_off(connection, 11, [("group", "g1")]) == 0
    assert central.put_roster(11, [group]) == 1
    versions = [c["version"] for c in changes(central, 11)]
    assert versions == sorted(set(versions))
    assert versions[-1] == 3 + 4 + 1 + 1 + 1


def test_a_site_that_is_not_known_is_named(central: Central) -> None:
    for call in (
        lambda: central.put_roster(99, []),
        lambda: central.issue_tickets(99, [PUPIL]),
        lambda: central.enrol_code(99, "Вход 1"),
    ):
        with pytest.raises(CentralError, match="99"):
            call()


def test_a_site_keeps_its_event(central: Central) -> None:
    site = Site(11, "Завод", "", "UTC")
    with pytest.raises(CentralError, match="11"):
        central.add_site(Event(8, "Другой день", ((1, date(2027, 5, 1)),)), site)


def test_init_keeps_what_is_there(tmp_path: Path) -> None:
    fingerprints = set()
    for _ in range(2):
        central = Central.init(tmp_path / "c")
        fingerprints.add((central.fingerprint, central.keys.tickets.public))
        central.close()
    assert len(fingerprints) == 1


def test_secrets_are_for_their_owner_only(central: Central, tmp_path: Path) -> None:
    files = [path for path in (tmp_path / "central").iterdir() if path.is_file()]
    assert {path.name for path in files} >= {"receipts.key", "tickets.key", "central.db"}
    assert {path.stat().st_mode & 0o077 for path in files} == {0}


def test_no_code_and_no_token_lies_in_the_database(central: Central, tmp_path: Path) -> None:
    code = central.enrol_code(11, "Вход 1")
    stored = b"".join(p.read_bytes() for p in (tmp_path / "central").glob("central.db*"))
    assert "Вход 1".encode() in stored
    assert code.encode() not in stored
    assert code.replace("-", "").encode() not in stored


def test_a_folder_without_a_server_is_named(tmp_path: Path) -> None:
    with pytest.raises(CentralError, match="init"):
        Central.open(tmp_path)


def test_damaged_files_are_named(tmp_path: Path) -> None:
    Central.init(tmp_path).close()
    (tmp_path / "central.db").write_bytes(b"no database at all, but long enough" * 100)
    with pytest.raises(DatabaseError):
        Central.open(tmp_path)
    (tmp_path / "receipts.key").write_bytes(b"short")
    with pytest.raises(CentralError, match="backup"):
        Central.open(tmp_path)


@pytest.mark.parametrize("url", ["no url", "nosuchdriver://x", "sqlite:////no/such/folder/x.db"])
def test_an_unusable_database_is_named(tmp_path: Path, url: str) -> None:
    Central.init(tmp_path).close()
    with pytest.raises(DatabaseError):
        Central.open(tmp_path, database_url=url)


def test_a_policy_changes_one_decision_and_reaches_the_kiosks(central: Central) -> None:
    central.set_policy(11, {"masks_names": True})
    policy = central.set_policy(11, {"tracks_exits": True})
    assert policy == SitePolicy(tracks_exits=True, masks_names=True)
    sites = [c["item"] for c in changes(central, 11) if c["kind"] == "site"]
    assert [site["policy"]["tracks_exits"] for site in sites] == [True]
    assert central.set_policy(12, {}) == SitePolicy()


def test_a_policy_that_is_none_is_named(central: Central) -> None:
    with pytest.raises(CentralError, match="no policy tracks_exit: choose of asks_briefing"):
        central.set_policy(11, {"tracks_exit": True})
    with pytest.raises(CentralError, match="no site 13"):
        central.set_policy(13, {"tracks_exits": True})
