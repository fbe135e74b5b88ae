"""A Linux computer, read from real files in the shape of /sys, /etc and /run."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.domain.readiness_facts import Battery, Printers, Sleep, Volume
from kiosk.machine.linux import Linux
from tests.unit.machine.answers import answering

SUMMER = 1_784_000_000_000
GNOME = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
POWER = "gsettings get org.gnome.settings-daemon.plugins.power sleep-inactive-"


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n")


def supply(root: Path, name: str, **entries: str) -> None:
    write(root, {f"sys/class/power_supply/{name}/{key}": text for key, text in entries.items()})


def laptop(root: Path, *, online: str = "1", capacity: str = "87") -> None:
    supply(root, "BAT0", type="Battery", capacity=capacity, status="Discharging", scope="System")
    supply(root, "AC", type="Mains", online=online)


def systemd(root: Path) -> None:
    """The folder by which systemd tells that it runs the system."""
    (root / "run/systemd/system").mkdir(parents=True)


def gnome(ac: tuple[str, int], battery: tuple[str, int]) -> dict[str, str]:
    """The idle settings of GNOME: what happens, and after how many seconds."""
    return {
        f"{POWER}ac-type": f"'{ac[0]}'\n",
        f"{POWER}ac-timeout": f"{ac[1]}\n",
        f"{POWER}battery-type": f"'{battery[0]}'\n",
        f"{POWER}battery-timeout": f"{battery[1]}\n",
    }


# --- power ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("online", "mains"), [("1", True), ("0", False)])
def test_a_laptop_and_its_plug(tmp_path: Path, online: str, mains: bool) -> None:
    laptop(tmp_path, online=online)
    assert Linux(tmp_path).battery() == Battery(87, mains)


def test_a_laptop_that_names_no_plug_is_asked_whether_it_discharges(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="40", status="Charging")
    assert Linux(tmp_path).battery() == Battery(40, mains=True)
    supply(tmp_path, "BAT0", status="Discharging")
    assert Linux(tmp_path).battery() == Battery(40, mains=False)


def test_one_plug_of_several_is_enough(tmp_path: Path) -> None:
    laptop(tmp_path, online="0")
    supply(tmp_path, "ucsi1", type="USB", online="1")
    assert Linux(tmp_path).battery() == Battery(87, mains=True)


def test_two_batteries_are_one_charge(tmp_path: Path) -> None:
    laptop(tmp_path)
    supply(tmp_path, "BAT1", type="Battery", capacity="13", status="Unknown")
    assert Linux(tmp_path).battery() == Battery(50, mains=True)


def test_a_mouse_makes_no_laptop(tmp_path: Path) -> None:
    supply(tmp_path, "hid", type="Battery", capacity="9", status="Discharging", scope="Device")
    assert Linux(tmp_path).battery() == Battery(None, mains=True)


def test_without_the_kernels_folder_the_power_is_unknown(tmp_path: Path) -> None:
    assert Linux(tmp_path).battery() is None


# --- sleep ---------------------------------------------------------------------------------------


def sleep(root: Path, answers: dict[str, str] | None = None) -> Sleep | None:
    return Linux(root, answering(answers or {}), GNOME if answers else {}).sleep()


def test_by_default_a_lid_sends_a_laptop_to_sleep(tmp_path: Path) -> None:
    laptop(tmp_path)
    systemd(tmp_path)
    assert sleep(tmp_path) == Sleep(None, by_lid=True)


@pytest.mark.parametrize(
    ("lines", "by_lid"),
    [
        ("HandleLidSwitch=ignore", False),
        ("HandleLidSwitch=lock", False),
        ("HandleLidSwitch=ignore\nHandleLidSwitchExternalPower=suspend", True),
        ("HandleLidSwitchExternalPower=ignore", True),
        ("#HandleLidSwitch=ignore", True),
        ("HandleLidSwitch=ignore\nHandleLidSwitch=", True),
        ("HandleLidSwitch=poweroff", True),
    ],
)
def test_the_lid_does_what_logind_says(tmp_path: Path, lines: str, by_lid: bool) -> None:
    laptop(tmp_path)
    systemd(tmp_path)
    write(tmp_path, {"etc/systemd/logind.conf": f"[Login]\n{lines}"})
    assert sleep(tmp_path) == Sleep(None, by_lid)


def test_drop_ins_come_after_the_main_file_in_the_order_of_their_names(tmp_path: Path) -> None:
    laptop(tmp_path)
    systemd(tmp_path)
    write(
        tmp_path,
        {
            "usr/lib/systemd/logind.conf": "[Login]\nIdleAction=suspend",
            "etc/systemd/logind.conf": "[Login]\nHandleLidSwitch=suspend",
            "etc/systemd/logind.conf.d/50-kiosk.conf": "[Login]\nHandleLidSwitch=ignore",
            "usr/lib/systemd/logind.conf.d/90-vendor.conf": "[Login]\nHandleLidSwitch=suspend",
        },
    )
    assert sleep(tmp_path) == Sleep(None, by_lid=True)
    write(tmp_path, {"etc/systemd/logind.conf.d/90-vendor.conf": "[Login]\n"})
    assert sleep(tmp_path) == Sleep(None, by_lid=False)


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        ("IdleAction=suspend", 30),
        ("IdleAction=suspend\nIdleActionSec=10min", 10),
        ("IdleAction=hibernate\nIdleActionSec=1h 5min", 65),
        ("IdleAction=suspend\nIdleActionSec=20", 1),
        ("IdleAction=lock\nIdleActionSec=10min", None),
    ],
)
def test_logind_may_stop_an_idle_computer(tmp_path: Path, lines: str, minutes: int | None) -> None:
    systemd(tmp_path)
    write(tmp_path, {"etc/systemd/logind.conf": f"[Login]\n{lines}"})
    found = sleep(tmp_path)
    assert found is not None
    assert found.after == minutes, "which another desktop does when idle, nobody told"


@pytest.mark.parametrize(
    ("ac", "battery", "minutes"),
    [
        (("nothing", 1200), ("nothing", 900), 0),
        (("nothing", 1200), ("suspend", 900), 15),
        (("suspend", 1200), ("suspend", 0), 20),
    ],
)
def test_gnome_may_stop_an_idle_computer(
    tmp_path: Path, ac: tuple[str, int], battery: tuple[str, int], minutes: int
) -> None:
    systemd(tmp_path)
    (tmp_path / "sys/class/power_supply").mkdir(parents=True)
    assert sleep(tmp_path, gnome(ac, battery)) == Sleep(minutes, by_lid=False)


def test_what_gnome_does_not_tell_stays_unknown(tmp_path: Path) -> None:
    systemd(tmp_path)
    answers = gnome(("nothing", 0), ("nothing", 0))
    del answers[f"{POWER}battery-type"]
    found = sleep(tmp_path, answers)
    assert found is not None
    assert found.after is None


def test_another_desktop_does_not_keep_to_gnomes_settings(tmp_path: Path) -> None:
    systemd(tmp_path)
    run = answering(gnome(("nothing", 0), ("nothing", 0)))
    found = Linux(tmp_path, run, {"XDG_CURRENT_DESKTOP": "KDE"}).sleep()
    assert found is not None
    assert found.after is None


def test_without_systemd_nothing_is_known_of_sleep(tmp_path: Path) -> None:
    laptop(tmp_path)
    write(tmp_path, {"etc/systemd/logind.conf": "[Login]\nHandleLidSwitch=ignore"})
    assert sleep(tmp_path) is None


# --- sound, printers, time -----------------------------------------------------------------------

PACTL = "Volume: front-left: 26214 /  40% / -23.88 dB,   front-right: 29490 /  45% / -20.81 dB\n"
AMIXER = "  Front Left: Playback 45875 [70%] [on]\n  Front Right: Playback 45875 [70%] [on]\n"


@pytest.mark.parametrize(
    ("answers", "volume"),
    [
        ({"pactl get-sink-volume": PACTL, "pactl get-sink-mute": "Mute: no\n"}, Volume(45)),
        ({"pactl get-sink-volume": PACTL, "pactl get-sink-mute": "Mute: yes\n"}, Volume(0)),
        ({"amixer sget Master": AMIXER}, Volume(70)),
        ({"amixer sget Master": AMIXER.replace("[on]", "[off]")}, Volume(0)),
        ({}, None),
    ],
)
def test_the_volume(tmp_path: Path, answers: dict[str, str], volume: Volume | None) -> None:
    assert Linux(tmp_path, answering(answers)).volume() == volume


def test_printers(tmp_path: Path) -> None:
    def printers(answers: dict[str, str]) -> Printers | None:
        return Linux(tmp_path, answering(answers)).printers()

    assert printers({"lpstat -e": "Brother_QL\nOffice\n"}) == Printers(("Brother_QL", "Office"))
    assert printers({"lpstat -e": ""}) == Printers(())
    assert printers({}) is None


def test_the_time_zone_is_the_links_before_the_files(tmp_path: Path) -> None:
    write(tmp_path, {"etc/timezone": "Asia/Omsk"})
    assert Linux(tmp_path).time_zone(SUMMER) == ("Asia/Omsk", 360)
    (tmp_path / "etc/localtime").symlink_to("/usr/share/zoneinfo/Asia/Yekaterinburg")
    assert Linux(tmp_path).time_zone(SUMMER) == ("Asia/Yekaterinburg", 300)


def test_a_time_zone_without_a_name_still_has_its_offset(tmp_path: Path) -> None:
    write(tmp_path, {"etc/timezone": "Nowhere/Town"})
    here = datetime.fromtimestamp(SUMMER / 1000, UTC).astimezone().utcoffset()
    assert here is not None
    assert Linux(tmp_path).time_zone(SUMMER) == ("", here.total_seconds() // 60)
