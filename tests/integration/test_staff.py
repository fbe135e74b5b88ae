"""A staff list on its way: from a file through the central server to a kiosk, and its records back.

The people are invented.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli import staff as commands
from kiosk.clock import SystemClock
from kiosk.demo.staff import INSTRUCTORS, VOLUNTEERS
from kiosk.domain.staff import RECOVERY_ID
from kiosk.journal.lines import parse
from kiosk.operations.sign_in import (
    SignedIn,
    Unknown,
    Wrong,
    sign_in_by_badge,
    sign_in_by_pin,
)
from kiosk.store.database import Database
from tests.e2e.conftest import Done, Site

Kiosk = Callable[..., Done]

LIST = """id;ФИО;роль;проба;ПИН
anna.k;Проверочная Анна Павловна;волонтёр;;271828
pyotr;Проверочный Пётр;мастер;{trial};
irina;Проверочная Ирина;руководитель площадки;;314159
"""


@pytest.fixture
def badges(site: Site, kiosk: Kiosk) -> dict[str, Path]:
    """The badges' pictures, with the staff list loaded on the first kiosk."""
    with Database.open(site.kiosk(1)) as database:
        trial = database.read(lambda uow: uow.roster.trials())[0].trial_id
    file = site.folder / "staff.csv"
    file.write_bytes(LIST.format(trial=trial).encode("cp1251"))
    central = ("--site", 1, "--data-dir", site.folder / "central")
    loaded = kiosk("central", "import-staff", file, *central)
    invented = VOLUNTEERS + INSTRUCTORS + 1
    assert loaded.lines == [{"staff": 3, "changed": 3 + invented}]  # the demo's own go
    drawn = kiosk("central", "badges", "--out", site.folder / "badges", *central)
    with site.server():
        assert kiosk("sync", "--data-dir", site.kiosk(1)).status == 0
    return {line["staff_id"]: Path(line["png"]) for line in drawn.lines}


def badge_text(kiosk: Kiosk, picture: Path) -> str:
    """What a scanner reads from a badge's picture."""
    [line] = kiosk("decode", picture).lines
    return str(line["texts"][0])


def test_a_badge_drawn_at_the_server_signs_in_at_the_kiosk(
    site: Site, kiosk: Kiosk, badges: dict[str, Path]
) -> None:
    assert badges.keys() == {"anna.k", "pyotr", "irina"}
    text, clock = badge_text(kiosk, badges["pyotr"]), SystemClock()
    with Database.open(site.kiosk(1)) as database:
        found = sign_in_by_badge(database, clock, text)
        assert isinstance(found, SignedIn)
        assert found.operator.staff_id == "pyotr"
        assert found.operator.trial is not None
        assert sign_in_by_pin(database, clock, "anna.k", "271829") == Wrong(4)
        assert isinstance(sign_in_by_pin(database, clock, "anna.k", "271828"), SignedIn)
        device = database.read(lambda uow: uow.journal.signer()).identity.device_id
    with Database.open(site.kiosk(2)) as other:  # it has not heard of the list
        assert sign_in_by_badge(other, clock, text) is Unknown.BADGE
    with site.server():
        assert kiosk("sync", "--data-dir", site.kiosk(1)).lines[-1]["pending"] == 0
        assert kiosk("sync", "--data-dir", site.kiosk(2)).status == 0
    with Database.open(site.kiosk(2)) as other:
        came = other.read(lambda uow: [e.line for e in uow.journal.entries(device)])
        assert isinstance(sign_in_by_badge(other, clock, text), SignedIn)
    told = [(r.kind, r.operator) for r in map(parse, came) if r.kind.startswith("sign")]
    assert told == [("sign_in", "pyotr"), ("sign_out", "pyotr"), ("sign_in", "anna.k")]
    assert "Проверочн" not in b"".join(came).decode()


def test_a_lost_badge_is_replaced(site: Site, kiosk: Kiosk, badges: dict[str, Path]) -> None:
    lost = badge_text(kiosk, badges["irina"])
    central = ("--site", 1, "--data-dir", site.folder / "central")
    again = kiosk("central", "badges", "--out", site.folder / "new", "--for", "irina", *central)
    assert [line["staff_id"] for line in again.lines] == ["irina"]
    with site.server():
        kiosk("sync", "--data-dir", site.kiosk(1))
    new = badge_text(kiosk, Path(again.lines[0]["png"]))
    with Database.open(site.kiosk(1)) as database:
        assert sign_in_by_badge(database, SystemClock(), lost) is Unknown.BADGE
        assert isinstance(sign_in_by_badge(database, SystemClock(), new), SignedIn)


@pytest.mark.usefixtures("badges")
def test_who_acts_on_the_command_line_is_checked(site: Site, kiosk: Kiosk) -> None:
    here = ("--data-dir", site.kiosk(1))
    one, two, _ = (t["text"] for t in site.tickets(status="valid", here="1")[:3])
    stranger = kiosk("scan", one, "--as", "somebody", *here)
    assert (stranger.status, stranger.lines) == (2, [])
    assert "staff list" in stranger.said
    assert kiosk("scan", one, "--as", RECOVERY_ID, *here).status == 2
    scanned = kiosk("scan", one, "--as", "anna.k", *here)
    assert scanned.status == 0
    assert kiosk("scan", two, "--as", "pyotr", *here).status == 0, "a scan is nobody's privilege"
    seq = scanned.lines[0]["seq"]
    refused = kiosk("undo", seq, "--reason", "slip", "--as", "pyotr", *here)
    assert (refused.status, len(refused.said.splitlines())) == (1, 1)
    assert kiosk("undo", seq, "--reason", "slip", "--as", "anna.k", *here).status == 0
    assert kiosk("end-day", "--as", "anna.k", *here).status == 1
    assert kiosk("end-day", "--as", "irina", *here).status == 0


@pytest.mark.usefixtures("badges")
def test_the_list_is_shown_by_id_and_the_recovery_code_once(site: Site) -> None:
    def run(*words: str) -> tuple[int, list[dict[str, object]]]:
        shown = CliRunner().invoke(
            commands.app, [*words, "--data-dir", str(site.kiosk(1)), "--json"]
        )
        return shown.exit_code, [json.loads(line) for line in shown.stdout.splitlines()]

    with Database.open(site.kiosk(1)) as database:
        sign_in_by_pin(database, SystemClock(), "anna.k", "271828")
    status, people = run("list")
    assert status == 0
    assert {(one["staff_id"], one["role"], one["signed_in"]) for one in people} == {
        ("anna.k", "volunteer", True),
        ("pyotr", "instructor", False),
        ("irina", "site_manager", False),
    }
    assert "Проверочн" not in json.dumps(people, ensure_ascii=False)
    assert "Проверочный Пётр" in {one["name"] for one in run("list", "--names")[1]}
    status, [shown] = run("recovery-code", "--as", "irina")
    assert status == 0
    assert len(str(shown["code"])) == 16


def test_without_a_staff_list_anybody_may_do_anything(site: Site, kiosk: Kiosk) -> None:
    here = ("--data-dir", site.kiosk(1))
    with site.server() as central:
        central.replace_staff(1, [])
        assert kiosk("sync", *here).status == 0
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    assert kiosk("scan", text, "--as", "anybody", *here).status == 0
    assert kiosk("end-day", "--as", "anybody", *here).status == 0
