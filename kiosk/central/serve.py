"""Running the central server: on a port until a signal ends it, or in a thread beside a caller."""

from __future__ import annotations

import gc
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from kiosk.central.admin import Central
from kiosk.central.api import create_app
from kiosk.central.errors import CentralError

_THIS_COMPUTER = "127.0.0.1"
_GRACE_SECONDS = 5
_IDLE_SECONDS = 20
"""How long a kiosk may keep an unused connection."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The files of a TLS certificate chain and its key, both PEM."""

    chain: Path
    key: Path


def serve(
    central: Central,
    port: int,
    *,
    host: str = _THIS_COMPUTER,
    certificate: Certificate | None = None,
    ready: Callable[[str], None] = print,
) -> None:
    """Serves until SIGINT or SIGTERM. `ready` gets one line once the server answers.

    Raises CentralError where the port or the certificate cannot be used.
    """
    with _listening(host, port) as listener:
        address = _address(listener, certificate)
        server = _Server(central, certificate, lambda: ready(f"Central server ready: {address}"))
        # uvicorn raises the signal that ended it once more after its clean end; these
        # handlers keep that from being a traceback, and end a server that has not started yet.
        before = {
            number: signal.signal(number, lambda *_: server.stop())
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            gc.collect()
            gc.freeze()  # what start-up made is never garbage: collections pass over it
            server.run(sockets=[listener])
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def running_server(
    central: Central,
    port: int = 0,
    *,
    certificate: Certificate | None = None,
) -> Iterator[str]:
    """A server for this computer alone, in a thread, while the block lasts; gives its address.

    Port 0: any free one.
    """
    ready = threading.Event()
    with _listening(_THIS_COMPUTER, port) as listener:
        server = _Server(central, certificate, ready.set)

        def run() -> None:
            try:
                server.run(sockets=[listener])
            finally:
                ready.set()

        thread = threading.Thread(target=run, name="central-server")
        thread.start()
        try:
            ready.wait()
            if not server.started:
                raise CentralError("The central server did not start: see its last words above.")
            yield _address(listener, certificate)
        finally:
            server.stop()
            thread.join()


class _Server(uvicorn.Server):
    """uvicorn with a word when it is ready."""

    def __init__(
        self, central: Central, certificate: Certificate | None, ready: Callable[[], None]
    ) -> None:
        config = uvicorn.Config(
            create_app(central),
            log_config=None,  # its lines go the way of all others, and so the tests see them
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_keep_alive=_IDLE_SECONDS,
            timeout_graceful_shutdown=_GRACE_SECONDS,
            ssl_certfile=certificate.chain if certificate else None,
            ssl_keyfile=certificate.key if certificate else None,
        )
        try:
            config.load()
        except OSError as error:
            raise CentralError(
                "The certificate cannot be used: check its files, chain and key."
            ) from error
        super().__init__(config)
        self._ready = ready

    def stop(self) -> None:
        """Ends the server cleanly, from any thread."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio switches Nagle's algorithm off only where a socket names its protocol; with it,
    # every small answer would wait 40 ms for the other side's acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except (OSError, OverflowError) as error:
        listener.close()
        raise CentralError(
            f"Port {port} of {host} cannot be used: another program has it, or it is not allowed."
        ) from error
    return listener


def _address(listener: socket.socket, certificate: Certificate | None) -> str:
    host, port = listener.getsockname()[:2]
    return f"{'https' if certificate else 'http'}://{host}:{port}"
