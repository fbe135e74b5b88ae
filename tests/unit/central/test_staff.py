"""The staff list at the central server: hashed PINs, badges on paper only, lists from files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.central import rosters, staff
from kiosk.central.admin import Central
from kiosk.central.errors import CentralError
from kiosk.central.staff import StaffEntry
from kiosk.central.staff_file import read_staff_file
from kiosk.domain.badges import badge_hash, is_badge
from kiosk.domain.programme import Trial
from kiosk.domain.staff import Role, StaffMember
from kiosk.exchange.protocol import FEED_PAGE
from kiosk.tickets.pin import is_secret_of

ANNA = StaffEntry("anna.k", "Котова Анна", Role.VOLUNTEER, pin="271828")
PYOTR = StaffEntry("pyotr", "Власов Пётр", Role.INSTRUCTOR, trial_id="weld")
IRINA = StaffEntry("irina", "Серова Ирина", Role.SITE_MANAGER)


@pytest.fixture
def welding(central: Central) -> Central:
    """The server, with a trial on site 11."""
    central.put_roster(11, [Trial("weld", "15.01.05", "Шов", "Сварщик", "базовая", 600, 12, 10)])
    return central


def listed(central: Central, site: int = 11) -> dict[str, StaffMember]:
    with central.database.write() as connection:
        return staff.members(connection, site)


def version(central: Central) -> int:
    with central.database.read() as connection:
        return rosters.cursor(connection, 11).version


def test_the_list_reaches_the_sites_kiosks_with_hashed_pins(welding: Central) -> None:
    assert welding.replace_staff(11, [ANNA, PYOTR, IRINA]) == 3
    found = listed(welding)
    assert is_secret_of(found["anna.k"].pin, "271828")
    assert (found["pyotr"].pin, found["pyotr"].trial_id) == ("", "weld")
    assert all(one.is_usable for one in found.values())
    with welding.database.read() as connection:
        epoch = rosters.cursor(connection, 11).epoch
        feed = list(rosters.feed(connection, 11, epoch=epoch, after=0, limit=FEED_PAGE))
    assert sum(json.loads(line).get("kind") == "staff" for line in feed) == 3
    assert "271828" not in "".join(feed)
    assert listed(welding, 12) == {}


def test_the_same_list_again_is_no_news(welding: Central) -> None:
    welding.replace_staff(11, [ANNA, PYOTR])
    before = version(welding)
    assert welding.replace_staff(11, [ANNA, PYOTR]) == 0
    assert version(welding) == before


def test_a_list_without_pins_leaves_them_and_a_new_pin_replaces_the_old(welding: Central) -> None:
    welding.replace_staff(11, [ANNA])
    hashed = listed(welding)["anna.k"].pin
    nameless = StaffEntry("anna.k", "Котова Анна Павловна", Role.SITE_MANAGER)
    assert welding.replace_staff(11, [nameless]) == 1
    assert listed(welding)["anna.k"].pin == hashed
    assert listed(welding)["anna.k"].role is Role.SITE_MANAGER
    welding.replace_staff(11, [StaffEntry("anna.k", "Котова Анна", Role.VOLUNTEER, pin="314159")])
    assert is_secret_of(listed(welding)["anna.k"].pin, "314159")


def test_who_is_not_in_the_new_list_comes_off(welding: Central) -> None:
    welding.replace_staff(11, [ANNA, PYOTR])
    assert welding.replace_staff(11, [PYOTR]) == 1
    assert list(listed(welding)) == ["pyotr"]


def test_badges_are_made_once_and_anew_for_whoever_lost_theirs(welding: Central) -> None:
    welding.replace_staff(11, [ANNA, PYOTR])
    issued = {member.staff_id: text for member, text in welding.issue_badges(11)}
    assert issued.keys() == {"anna.k", "pyotr"}
    assert all(is_badge(text) for text in issued.values())
    assert listed(welding)["anna.k"].badge == badge_hash(issued["anna.k"])
    assert is_secret_of(listed(welding)["anna.k"].pin, "271828")
    assert welding.issue_badges(11) == []
    [(member, text)] = welding.issue_badges(11, ["anna.k"])
    assert text != issued["anna.k"]
    assert listed(welding)["anna.k"] == member
    welding.replace_staff(11, [ANNA, PYOTR])
    assert listed(welding)["anna.k"].badge == badge_hash(text), "a new list keeps the badges"


def test_no_pin_and_no_badge_lies_in_the_database(welding: Central, tmp_path: Path) -> None:
    welding.replace_staff(11, [ANNA])
    [(_, text)] = welding.issue_badges(11)
    stored = b"".join(path.read_bytes() for path in (tmp_path / "central").glob("central.db*"))
    assert "Котова".encode() in stored, "the list itself does lie there, in plain text"
    assert badge_hash(text).encode() in stored
    assert text.encode() not in stored
    assert b"271828" not in stored


def test_strangers_sites_and_trials_that_are_not_known_are_named(welding: Central) -> None:
    with pytest.raises(CentralError, match="99"):
        welding.replace_staff(99, [ANNA])
    with pytest.raises(CentralError, match="nobody"):
        welding.issue_badges(11, ["nobody"])
    lathe = StaffEntry("pyotr", "Власов Пётр", Role.INSTRUCTOR, trial_id="lathe")
    with pytest.raises(CentralError, match="lathe"):
        welding.replace_staff(11, [lathe])
    assert listed(welding) == {}


@pytest.mark.parametrize(
    "content",
    [
        "id,name,role,trial,pin\nanna.k,Котова Анна,volunteer,,271828\n"
        "pyotr,Власов Пётр,instructor,weld,\n".encode(),
        "ПИН;Роль;ФИО;Код;Проба;Заметка\r\n271828;Волонтёр;Котова Анна;anna.k;;x\r\n;;;;;\r\n"
        ";мастер;Власов Пётр;pyotr;weld;\r\n".encode("cp1251"),
        "\ufeffID\tИмя\tРоль\tПроба\tПин\nanna.k\tКотова Анна\tВОЛОНТЕР\t\t271828\n"
        "pyotr\tВласов Пётр\tМастер\tweld\n".encode(),
        "id\tname\trole\ttrial\tpin\r\nanna.k\tКотова Анна\tvolunteer\t\t271828\r\n"
        "pyotr\tВласов Пётр\tinstructor\tweld\t\r\n".encode("utf-16"),
    ],
    ids=["english", "cp1251", "tabs", "unicode text"],
)
def test_a_file_is_read_as_spreadsheets_save_it(content: bytes) -> None:
    assert read_staff_file(content) == [ANNA, PYOTR]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Анна,Котова Анна,volunteer,", "id"),
        (",Котова Анна,volunteer,", "id"),
        ("anna,,volunteer,", "name"),
        ("anna,Котова Анна,director,", "role"),
        ("anna,Котова Анна,volunteer,12345", "six digits"),
        ("anna,Котова Анна,volunteer,123456", "guessed"),
        ("irina,Котова Анна,volunteer,", "before"),
        ('anna,"Котова,volunteer,', "Line"),
    ],
)
def test_a_line_that_cannot_be_taken_over_is_named_without_its_data(row: str, why: str) -> None:
    content = f"id,name,role,pin\nirina,Серова Ирина,site_manager,\n{row}\n".encode()
    with pytest.raises(CentralError, match=why) as raised:
        read_staff_file(content)
    assert str(raised.value).startswith("Line 3")
    assert "Котова" not in str(raised.value)
    assert "12345" not in str(raised.value)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "file is empty: its first line names id"),
        (b"\r\n", "file is empty"),
        (b"\xff\xfe", "no column «id»"),
        (b"id,name\n", "role"),
        (b"id,name,role\n", "list is empty"),
        (b"x" * 200_000, "CSV"),
        (b"PK\3\4\0\0", "no table: save the staff list as CSV"),
        ("id,name,role\n".encode("utf-16-le"), "no table: save the staff list as CSV"),
    ],
)
def test_a_file_that_is_no_staff_list_is_named(content: bytes, why: str) -> None:
    with pytest.raises(CentralError, match=why):
        read_staff_file(content)


@given(st.binary() | st.text().map(lambda text: b"id,name,role\n" + text.encode(errors="replace")))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    try:
        read_staff_file(content)
    except CentralError:
        return
