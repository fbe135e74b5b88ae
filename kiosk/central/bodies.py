"""Request bodies: read whole, unpacked, never longer than allowed."""

from __future__ import annotations

import zlib

from starlette.requests import Request

from kiosk.central.errors import TooLarge, Unacceptable
from kiosk.exchange.protocol import LONGEST_BODY

_GZIP = 31
"""zlib's `wbits` for the gzip format (RFC 1952)."""


async def read_body(request: Request) -> bytes:
    """A request's body, unpacked if it came packed. Raises Refused, ClientDisconnect."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise TooLarge("The request is too large: send fewer records at once.")
    encoding = request.headers.get("content-encoding", "identity")
    if encoding == "identity":
        return bytes(body)
    if encoding != "gzip":
        raise Unacceptable("The request is packed in a way that is not known here.")
    return unpack(bytes(body))


def unpack(packed: bytes) -> bytes:
    """The content of one gzip stream. Raises Refused for a damaged or an oversized one."""
    stream = zlib.decompressobj(_GZIP)
    try:
        content = stream.decompress(packed, LONGEST_BODY)
    except zlib.error as error:
        raise Unacceptable("The request cannot be unpacked.") from error
    if stream.unconsumed_tail:
        raise TooLarge("The request is too large: send fewer records at once.")
    if not stream.eof or stream.unused_data:
        raise Unacceptable("The request cannot be unpacked.")
    return content
