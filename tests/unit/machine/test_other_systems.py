"""Windows and macOS, by what their programs print; and what holds on every system."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from kiosk.domain.readiness_facts import Battery, Printers, Sleep, Volume
from kiosk.machine.commands import run
from kiosk.machine.common import disk_of
from kiosk.machine.macos import MacOS
from kiosk.machine.this import this_machine
from kiosk.machine.windows import PowerStatus, Windows
from tests.unit.machine.answers import answering

# --- Windows -------------------------------------------------------------------------------------

POWERCFG = """\
GUID схемы питания: 381b4222-f694-41f0-9685-ff5bb260df2e  (Сбалансированная)
  GUID подгруппы: 238c9fa8-0aad-41ed-83f4-97be242c8f20  (Сон)
    Псевдоним GUID: SUB_SLEEP
    GUID настройки питания: 29f6c1db-86da-48c5-9fdb-f2b67b1f44da  (Сон после)
      Псевдоним GUID: STANDBYIDLE
      Минимальное возможное значение: 0x00000000
      Максимальное возможное значение: 0xffffffff
      Шаг возможных значений: 0x00000001
      Единицы возможных значений: с
    Текущий индекс настройки питания от сети: 0x{ac:08x}
    Текущий индекс настройки питания от батарей: 0x{dc:08x}
"""
LID = """\
    Power Setting GUID: 5ca83367-6e45-459f-a27b-476b1d01c936  (Lid close action)
      Possible Setting Index: 000
      Possible Setting Friendly Name: Do nothing
      Possible Setting Index: 001
      Possible Setting Friendly Name: Sleep
    Current AC Power Setting Index: 0x{ac:08x}
    Current DC Power Setting Index: 0x{dc:08x}
"""
IDLE_QUERY = "powercfg /q SCHEME_CURRENT SUB_SLEEP STANDBYIDLE"
LID_QUERY = "powercfg /q SCHEME_CURRENT SUB_BUTTONS LIDACTION"


def windows(answers: dict[str, str], power: PowerStatus | None = None) -> Windows:
    return Windows(answering(answers), lambda: power)


@pytest.mark.parametrize(
    ("idle", "lid", "expected"),
    [
        ((0, 0), (0, 0), Sleep(0, by_lid=False)),
        ((1800, 900), (0, 1), Sleep(15, by_lid=True)),
        ((1800, 0), (0, 0), Sleep(30, by_lid=False)),
    ],
)
def test_windows_sleeps_as_powercfg_tells_in_any_language(
    idle: tuple[int, int], lid: tuple[int, int], expected: Sleep
) -> None:
    answers = {
        IDLE_QUERY: POWERCFG.format(ac=idle[0], dc=idle[1]),
        LID_QUERY: LID.format(ac=lid[0], dc=lid[1]),
    }
    assert windows(answers).sleep() == expected


def test_windows_without_an_answer_is_unknown() -> None:
    answers = {IDLE_QUERY: POWERCFG.format(ac=0, dc=0), LID_QUERY: "The power scheme is invalid"}
    assert windows(answers).sleep() == Sleep(0, by_lid=None)
    assert windows({}).sleep() == Sleep(None, by_lid=None)
    assert windows({}).battery() is None
    assert windows({}).printers() is None
    assert windows({}).volume() is None


@pytest.mark.parametrize(
    ("status", "battery"),
    [
        (PowerStatus(1, 8, 64), Battery(64, mains=True)),
        (PowerStatus(0, 4, 20), Battery(20, mains=False)),
        (PowerStatus(1, 128, 255), Battery(None, mains=True)),
        (PowerStatus(1, 255, 255), None),
        (PowerStatus(255, 0, 64), None),
    ],
)
def test_windows_tells_its_power(status: PowerStatus, battery: Battery | None) -> None:
    assert windows({}, status).battery() == battery


def test_windows_lists_printers_and_names_its_zone() -> None:
    answers = {
        "powershell": "Brother QL-800\r\nПринтер в офисе\r\n",
        "tzutil /g": "Ekaterinburg Standard Time",
    }
    assert windows(answers).printers() == Printers(("Brother QL-800", "Принтер в офисе"))
    zone = windows(answers).time_zone(0)
    assert zone is not None
    assert zone[0] == "Ekaterinburg Standard Time"


# --- macOS ---------------------------------------------------------------------------------------

CUSTOM = """\
Battery Power:
 lidwake              1
 sleep                {battery}
 displaysleep         2
