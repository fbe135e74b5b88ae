"""A kiosk's folder with a long journal."""

from __future__ import annotations

from kiosk.domain.movements import Passage
from kiosk.domain.records import Kind
from kiosk.domain.tickets import TicketKind
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append
from kiosk.store.database import Database
from tests.bench.site import moment_of

_AT_ONCE = 2_000


def fill(store: Database, records: int) -> None:
    """Records so many arrivals, many in one transaction: this is not what is measured."""
    for first in range(0, records, _AT_ONCE):
        store.write(lambda uow, f=first: _arrive(uow, f, min(f + _AT_ONCE, records)))  # type: ignore[misc]


def _arrive(uow: UnitOfWork, first: int, last: int) -> None:
    for index in range(first, last):
        passage = Passage(index + 1, TicketKind.PUPIL, 1, "wedge")
        data = passage.data(heads=1, scan=f"{index:032x}", notes=[])
        append(uow, Moment(moment_of(index)), Kind.ARRIVAL, data)
