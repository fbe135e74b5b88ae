"""What goes from a damaged database into the new one: the journal, and the roster's people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from kiosk.domain.roster import RosterCursor
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import parse
from kiosk.operations.ports import Entry, Reach, Signer
from kiosk.store import search
from kiosk.store.engine import open_engine
from kiosk.store.folder import Folder
from kiosk.store.roster_rows import group_of, visitor_of
from kiosk.store.tables.journal import head
from kiosk.store.tables.roster import ticket, visitor, visitor_group
from kiosk.store.tables.staff import present, recovery, staff, wrong_tries
from kiosk.store.unit_of_work import Transaction

_BATCH = 1000
_PEOPLE = (visitor, visitor_group, ticket, staff, present, wrong_tries, recovery)
_READ_BACK = (("visitor", visitor, visitor_of), ("group", visitor_group, group_of))


def carry_people(transaction: Transaction, damaged: Folder, key: bytes) -> None:
    """Takes over the people, tickets and staff that the damaged file still tells of.

    They belong to no epoch: the next sync lists them all anew, or drops them.
    """
    connection = transaction.connection
    for table in _PEOPLE:
        rows = _readable(damaged, key, table)
        if rows:
            connection.execute(insert(table), rows)
    for kind, table, read in _READ_BACK:
        people = [read(row) for row in connection.execute(select(table)).mappings()]
        search.index(connection, kind, people)
    transaction.roster.finish_epoch(RosterCursor())  # counts whom the site expects


def _readable(damaged: Folder, key: bytes, table: Table) -> list[dict[str, Any]]:
    """A table's rows, read from its first one and from its last one up to a bad place."""
    (number,) = table.primary_key
    found: dict[Any, dict[str, Any]] = {}
    anew = {"epoch": ""} if "epoch" in table.c else {}
    for order in (number.asc(), number.desc()):
        try:
            with open_engine(damaged.database, key, writable=False).connect() as connection:
                for row in connection.execute(select(table).order_by(order)).mappings():
                    found[row[number.name]] = {**row, **anew}
        except DBAPIError:
            continue
        break
    return list(found.values())


def heads(aside: Folder, key: bytes) -> dict[str, int]:
    """How far the kiosk's chains went, where the damaged file can still tell."""
    try:
        with open_engine(aside.database, key, writable=False).connect() as connection:
            return {row.device_id: row.seq for row in connection.execute(select(head))}
    except DBAPIError:
        return {}


def carry_journal(
    transaction: Transaction, entries: Sequence[Entry], reached: Mapping[str, int]
) -> int:
    """Merges what was read and begins a new identity; returns how many own records are missing."""
    entries = sorted(entries, key=lambda entry: parse(entry.line).seq)
    for start in range(0, len(entries), _BATCH):
        transaction.journal.merge(entries[start : start + _BATCH])
    signers = transaction.journal.signers()
    if not signers:
        return 0
    old = signers[-1]
    new = Identity.generate()
    succeeds = (old.identity.device_id, old.seq, old.hash)
    transaction.journal.add_signer(Signer(new, 0, genesis(new.public), succeeds=succeeds))
    held = transaction.journal.vector()
    lost = 0
    for device in (one.identity.device_id for one in signers):
        reach = held.get(device, Reach(0, 0))
        lost += max(reached.get(device, 0), reach.seq) - reach.count
    return max(lost, 0)
