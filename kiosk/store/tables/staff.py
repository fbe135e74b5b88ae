"""Tables of the people who work the kiosk: the roster's list, and what this kiosk alone knows."""

from __future__ import annotations

from sqlalchemy import Table

from kiosk.store.tables import METADATA, number, text

staff = Table(
    "staff",
    METADATA,
    text("staff_id", primary_key=True),
    text("name"),
    text("role"),
    text("pin"),
    text("badge"),
    text("trial_id"),
    text("epoch"),
)
"""`epoch` names the whole reload of the roster that last listed a row."""

present = Table(
    "present",
    METADATA,
    number("id", primary_key=True),
    text("staff_id"),
    number("at"),
)
"""The one row of who signed in last, and when (UTC ms)."""

wrong_tries = Table(
    "wrong_tries",
    METADATA,
    text("staff_id", primary_key=True),
    number("count"),
    number("wall_ms"),
    text("timebase_id"),
    number("elapsed_ms"),
)
"""Wrong PINs since the last right one, with the clocks of the latest."""

recovery = Table(
    "recovery",
    METADATA,
    number("id", primary_key=True),
    text("hash"),
)
"""The one row of the recovery code's hash."""

practised = Table(
    "practised",
    METADATA,
    number("id", primary_key=True),
    text("staff_id"),
    text("name"),
    number("score"),
    number("at"),
)
"""Who ended a practice, with the cards that were solved, and when (UTC ms)."""
