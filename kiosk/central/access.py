"""Who may talk to the server: one-time codes, device tokens, successors of copied devices.

Codes and tokens are kept as hashes only. A token follows from the request that it answers, so that
a request which comes twice, sent again or doubled on its way, gets the same token twice: whichever
answer the device sees, its token is good.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlmodel import col

from kiosk.central.errors import Forbidden, NotAuthorised, Unacceptable
from kiosk.central.keys import ServerKeys
from kiosk.central.tables import DeviceRow, EnrolCodeRow
from kiosk.domain.walk_ins import UNGIVEN
from kiosk.exchange.protocol import (
    EnrolRequest,
    SuccessorRequest,
    enrol_message,
    successor_message,
)
from kiosk.journal.identity import device_id, is_signed

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Digits and capitals without those that are taken for one another: 0 and O, 1 and I."""
_HALF = 4
_COPY = " (копия{})"
_SMALL_NUMBER = re.compile(r"(?<!\d)[1-9]\d?(?!\d)", re.ASCII)
_ANY_COPY = re.compile(r" \(копия( \d+)?\)$")


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled device, as a request finds it. `last_seen` is UTC milliseconds.

    `number` is given once in a site.
    """

    id: int
    device_id: str
    public: bytes
    site: int
    name: str
    entrance: str
    claimed: int
    last_seen: int | None
    succeeds: int | None
    number: int


_COLUMNS = tuple(col(getattr(DeviceRow, name)) for name in Device.__slots__)


def new_code(connection: Connection, site: int, device_name: str, entrance: str) -> str:
    """A new one-time code, `XXXX-XXXX`, for one device at one entrance of a site."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(2 * _HALF))
    row = EnrolCodeRow(
        code_hash=_code_hash(letters), site=site, device_name=device_name, entrance=entrance
    )
    connection.execute(insert(EnrolCodeRow), [row.model_dump()])
    return f"{letters[:_HALF]}-{letters[_HALF:]}"


def device_of(connection: Connection, token: str) -> Device:
    """The device that a token belongs to. Raises NotAuthorised."""
    found = _device(connection, col(DeviceRow.token_hash) == _token_hash(token))
    if found is None:
        raise NotAuthorised("This kiosk is not known here: enrol it again with a new code.")
    return found


def enrol(
    connection: Connection, request: EnrolRequest, keys: ServerKeys, now_ms: int
) -> tuple[Device, str]:
    """Binds a device to the site of its code; returns it with its token. Raises Refused.

    A reply may get lost, so the same code with the same key is good until the token is first used.
    """
    if not is_signed(request.public, enrol_message(request.code), request.signature):
        raise Forbidden("The device did not sign for its own key: start the kiosk again.")
    code_hash = _code_hash(request.code)
    code = connection.execute(
        select(EnrolCodeRow).where(col(EnrolCodeRow.code_hash) == code_hash).with_for_update()
    ).one_or_none()
    if code is None:
        raise Forbidden("The code is wrong: compare it, or ask the coordinator for a new one.")
    known = _device(connection, col(DeviceRow.device_id) == device_id(request.public))
    if code.device is not None and (
        known is None or known.id != code.device or known.last_seen is not None
    ):
        raise Forbidden("The code was used already: ask the coordinator for a new one.")
    at_home = known is None or known.site == code.site or known.last_seen is None
    if not at_home or request.site not in (None, code.site):
        raise Unacceptable(
            "This kiosk belongs to another site: use a new data folder for this one."
        )
    place = {"site": code.site, "name": code.device_name, "entrance": code.entrance}
    token = keys.token(code_hash.encode(), request.public)
    device = _admit(connection, request.public, known, place, token, now_ms)
    connection.execute(
        update(EnrolCodeRow)
        .where(col(EnrolCodeRow.code_hash) == code_hash)
        .values(device=device.id)
    )
    return device, token


def succeed(
    connection: Connection,
    old: Device,
    request: SuccessorRequest,
    keys: ServerKeys,
    now_ms: int,
) -> tuple[Device, str]:
    """Enrols the identity that goes on from a copied device, beside it. Raises Refused."""
    if not is_signed(old.public, successor_message(request.public), request.signature):
        raise Unacceptable("The old identity did not sign for the new one.")
    known = _device(connection, col(DeviceRow.device_id) == device_id(request.public))
    if known is not None and known.succeeds != old.id:
        raise Forbidden("The new identity is enrolled already, and not as this one's successor.")
    name = known.name if known else _free_name(connection, old)
    place = {"site": old.site, "name": name, "entrance": old.entrance, "succeeds": old.id}
    token = keys.token(old.public, request.public)
    return _admit(connection, request.public, known, place, token, now_ms), token


def _admit(
    connection: Connection,
    public: bytes,
    known: Device | None,
    place: dict[str, Any],
    token: str,
    now_ms: int,
) -> Device:
    values = {**place, "token_hash": _token_hash(token)}
    if known is None or known.site != place["site"]:
        values["number"] = _free_number(connection, place["site"], place["name"])
    if known is not None:
        same = col(DeviceRow.id) == known.id
        connection.execute(update(DeviceRow).where(same).values(values))
    else:
        row = DeviceRow(
            device_id=device_id(public), public=public, enrolled_at=now_ms, **values
        ).model_dump(exclude={"id"})
        connection.execute(insert(DeviceRow), [row])
    return device_of(connection, token)


def _device(connection: Connection, condition: Any) -> Device | None:
    row = connection.execute(select(*_COLUMNS).where(condition)).one_or_none()
    return Device(*row) if row else None


def _free_name(connection: Connection, old: Device) -> str:
    at_site = select(col(DeviceRow.name)).where(col(DeviceRow.site) == old.site)
    taken = set(connection.execute(at_site).scalars())
    base = _ANY_COPY.sub("", old.name)
    names = (base + _COPY.format(f" {n}" if n > 1 else "") for n in count(1))
    return next(name for name in names if name not in taken)


def _free_number(connection: Connection, site: int, name: str) -> int:
    """What the site's other devices do not have: the number in the name, where it is free."""
    at_site = select(col(DeviceRow.number)).where(col(DeviceRow.site) == site)
    taken = {*connection.execute(at_site).scalars(), *UNGIVEN}
    named = (int(found) for found in _SMALL_NUMBER.findall(name))
    return next(number for number in chain(named, count(1)) if number not in taken)


def _code_hash(code: str) -> str:
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(b"kiosk-code-1\0" + letters.encode()).hexdigest()


def _token_hash(token: str) -> str:
    return hashlib.sha256(b"kiosk-token-1\0" + token.encode()).hexdigest()
