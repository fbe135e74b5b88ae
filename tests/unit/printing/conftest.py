"""A ticket's text to print."""

from __future__ import annotations

import pytest

from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import IssuingKey


@pytest.fixture(scope="session")
def text() -> str:
    facts = TicketFacts(1, 77, 4, TicketKind.PUPIL, day=1)
    return encode(facts, IssuingKey.from_raw(1, bytes(32)))
