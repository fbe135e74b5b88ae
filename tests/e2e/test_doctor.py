"""`kiosk doctor` from outside: on a good kiosk, on a new one, and on a folder that is none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from kiosk.cli.doctor import doctor
from kiosk.domain.readiness import Check
from kiosk.store.database import Database
from tests.e2e.conftest import Site

APP = typer.Typer()
APP.command()(doctor)


@dataclass(frozen=True)
class Report:
    """What the doctor said: the lines by their check, whether it is ready, its exit status."""

    lines: dict[str, dict[str, Any]]
    ready: bool
    status: int


def examine(folder: Path) -> Report:
    done = CliRunner().invoke(APP, ["--data-dir", str(folder), "--json"])
    *lines, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert [line["check"] for line in lines] == list(Check)
    assert all(line["do"] for line in lines if line["state"] in {"heed", "stop"})
    return Report({line["check"]: line for line in lines}, last["ready"], done.exit_code)


def test_a_good_kiosk_is_ready(site: Site) -> None:
    report = examine(site.kiosk(1))
    assert (report.ready, report.status) == (True, 0)
    assert report.lines["enrolled"]["state"] == "ok"
    assert report.lines["enrolled"]["site"]
    assert report.lines["keys"] == {"check": "keys", "state": "ok", "keys": 1, "do": None}
    assert report.lines["data_file"]["sound"] is True
    assert report.lines["list"]["people"] > 100
    assert report.lines["disk"]["free"] > 0


def test_it_may_look_while_the_kiosk_is_open(site: Site) -> None:
    with Database.open(site.kiosk(1)):
        assert examine(site.kiosk(1)).ready


def test_a_kiosk_before_enrolment_is_told_the_first_step(tmp_path: Path) -> None:
    Database.create(tmp_path / "new").close()
    report = examine(tmp_path / "new")
    assert (report.ready, report.status) == (False, 1)
    assert report.lines["enrolled"]["state"] == "stop"
    assert "kiosk enrol" in report.lines["enrolled"]["do"]
    assert report.lines["data_file"]["state"] == "ok"


def test_a_folder_without_a_kiosk_is_said_to_be_one(tmp_path: Path) -> None:
    report = examine(tmp_path / "nothing")
    assert (report.ready, report.status) == (False, 1)
    assert "There is no kiosk in" in report.lines["data_file"]["problem"]
    assert report.lines["enrolled"]["state"] == "unknown"
    assert report.lines["disk"]["state"] != "unknown"
    assert not (tmp_path / "nothing").exists(), "looking makes nothing"


def test_a_damaged_file_is_said_to_be_one(site: Site) -> None:
    database = site.kiosk(1) / "kiosk.db"
    content = bytearray(database.read_bytes())
    content[4096 : 4096 * 3] = bytes(4096 * 2)
    database.write_bytes(content)
    report = examine(site.kiosk(1))
    assert (report.ready, report.status) == (False, 1)
    assert report.lines["data_file"]["state"] == "stop"
    assert report.lines["data_file"]["problem"]
    assert database.read_bytes() == content, "looking mends nothing"


def test_a_person_reads_a_line_a_check(site: Site) -> None:
    done = CliRunner().invoke(APP, ["--data-dir", str(site.kiosk(1))])
    *lines, last = done.stdout.splitlines()
    assert len(lines) == len(Check)
    assert last.startswith("Ready")
    assert lines[0].startswith("ok      Where it belongs: ")
