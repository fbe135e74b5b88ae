"""What travels between a kiosk and the central server, version 1.

Each call is JSON over HTTPS below `/v1`; the two feeds are JSON lines (one object a line) that end
in a closing line, so that a body that was cut short shows. Hashes, keys and signatures are
lower-case hex, times UTC milliseconds. Unknown fields are passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)

from kiosk.domain.roster import ITEM_KINDS, RosterItem, is_usable
from kiosk.domain.walk_ins import LARGEST_KIOSK
from kiosk.journal.canonical import NotCanonical
from kiosk.journal.heads import Head
from kiosk.journal.private import PrivatePart
from kiosk.journal.receipts import Receipt

DEVICES = "/v1/devices"
SUCCESSOR = "/v1/devices/successor"
JOURNAL = "/v1/journal"
ROSTER = "/v1/roster"
CLOSING = "/v1/sites/{site}/closing"
OWN_SITE = "mine"
"""Stands for the number of the site that the token belongs to."""

JSON = "application/json"
JSON_LINES = "application/x-ndjson"

LONGEST_BODY = 16 << 20
"""Bytes of a request, and of what it unpacks to."""
LONGEST_RUN = 2_000
"""Lines in one upload."""
LONGEST_FIELD = 1 << 20
"""Characters of a line, and of a private part: no less than any kiosk has ever written, and so few
that a record with its part always fits into a body.
"""
FEED_PAGE = 2_000
"""Lines in one answer of a feed."""
LONGEST_PAGE = LONGEST_BODY // 2
"""Bytes in one answer of the journal's feed, unless a single record takes more."""
LARGEST_SEQ = 2**31 - 1
LATEST_TIME = 2**45
"""UTC milliseconds, more than a thousand years from now: what is reckoned with a time stays exact.
"""

_ENROL_PURPOSE = b"kiosk-enrol-1\0"
_SUCCESSOR_PURPOSE = b"kiosk-successor-1\0"

Model = TypeVar("Model", bound="Wire")


class NotOurs(ValueError):
    """Bytes that are not what this protocol says. The message holds nothing of them."""


class Wire(BaseModel):
    """A message, or a part of one."""

    model_config = ConfigDict(strict=True, hide_input_in_errors=True, extra="ignore", frozen=True)

    def to_bytes(self) -> bytes:
        return self.model_dump_json(exclude_none=True).encode()


def read(model: type[Model], document: bytes) -> Model:
    """Reads a message. Raises NotOurs."""
    try:
        return model.model_validate_json(document)
    except ValidationError as error:
        raise NotOurs(f"not a {model.__name__}") from error


def _unhex(value: object) -> object:
    """The bytes of a hex text, which has one written form: lower case and nothing between."""
    if not isinstance(value, str):
        return value
    raw = bytes.fromhex(value)
    if raw.hex() != value:
        raise ValueError("not lower-case hex")
    return raw


def _hex(pattern: str) -> tuple[object, ...]:
    schema = WithJsonSchema({"type": "string", "pattern": pattern})
    return BeforeValidator(_unhex), PlainSerializer(bytes.hex), schema


PublicKey = Annotated[bytes, Field(min_length=32, max_length=32), *_hex("^[0-9a-f]{64}$")]
Salt = Annotated[bytes, Field(max_length=64), *_hex("^([0-9a-f]{2}){0,64}$")]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Text = Annotated[str, Field(max_length=LONGEST_FIELD)]
Signature = Annotated[str, Field(max_length=256)]
Number = Annotated[int, Field(ge=0, le=LARGEST_SEQ)]
Seq = Number
Time = Annotated[int, Field(ge=0, le=LATEST_TIME)]


# --- enrolment -----------------------------------------------------------------------------------


class EnrolRequest(Wire):
    """A device asks to join with a one-time code, and shows that the key is its own.

    `site` is the one that it belongs to already.
    """

    code: Annotated[str, Field(max_length=64)]
    public: PublicKey
    signature: Signature
    site: Number | None = None


def enrol_message(code: str) -> bytes:
    """What a device signs to join: without it, anybody with a code could claim another's key."""
    return _ENROL_PURPOSE + code.encode()


class SuccessorRequest(Wire):
    """A new identity joins on the word of the one that it goes on from."""

    public: PublicKey
    signature: Signature


def successor_message(public: bytes) -> bytes:
    """What the old identity signs to vouch for a new public key."""
    return _SUCCESSOR_PURPOSE + public


class EnrolReply(Wire):
    """What a device needs to know once it belongs to a site. `token` is a secret."""

    token: Annotated[str, Field(pattern=r"^[!-~]{1,512}$")]
    device_name: str
    event: Number
    site: Number
    entrance: str
    server_public: PublicKey
    demo: bool


# --- the journal, upwards ------------------------------------------------------------------------


