"""Tables of the projections: what the journal means, made from its records alone."""

from __future__ import annotations

from sqlalchemy import Index, Table
from sqlalchemy import text as sql

from kiosk.store.tables import METADATA, flag, number, text

DOUBLED = "surplus > 0"
"""The condition of the index that finds double entries."""
UNCOUNTED = "uncounted"
"""The condition of the index that finds groups which nobody has counted."""

movement = Table(
    "movement",
    METADATA,
    text("hash", primary_key=True),
    text("device_id"),
    number("seq"),
    text("way"),
    number("ticket"),
    number("party", index=True),
    text("kind"),
    number("heads"),
    number("adults"),
    number("size"),
    text("source"),
    text("registration"),
    text("named"),
    text("apart"),
    number("said_at"),
    number("recorded_at"),
    text("timebase_id"),
    number("elapsed_ms"),
    text("entrance"),
    text("operator"),
)
"""A record of heads that came, left or are to be counted, retracted or not.

`named` and `apart` are JSON: numbers of tickets.
"""

walk_in = Table(
    "walk_in",
    METADATA,
    text("hash", primary_key=True),
    number("ticket", index=True),
    text("kind"),
    text("grade"),
    text("school"),
    number("pupils"),
    number("adults"),
    number("accompanies"),
    text("reason"),
)
"""Who was registered without a ticket; the name stays in the record's private part."""

briefing = Table(
    "briefing",
    METADATA,
    text("hash", primary_key=True),
    number("ticket", index=True),
    number("slot", index=True),
)
"""Who was briefed: a ticket's holders or a whole slot, the other one 0."""

trial_result = Table(
    "trial_result",
    METADATA,
    text("hash", primary_key=True),
    text("device_id"),
    number("seq"),
    number("ticket"),
    text("trial_id"),
    text("outcome"),
    number("score", nullable=True),
    number("heads"),
    number("recorded_at"),
    text("timebase_id"),
    number("elapsed_ms"),
    text("operator"),
    Index("ix_trial_result_trial_ticket", "trial_id", "ticket"),
)
"""A trial's result record, retracted or not."""

retraction = Table(
    "retraction",
    METADATA,
    text("target", primary_key=True),
)
"""The hash of a record that was taken back; the record itself may still be on its way."""

clock_anchor = Table(
    "clock_anchor",
    METADATA,
    text("timebase_id", primary_key=True),
    number("elapsed_ms"),
    number("true_ms"),
    text("hash"),
)
"""The latest clock check of a timebase."""

presence = Table(
    "presence",
    METADATA,
    number("party", primary_key=True),
    number("arrivals"),
    number("heads"),
    number("counted"),
    number("inside"),
    number("adults"),
    number("paper"),
    number("surplus"),
    flag("uncounted"),
    number("own_counted"),
    Index("ix_presence_doubled", "party", sqlite_where=sql(DOUBLED)),
    Index("ix_presence_uncounted", "party", sqlite_where=sql(UNCOUNTED)),
)
"""A party's headcount; `own_counted` are the heads that this kiosk let in."""

tally = Table(
    "tally",
    METADATA,
    number("id", primary_key=True),
    number("counted"),
    number("own_counted"),
    number("inside"),
    number("paper"),
)
"""The one row of sums over `presence`, kept so that nobody has to add it up."""
