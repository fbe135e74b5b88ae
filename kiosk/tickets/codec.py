"""The text of a ticket: what is printed as a QR code and what a scanner reads back.

    «ED» + base32 (RFC 4648, no padding) of 75 bytes = 122 characters of A–Z and 2–7

The first 11 bytes are bit fields, the most significant first: version 4, key id 8, event 10, ticket
number 24, site 12, kind 3, group size 6, day 5, slot 6, and 10 spare bits that are zero. Then comes
an Ed25519 signature over a prefix, which keeps these signatures apart from any others of the same
key, and those 11 bytes. 75 bytes leave base32 no spare bits, so each ticket has one text.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.tickets import (
    External,
    Forged,
    PracticeTicket,
    Reading,
    RealTicket,
    ShortCode,
    Signed,
    TicketFacts,
    TicketKind,
    Unreadable,
    WalkInTicket,
)
from kiosk.tickets import short_code, walk_in_code
from kiosk.tickets.keys import PRACTICE_KEY, IssuingKey, verifies

TEXT_LENGTH = 122
LONGEST_TEXT = 512
"""Longer texts are not looked up: no ticketing system prints them."""

_PREFIX = "ED"
_DOMAIN = b"kiosk-ticket-1\0"
_VERSION = 1
_FACT_BYTES = 11
_WIDTHS = (4, 8, 10, 24, 12, 3, 6, 5, 6, 10)
_KIND_CODES = {
    TicketKind.PUPIL: 0,
    TicketKind.PARENT: 1,
    TicketKind.TEACHER: 2,
    TicketKind.GUEST: 3,
    TicketKind.GROUP: 4,
}
_KINDS = {code: kind for kind, code in _KIND_CODES.items()}
_TICKET = re.compile(f"{_PREFIX}[A-Z2-7]{{{TEXT_LENGTH - len(_PREFIX)}}}", re.IGNORECASE | re.ASCII)
_ALIEN = re.compile("[^A-Z2-7]", re.IGNORECASE | re.ASCII)
_SHORTEST_PIECE = 16
_PRACTICE_KEYS = {PRACTICE_KEY.key_id: PRACTICE_KEY.public}


class TicketFactsError(ValueError):
    """The facts do not fit into a ticket: `field` names the one that does not."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(f"A ticket cannot hold {field} = {value!r}")
        self.field = field


@dataclass(frozen=True, slots=True)
class _Fields:
    """The bit fields of a ticket, in their order."""

    version: int
    key_id: int
    event: int
    number: int
    site: int
    kind: int
    group_size: int
    day: int
    slot: int
    spare: int = 0


def encode(facts: TicketFacts, key: IssuingKey) -> str:
    """The text of a ticket, signed.

    Raises TicketFactsError for a number that its field cannot hold, for a ticket without a number,
    for a group of nobody, and for a person's ticket with a group's size.
    """
    packed = _pack(
        _Fields(
            version=_VERSION,
            key_id=key.key_id,
            event=facts.event,
            number=facts.number,
            site=facts.site,
            kind=_KIND_CODES[facts.kind],
            group_size=facts.group_size,
            day=facts.day,
            slot=facts.slot,
        )
    )
    if not facts.number:
        raise TicketFactsError("number", facts.number)
    if not _size_fits(facts):
        raise TicketFactsError("group_size", facts.group_size)
    return _PREFIX + base64.b32encode(packed + key.sign(_DOMAIN + packed)).decode("ascii")


def read(
    text: str, keys: Mapping[int, bytes], *, typed: bool = False, practice: bool = False
) -> Reading:
    """What a text turns out to be. `keys` maps key ids to public keys of 32 bytes.

    Case and surrounding white space do not matter. A short code counts only when `typed` by hand:
    ten digits that were scanned are another system's bar code. In `practice` the practice cards
    are the genuine tickets, and no others.
    """
    text = text.strip()
    if not text or len(text) > LONGEST_TEXT or not text.isprintable():
        return Unreadable()
    if _TICKET.fullmatch(text):
        ticket = base64.b32decode(text[len(_PREFIX) :], casefold=True)
        return _ticket(ticket, keys, practice=practice)
    if looks_like_ticket(text):
        return Unreadable()
    number = walk_in_code.read(text, typed=typed)
    if number is not None:
        here = number.is_practice is practice
        return WalkInTicket(number.ticket) if here else _out_of_place(practice=practice)
    code = short_code.normalise(text)
    if typed and short_code.is_valid(code):
        here = short_code.is_practice(code) is practice
        return ShortCode(code) if here else _out_of_place(practice=practice)
    return External(text)


def is_ticket_text(text: str) -> bool:
    """Whether a text has the exact shape of a ticket, genuine or not."""
    return _TICKET.fullmatch(text) is not None


def looks_like_ticket(text: str) -> bool:
    """Whether a text is a ticket or a damaged one: cut short, run together, with odd characters.

    A short text that happens to begin with «ED» is another system's code.
    """
    if len(text) < _SHORTEST_PIECE or text[: len(_PREFIX)].upper() != _PREFIX:
        return False
    return len(_ALIEN.findall(text)) * 10 <= len(text)


def _ticket(ticket: bytes, keys: Mapping[int, bytes], *, practice: bool) -> Reading:
    """The practice key is asked first: no roster that names it can make it open anything."""
    fields = _unpack(ticket[:_FACT_BYTES])
    of_practice = _is_signed(ticket, _PRACTICE_KEYS.get(fields.key_id))
    if of_practice is not practice:
        return _out_of_place(practice=practice)
    genuine = of_practice or _is_signed(ticket, keys.get(fields.key_id))
    facts = _facts(fields) if genuine else None
    return Signed(facts) if facts else Forged()


def _out_of_place(*, practice: bool) -> Reading:
    """A practice card on the day, or a ticket of the day in practice."""
    return RealTicket() if practice else PracticeTicket()


def _is_signed(ticket: bytes, public: bytes | None) -> bool:
    """Whether a ticket's 75 bytes bear the signature of the key that they name, if it is known."""
    packed, signature = ticket[:_FACT_BYTES], ticket[_FACT_BYTES:]
    return public is not None and verifies(public, signature, _DOMAIN + packed)


def _facts(fields: _Fields) -> TicketFacts | None:
    """What the fields say, or None where this version cannot have written them."""
    if fields.version != _VERSION or fields.spare or fields.kind not in _KINDS:
        return None
    facts = TicketFacts(
        event=fields.event,
        number=fields.number,
        site=fields.site,
        kind=_KINDS[fields.kind],
        group_size=fields.group_size,
        day=fields.day,
        slot=fields.slot,
    )
    return facts if facts.number and _size_fits(facts) else None


def _size_fits(facts: TicketFacts) -> bool:
    return (facts.kind is TicketKind.GROUP) == (facts.group_size > 0)


def _pack(fields: _Fields) -> bytes:
    bits = 0
    for name, width in zip(_Fields.__slots__, _WIDTHS, strict=True):
        value = getattr(fields, name)
        if not 0 <= value < 1 << width:
            raise TicketFactsError(name, value)
        bits = bits << width | value
    return bits.to_bytes(_FACT_BYTES, "big")


def _unpack(packed: bytes) -> _Fields:
    bits = int.from_bytes(packed, "big")
    values = []
    for width in reversed(_WIDTHS):
        values.append(bits & ((1 << width) - 1))
        bits >>= width
    return _Fields(*reversed(values))
