"""An invented site of any size, in a kiosk's folder or as a roster to download."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from pathlib import Path
from random import Random

from kiosk.central.rosters import item_key
from kiosk.demo.names import people
from kiosk.demo.region import SCHOOLS
from kiosk.domain.programme import Event, Site, Slot
from kiosk.domain.roster import RosterChange, RosterCursor, RosterItem, TicketEntry, TicketKey
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.domain.true_time import Instant
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.exchange.protocol import write_item
from kiosk.operations.ports import Binding
from kiosk.store.database import Database
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import IssuingKey

SITE = Site(1, "Приозёрский станкозавод", "Станочников, 3", "Asia/Yekaterinburg")
EVENT = Event(1, "День открытых дверей", ((1, date(2027, 4, 17)),), demo=True)
BINDING = Binding("Киоск 1", EVENT.number, SITE.number, "Вход 1", "http://127.0.0.1:9", b"")
OPENS_AT = 1_808_020_800_000
"""When the first visitor comes, UTC milliseconds."""

_SLOT = Slot(1, 0, 24 * 60, "А", 0, "холл")
_LARGEST_NUMBER = (1 << 24) - 1
_STRIDE = 10_000_019
"""Coprime to the largest number: spreads the tickets over all numbers, as random ones lie."""
_SLICE = 20_000


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many pupils who come alone, each with a ticket, the 0th, the 1st and so on."""

    size: int
    key: IssuingKey = field(default_factory=lambda: IssuingKey.generate(1))

    def number(self, index: int) -> int:
        """The number of a ticket."""
        return 1 + index * _STRIDE % _LARGEST_NUMBER

    def text(self, index: int) -> str:
        """What a scanner reads from a ticket."""
        return encode(
            TicketFacts(
                EVENT.number, self.number(index), SITE.number, TicketKind.PUPIL, day=1, slot=1
            ),
            self.key,
        )

    def programme(self) -> list[RosterItem]:
        """What a roster holds besides people."""
        return [EVENT, SITE, _SLOT, TicketKey(self.key.key_id, self.key.public.hex())]

    def people(self) -> Iterator[Visitor | TicketEntry]:
        """Everybody, with their tickets."""
        rng = Random(self.size)
        for index, name in zip(range(self.size), people(rng), strict=False):
            school = rng.choice(SCHOOLS).name
            yield Visitor(f"v{index}", VisitorKind.PUPIL, name, school, rng.choice(("9А", "10Б")))
            code = f"{rng.randrange(10**10):010d}"
            number = self.number(index)
            kind = TicketKind.PUPIL
            yield TicketEntry(
                number, EVENT.number, SITE.number, kind, code, f"v{index}", day=1, slot=1
            )

    def settle(self, store: Database) -> None:
        """Binds a kiosk to the site and gives it the whole roster."""
        store.write(lambda uow: uow.save_binding(BINDING))
        items = enumerate(chain[RosterItem](self.programme(), self.people()), 1)
        while changes := [_change(version, item) for version, item in islice(items, _SLICE)]:
            end = RosterCursor("bench", changes[-1].version)
            store.write(lambda uow, c=changes, e=end: uow.roster.apply(c, e))  # type: ignore[misc]
        store.write(lambda uow: uow.roster.finish_epoch(uow.roster.cursor()))

    def kiosk(self, folder: Path) -> Database:
        """A new kiosk of the site."""
        store = Database.create(folder)
        self.settle(store)
        return store


def moment_of(index: int) -> Instant:
    """When the visitor of an index comes: one a second."""
    return Instant(OPENS_AT + index * 1000, "bench", index * 1000)


def _change(version: int, item: RosterItem) -> RosterChange:
    return RosterChange(version, write_item(item)[0], item_key(item), item)
