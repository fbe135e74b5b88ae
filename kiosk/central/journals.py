"""The journals that the server holds: the feed for a site's kiosks, and reading them back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, tuple_
from sqlmodel import col

from kiosk.central.errors import Unacceptable
from kiosk.central.tables import DeviceRow, RecordRow
from kiosk.domain.records import Record
from kiosk.exchange.protocol import FEED_PAGE, LARGEST_SEQ, LONGEST_PAGE, JournalLine, WirePart
from kiosk.journal.lines import parse
from kiosk.journal.private import PrivatePart

_AT_A_TIME = 200

Held = Mapping[str, tuple[int, int]]
"""How much an asker holds of each device's journal: the largest number and the record count."""


def vector(connection: Connection, site: int) -> dict[str, tuple[int, int]]:
    """How much the server holds of each device of a site."""
    rows = connection.execute(
        select(col(DeviceRow.device_id), col(DeviceRow.max_seq), col(DeviceRow.records)).where(
            col(DeviceRow.site) == site, col(DeviceRow.records) > 0
        )
    )
    return {row.device_id: (row.max_seq, row.records) for row in rows}


def records(connection: Connection, device: int) -> list[Record]:
    """All records of a device, all branches."""
    lines = select(col(RecordRow.line)).where(col(RecordRow.device) == device)
    return [parse(line) for line in connection.execute(lines).scalars()]


def feed(connection: Connection, site: int, held: Held, page: str) -> Iterator[str]:
    """A page of what the asker lacks, as JSON lines; `page` is empty or the last answer's `next`.

    Of each device the records beyond the asker's largest number are sent, or all where a late
    branch came in below it. Raises Unacceptable for a page that was never given.
    """
    following, size = "", 0
    for number, row in enumerate(_rows(connection, _lacking(connection, site, held), _place(page))):
        line = _line(row)
        size += len(line.encode())
        if number == FEED_PAGE or (number > 0 and size > LONGEST_PAGE):
            break
        yield line
        following = f"{row.device}:{row.seq}:{row.hash}"
    else:
        following = ""
    yield JournalLine(more=bool(following), next=following).model_dump_json(exclude_none=True)


def _line(row: Any) -> str:
    part = WirePart.of(PrivatePart(row.salt, row.part)) if row.part is not None else None
    return JournalLine(line=row.line.decode(), private=part).model_dump_json(exclude_defaults=True)


def _place(page: str) -> tuple[int, int, str]:
    """The record after which a page begins: its device, number and hash."""
    try:
        device, seq, record_hash = page.split(":") if page else ("0", "0", "")
        return _number(device), _number(seq), record_hash
    except ValueError as error:
        raise Unacceptable("There is no such page of the journal.") from error


def _number(digits: str) -> int:
    """A number that the database can compare with."""
    return max(0, min(int(digits), LARGEST_SEQ))


def _rows(
    connection: Connection, lacking: Sequence[ColumnElement[bool]], after: tuple[int, int, str]
) -> Iterable[Any]:
    """What is lacking after a place: one record more than a page takes, a few read at a time."""
    if not lacking:
        return ()
    place = (col(RecordRow.device), col(RecordRow.seq), col(RecordRow.hash))
    return connection.execute(
        select(*place, col(RecordRow.line), col(RecordRow.salt), col(RecordRow.part))
        .where(or_(*lacking), tuple_(*place) > tuple_(*after))
        .order_by(*place)
        .limit(FEED_PAGE + 1)
        .execution_options(yield_per=_AT_A_TIME)
    )


def _lacking(connection: Connection, site: int, held: Held) -> list[ColumnElement[bool]]:
    devices = connection.execute(
        select(
            col(DeviceRow.id),
            col(DeviceRow.device_id),
            col(DeviceRow.max_seq),
            col(DeviceRow.records),
        ).where(col(DeviceRow.site) == site, col(DeviceRow.records) > 0)
    ).all()
    found: list[ColumnElement[bool]] = []
    for device in devices:
        after = _known_up_to(connection, device, *held.get(device.device_id, (0, 0)))
        if after < device.max_seq:
            found.append(and_(col(RecordRow.device) == device.id, col(RecordRow.seq) > after))
    return found


def _known_up_to(connection: Connection, device: Any, seq: int, count: int) -> int:
    """The number up to which the asker has all that is here, by counting; 0 where it has not.

    A device that has written more than it has sent yet, and was never copied, lacks nothing.
    """
    ahead = device.records == device.max_seq and count == seq >= device.max_seq
    if ahead or _count(connection, device, seq) == count:
        return seq
    return 0


def _count(connection: Connection, device: Any, seq: int) -> int:
    if seq >= device.max_seq:
        return int(device.records)
    counted = select(func.count()).where(
        col(RecordRow.device) == device.id, col(RecordRow.seq) <= seq
    )
    return int(connection.execute(counted).scalar_one())
