"""The whole desktop tells of a scanner that goes and of a disk that fills, until they are well."""

from __future__ import annotations

import os
import shutil
import sys
import tty
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Desktop
from kiosk.domain.devices import DeviceSettings, Link, SerialSettings
from kiosk.settings import Settings
from kiosk.ui.widgets.pill import Pill
from tests.e2e.conftest import Site

PATIENCE_MS = 10_000


class Usage(NamedTuple):
    """What the system tells of a disk, in bytes."""

    total: int
    used: int
    free: int


def chips(desk: Desktop) -> list[str]:
    """What the header's amber chips say."""
    return [
        chip.text()
        for chip in desk.window.findChildren(Pill)
        if chip.objectName() == "chip" and chip.isVisible() and chip.property("tone") == "heed"
    ]


def scans(desk: Desktop) -> bool:
    """Whether the last scanner that was switched on can be used."""
    scanners = desk._scanners
    states = scanners.states if scanners is not None else ()
    return len(states) > 1 and states[-1].link is Link.CONNECTED


def says(desk: Desktop, *words: str) -> Callable[[], bool]:
    return lambda: chips(desk) == list(words)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_scanner_that_is_pulled_out_is_missed_until_it_is_back(
    qtbot: QtBot, qapp: QApplication, site: Site, tmp_path: Path
) -> None:
    scanner, computer = os.openpty()
    tty.setraw(computer)
    port = tmp_path / "scanner"
    port.symlink_to(os.ttyname(computer))
    os.close(computer)
    settings = Settings(
        site.kiosk(1), language="en", devices=DeviceSettings(serial=(SerialSettings(str(port)),))
    )
    desk = Desktop(qapp, site.kiosk(1), settings, operator="volunteer-1")
    qtbot.addWidget(desk.window)
    desk.show()
    try:
        qtbot.waitUntil(lambda: scans(desk), timeout=PATIENCE_MS)
        assert chips(desk) == []
        os.close(scanner)
        qtbot.waitUntil(says(desk, "Scanner unplugged"), timeout=PATIENCE_MS)
        port.unlink()
        scanner, computer = os.openpty()
        tty.setraw(computer)
        port.symlink_to(os.ttyname(computer))
        os.close(computer)
        qtbot.waitUntil(says(desk), timeout=PATIENCE_MS)
    finally:
        desk.stop()
        os.close(scanner)


def test_a_disk_that_fills_is_told_of(
    qtbot: QtBot, qapp: QApplication, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = 1_290_000_000
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(10**12, 10**12 - free, free))
    monkeypatch.setattr("kiosk.app.lookout._LOOK_MS", 50)
    settings = Settings(site.kiosk(1), language="en")
    desk = Desktop(qapp, site.kiosk(1), settings, operator="volunteer-1")
    qtbot.addWidget(desk.window)
    desk.show()
    try:
        qtbot.waitUntil(says(desk, "Low disk: 1.2 GB"), timeout=PATIENCE_MS)
        monkeypatch.undo()
        qtbot.waitUntil(says(desk), timeout=PATIENCE_MS)
    finally:
        desk.stop()
