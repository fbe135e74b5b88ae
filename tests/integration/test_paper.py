"""`kiosk paper` on a real data folder."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from typer.testing import CliRunner, Result

from kiosk.cli.paper import app
from kiosk.domain.programme import Event, Site, Slot
from kiosk.domain.roster import RosterChange, RosterCursor, RosterItem, TicketEntry
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.operations.count_group import NobodyCounted
from kiosk.operations.paper import NoSheet
from kiosk.operations.ports import Binding
from kiosk.store.database import Database
from tests.pdf import ReadPdf

GROUP_CODE, OWN_CODE = "0000000000", "1234567894"
ITEMS: list[tuple[str, str, RosterItem]] = [
    ("event", "5", Event(5, "День открытых дверей", ((1, date(2026, 4, 18)),), demo=True)),
    ("site", "7", Site(7, "Станкозавод", "ул. Заводская, 1", "Asia/Yekaterinburg")),
    ("slot", "3", Slot(3, 600, 660, "Б", 590, "холл")),
    ("group", "g1", Group("g1", "Лицей № 3", "10А", "Филин Пётр", 2, 1)),
    (
        "visitor",
        "v1",
        Visitor("v1", VisitorKind.PUPIL, "Ёлкина Мария", "Лицей № 3", "10А", "", "g1"),
    ),
    ("visitor", "v2", Visitor("v2", VisitorKind.PARENT, "Римский-Корсаков Николай")),
    ("ticket", "11", TicketEntry(11, 5, 7, TicketKind.GROUP, GROUP_CODE, "g1", slot=3)),
    ("ticket", "12", TicketEntry(12, 5, 7, TicketKind.PARENT, OWN_CODE, "v2", slot=3)),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    changes = [RosterChange(n, kind, key, item) for n, (kind, key, item) in enumerate(ITEMS, 1)]
    with Database.create(tmp_path / "kiosk") as database:
        database.write(lambda t: t.roster.apply(changes, RosterCursor("first", len(changes))))
        binding = Binding("Laptop 1", 5, 7, "1", "https://central.example", bytes(32), demo=True)
        database.write(lambda t: t.save_binding(binding))
    return tmp_path / "kiosk"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def text_of(file: Path) -> str:
    return "\n".join(ReadPdf(file.read_bytes()).pages)


def test_a_class_sheet_is_written(qapp: QApplication, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    done = run("sheet", GROUP_CODE, "--out", out, "--data-dir", folder, "--json", "--lang", "ru")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {"file": str(out), "sheets": 1, "lines": 3}
    written = text_of(out)
    assert all(word in written for word in ("Лист класса", "Ёлкина Мария", "0000 000 000"))


def test_a_list_is_written(qapp: QApplication, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    done = run("list", "--out", out, "--data-dir", folder, "--json", "--lang", "en")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {"file": str(out), "heads": 4, "groups": 1, "people": 2}
    written = text_of(out)
    assert all(word in written for word in ("Fallback list", "Римский-Корсаков Николай", "G1"))


def test_one_persons_ticket_makes_no_sheet(folder: Path, tmp_path: Path) -> None:
    done = run("sheet", OWN_CODE, "--out", tmp_path / "sheet.pdf", "--data-dir", folder)
    assert isinstance(done.exception, NoSheet)
    assert not (tmp_path / "sheet.pdf").exists()


def test_what_stands_on_paper_is_entered_and_shown_as_such(folder: Path) -> None:
    said = ("--at", "0:00", "--data-dir", folder, "--json")
    done = run("enter", GROUP_CODE, "--pupils", "2", "--adults", "1", *said)
    answer = json.loads(done.stdout)
    assert (answer["verdict"], answer["heads"], done.exit_code) == ("admitted", 3, 0)
    one = run("enter", OWN_CODE, *said)
    again = run("enter", OWN_CODE, *said)
    assert (json.loads(one.stdout)["heads"], one.exit_code) == (1, 0)
    assert (json.loads(again.stdout)["verdict"], again.exit_code) == ("already_inside", 1)
    with Database.open(folder) as database:
        tally = database.read(lambda uow: uow.attendance.tally())
    assert (tally.site, tally.paper) == (4, 4)


@pytest.mark.parametrize("time", ["24:00", "9", "noon"])
def test_a_time_that_is_none_is_wrong_use(folder: Path, time: str) -> None:
    assert run("enter", OWN_CODE, "--at", time, "--data-dir", folder).exit_code == 2


def test_a_class_of_nobody_is_refused(folder: Path) -> None:
    done = run("enter", GROUP_CODE, "--at", "0:00", "--data-dir", folder)
    assert isinstance(done.exception, NobodyCounted)
