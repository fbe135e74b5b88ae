"""`kiosk sync` and `kiosk enrol`: the way to the central server."""

from __future__ import annotations

import time
from random import SystemRandom
from typing import Annotated

import typer

from kiosk.cli.kiosk import Kiosk, open_kiosk, open_new_kiosk
from kiosk.cli.options import At, DataDir, Json
from kiosk.cli.output import say
from kiosk.exchange.addresses import enrolment_link
from kiosk.exchange.client import HttpServer
from kiosk.exchange.schedule import Backoff
from kiosk.exchange.transport import Patience
from kiosk.operations.enrol import enrol as join
from kiosk.operations.ports import Retryable
from kiosk.operations.sync import SyncReport
from kiosk.operations.sync import sync as exchange
from kiosk.settings import Settings

PATIENCE_S = 15
"""How long the command line goes on trying; the desktop tries for ever."""


def sync(
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    patience: Annotated[float, typer.Option(min=1, help="Seconds to go on trying.")] = PATIENCE_S,
) -> None:
    """Send what is not sent, fetch what is new. Exit status 1 when something is left over."""
    with open_kiosk(data_dir, at=at) as kiosk:
        report = _sync_patiently(kiosk, patience)
    fields = {
        "sent": report.sent,
        "received": report.received,
        "pending": report.pending,
        "receipts": report.receipts,
        "ok": report.ok,
        "doubled": report.doubled,
        "problem": str(report.troubles[0]) if report.troubles else None,
    }
    say(fields, _sentence(report), as_json=as_json)
    if not report.ok:
        raise typer.Exit(1)


def enrol(
    link: Annotated[str, typer.Argument(help="The enrolment link from the coordinator.")],
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Bind this kiosk to a site, with the link that `kiosk central enrol-code` printed."""
    address = enrolment_link(link)
    with (
        open_new_kiosk(data_dir) as kiosk,
        HttpServer(address.server_url, ca_file=Settings.load().ca_file) as server,
    ):
        binding = join(
            kiosk.store,
            server,
            server_url=address.server_url,
            code=address.code,
            fingerprint=address.fingerprint,
        )
        exchange(kiosk.store, server, kiosk.clock)
    fields = {"name": binding.device_name, "site": binding.site, "entrance": binding.entrance}
    place = ", ".join(part for part in (binding.device_name, binding.entrance) if part)
    say(fields, f"Enrolled as {place}.", as_json=as_json)


def _sync_patiently(kiosk: Kiosk, patience: float) -> SyncReport:
    """Tries until all is sent, a person must act, or patience ends; counts over all tries."""
    deadline = time.monotonic() + patience
    backoff = Backoff()
    random = SystemRandom().random
    sent = received = receipts = 0
    with kiosk.server(Patience(until=deadline)) as server:
        while True:
            report = exchange(kiosk.store, server, kiosk.clock)
            sent, received = sent + report.sent, received + report.received
            receipts += report.receipts
            report.sent, report.received, report.receipts = sent, received, receipts
            pause = backoff.next(ok=report.ok, random=random)
            hopeless = not all(isinstance(t, Retryable) for t in report.troubles)
            if report.ok or hopeless or time.monotonic() + pause > deadline:
                return report
            time.sleep(pause)


def _sentence(report: SyncReport) -> str:
    counts = f"{report.sent} sent, {report.received} received, {report.pending} pending"
    return f"{counts}. {report.troubles[0]}" if report.troubles else f"{counts}."