AC Power:
 lidwake              1
 sleep                {ac} (sleep prevented by coreaudiod)
 disksleep            10
"""
BATT = """\
Now drawing from '{source}'
 -InternalBattery-0 (id=4653155)\t64%; discharging; 5:02 remaining present: true
"""
DESKTOP = "Now drawing from 'AC Power'\n"


def macos(root: Path, **answers: str) -> MacOS:
    words = {"batt": "pmset -g batt", "custom": "pmset -g custom", "live": "pmset -g"}
    return MacOS(root, answering({words.get(key, key): text for key, text in answers.items()}))


def test_a_macbook(tmp_path: Path) -> None:
    on_battery = BATT.format(source="Battery Power")
    book = macos(tmp_path, batt=on_battery, custom=CUSTOM.format(battery=1, ac=0), live="")
    assert book.battery() == Battery(64, mains=False)
    assert book.sleep() == Sleep(1, by_lid=True)
    plugged = macos(tmp_path, batt=BATT.format(source="AC Power"))
    assert plugged.battery() == Battery(64, mains=True)


def test_a_mac_that_may_not_sleep(tmp_path: Path) -> None:
    answers = {"custom": CUSTOM.format(battery=1, ac=1), "live": " SleepDisabled\t\t1\n"}
    assert macos(tmp_path, batt=DESKTOP, **answers).sleep() == Sleep(0, by_lid=False)


def test_a_mac_without_a_lid(tmp_path: Path) -> None:
    mini = macos(tmp_path, batt=DESKTOP, custom=CUSTOM.format(battery=0, ac=0), live="")
    assert mini.battery() == Battery(None, mains=True)
    assert mini.sleep() == Sleep(0, by_lid=False)


def test_a_mac_without_answers_is_unknown(tmp_path: Path) -> None:
    silent = macos(tmp_path)
    assert (silent.battery(), silent.sleep(), silent.volume(), silent.printers()) == (None,) * 4


def test_a_macs_volume_and_zone(tmp_path: Path) -> None:
    loud = "output volume:56, input volume:50, alert volume:100, output muted:{}\n"
    assert macos(tmp_path, osascript=loud.format("false")).volume() == Volume(56)
    assert macos(tmp_path, osascript=loud.format("true")).volume() == Volume(0)
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/localtime").symlink_to("/var/db/timezone/zoneinfo/Europe/Moscow")
    assert macos(tmp_path).time_zone(0) == ("Europe/Moscow", 180)


# --- every system --------------------------------------------------------------------------------


def test_the_disk_of_a_folder_that_is_yet_to_be_made(tmp_path: Path) -> None:
    disk = disk_of(tmp_path / "kiosk" / "data")
    assert disk is not None
    assert 0 < disk.free <= shutil.disk_usage(tmp_path).total


def test_a_programs_answer_and_its_absence() -> None:
    assert run([sys.executable, "-c", "print('да')"]) == "да\n"
    assert run([sys.executable, "-c", "raise SystemExit(1)"]) is None
    assert run(["no-such-program-anywhere"]) is None


def test_a_program_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.machine.commands._PATIENCE", 0.2)
    assert run([sys.executable, "-c", "import threading; threading.Event().wait()"]) is None


def test_this_computer_answers_without_an_error(tmp_path: Path) -> None:
    machine = this_machine()
    assert machine.disk(tmp_path) is not None
    assert machine.time_zone(0) is not None
    machine.battery()
    machine.sleep()
    machine.volume()
    machine.printers()
