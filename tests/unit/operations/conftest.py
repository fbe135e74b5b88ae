"""A server and a kiosk of an invented site."""

from __future__ import annotations

import pytest

from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.fakes import FakeClock
from tests.unit.operations.invented import MORNING, Kiosk


@pytest.fixture
def server() -> FakeServer:
    return FakeServer(FakeClock(MORNING))


@pytest.fixture
def kiosk(server: FakeServer) -> Kiosk:
    return Kiosk.enrolled(server)
