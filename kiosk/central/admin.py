"""The central server as its administrator uses it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from kiosk.central import access, closing, issuing, rosters, staff
from kiosk.central.closing import Figures
from kiosk.central.database import Database, sqlite_url
from kiosk.central.errors import CentralError
from kiosk.central.issuing import Below, TicketOrder
from kiosk.central.keys import ServerKeys
from kiosk.central.staff import StaffEntry
from kiosk.domain.names import LABEL_LENGTH, is_label
from kiosk.domain.programme import Event, Site, SitePolicy
from kiosk.domain.roster import RosterItem, TicketEntry, TicketKey
from kiosk.domain.staff import StaffMember

_DATABASE = "central.db"

Badges = list[tuple[StaffMember, str]]
"""Staff, each with the text of a new badge."""
NowMs = Callable[[], int]
"""A clock: UTC milliseconds."""


def system_now_ms() -> int:
    """The computer's clock, UTC milliseconds."""
    return time.time_ns() // 1_000_000


class Central:
    """An open central server: its database, its keys, its clock. Threads may share it.

    Each call is one transaction, and raises CentralError where the administrator must act.
    """

    def __init__(self, database: Database, keys: ServerKeys, now_ms: NowMs, below: Below) -> None:
        self.database = database
        self.keys = keys
        self.now_ms = now_ms
        self._below = below

    @classmethod
    def init(
        cls,
        folder: Path,
        *,
        database_url: str = "",
        now_ms: NowMs = system_now_ms,
        below: Below = secrets.randbelow,
    ) -> Central:
        """Makes what is not there yet, keys and tables, and opens the server."""
        ServerKeys.make(folder)
        return cls.open(folder, database_url=database_url, now_ms=now_ms, below=below)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        database_url: str = "",
        now_ms: NowMs = system_now_ms,
        below: Below = secrets.randbelow,
    ) -> Central:
        """Opens a server that `init` made. Its keys lie in the folder, and its database too unless
        an SQLAlchemy URL names another. `below(n)` draws the tickets' numbers and codes.
        """
        keys = ServerKeys.load(folder)
        if not database_url:
            (folder / _DATABASE).touch(mode=0o600)  # it holds names
        database = Database(database_url or sqlite_url(folder / _DATABASE))
        return cls(database, keys, now_ms, below)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the key that signs receipts, for enrolment links."""
        return self.keys.receipts.device_id

    def add_site(self, event: Event, site: Site) -> None:
        """Makes a site known, with its event and the ticket key on its roster."""
        key = TicketKey(self.keys.tickets.key_id, self.keys.tickets.public.hex())
        with self.database.write() as connection:
            rosters.add_site(connection, event, site)
            rosters.put(connection, site.number, [event, site, key])

    def put_roster(self, site: int, items: Iterable[RosterItem]) -> int:
        """Adds or changes items of a known site's roster; returns how many were news."""
        with self.database.write() as connection:
            return rosters.put(connection, site, items)

    def issue_tickets(
        self, site: int, orders: Sequence[TicketOrder]
    ) -> list[tuple[TicketEntry, str]]:
        """Issues tickets and puts them on the roster; returns each with the text of its QR code."""
        with self.database.write() as connection:
            return issuing.issue(connection, self.keys.tickets, site, orders, self._below)

    def cancel_ticket(self, site: int, number: int) -> None:
        """Cancels a ticket; the kiosks learn it with their next roster."""
        with self.database.write() as connection:
            issuing.cancel(connection, site, number)

    def set_policy(self, site: int, changes: Mapping[str, bool]) -> SitePolicy:
        """Changes what a site's manager decided about admission; the kiosks learn it with their
        next roster. The names are the fields of SitePolicy.
        """
        with self.database.write() as connection:
            return rosters.set_policy(connection, site, changes)

    def replace_staff(self, site: int, entries: Iterable[StaffEntry]) -> int:
        """Makes this a site's staff list; returns how many were news or came off the list."""
        with self.database.write() as connection:
            held = staff.members(connection, site)
        listed = staff.merged(entries, held)  # slow hashes: nobody waits for them
        with self.database.write() as connection:
            return staff.replace_all(connection, site, listed)

    def issue_badges(
        self, site: int, staff_ids: Sequence[str] = (), keep: Callable[[Badges], object] = list
    ) -> Badges:
        """New badges for these members, or for all who have none; each with its QR code's text.

        `keep` puts the texts, of which there is no other copy, where they last. They count once it
        has done so; where it raises, the old badges stay good.
        """
        with self.database.write() as connection:
            issued = staff.issue_badges(connection, site, staff_ids)
            keep(issued)
            return issued

    def enrol_code(self, site: int, device_name: str, entrance: str = "") -> str:
        """A one-time code, `XXXX-XXXX`, with which one kiosk joins a site.

        Raises CentralError for a name that no kiosk or entrance can have.
        """
        device_name, entrance = device_name.strip(), entrance.strip()
        _check_label("kiosk", device_name)
        if entrance:
            _check_label("entrance", entrance)
        with self.database.write() as connection:
            rosters.lock(connection, site)
            return access.new_code(connection, site, device_name, entrance)

    def stats(self) -> Figures:
        """Everything the server holds, counted."""
        with self.database.read() as connection:
            return closing.figures(connection)

    def close(self) -> None:
        self.database.close()


def _check_label(what: str, name: str) -> None:
    if not is_label(name):
        raise CentralError(
            f"The {what}'s name has 1 to {LABEL_LENGTH} characters in one line: choose another."
        )
