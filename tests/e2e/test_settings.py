"""`kiosk settings` from outside: what it changes, the next command goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.domain.roster import RosterChange
from kiosk.domain.staff import Role, StaffMember
from kiosk.settings import settings_file
from kiosk.store.database import Database
from tests.e2e.conftest import Done, Site

Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def _no_settings_left() -> Iterator[None]:
    yield
    settings_file().unlink(missing_ok=True)


def test_a_computers_settings_are_kept(kiosk: Run, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    ports = "serial=ttyACM0 115200 departure, COM3"
    camera = "camera=/dev/video 0 departure"
    changed = kiosk("settings", "--data-dir", folder, "--set", "volume=30", "--set", "sound=no",
                    "--set", ports, "--set", camera, "--set", "wedge=departure")  # fmt: skip
    shown = kiosk("settings", "--data-dir", folder)
    assert (changed.status, shown.status) == (0, 0)
    assert shown.lines == changed.lines
    (said,) = shown.lines
    assert (said["volume"], said["sound"]) == (30, False)
    assert said["devices"] == {
        "wedge": "departure",
        "serial": [
            {"port": "ttyACM0", "baud": 115_200, "purpose": "departure"},
            {"port": "COM3", "baud": 9600, "purpose": "arrival"},
        ],
        "camera": {"id": "/dev/video 0", "purpose": "departure"},
    }
    assert "entrance" not in said, "there is no kiosk here"
    gone = kiosk("settings", "--data-dir", folder, "--set", "serial=", "--set", "camera=")
    assert gone.lines[0]["devices"] == {"wedge": "departure", "serial": [], "camera": None}


def test_the_entrance_and_the_policies_hold_from_the_next_scan_on(site: Site, kiosk: Run) -> None:
    folder = ("--data-dir", site.kiosk(1))
    ticket, other = [one["text"] for one in site.tickets(status="valid", here="1")[:2]]
    before = kiosk("scan", ticket, *folder)
    changed = kiosk("settings", *folder, "--set", "entrance=Южный", "--set", "keeps_slots=yes")
    after = kiosk("scan", other, *folder)
    assert changed.lines[0]["entrance"] == "Южный"
    assert changed.lines[0]["policies"]["keeps_slots"] == {"value": True, "local": True}
    assert changed.lines[0]["policies"]["masks_names"]["local"] is None
    first, second = before.lines[0]["seq"], after.lines[0]["seq"]
    with Database.open(site.kiosk(1), writable=False) as store:
        records = store.read(lambda uow: [uow.journal.own_record(n) for n in (first, second)])
    assert [record is not None and record.entrance == "Южный" for record in records] == [
        False,
        True,
    ]
    back = kiosk("settings", *folder, "--set", "keeps_slots=roster")
    assert back.lines[0]["policies"]["keeps_slots"]["local"] is None


@pytest.mark.parametrize(
    "wrong",
    [
        "volume=loud",
        "volume=101",
        "colour=red",
        "volume",
        "data_dir=",
        "entrance=",
        "keeps_slots=perhaps",
        "wedge=sideways",
        "serial=ttyS0 5",
    ],
)
def test_a_wrong_value_is_wrong_use_and_changes_nothing(site: Site, kiosk: Run, wrong: str) -> None:
    folder = ("--data-dir", site.kiosk(1))
    before = kiosk("settings", *folder).lines
    done = kiosk("settings", *folder, "--set", wrong)
    assert done.status == 2
    assert kiosk("settings", *folder).lines == before


def test_a_kiosk_without_a_site_says_so(kiosk: Run, tmp_path: Path) -> None:
    done = kiosk("settings", "--data-dir", tmp_path / "none", "--set", "entrance=Южный")
    assert done.status == 1
    assert "kiosk enrol" in done.said


def test_only_who_may_changes_settings(site: Site, kiosk: Run) -> None:
    folder = ("--data-dir", site.kiosk(1))
    people = [StaffMember("v1", "Котова Анна", Role.VOLUNTEER)]
    people.append(StaffMember("m1", "Зорин Пётр", Role.SITE_MANAGER))
    listed = [RosterChange(9000, "staff", one.staff_id, one) for one in people]
    with Database.open(site.kiosk(1)) as store:
        store.write(lambda uow: uow.roster.apply(listed, uow.roster.cursor()))
    refused = kiosk("settings", *folder, "--as", "v1", "--set", "entrance=Южный")
    assert (refused.status, refused.lines) == (1, [])
    done = kiosk("settings", *folder, "--as", "m1", "--set", "volume=5")
    assert done.lines[0]["entrance"] != "Южный"
    assert (done.status, done.lines[0]["volume"]) == (0, 5)
