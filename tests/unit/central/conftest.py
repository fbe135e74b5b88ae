from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.central.admin import Central
from kiosk.domain.programme import Event, Site


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """A central server with sites 11 and 12 of event 7."""
    central = Central.init(tmp_path / "central")
    event = Event(7, "День", ((1, date(2027, 4, 17)),))
    for number in (11, 12):
        central.add_site(event, Site(number, f"Завод {number}", "", "Asia/Yekaterinburg"))
    yield central
    central.close()
