"""The present day of an event, which may have several."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kiosk.domain.programme import Site
from kiosk.domain.records import Record
from kiosk.domain.true_time import Instant, corrected, reading
from kiosk.operations.place import own_site
from kiosk.operations.ports import UnitOfWork


def date_of(uow: UnitOfWork, site: Site, at: Instant) -> date:
    """The date of a clock reading at the site, by the true time as far as it is known."""
    return site.local(corrected(at, uow.journal.anchor(at.timebase_id)).ms).date()


def of_present_day(uow: UnitOfWork, now: Instant) -> Callable[[Record], bool]:
    """Tells whether a record is of the event's present day, and not of an earlier one.

    The present day is the last that has begun, so that it may be closed after midnight. Everything
    is of it before the first day, and where no list tells of days.
    """
    event, site = uow.roster.event(), own_site(uow)
    if event is None or site is None:
        return lambda _: True
    begun = event.last_begun(date_of(uow, site, now))
    return lambda record: begun is None or date_of(uow, site, reading(record)) >= begun
