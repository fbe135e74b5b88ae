"""Roster lines with something wrong in them: refused by name, or kept so that they can be read."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.roster import ITEM_KINDS, RosterChange, RosterCursor, RosterItem
from kiosk.exchange.protocol import NotOurs, RosterLine, read, read_item, write_item
from kiosk.operations.ports import UnitOfWork
from kiosk.store.database import Database
from tests.mutations import mutated
from tests.unit.exchange.test_protocol import ITEMS

LINES = [
    {
        "version": n,
        "kind": write_item(item)[0],
        "key": str(n),
        "item": json.loads(write_item(item)[1]),
    }
    for n, item in enumerate(ITEMS, 1)
]


def change_of(line: object) -> RosterChange | None:
    """The change that a line tells of, as a kiosk reads it; None where it is refused."""
    try:
        row = read(RosterLine, json.dumps(line).encode())
        item = read_item(row.kind, row.item) if row.item is not None else None
    except NotOurs:
        return None
    known = row.kind in ITEM_KINDS
    return RosterChange(row.version, row.kind, row.key, item) if known else None


def everything(uow: UnitOfWork) -> list[object]:
    """All that the screens read of a roster."""
    roster = uow.roster
    found: list[object] = [roster.event(), roster.site(11), roster.slot(3), roster.trial("сварка")]
    found += [roster.trials(), roster.ticket_keys(), roster.ticket(5), roster.search("ел", 9)]
    found += [roster.staff(), roster.staff_member("anna.k")]
    return [*found, roster.ticket_by_code("1234567890"), roster.ticket_by_external("X")]


def test_a_sound_line_is_read() -> None:
    items: list[RosterItem | None] = [c.item for line in LINES if (c := change_of(line))]
    assert items == ITEMS


def test_no_line_breaks_the_roster(tmp_path: Path) -> None:
    with Database.create(tmp_path / "kiosk") as store:

        @settings(max_examples=200, suppress_health_check=list(HealthCheck))
        @given(line=st.sampled_from(LINES).flatmap(mutated))
        def take_over(line: object) -> None:
            change = change_of(line)
            if change is not None:
                cursor = RosterCursor("e", max(0, min(change.version, 2**53)))
                store.write(lambda uow: uow.roster.apply([change], cursor))
                store.read(everything)

        take_over()
