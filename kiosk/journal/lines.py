"""Lines: a record's one and only bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.domain.records import Record
from kiosk.domain.true_time import Instant
from kiosk.journal.canonical import NotCanonical, decode, digest, encode

VERSION = 1
LONGEST_LINE = 1 << 20
"""Bytes of a line; a kiosk writes no longer one, because nobody would take it over."""
_INTEGERS = ("seq", "recorded_at", "elapsed_ms", "event", "site")
_TEXTS = ("device_id", "timebase_id", "entrance", "operator", "kind", "prev")
_KEPT = (*_INTEGERS, *_TEXTS, "data")
_CHECKED = ("v", *_KEPT)
_TYPES = (*(int,) * (1 + len(_INTEGERS)), *(str,) * len(_TEXTS), dict)


class MalformedLine(ValueError):
    """Bytes that are no journal line. The message holds no content of the line."""


def line_of(
    *,
    device_id: str,
    seq: int,
    at: Instant,
    event: int,
    site: int,
    entrance: str,
    operator: str,
    kind: str,
    data: Mapping[str, Any],
    prev: str,
) -> bytes:
    """Makes a record's line. It is stored, sent and hashed as these bytes, never made again."""
    return encode(
        {
            "v": VERSION,
            "device_id": device_id,
            "seq": seq,
            "recorded_at": at.wall_ms,
            "timebase_id": at.timebase_id,
            "elapsed_ms": at.elapsed_ms,
            "event": event,
            "site": site,
            "entrance": entrance,
            "operator": operator,
            "kind": kind,
            "data": dict(data),
            "prev": prev,
        }
    )


def line_hash(line: bytes) -> str:
    """The hash that names a record."""
    return digest("kiosk-record-1", line)


def parse(line: bytes) -> Record:
    """Reads a line. Fields and kinds of later versions are kept in the line and passed over here.

    Raises MalformedLine where the bytes are not canonical or a field is missing or mistyped.
    """
    try:
        fields = decode(line)
    except NotCanonical as error:
        raise MalformedLine(str(error)) from error
    if not _well_typed(fields):
        raise MalformedLine("a journal line lacks a field or has one of a wrong type")
    return Record(**{name: fields[name] for name in _KEPT}, hash=line_hash(line))


def _well_typed(fields: Mapping[str, Any]) -> bool:
    return tuple(map(type, map(fields.get, _CHECKED))) == _TYPES and fields["seq"] > 0
