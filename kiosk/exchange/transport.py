"""HTTPS to one server, with every way to fail turned into Retryable or Final.

connection refused, no name, broken off        Retryable  no_network
too slow                                       Retryable  timeout
a certificate that nobody vouches for          Retryable  certificate   (a Wi-Fi's sign-in page
                                               has one too, and later it is gone)
5xx, 429                                       Retryable  server_fault
a redirect, a web page, other content, 407,    Retryable  not_the_server
511, bytes that are not the protocol's
401, 403                                       Final      not_authorised
other 4xx                                      Final      refused
"""

from __future__ import annotations

import math
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import truststore

from kiosk.exchange.addresses import BadAddress, server_url
from kiosk.exchange.protocol import JSON, JSON_LINES, LONGEST_BODY, NotOurs, Refusal, read
from kiosk.exchange.troubles import (
    answered_otherwise,
    final_for,
    not_the_server,
    retryable_for,
    took_too_long,
)
from kiosk.operations.ports import Final, Trouble

_LONGEST_REFUSAL = 8_192
_KEEP_ALIVE_SECONDS = 4.0
"""Shorter than a server keeps idle connections, so that none is used that it just closed."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: to connect, to bear silence while sending or receiving, and for a whole answer.

    `until` is the moment, on the monotonic clock, after which nothing at all is waited for.
    """

    connect: float = 5.0
    silence: float = 10.0
    whole: float = 60.0
    until: float = math.inf

    def now(self) -> httpx.Timeout:
        """The time-outs of a request that begins now. Raises Retryable when it is too late."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise took_too_long()
        return httpx.Timeout(min(self.silence, left), connect=min(self.connect, left))


class Transport:
    """Requests to one server. One thread at a time may use it."""

    def __init__(self, base_url: str, ca_file: Path | None, patience: Patience) -> None:
        """Raises Final for an address, a certificate file or a proxy setting that is unusable."""
        try:
            address = server_url(base_url)
        except BadAddress as error:
            raise Final(Trouble.REFUSED, str(error)) from error
        self._patience = patience
        plain = address.startswith("http:")
        try:
            self._client = httpx.Client(
                base_url=address,
                verify=_trust(ca_file, plain=plain),
                limits=httpx.Limits(keepalive_expiry=_KEEP_ALIVE_SECONDS),
                follow_redirects=False,
                trust_env=not plain,  # plain http stays on this computer: no proxy
                headers={"accept-encoding": "gzip"},
            )
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            raise Final(
                Trouble.REFUSED, "The system's proxy setting cannot be used: check or remove it."
            ) from error

    def close(self) -> None:
        self._client.close()

    def post(self, path: str, body: bytes, *, token: str = "", packed: bool = False) -> bytes:
        """Sends a JSON body, returns the JSON body of the answer. Raises Retryable, Final."""
        headers = {"content-type": JSON} | ({"content-encoding": "gzip"} if packed else {})
        request = self._client.build_request(
            "POST",
            path,
            content=body,
            headers=headers | _bearer(token),
            timeout=self._patience.now(),
        )
        with self._answer(request, JSON) as response:
            return b"".join(self._chunks(response))

    def get(self, path: str, *, token: str) -> bytes:
        """The JSON body of an answer. Raises Retryable, Final."""
        request = self._client.build_request(
            "GET", path, headers=_bearer(token), timeout=self._patience.now()
        )
        with self._answer(request, JSON) as response:
            return b"".join(self._chunks(response))

    def lines(self, path: str, asked: Mapping[str, str], *, token: str) -> Iterator[bytes]:
        """The whole JSON lines of an answer as they come. Raises Retryable, Final, the former also
        after the first lines; a last line that was cut short is left out.
        """
        request = self._client.build_request(
            "GET", path, params=asked, headers=_bearer(token), timeout=self._patience.now()
        )
        with self._answer(request, JSON_LINES) as response:
            rest = b""
            for chunk in self._chunks(response):
                *whole, rest = (rest + chunk).split(b"\n")
                yield from whole

    @contextmanager
    def _answer(self, request: httpx.Request, expected: str) -> Iterator[httpx.Response]:
        try:
            response = self._client.send(request, stream=True)
            try:
                self._check(response, expected)
                yield response
            finally:
                response.close()
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise retryable_for(error) from error

    def _check(self, response: httpx.Response, expected: str) -> None:
        content = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if response.status_code == httpx.codes.OK and content == expected:
            return
        final = final_for(response.status_code) if content != "text/html" else None
        if final is None:
            raise answered_otherwise(response.status_code)
        raise Final(final.trouble, self._reason(response, content) or str(final))

    def _reason(self, response: httpx.Response, content: str) -> str:
        """The server's own sentence, which says more than the status does; empty without one."""
        if content != JSON:
            return ""
        document = b"".join(self._chunks(response))[:_LONGEST_REFUSAL]
        try:
            sentence = read(Refusal, document).error
        except NotOurs:
            return ""
        return sentence if sentence.isprintable() else ""

    def _chunks(self, response: httpx.Response) -> Iterator[bytes]:
        deadline = min(time.monotonic() + self._patience.whole, self._patience.until)
        size = 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > LONGEST_BODY:
                raise not_the_server()
            if time.monotonic() > deadline:
                raise took_too_long()
            yield chunk


def _bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"} if token else {}


def _trust(ca_file: Path | None, *, plain: bool) -> ssl.SSLContext:
    """Whom to believe: the system's authorities (the Russian state's among them where installed),
    or only the pinned one. Raises Final.
    """
    if plain:
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody, and is not used
    if ca_file is None:
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise Final(
            Trouble.CERTIFICATE, f"The certificate file {ca_file} cannot be used: check it."
        ) from error
