"""Canonical JSON: one text for one value, so that a hash or a signature means one thing.

UTF-8, keys sorted by code point, no white space, no escapes beyond what JSON demands, whole
numbers only, and those within ±(2^53 - 1), so that every reader and every database holds them
exactly (RFC 7493, I-JSON). Apart from the order of keys outside Unicode's basic plane it is the
part of RFC 8785 (JSON Canonicalization Scheme) that needs no floats.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Never

LARGEST_NUMBER = 2**53 - 1


class NotCanonical(ValueError):
    """Bytes that are not the canonical form of the value they hold."""


def _whole_number(digits: str) -> int:
    return _in_range(int(digits))


def _in_range(number: int) -> int:
    if abs(number) > LARGEST_NUMBER:
        raise ValueError("a canonical line holds no number beyond 2^53 - 1")
    return number


def _refuse(_: str) -> Never:
    raise ValueError("a canonical line holds whole numbers only")


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_DECODER = json.JSONDecoder(parse_int=_whole_number, parse_float=_refuse, parse_constant=_refuse)


def encode(value: Any) -> bytes:
    """The canonical bytes of a value of dicts, lists, texts, whole numbers, booleans and None.

    Raises ValueError for a float, for a number out of range, for a text that is not well-formed
    Unicode, and for other types.
    """
    _check_numbers_and_keys(value)
    try:
        return _ENCODER.encode(value).encode()
    except TypeError as error:
        raise ValueError(str(error)) from error


def decode(line: bytes) -> dict[str, Any]:
    """The object that canonical bytes hold. Raises NotCanonical for anything else."""
    try:
        value = _DECODER.decode(line.decode())  # numbers are checked as they are met
        canonical = _ENCODER.encode(value).encode()
    except (ValueError, RecursionError) as error:
        raise NotCanonical("not a canonical JSON line") from error
    if canonical != line or not isinstance(value, dict):
        raise NotCanonical("not a canonical JSON line")
    return value


def digest(purpose: str, *parts: bytes) -> str:
    """Lower-case hex SHA-256 of a purpose, a zero byte and the parts.

    The purpose keeps a hash made for one use from being taken for another.
    """
    return hashlib.sha256(b"".join((purpose.encode(), b"\0", *parts))).hexdigest()


def _check_numbers_and_keys(value: Any) -> None:
    if isinstance(value, float):
        _refuse(str(value))
    if isinstance(value, int):
        _in_range(value)
    elif isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise ValueError("a canonical line's keys are texts")
        for item in value.values():
            _check_numbers_and_keys(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _check_numbers_and_keys(item)
