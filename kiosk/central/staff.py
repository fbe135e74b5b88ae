"""A site's staff list: who works there, hashed PINs, badges that exist on paper only."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select
from sqlmodel import col

from kiosk.central import rosters
from kiosk.central.errors import CentralError
from kiosk.central.tables import RosterRow
from kiosk.domain.badges import badge_hash, new_badge
from kiosk.domain.staff import Role, StaffMember
from kiosk.exchange.protocol import read_item
from kiosk.tickets.pin import hash_secret, is_secret_of

_KIND = "staff"


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """A line of the list as its author writes it; `pin` is six digits, or empty for none new."""

    staff_id: str
    name: str
    role: Role
    trial_id: str = ""
    pin: str = field(default="", repr=False)


def members(connection: Connection, site: int) -> dict[str, StaffMember]:
    """The staff list that a site's kiosks get, by the members' ids. Raises CentralError."""
    rosters.lock(connection, site)
    texts = connection.scalars(
        select(col(RosterRow.item)).where(
            col(RosterRow.site) == site,
            col(RosterRow.kind) == _KIND,
            col(RosterRow.item).is_not(None),
        )
    )
    found = (read_item(_KIND, json.loads(text)) for text in texts if text)
    return {one.staff_id: one for one in found if isinstance(one, StaffMember)}


def merged(
    entries: Iterable[StaffEntry], held: Mapping[str, StaffMember]
) -> dict[str, StaffMember]:
    """The new list. Badges stay, and so does a PIN where the entry has no other one.

    Takes some 0.1 s for each PIN.
    """
    return {entry.staff_id: _member(entry, held.get(entry.staff_id)) for entry in entries}


def replace_all(connection: Connection, site: int, listed: Mapping[str, StaffMember]) -> int:
    """Makes this the site's list; returns how many were news, came off the list included.

    Raises CentralError where the site is not known, or has no such trial.
    """
    trials = connection.scalars(
        select(col(RosterRow.key)).where(
            col(RosterRow.site) == site,
            col(RosterRow.kind) == "trial",
            col(RosterRow.item).is_not(None),
        )
    )
    unknown = {one.trial_id for one in listed.values()} - {"", *trials}
    if unknown:
        raise CentralError(f"Site {site} has no trial {min(unknown)}: compare its list of trials.")
    gone = members(connection, site).keys() - listed.keys()
    put = rosters.put(connection, site, listed.values())
    return put + rosters.take_off(connection, site, [(_KIND, staff_id) for staff_id in gone])


def issue_badges(
    connection: Connection, site: int, staff_ids: Sequence[str]
) -> list[tuple[StaffMember, str]]:
    """New badges for these members, or for everybody who has none; returns each with its text.

    The old badge of a member signs nobody in any more. Raises CentralError for a stranger.
    """
    held = members(connection, site)
    strangers = set(staff_ids) - held.keys()
    if strangers:
        raise CentralError(f"The staff list of site {site} has no {min(strangers)}.")
    wanted = staff_ids or [one.staff_id for one in held.values() if not one.badge]
    texts = {staff_id: new_badge(secrets.token_bytes) for staff_id in wanted}
    issued = [replace(held[one], badge=badge_hash(text)) for one, text in texts.items()]
    rosters.put(connection, site, issued)
    return [(member, texts[member.staff_id]) for member in issued]


def _member(entry: StaffEntry, held: StaffMember | None) -> StaffMember:
    pin, badge = (held.pin, held.badge) if held else ("", "")
    if entry.pin and not (pin and is_secret_of(pin, entry.pin)):
        pin = hash_secret(entry.pin)
    return StaffMember(entry.staff_id, entry.name, entry.role, pin, badge, entry.trial_id)
