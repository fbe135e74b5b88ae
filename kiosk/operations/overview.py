"""What the desk shows beside the verdict: counts, the latest scans, what is not sent yet."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.programme import Event, Site
from kiosk.domain.records import Record
from kiosk.domain.visitors import RosterTicket
from kiosk.operations.ports import Binding, Tally, UnitOfWork

RECENT = 6
"""As many of the latest scans as the screen has room for."""


@dataclass(frozen=True, slots=True)
class RecentScan:
    """One of the latest scans at this kiosk, and whether it was taken back since."""

    record: Record
    listed: RosterTicket | None
    retracted: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The desk's surroundings. `binding`, `event` and `site` are None before enrolment."""

    binding: Binding | None
    event: Event | None
    site: Site | None
    tally: Tally
    pending: int
    recent: tuple[RecentScan, ...]


def overview(uow: UnitOfWork) -> Overview:
    """Reads the overview; cheap enough to be read after every scan."""
    binding = uow.binding()
    return Overview(
        binding=binding,
        event=uow.roster.event(),
        site=uow.roster.site(binding.site) if binding else None,
        tally=uow.attendance.tally(),
        pending=uow.journal.pending(),
        recent=tuple(_recent(uow, record) for record in uow.journal.recent(RECENT)),
    )


def _recent(uow: UnitOfWork, record: Record) -> RecentScan:
    ticket = record.integer("ticket")
    listed = uow.roster.ticket(ticket) if ticket else None
    return RecentScan(record, listed, uow.journal.is_retracted(record.hash))
