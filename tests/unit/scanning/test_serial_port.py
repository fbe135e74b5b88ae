"""A serial scanner at a pseudo-terminal: real bytes, a real cable that is pulled."""

from __future__ import annotations

import os
import sys
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Link, SerialSettings
from kiosk.scanning.serial_port import SerialScanner, serial_ports

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

TICKET = "ED" + "ABCDEFGHIJ" * 12


class Cable:
    """A scanner's end of a serial line; its port has the same name whenever it is plugged in."""

    def __init__(self, port: Path) -> None:
        self.port = port
        self._end = -1

    def plug(self) -> None:
        self._end, other = os.openpty()
        tty.setraw(other)
        self.port.unlink(missing_ok=True)
        self.port.symlink_to(os.ttyname(other))
        os.close(other)

    def send(self, sent: bytes) -> None:
        os.write(self._end, sent)

    def pull(self) -> None:
        self.port.unlink(missing_ok=True)
        if self._end >= 0:
            os.close(self._end)
        self._end = -1


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path / "ttyACM0")
    yield cable
    cable.pull()


@pytest.fixture
def scanner(qtbot: QtBot, cable: Cable) -> Iterator[SerialScanner]:
    scanner = SerialScanner(SerialSettings(str(cable.port)), retry_ms=10)
    yield scanner
    scanner.stop()
    scanner.deleteLater()


@pytest.fixture
def scans(scanner: SerialScanner) -> list[str]:
    found: list[str] = []
    scanner.scanned.connect(found.append)
    return found


@pytest.fixture
def links(scanner: SerialScanner) -> list[Link]:
    found: list[Link] = []
    scanner.link_changed.connect(found.append)
    return found


Sees = Callable[[Link], None]


@pytest.fixture
def sees(qtbot: QtBot, scanner: SerialScanner) -> Sees:
    def wait(link: Link) -> None:
        qtbot.waitUntil(lambda: scanner.link is link)

    return wait


def test_several_scans_in_one_read_and_one_scan_in_several(
    qtbot: QtBot, cable: Cable, scanner: SerialScanner, scans: list[str]
) -> None:
    cable.plug()
    scanner.start()
    assert scanner.link is Link.CONNECTED
    cable.send(f"{TICKET}\r\nTP-2026-77\r\n".encode() + "Ёлк".encode()[:5])
    qtbot.waitUntil(lambda: scans == [TICKET, "TP-2026-77"])
    cable.send("Ёлка\n".encode()[5:])
    qtbot.waitUntil(lambda: scans[2:] == ["Ёлка"])


def test_a_scanner_that_sends_no_end(
    qtbot: QtBot, cable: Cable, scanner: SerialScanner, scans: list[str]
) -> None:
    cable.plug()
    scanner.start()
    cable.send(TICKET.encode())
    qtbot.waitUntil(lambda: scans == [TICKET])


def test_a_port_that_appears_later(
    qtbot: QtBot, cable: Cable, scanner: SerialScanner, scans: list[str], sees: Sees
) -> None:
    scanner.start()
    assert scanner.link is Link.MISSING
    cable.plug()
    sees(Link.CONNECTED)
    cable.send(f"{TICKET}\r".encode())
    qtbot.waitUntil(lambda: scans == [TICKET])


def test_pulled_and_put_back_again_and_again(
    qtbot: QtBot,
    cable: Cable,
    scanner: SerialScanner,
    scans: list[str],
    links: list[Link],
    sees: Sees,
) -> None:
    scanner.start()
    for number in range(3):
        cable.plug()
        sees(Link.CONNECTED)
        cable.send(f"TP-2026-{number}\r".encode())
        qtbot.waitUntil(lambda number=number: len(scans) == number + 1)  # type: ignore[misc]
        cable.pull()
        sees(Link.LOST)
    assert scans == ["TP-2026-0", "TP-2026-1", "TP-2026-2"]
    assert links == [Link.CONNECTED, Link.LOST] * 3


def test_half_a_code_before_the_cable_was_pulled_is_forgotten(
    qtbot: QtBot, cable: Cable, scanner: SerialScanner, scans: list[str], sees: Sees
) -> None:
    cable.plug()
    scanner.start()
    cable.send(TICKET[:60].encode())
    qtbot.waitUntil(lambda: scanner._lines.waiting)
    cable.pull()
    sees(Link.LOST)
    cable.plug()
    sees(Link.CONNECTED)
    cable.send(f"{TICKET}\r".encode())
    qtbot.waitUntil(lambda: scans == [TICKET])


def test_a_file_that_is_no_port(cable: Cable, scanner: SerialScanner) -> None:
    cable.port.write_text("no port")
    scanner.start()
    assert scanner.link is Link.FAILED


def test_a_port_that_another_program_holds(qtbot: QtBot, cable: Cable, links: list[Link]) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may open what another program holds")
    cable.plug()
    first, second = (SerialScanner(SerialSettings(str(cable.port))) for _ in range(2))
    first.start()
    second.start()
    assert (first.link, second.link) == (Link.CONNECTED, Link.REFUSED)
    first.stop()
    second.stop()


def test_after_stop_nothing_is_read_or_looked_for(
    qtbot: QtBot, cable: Cable, scanner: SerialScanner, scans: list[str], sees: Sees
) -> None:
    cable.plug()
    scanner.start()
    cable.pull()
    sees(Link.LOST)
    scanner.stop()
    cable.plug()
    another = SerialScanner(SerialSettings(str(cable.port)))
    another.start()
    with qtbot.waitSignal(another.scanned):
        cable.send(f"{TICKET}\r".encode())
    another.stop()
    assert (scanner.link, scans) == (Link.LOST, [])


def test_the_ports_of_this_computer_can_be_listed() -> None:
    assert all(port.id for port in serial_ports())
