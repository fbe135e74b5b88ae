"""Writing a record: the one way in which anything enters the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.domain.records import Kind, Record
from kiosk.domain.texts import LONGEST_TEXT, is_unicode
from kiosk.domain.true_time import Instant
from kiosk.journal.heads import Head
from kiosk.journal.lines import LONGEST_LINE, line_of, parse
from kiosk.journal.private import FIELD, LONGEST_PART, PrivatePart
from kiosk.operations.ports import Binding, Entry, Signer, UnitOfWork

_TOO_MUCH = "This is too much for one record: shorten it, or give it in several parts."
_NOT_ENROLLED = Binding("", 0, 0, "", "", b"")


class NotEnrolled(Exception):
    """The kiosk belongs to no site yet: it has no server, and cannot answer a visitor."""


class UnfitText(ValueError):
    """A text that no record takes, because it could never be sent. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is done, and by whom: `operator` is an id of the staff list, never a name."""

    at: Instant
    operator: str = ""


def append(
    uow: UnitOfWork,
    moment: Moment,
    kind: Kind,
    data: Mapping[str, Any],
    private: Mapping[str, Any] | None = None,
) -> Record:
    """Adds a record of this kiosk to the journal; it is durable when the unit of work ends.

    `private` holds names and remarks: they are kept beside the line, which names only their hash.
    The first record of each identity is `opened`, written here before the one that is asked for.
    Raises UnfitText before anything is written: what is recorded must be fit to be sent.
    """
    _check_texts([moment.operator, data, private])
    signer = uow.journal.signer()
    if signer.seq == 0 and kind is not Kind.OPENED:
        opened = append(uow, moment, Kind.OPENED, _opening(signer))
        signer = replace(signer, seq=opened.seq, hash=opened.hash)
    part = PrivatePart.of(private) if private else None
    if part is not None and len(part.part) > LONGEST_PART:
        raise UnfitText(_TOO_MUCH)
    binding = uow.binding() or _NOT_ENROLLED
    line = line_of(
        device_id=signer.identity.device_id,
        seq=signer.seq + 1,
        at=moment.at,
        event=binding.event,
        site=binding.site,
        entrance=binding.entrance,
        operator=moment.operator,
        kind=kind,
        data=data if part is None else {**data, FIELD: part.hash},
        prev=signer.hash,
    )
    if len(line) > LONGEST_LINE:
        raise UnfitText(_TOO_MUCH)
    record = parse(line)
    head = Head.sign(signer.identity, record.seq, record.hash)
    uow.journal.append(Entry(line, part), record, head)
    return record


def _check_texts(value: object) -> None:
    """Looks at each text within a value. Raises UnfitText."""
    if isinstance(value, Mapping):
        _check_texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            _check_texts(item)
    elif isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise UnfitText(f"A text has at most {LONGEST_TEXT} characters: shorten it.")
        if not is_unicode(value):
            raise UnfitText("This text cannot be read: type it again.")


def _opening(signer: Signer) -> dict[str, Any]:
    if signer.succeeds is None:
        return {"public": signer.identity.public.hex()}
    device_id, seq, record_hash = signer.succeeds
    return {
        "public": signer.identity.public.hex(),
        "succeeds": {"device_id": device_id, "seq": seq, "hash": record_hash},
    }
