"""A journal brought to the central server, beside the barest server that takes the same bytes."""

from __future__ import annotations

import gzip
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import httpx

from kiosk.central.admin import Central
from kiosk.clock import SystemClock
from kiosk.exchange.client import HttpServer
from kiosk.exchange.protocol import JournalRequest, WireHead
from kiosk.journal.heads import Head
from kiosk.journal.lines import parse
from kiosk.operations.enrol import enrol
from kiosk.operations.ports import Entry, Signer
from kiosk.operations.sync import RUN_LENGTH, sync
from kiosk.store.database import Database
from tests.bench.filled import fill
from tests.bench.options import Options
from tests.bench.result import Goal, Measure, Row
from tests.bench.servers import bare_server, central_server
from tests.bench.site import EVENT, SITE

NAME = "upload"
_PACKED = 3
_GOAL_RATE, _GOAL_RATIO = 10_000, 0.35


def rows(options: Options) -> Iterator[Row]:
    records = options.size(50_000, tiny=40)
    site = _prepare(options.folder / "prepared", records)
    bodies = _bodies(site / "kiosk")
    ours: list[float] = []
    bare: list[float] = []
    for turn in range(options.size(3, tiny=1)):
        copied = options.folder / str(turn)
        shutil.copytree(site, copied)
        ours.append(_upload(copied, records))
        bare.append(_post(copied, bodies))
    rate, least = records / median(ours), records / median(bare)
    ratio = Goal(_GOAL_RATIO, Measure.RATIO, at_least=True)
    yield Row(NAME, "records a second", rate, "/s", records, least, ratio)
    yield Row(NAME, "records a second", rate, "/s", records, goal=Goal(_GOAL_RATE, at_least=True))
    requests, sent, received = _nothing_new(copied)
    yield Row(NAME, "requests of a sync with nothing new", requests, "", 1, goal=Goal(1))
    yield Row(NAME, "its request", sent, "bytes", 1)
    yield Row(NAME, "its answer", received, "bytes", 1)


def _prepare(folder: Path, records: int) -> Path:
    """A server, and an enrolled kiosk that owes it all its records."""
    with closing(Central.init(folder / "central")) as central:
        central.add_site(EVENT, SITE)
        code, fingerprint = central.enrol_code(SITE.number, "Киоск 1"), central.fingerprint
    with (
        Database.create(folder / "kiosk") as store,
        central_server(folder / "central") as address,
        HttpServer(address) as server,
    ):
        enrol(store, server, server_url=address, code=code, fingerprint=fingerprint)
        sync(store, server, SystemClock())
        fill(store, records)
    return folder


def _upload(site: Path, records: int) -> float:
    """The seconds of a sync that sends everything."""
    with (
        Database.open(site / "kiosk") as store,
        central_server(site / "central") as address,
        HttpServer(address) as server,
    ):
        start = time.perf_counter()
        report = sync(store, server, SystemClock())
        seconds = time.perf_counter() - start
        sync(store, server, SystemClock())  # brings the clock check that the first one wrote
    if not report.ok or report.sent < records:
        raise AssertionError(f"sent {report.sent} of {records}: {report.troubles}")
    return seconds


def _bodies(kiosk: Path) -> list[bytes]:
    """The requests that an upload consists of, as they travel."""
    with Database.open(kiosk, writable=False) as store:
        signer = store.read(lambda uow: uow.journal.signer())
        device = signer.identity.device_id
        bodies, after = [], 0
        while run := store.read(lambda uow, a=after: uow.journal.run(device, a, RUN_LENGTH)):  # type: ignore[misc]
            bodies.append(_body(signer, run))
            after = parse(run[-1].line).seq
    return bodies


def _body(signer: Signer, run: list[Entry]) -> bytes:
    last = parse(run[-1].line)
    end = WireHead.of(Head.sign(signer.identity, last.seq, last.hash))
    request = JournalRequest(end=end, newest=end, lines=[entry.line.decode() for entry in run])
    return gzip.compress(request.to_bytes(), _PACKED)


def _post(folder: Path, bodies: list[bytes]) -> float:
    """The seconds that the barest server takes for the same bytes."""
    with bare_server(folder, rows=RUN_LENGTH) as address, httpx.Client() as client:
        start = time.perf_counter()
        for body in bodies:
            client.post(f"{address}/take", content=body).raise_for_status()
        return time.perf_counter() - start


def _nothing_new(site: Path) -> tuple[int, int, int]:
    """How many requests a sync with nothing new makes, the bytes sent and the bytes answered."""
    with (
        Database.open(site / "kiosk") as store,
        central_server(site / "central") as address,
        HttpServer(address) as server,
    ):
        requests: list[int] = []
        answers: list[int] = []
        hooks = server._transport._client.event_hooks
        hooks["request"] = [lambda request: requests.append(_size(request))]
        hooks["response"] = [lambda response: answers.append(_size(response))]
        server._transport._client.event_hooks = hooks
        report = sync(store, server, SystemClock())
    if not report.ok or report.sent:
        raise AssertionError("the sync was to find nothing new")
    return len(requests), sum(requests), sum(answers)


def _size(message: httpx.Request | httpx.Response) -> int:
    """The bytes of a message: its headers, and its body as it travels."""
    headers = sum(len(name) + len(value) + 4 for name, value in message.headers.raw)
    return headers + int(message.headers.get("content-length", 0))
