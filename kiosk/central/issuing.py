"""Issuing tickets: random numbers and short codes, given once in an event."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from kiosk.central import rosters
from kiosk.central.errors import CentralError
from kiosk.central.tables import RosterRow, SiteRow, TicketRow
from kiosk.domain.roster import TicketEntry, TicketKey
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.exchange.protocol import read_item
from kiosk.tickets.codec import TicketFactsError, encode
from kiosk.tickets.keys import IssuingKey
from kiosk.tickets.short_code import new_code

T = TypeVar("T")

_NUMBERS = 1 << 24
"""How many numbers a ticket can have; 0 is none."""
_DENSEST = 0.5

Below = Callable[[int], int]
"""Draws a number from 0 up to its argument."""


@dataclass(frozen=True, slots=True)
class TicketOrder:
    """A ticket to issue. `group_size` is 0 for a person's; `slot` and `day` are 0 for any."""

    kind: TicketKind
    holder_id: str
    group_size: int = 0
    slot: int = 0
    day: int = 0


def issue(
    connection: Connection, key: IssuingKey, site: int, orders: Sequence[TicketOrder], below: Below
) -> list[tuple[TicketEntry, str]]:
    """Issues tickets and puts them on the site's roster; returns each with its text.

    Raises CentralError where the site is not known or a ticket cannot hold what is ordered.
    """
    event = _event(connection, site)
    taken = select(col(TicketRow.number), col(TicketRow.code)).where(col(TicketRow.event) == event)
    given = connection.execute(taken).all()
    numbers, codes = {row.number for row in given}, {row.code for row in given}
    if len(numbers) + len(orders) > _NUMBERS * _DENSEST:
        raise CentralError("The event has too many tickets: begin another event.")
    issued: list[tuple[TicketEntry, str]] = []
    for order in orders:
        number = _unused(numbers, lambda: 1 + below(_NUMBERS - 1))
        code = _unused(codes, lambda: new_code(below))
        issued.append(_ticket(key, event, site, order, number, code))
    if issued:
        columns = ("event", "number", "code", "site")
        rows = [{name: getattr(entry, name) for name in columns} for entry, _ in issued]
        connection.execute(insert(TicketRow), rows)
        rosters.put(connection, site, [TicketKey(key.key_id, key.public.hex())])
        rosters.put(connection, site, [entry for entry, _ in issued])
    return issued


def cancel(connection: Connection, site: int, number: int) -> None:
    """Cancels a ticket of a site. Raises CentralError where there is none of that number."""
    text = connection.execute(
        select(col(RosterRow.item)).where(
            col(RosterRow.site) == site,
            col(RosterRow.kind) == "ticket",
            col(RosterRow.key) == str(number),
        )
    ).scalar_one_or_none()
    entry = read_item("ticket", json.loads(text)) if text else None
    if not isinstance(entry, TicketEntry):
        raise CentralError(f"Site {site} has no ticket {number}: compare the number.")
    rosters.put(connection, site, [replace(entry, cancelled=True)])


def _event(connection: Connection, site: int) -> int:
    event = connection.execute(
        select(col(SiteRow.event)).where(col(SiteRow.number) == site)
    ).scalar_one_or_none()
    if event is None:
        raise CentralError(f"There is no site {site} on this server: load its list first.")
    return event


def _ticket(
    key: IssuingKey, event: int, site: int, order: TicketOrder, number: int, code: str
) -> tuple[TicketEntry, str]:
    facts = TicketFacts(
        event=event,
        number=number,
        site=site,
        kind=order.kind,
        group_size=order.group_size,
        day=order.day,
        slot=order.slot,
    )
    entry = TicketEntry(
        number=number,
        event=event,
        site=site,
        kind=order.kind,
        code=code,
        holder_id=order.holder_id,
        day=order.day,
        slot=order.slot,
    )
    try:
        return entry, encode(facts, key)
    except TicketFactsError as error:
        raise CentralError(f"A ticket was not issued: {error}.") from error


def _unused(taken: set[T], draw: Callable[[], T]) -> T:
    while (found := draw()) in taken:
        pass
    taken.add(found)
    return found
