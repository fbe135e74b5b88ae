"""A central server on a loopback port, and the kiosks that it enrolled."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.central.admin import Central
from kiosk.central.serve import running_server
from kiosk.exchange.client import HttpServer
from tests.e2e import conftest as e2e
from tests.integration.disks import disk  # noqa: F401 - a fixture for all
from tests.integration.laptops import EVENT, NOW, SITE, SITES, Laptop
from tests.integration.warm import Warm, warm_process

_prepared, site, kiosk = e2e._prepared, e2e.site, e2e.kiosk
"""Fixtures: a copy of the demo world, and the command line."""

Enrol = Callable[..., Laptop]
"""Makes an enrolled laptop, given its site and its name."""


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """Kiosks as processes, forked from a warm one."""
    if os.name == "nt":
        pytest.skip("there is no fork on Windows")
    with warm_process(tmp_path_factory.mktemp("streams")) as warm:
        yield warm


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A central server with two sites, made once: the tests work on copies of it."""
    folder = tmp_path_factory.mktemp("made") / "central"
    central = Central.init(folder, now_ms=lambda: NOW)
    for site in SITES:
        central.add_site(EVENT, site)
    central.close()
    return folder


@pytest.fixture
def central(_made: Path, tmp_path: Path) -> Iterator[Central]:
    shutil.copytree(_made, tmp_path / "central")
    central = Central.open(tmp_path / "central", now_ms=lambda: NOW)
    yield central
    central.close()


@pytest.fixture
def address(central: Central) -> Iterator[str]:
    with running_server(central) as address:
        yield address


@pytest.fixture
def server(address: str) -> Iterator[HttpServer]:
    with HttpServer(address) as server:
        yield server


@pytest.fixture
def enrol(central: Central, server: HttpServer) -> Enrol:
    """Makes enrolled laptops: `enrol(site, name)`."""

    def enrolled(site: int = SITE, name: str = "Вход 1") -> Laptop:
        laptop = Laptop()
        code = central.enrol_code(site, name, "Главный")
        laptop.token = server.enrol(code, laptop.identity).token
        return laptop

    return enrolled
