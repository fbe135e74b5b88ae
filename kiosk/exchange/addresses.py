"""Addresses of central servers, alone and inside enrolment links.

An enrolment link is what the enrolment QR holds:

    https://host:port/enrol#code=XXXX-XXXX&key=FINGERPRINT

The part after `#` is never sent to anybody by a browser that opens the link by mistake. `key` is
the fingerprint of the server's receipt key. Plain http is only for this very computer.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit

_PATH = "/enrol"
_CODE = re.compile(r"[0-9A-Z]{4}-?[0-9A-Z]{4}", re.IGNORECASE | re.ASCII)
_HOST = re.compile(r"[0-9a-z_]([0-9a-z_.-]*[0-9a-z_])?\.?", re.IGNORECASE | re.ASCII)
_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


class BadAddress(ValueError):
    """The text is no address of a central server, or no enrolment link. Holds no code."""


@dataclass(frozen=True, slots=True)
class EnrolmentLink:
    """Where to enrol and with what; `fingerprint` is empty where the link names no key."""

    server_url: str
    code: str
    fingerprint: str = ""

    def __str__(self) -> str:
        named = {"code": self.code, "key": self.fingerprint}
        return f"{self.server_url}{_PATH}#{urlencode({k: v for k, v in named.items() if v})}"


def server_url(text: str) -> str:
    """The address of a server as `scheme://host[:port]`. Raises BadAddress."""
    parts = _split(text)
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise BadAddress("The server's address has no path: write it as https://host or host:port.")
    return _origin(parts)


def enrolment_link(text: str) -> EnrolmentLink:
    """Reads an enrolment link. Raises BadAddress."""
    parts = _split(text)
    fields = parse_qs(parts.fragment)
    code, key = (fields.get(name, [""])[0] for name in ("code", "key"))
    fits = _CODE.fullmatch(code) and (not key or _FINGERPRINT.fullmatch(key))
    if parts.path != _PATH or not fits:
        raise BadAddress("This is not an enrolment link: ask the coordinator for a new one.")
    return EnrolmentLink(_origin(parts), code.upper(), key)


def is_address(host: str) -> bool:
    """Whether a host is named by its IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this very computer."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(_one_word(text.strip()))
        host, _ = (parts.hostname or ""), parts.port
        known = is_address(host) or _HOST.fullmatch(host.encode("idna").decode())
    except ValueError as error:
        raise BadAddress(
            "The server's address cannot be read: write it as https://host."
        ) from error
    if parts.scheme not in ("http", "https") or not known or "@" in parts.netloc:
        raise BadAddress("The server's address cannot be read: write it as https://host.")
    if parts.scheme == "http" and not is_loopback(host):
        raise BadAddress("The server's address must begin with https://.")
    return parts


def _one_word(text: str) -> str:
    """The text, which `urlsplit` would take some blanks out of. Raises ValueError."""
    if not text.isprintable() or " " in text:
        raise ValueError("blanks in an address")
    return text


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc}"
