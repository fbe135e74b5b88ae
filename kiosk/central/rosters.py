"""The rosters of the sites: changes get versions under the site's lock, and are fed by them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from json.encoder import encode_basestring_ascii as quoted

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlmodel import col

from kiosk.central.errors import CentralError
from kiosk.central.tables import RosterRow, SiteRow
from kiosk.domain.programme import Event, Site, SitePolicy, Slot, Trial
from kiosk.domain.roster import RosterItem, TicketEntry, TicketKey
from kiosk.domain.staff import StaffMember
from kiosk.domain.visitors import Group, Visitor
from kiosk.exchange.protocol import FEED_PAGE, RosterLine, WireCursor, read_item, write_item


def item_key(item: RosterItem) -> str:
    """What names an item among those of its kind at its site."""
    match item:
        case Event() | Site() | Slot() | TicketEntry():
            return str(item.number)
        case Trial():
            return item.trial_id
        case TicketKey():
            return str(item.key_id)
        case Visitor():
            return item.visitor_id
        case Group():
            return item.group_id
        case StaffMember():
            return item.staff_id


def add_site(connection: Connection, event: Event, site: Site) -> None:
    """Makes a site with an empty roster, or takes over its event's number. Raises CentralError."""
    known = connection.execute(
        select(col(SiteRow.event)).where(col(SiteRow.number) == site.number)
    ).scalar_one_or_none()
    if known is None:
        row = SiteRow(
            number=site.number, event=event.number, demo=event.demo, epoch=_epoch(), version=0
        )
        connection.execute(insert(SiteRow), [row.model_dump()])
    elif known != event.number:
        raise CentralError(f"Site {site.number} belongs to another event: give it another number.")


def put(connection: Connection, site: int, items: Iterable[RosterItem]) -> int:
    """Adds items or changes them; returns how many were new or different. Raises CentralError."""
    wanted = {(*_name(item),): write_item(item)[1] for item in items}
    held = _texts(connection, site, {kind for kind, _ in wanted})
    return _write(connection, site, held, {k: v for k, v in wanted.items() if held.get(k) != v})


def take_off(connection: Connection, site: int, names: Iterable[tuple[str, str]]) -> int:
    """Takes items, named by kind and key, off a roster; returns how many were on it."""
    names = set(names)
    held = _texts(connection, site, {kind for kind, _ in names})
    return _write(connection, site, held, dict.fromkeys(n for n in names if held.get(n)))


def set_policy(connection: Connection, site: int, changes: Mapping[str, bool]) -> SitePolicy:
    """Changes fields of a site's policy, and leaves the others. Raises CentralError."""
    known = {field.name for field in fields(SitePolicy)}
    if unknown := sorted(changes.keys() - known):
        raise CentralError(
            f"There is no policy {unknown[0]}: choose of {', '.join(sorted(known))}."
        )
    text = _texts(connection, site, {"site"}).get(("site", str(site)))
    item = read_item("site", json.loads(text)) if text else None
    if not isinstance(item, Site):
        raise CentralError(f"The list of site {site} does not name the site: load it first.")
    policy = replace(item.policy, **changes)
    put(connection, site, [replace(item, policy=policy)])
    return policy


def cursor(connection: Connection, site: int) -> WireCursor:
    """How far a site's roster goes now."""
    row = connection.execute(
        select(col(SiteRow.epoch), col(SiteRow.version)).where(col(SiteRow.number) == site)
    ).one()
    return WireCursor(epoch=row.epoch, version=row.version)


def feed(connection: Connection, site: int, *, epoch: str, after: int, limit: int) -> Iterator[str]:
    """A page of a site's roster as JSON lines, from the start where the epoch is another one."""
    now = cursor(connection, site)
    after = after if epoch == now.epoch else 0
    limit = max(1, min(limit, FEED_PAGE))
    version = col(RosterRow.version)
    rows = connection.execute(
        select(version, col(RosterRow.kind), col(RosterRow.key), col(RosterRow.item))
        .where(col(RosterRow.site) == site, version > after, version <= now.version)
        .order_by(version)
        .limit(limit)
    ).all()
    yield now.model_dump_json()
    for number, kind, key, item in rows:
        names = f'"kind":{quoted(kind)},"key":{quoted(key)}'
        yield f'{{"version":{number},{names},"item":{item or "null"}}}'
    complete = len(rows) < limit
    last = now.version if complete else rows[-1].version
    yield RosterLine(version=last, complete=complete).model_dump_json(exclude_defaults=True)


def _name(item: RosterItem) -> tuple[str, str]:
    return write_item(item)[0], item_key(item)


def _epoch() -> str:
    return secrets.token_hex(8)


def lock(connection: Connection, site: int) -> int:
    """The site's version, with the site locked for this transaction. Raises CentralError."""
    found = connection.execute(
        select(col(SiteRow.version)).where(col(SiteRow.number) == site).with_for_update()
    ).scalar_one_or_none()
    if found is None:
        raise CentralError(f"There is no site {site} on this server: load its list first.")
    return found


def _texts(connection: Connection, site: int, kinds: set[str]) -> dict[tuple[str, str], str | None]:
    lock(connection, site)
    rows = connection.execute(
        select(col(RosterRow.kind), col(RosterRow.key), col(RosterRow.item)).where(
            col(RosterRow.site) == site, col(RosterRow.kind).in_(kinds)
        )
    )
    return {(row.kind, row.key): row.item for row in rows}


def _write(
    connection: Connection,
    site: int,
    held: dict[tuple[str, str], str | None],
    changes: dict[tuple[str, str], str | None],
) -> int:
    version = lock(connection, site)
    rows: list[dict[str, object]] = [
        {"of_site": site, "of_kind": kind, "of_key": key, "version": version + n, "item": item}
        for n, ((kind, key), item) in enumerate(changes.items(), 1)
    ]
    known = [row for row in rows if (row["of_kind"], row["of_key"]) in held]
    _insert(connection, [row for row in rows if (row["of_kind"], row["of_key"]) not in held])
    if known:
        connection.execute(
            update(RosterRow).where(
                col(RosterRow.site) == bindparam("of_site"),
                col(RosterRow.kind) == bindparam("of_kind"),
                col(RosterRow.key) == bindparam("of_key"),
            ),
            known,
        )
    here = col(SiteRow.number) == site
    connection.execute(update(SiteRow).where(here).values(version=version + len(rows)))
    return len(rows)


def _insert(connection: Connection, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        named = [{name.removeprefix("of_"): value for name, value in r.items()} for r in rows]
        connection.execute(insert(RosterRow), named)
