"""Servers in processes of their own, as kiosks meet them: the central one, and the barest one."""

from __future__ import annotations

import gc
import gzip
import multiprocessing
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response

from kiosk.central.admin import Central
from kiosk.central.serve import serve

_PATIENCE_S = 60
_LINE = b"x" * 430
_ADD = "INSERT INTO record (hash, device, seq, line) VALUES (?, ?, ?, ?)"


@contextmanager
def central_server(folder: Path, port: int = 0) -> Iterator[str]:
    """The central server of a folder, its address."""
    with _process(_serve_central, folder, port) as address:
        yield address


@contextmanager
def bare_server(folder: Path, *, rows: int = 0, feed: bytes = b"") -> Iterator[str]:
    """An endpoint that takes any body and inserts so many rows at once, and one that gives `feed`.

    Posts go to `/take`, the feed, packed as the central server packs it, comes from `/feed`.
    """
    with _process(_serve_bare, folder, rows, feed) as address:
        yield address


@contextmanager
def _process(serve: Callable[..., None], *arguments: Any) -> Iterator[str]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there, *arguments), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(_PATIENCE_S):
            raise TimeoutError("a server did not start")
        yield here.recv()
    finally:
        process.terminate()
        process.join(_PATIENCE_S)


def _serve_central(parent: Connection, folder: Path, port: int) -> None:
    with closing(Central.open(folder)) as central:
        serve(central, port, ready=lambda said: parent.send(said.rpartition(" ")[2]))


def _serve_bare(parent: Connection, folder: Path, rows: int, feed: bytes) -> None:
    packed = gzip.compress(feed, 5)
    database = sqlite3.connect(folder / "bare.db", isolation_level=None, check_same_thread=False)
    database.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS "
        "record (hash TEXT PRIMARY KEY, device INTEGER, seq INTEGER, line BLOB)"
    )
    app = FastAPI()

    @app.post("/take")
    async def take(request: Request) -> Response:
        await request.body()
        named = [(secrets.token_hex(32), 1, n, _LINE) for n in range(rows)]
        database.execute("BEGIN IMMEDIATE")
        database.executemany(_ADD, named)
        database.execute("COMMIT")
        return Response(b"{}", media_type="application/json")

    @app.get("/feed")
    async def give() -> Response:
        return Response(packed, headers={"content-encoding": "gzip"})

    class Bare(uvicorn.Server):
        async def startup(self, sockets: list[Any] | None = None) -> None:
            await super().startup(sockets)
            port = self.servers[0].sockets[0].getsockname()[1]
            parent.send(f"http://127.0.0.1:{port}")

    gc.collect()
    gc.freeze()
    config = uvicorn.Config(app, port=0, log_level="warning", access_log=False, lifespan="off")
    Bare(config).run()
