"""What the desk shows beside the verdict: counts, the latest scans, what is not sent yet."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.programme import Event, Site
from kiosk.domain.records import Record
from kiosk.domain.visitors import RosterTicket
from kiosk.domain.walk_ins import WalkIn
from kiosk.operations.end_day import ended_at
from kiosk.operations.place import own_site
from kiosk.operations.ports import Binding, Tally, UnitOfWork

RECENT = 6
"""As many of the latest scans as the screen has room for."""


@dataclass(frozen=True, slots=True)
class RecentScan:
    """One of the latest scans at this kiosk, and whether it was taken back since.

    `walk_in` is who came without a ticket.
    """

    record: Record
    listed: RosterTicket | None
    retracted: bool
    walk_in: WalkIn | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """The desk's surroundings. `binding`, `event` and `site` are None before enrolment.

    `uncounted` is how many groups of the site were scanned and not counted since.
    `day_ended_at` is when this kiosk's day was ended (UTC ms), None once anything reopened it.
    """

    binding: Binding | None
    event: Event | None
    site: Site | None
    tally: Tally
    pending: int
    recent: tuple[RecentScan, ...]
    uncounted: int = 0
    day_ended_at: int | None = None


def overview(uow: UnitOfWork) -> Overview:
    """Reads the overview; cheap enough to be read after every scan."""
    binding = uow.binding()
    return Overview(
        binding=binding,
        event=uow.roster.event(),
        site=own_site(uow),
        tally=uow.attendance.tally(),
        pending=uow.journal.pending(),
        recent=tuple(_recent(uow, record) for record in _latest(uow)),
        uncounted=len(uow.attendance.uncounted()),
        day_ended_at=ended_at(uow),
    )


def _latest(uow: UnitOfWork) -> list[Record]:
    """The latest scans; a group's scan gives way to the count that stands."""
    records = uow.journal.recent(2 * RECENT)
    counted = {r.text("pending") for r in records if not uow.journal.is_retracted(r.hash)}
    return [record for record in records if record.hash not in counted][:RECENT]


def _recent(uow: UnitOfWork, record: Record) -> RecentScan:
    ticket = record.integer("ticket")
    listed = uow.roster.ticket(ticket) if ticket else None
    without = uow.attendance.walk_ins(ticket) if record.text("registration") else []
    walk_in = without[0] if without else None
    return RecentScan(record, listed, uow.journal.is_retracted(record.hash), walk_in)
