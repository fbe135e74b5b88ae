"""A bad network between a kiosk and its server: a proxy that fails, by a seed, in every way.

It reads whole HTTP/1.1 requests and answers (both sides always name the body's length), and
decides for each request anew what becomes of it. Each kiosk has its own `Weather`, so that what
befalls it depends on its seed and its own requests alone.
"""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from random import Random
from socketserver import BaseRequestHandler, ThreadingTCPServer

LONGEST_DELAY = 0.03
"""Seconds."""
PATIENCE = 10.0
"""Seconds after which a silent side is given up; nothing in a passing test comes near it."""
_PAGE = "<html><title>Wi-Fi</title>Войдите в сеть, чтобы продолжить.</html>".encode()
_END = b"\r\n\r\n"


class Fault(Enum):
    """What befalls one request."""

    NONE = auto()
    DELAY = auto()
    CUT_BEFORE_REQUEST = auto()
    CUT_IN_REQUEST = auto()
    CUT_AFTER_REQUEST = auto()
    """The server works on, the kiosk does not wait for it."""
    CUT_BEFORE_REPLY = auto()
    """The server is done, and nobody learns of it."""
    CUT_IN_REPLY = auto()
    CUT_AFTER_REPLY = auto()
    """The connection is closed although it was to be kept."""
    DUPLICATE_FIRST = auto()
    """The server gets the request twice, the kiosk the first answer."""
    DUPLICATE_SECOND = auto()
    REPLAY = auto()
    """An earlier request comes once more, after this one."""
    TRUNCATE = auto()
    """The answer's body is shortened, and its length says so."""
    STATUS_500 = auto()
    STATUS_429 = auto()
    REDIRECT = auto()
    PORTAL = auto()


FAULTS = tuple(fault for fault in Fault if fault is not Fault.NONE)

_ANSWERS = {
    Fault.STATUS_500: ("500 Internal Server Error", "text/plain", b"Internal Server Error"),
    Fault.STATUS_429: ("429 Too Many Requests", "application/json", b"{}"),
    Fault.REDIRECT: ("302 Found\r\nlocation: http://127.0.0.1:9/login", "text/html", b""),
    Fault.PORTAL: ("200 OK", "text/html; charset=utf-8", _PAGE),
}


class Gone(Exception):
    """One side hung up in the middle."""


@dataclass
class Weather:
    """What becomes of one kiosk's requests: `badness` is the part of them that fare badly.

    First comes what is `planned`; then every fault has its turn before any comes again.
    """

    seed: str
    badness: float
    befell: Counter[Fault] = field(default_factory=Counter)
    planned: list[Fault] = field(default_factory=list)
    earlier: bytes = b""

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self._deck: list[Fault] = []

    def next(self) -> Fault:
        """What befalls the request that comes now."""
        fault = self.planned.pop(0) if self.planned else self._drawn()
        self.befell[fault] += 1
        return fault

    def _drawn(self) -> Fault:
        if self.random.random() >= self.badness:
            return Fault.NONE
        self._deck = self._deck or self.random.sample(FAULTS, len(FAULTS))
        return self._deck.pop()


@contextmanager
def bad_network(server: str, weather: Weather) -> Iterator[str]:
    """A proxy in front of `server` (`http://host:port`) while the block lasts; its address."""
    host, _, port = server.removeprefix("http://").partition(":")

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            self.request.settimeout(PATIENCE)
            with suppress(Gone, OSError):
                while request := _message(self.request):
                    _Passage(self.request, (host, int(port)), weather).carry(request)

    with _Proxy(("127.0.0.1", 0), Handler) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, args=(0.01,), name="fault-proxy")
        thread.start()
        try:
            yield f"http://127.0.0.1:{proxy.server_address[1]}"
        finally:
            proxy.shutdown()
            thread.join()


class _Proxy(ThreadingTCPServer):
    """One thread a connection; leaving the block joins them."""

    request_queue_size = 32


@dataclass
class _Passage:
    """One request's way to the server and its answer's way back."""

    kiosk: socket.socket
    server: tuple[str, int]
    weather: Weather

    def carry(self, request: bytes) -> None:
        """Raises Gone where the connection to the kiosk is to be closed."""
        weather = self.weather
        fault = weather.next()
        replayed, weather.earlier = weather.earlier, request
        match fault:
            case Fault.CUT_BEFORE_REQUEST:
                raise Gone
            case Fault.CUT_IN_REQUEST:
                self._forward(request[: self._somewhere(request)])
                raise Gone
            case Fault.CUT_AFTER_REQUEST:
                self._forward(request)
                raise Gone
            case Fault.STATUS_500 | Fault.STATUS_429 | Fault.REDIRECT | Fault.PORTAL:
                self.kiosk.sendall(_answer(*_ANSWERS[fault]))
                return
            case Fault.DELAY:
                threading.Event().wait(weather.random.random() * LONGEST_DELAY)
            case Fault.DUPLICATE_SECOND:
                self._ask(request)
        reply = self._ask(request)
        if fault is Fault.DUPLICATE_FIRST:
            self._ask(request)
        elif fault is Fault.REPLAY and replayed:
            self._ask(replayed)
        self._give_back(fault, reply)

    def _give_back(self, fault: Fault, reply: bytes) -> None:
        match fault:
            case Fault.CUT_BEFORE_REPLY:
                raise Gone
            case Fault.CUT_IN_REPLY:
                self.kiosk.sendall(reply[: self._somewhere(reply)])
                raise Gone
            case Fault.TRUNCATE:
                self.kiosk.sendall(_truncated(reply, self.weather.random))
            case _:
                self.kiosk.sendall(reply)
        if fault is Fault.CUT_AFTER_REPLY:
            raise Gone

    def _somewhere(self, message: bytes) -> int:
        return self.weather.random.randrange(1, len(message))

    def _forward(self, request: bytes) -> None:
        """Sends it, or a part of it, and hangs up."""
        with socket.create_connection(self.server, PATIENCE) as server:
            server.sendall(request)

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(self.server, PATIENCE) as server:
            server.sendall(request)
            return _message(server)


def _message(side: socket.socket) -> bytes:
    """The next whole message; empty where the side has hung up before it. Raises Gone."""
    message = bytearray()
    while (end := message.find(_END)) < 0:
        if not _receive(side, message):
            if message:
                raise Gone
            return b""
    length = end + len(_END) + _body_length(bytes(message[:end]))
    while len(message) < length:
        if not _receive(side, message):
            raise Gone
    return bytes(message)


def _receive(side: socket.socket, message: bytearray) -> bool:
    chunk = side.recv(65_536)
    message += chunk
    return bool(chunk)


def _body_length(head: bytes) -> int:
    fields = (line.partition(b":") for line in head.split(b"\r\n")[1:])
    lengths = [int(value) for name, _, value in fields if name.lower() == b"content-length"]
    return sum(lengths)


def _answer(status: str, content: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\ncontent-type: {content}\r\ncontent-length: {len(body)}"
    return head.encode() + _END + body


def _truncated(reply: bytes, random: Random) -> bytes:
    """The same answer with less of its body, and a length that fits what is left."""
    head, _, body = reply.partition(_END)
    kept = body[: random.randrange(len(body))] if body else b""
    lines = [li for li in head.split(b"\r\n") if not li.lower().startswith(b"content-length")]
    return b"\r\n".join([*lines, b"content-length: %d" % len(kept)]) + _END + kept
