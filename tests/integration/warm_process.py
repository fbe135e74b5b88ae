"""A process that has imported everything, and forks kiosks to be killed.

A hundred kiosks can so be started in seconds. It has one thread and takes one order a line.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import kiosk.cli.main
import kiosk.demo.prepare
from kiosk.store import migrate
from kiosk.store.folder import Folder


def kiosk_program(*words: str) -> None:
    """The program, as the command line starts it."""
    sys.argv = ["kiosk", *words]
    kiosk.cli.main.main()


def trials_and_end(data_dir: str, trial: str, *codes: str) -> None:
    """A station's afternoon: results, one after the other, then the day's end."""
    common = ("--data-dir", data_dir, "--json")
    for code in codes:
        with suppress(SystemExit):
            words = ("trial", "record", code, "--trial", trial, "--outcome", "completed")
            kiosk_program(*words, *common)
    kiosk_program("end-day", *common)


def upgrade(data_dir: str, scripts: str, head: str) -> None:
    """A migration to a later schema."""
    folder = Folder(Path(data_dir))
    print("{}", flush=True)
    migrate.bring_up_to_date(folder, folder.key(), migrate.Schema(Path(scripts), head))


def soak(data_dir: str, tickets: str, first: str, last: str) -> None:
    """As many scans as there are tickets; tells the process's size after the first and the last."""
    from tests.integration.soak import soak as scan_all

    for measured in scan_all(Path(data_dir), Path(tickets), int(first), int(last)):
        print(json.dumps(measured), flush=True)


JOBS: Mapping[str, Callable[..., None]] = {
    job.__name__: job for job in (kiosk_program, trials_and_end, upgrade, soak)
}


def _child(order: Mapping[str, Any]) -> None:
    """Runs a job with the standard streams on the order's files, and ends the process."""
    status = 1
    try:
        for number, (name, flags) in enumerate(
            (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY))
        ):
            handle = os.open(order[name], flags)
            os.dup2(handle, number)
            os.close(handle)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        JOBS[order["job"]](*order["words"])
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def main() -> None:
    """Forks a process for each order `{"job": …}`, and waits for one for `{"reap": pid}`."""
    kiosk.cli.main.command_line()  # has every command imported
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        if "reap" in order:
            status = os.waitpid(order["reap"], 0)[1]
            print(os.waitstatus_to_exitcode(status), flush=True)
            continue
        child = os.fork()
        if child == 0:
            _child(order)
        print(child, flush=True)


if __name__ == "__main__":
    main()
