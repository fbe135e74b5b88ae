"""The settings screen's port over a real database and a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import SystemClock
from kiosk.desk.lanes import Lanes
from kiosk.desk.settings import SettingsDesk
from kiosk.domain.local_policy import LocalPolicy
from kiosk.domain.programme import Site, SitePolicy
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.domain.staff import Role, StaffMember
from kiosk.operations.ports import Binding, NotRecorded, Server
from kiosk.operations.settings import SiteSettings, site_settings
from kiosk.operations.staff import NotAllowed
from kiosk.settings import Settings, save
from kiosk.store.database import Database
from kiosk.store.lane import StoreLane
from kiosk.ui.screens.settings.state import Choices, Found

BINDING = Binding("Киоск 1", 1, 7, "Главный", "https://central.example", b"k" * 32)
ROSTER = SitePolicy(tracks_exits=True)
SITE = Site(7, "Завод", "Заводская, 1", "Asia/Yekaterinburg", policy=ROSTER)
STAFF = [
    StaffMember("v1", "Котова Анна", Role.VOLUNTEER),
    StaffMember("m1", "Зорин Пётр", Role.SITE_MANAGER),
]


def no_server(_: str) -> Server:
    raise AssertionError("settings need no server")


class Program:
    """The desktop's part: it goes by settings and keeps them in a file."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.file = folder / "settings.toml"
        self.settings = Settings.load(self.file, {})
        self.lane = StoreLane(lambda: Database.create(folder / "kiosk"))
        self.lane.start()
        self.lanes = Lanes(self.lane, SystemClock(), connect=no_server, operator="m1")
        self.desk = SettingsDesk(self.lanes, lambda: self.settings, self._keep)
        self._qtbot = qtbot

    def _keep(self, after: Settings) -> None:
        save(self.settings, after, self.file)
        self.settings = after

    def enrol(self) -> None:
        changes = [RosterChange(1, "site", "7", SITE)]
        changes += [RosterChange(2, "staff", one.staff_id, one) for one in STAFF]
        self.lane.write(lambda t: t.save_binding(BINDING))
        self.lane.write(lambda t: t.roster.apply(changes, RosterCursor("e", 2)))

    def answer(self, ask: Callable[..., None], *given: object) -> Any:
        """What the desk answers, or the error that it failed with."""
        told: list[Any] = []
        ask(*given, told.append, told.append)
        self._qtbot.waitUntil(lambda: bool(told))
        return told[0]

    def found(self) -> Found:
        found = self.answer(self.desk.settings)
        assert isinstance(found, Found)
        return found

    def site(self) -> SiteSettings:
        return self.lane.read(site_settings)


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    made = Program(tmp_path, qtbot)
    yield made
    made.lanes.stop()
    assert made.lane.stop(10)


def test_each_setting_goes_where_it_lasts(program: Program) -> None:
    program.enrol()
    before = program.found().choices
    assert (before.entrance, before.policy) == ("Главный", ROSTER)
    policy = replace(ROSTER, tracks_exits=False, masks_names=True)
    after = Choices("en", False, 30, True, 5, "Южный", policy)
    assert program.answer(program.desk.save_settings, before, after) is None
    assert program.found() == Found(after, ROSTER)
    assert program.site().local == LocalPolicy(tracks_exits=False, masks_names=True)
    kept = Settings.load(program.file, {})
    assert (kept.language, kept.sound, kept.volume) == ("en", False, 30)
    assert (kept.full_screen, kept.idle_minutes) == (True, 5)


def test_before_there_is_a_site_the_computers_settings_are_kept(program: Program) -> None:
    before = program.found().choices
    assert before.policy is None
    after = replace(before, volume=10)
    assert program.answer(program.desk.save_settings, before, after) is None
    assert Settings.load(program.file, {}).volume == 10


def test_who_may_not_changes_neither_file_nor_store(program: Program) -> None:
    program.enrol()
    before = program.found().choices
    program.lanes.operator = "v1"
    after = replace(before, volume=10, entrance="Южный")
    assert isinstance(program.answer(program.desk.save_settings, before, after), NotAllowed)
    assert program.found().choices == before
    assert not program.file.exists()


def test_a_file_that_cannot_be_written_is_told(program: Program) -> None:
    before = program.found().choices
    program.file.write_text("volume = ")
    error = program.answer(program.desk.save_settings, before, replace(before, volume=10))
    assert isinstance(error, NotRecorded)
    assert program.file.read_text() == "volume = "
    assert program.settings.volume == 80
