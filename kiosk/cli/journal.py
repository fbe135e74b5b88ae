"""`kiosk journal`: what is written, whether it is whole, and the proof of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import At, DataDir, Json
from kiosk.cli.output import iso, say
from kiosk.files import write_whole
from kiosk.journal.lines import parse
from kiosk.operations.close_site import prove
from kiosk.store.verify import verify as check

app = typer.Typer(help="The journal: list it, verify it, prove it.", no_args_is_help=True)


@app.command("list")
def list_(data_dir: DataDir = None, as_json: Json = False) -> None:
    """List every record that this kiosk holds, its own and the other kiosks'."""
    with open_kiosk(data_dir, writable=False) as kiosk:
        entries = kiosk.store.read(
            lambda uow: [
                entry for device in uow.journal.vector() for entry in uow.journal.entries(device)
            ]
        )
    for entry in entries:
        record = parse(entry.line)
        fields = {
            "device_id": record.device_id,
            "seq": record.seq,
            "kind": record.kind,
            "recorded_at": iso(record.recorded_at),
            "hash": record.hash,
            "line": entry.line.decode(),
        }
        shown = (record.device_id[:8], record.seq, fields["recorded_at"], record.kind)
        say(fields, " · ".join(str(part) for part in shown), as_json=as_json)


@app.command()
def verify(data_dir: DataDir = None, as_json: Json = False) -> None:
    """Replay the journal, compare everything, name the first thing wrong (exit status 1)."""
    with open_kiosk(data_dir, writable=False) as kiosk:
        report = check(kiosk.store)
    fields = {
        "ok": report.ok,
        "records": report.records,
        "devices": report.devices,
        "projections_ok": report.projections_ok,
        "problem": report.problem,
    }
    whole = f"{report.records} records of {report.devices} kiosks are whole."
    say(fields, report.problem or whole, as_json=as_json)
    if not report.ok:
        raise typer.Exit(1)


@app.command()
def proof(
    out: Annotated[Path, typer.Option(help="The file to write.")],
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
) -> None:
    """Write the proof file of a closed day; `python -m kiosk.journal.verify_proof` checks it."""
    with open_kiosk(data_dir, at=at) as kiosk, kiosk.server() as server:
        content = prove(kiosk.store, server, kiosk.clock)
    write_whole(out, content)
    fields = {"out": str(out), "bytes": len(content)}
    say(fields, f"{out}: {len(content)} bytes.", as_json=as_json)
