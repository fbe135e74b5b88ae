"""The central server as a process: it says when it is ready, and a signal ends it cleanly."""

from __future__ import annotations

import logging
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.central.admin import Central
from kiosk.central.errors import CentralError
from kiosk.central.serve import Certificate, running_server, serve
from kiosk.exchange.client import HttpServer
from tests.integration.conftest import Enrol
from tests.integration.laptops import SITE, Laptop, receipt_of

SERVE = """
import sys
from pathlib import Path
from kiosk.central.admin import Central
from kiosk.central.serve import serve
serve(Central.open(Path(sys.argv[1])), 0, ready=lambda line: print(line, flush=True))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(central: Central, tmp_path: Path, ending: signal.Signals) -> None:
    command = [sys.executable, "-c", SERVE, str(tmp_path / "central")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        laptop = Laptop()
        with HttpServer(said.split()[-1]) as server:
            code = central.enrol_code(SITE, "Вход 1")
            laptop.token = server.enrol(code, laptop.identity).token
            assert receipt_of(laptop.fill(3).send(server)).seq == 3
        process.send_signal(ending)
        rest, errors = process.communicate(timeout=20)
    assert said.startswith("Central server ready: http://127.0.0.1:")
    assert (process.returncode, rest, errors) == (0, "", "")
    assert central.stats().records == 3


@pytest.mark.expects_log
def test_what_the_server_says_reaches_the_log(
    central: Central, caplog: pytest.LogCaptureFixture
) -> None:
    with running_server(central):
        logging.getLogger("uvicorn.error").warning("a line")
    assert caplog.messages == ["a line"]


def test_a_taken_port_is_named(central: Central) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CentralError, match=str(port)):
            serve(central, port)


def test_an_unusable_certificate_is_named(central: Central, tmp_path: Path) -> None:
    files = Certificate(tmp_path / "no.pem", tmp_path / "no.key")
    with (
        pytest.raises(CentralError, match="certificate"),
        running_server(central, certificate=files),
    ):
        raise AssertionError("it runs")


def test_what_was_acknowledged_is_there_after_a_restart(central: Central, enrol: Enrol) -> None:
    laptop = enrol().fill(5)
    for first in (1, 4):
        with running_server(central) as address, HttpServer(address) as server:
            receipt = receipt_of(laptop.send(server, first, 5))
            assert server.announce(laptop.signer, laptop.head(), receipt).receipt == receipt