class WireHead(Wire):
    """A head without its device, which the request's token names."""

    seq: Seq
    hash: Hash
    signature: Signature

    @classmethod
    def of(cls, head: Head) -> WireHead:
        return cls(seq=head.seq, hash=head.hash, signature=head.signature)

    def head(self, device_id: str) -> Head:
        return Head(device_id, self.seq, self.hash, self.signature)


class WirePart(Wire):
    """A private part; it travels beside its line."""

    salt: Salt
    part: Text

    @classmethod
    def of(cls, part: PrivatePart) -> WirePart:
        """Raises ValueError for a part that is no text."""
        return cls(salt=part.salt, part=part.part.decode())

    def private_part(self) -> PrivatePart:
        return PrivatePart(self.salt, self.part.encode())


class ShownReceipt(Wire):
    """The last receipt that the device has: how far it believes the server to be."""

    seq: Seq
    hash: Hash


class JournalRequest(Wire):
    """A run of lines (none: an announcement) whose last one `end` signs; `newest` is the newest."""

    end: WireHead
    newest: WireHead
    receipt: ShownReceipt | None = None
    lines: Annotated[list[Text], Field(max_length=LONGEST_RUN)] = []
    private: Annotated[dict[int, WirePart], Field(max_length=LONGEST_RUN)] = {}


class WireCursor(Wire):
    """How far a roster goes; also the first line of its feed."""

    epoch: str
    version: Number


class JournalReply(Wire):
    """The server's word on a run or an announcement; `receipt` has the fields of a Receipt.

    `number` is the device's own in its site: the numbers of its walk-ins begin with it.
    """

    receipt: dict[str, Any] | None = None
    send_from: Seq
    doubled: bool
    server_time: Time
    roster: WireCursor
    vector: dict[str, tuple[Number, Number]]
    number: Annotated[int, Field(ge=0, le=LARGEST_KIOSK)] = 0


# --- the feeds -----------------------------------------------------------------------------------


class RosterLine(Wire):
    """A change, or in the last line only what the roster's end says.

    `version` counts the site's changes; `item` is null where it was taken off the roster.
    """

    version: Number
    kind: str = ""
    key: str = ""
    item: dict[str, Any] | None = None
    complete: bool | None = None


class JournalLine(Wire):
    """A record of the site with its private part, or in the last line only the feed's end.

    `more`: ask again from `next`.
    """

    line: str | None = None
    private: WirePart | None = None
    more: bool | None = None
    next: str = ""


@cache
def _items(kind: str) -> TypeAdapter[RosterItem]:
    return TypeAdapter(ITEM_KINDS[kind])


def write_item(item: RosterItem) -> tuple[str, str]:
    """An item's kind and its JSON text."""
    kind = next(kind for kind, known in ITEM_KINDS.items() if isinstance(item, known))
    return kind, _items(kind).dump_json(item).decode()


def read_item(kind: str, fields: dict[str, Any]) -> RosterItem | None:
    """The item of a known kind. Raises NotOurs.

    None where its kind, or a value that is chosen from a list, is of a later version.
    """
    if kind not in ITEM_KINDS:
        return None
    try:
        item = _items(kind).validate_python(fields)
    except ValidationError as error:
        if {each["type"] for each in error.errors()} == {"enum"}:
            return None
        raise NotOurs(f"not a {kind} of a roster") from error
    if not is_usable(item):
        raise NotOurs(f"a {kind} of a roster that no kiosk can use")
    return item


# --- closing -------------------------------------------------------------------------------------


class WireProof(Wire):
    """What the server shows of one device: its own signed heads and the server's receipts."""

    device_id: str
    name: str
    public: PublicKey
    recorded: Seq
    heads: list[WireHead]
    receipts: list[dict[str, Any]]
    last_seen: Time | None = None


class ClosingReply(Wire):
    """Every enrolled device of a site."""

    devices: list[WireProof]


class Refusal(Wire):
    """Why the server did not do as asked: one sentence for a person."""

    error: str


# --- parts ---------------------------------------------------------------------------------------


def read_receipt(fields: dict[str, Any]) -> Receipt:
    """A receipt from its fields. Raises NotOurs; whether it is genuine is for the caller to ask."""
    try:
        return Receipt.from_fields(fields)
    except NotCanonical as error:
        raise NotOurs("not a receipt") from error


def write_vector(vector: Mapping[str, tuple[int, int]]) -> str:
    """`id:seq:count`, separated by commas: how much of each device's journal the asker holds."""
    return ",".join(f"{device}:{seq}:{count}" for device, (seq, count) in sorted(vector.items()))


def read_vector(text: str) -> dict[str, tuple[int, int]]:
    """The inverse of `write_vector`. Raises NotOurs."""
    vector: dict[str, tuple[int, int]] = {}
    for part in text.split(",") if text else ():
        device, seq, count = [*part.split(":"), "", ""][:3]
        if not device or not _is_number(seq) or not _is_number(count):
            raise NotOurs("not a vector")
        vector[device] = (int(seq), int(count))
    return vector


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= LARGEST_SEQ
