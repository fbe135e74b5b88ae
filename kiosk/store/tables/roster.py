"""Tables of the roster. `epoch` names the whole reload that last listed a row."""

from __future__ import annotations

from sqlalchemy import Index, Table
from sqlalchemy import text as sql

from kiosk.store.tables import METADATA, flag, number, text

FOREIGN = "external != ''"
"""The condition of the index of other systems' tickets; a query that uses it says the same words.

Most tickets are our own: with them in it the index would be a tenth of what a download writes.
"""

event = Table(
    "event",
    METADATA,
    number("number", primary_key=True),
    text("name"),
    text("days"),
    flag("demo"),
    text("epoch"),
)
"""`days` is JSON: pairs of a day number and an ISO date."""

site = Table(
    "site",
    METADATA,
    number("number", primary_key=True),
    text("name"),
    text("address"),
    text("timezone"),
    text("cluster"),
    flag("asks_clearance"),
    flag("tracks_exits"),
    flag("keeps_slots"),
    flag("asks_briefing"),
    flag("masks_names"),
    text("epoch"),
)

slot = Table(
    "slot",
    METADATA,
    number("number", primary_key=True),
    number("start"),
    number("end"),
    text("route"),
    number("briefing_at"),
    text("briefing_place"),
    text("epoch"),
)

trial = Table(
    "trial",
    METADATA,
    text("trial_id", primary_key=True),
    text("okso"),
    text("title"),
    text("profession"),
    text("level"),
    number("start"),
    number("places"),
    number("max_score"),
    text("epoch"),
)

ticket_key = Table(
    "ticket_key",
    METADATA,
    number("key_id", primary_key=True),
    text("public"),
    text("epoch"),
)

visitor = Table(
    "visitor",
    METADATA,
    number("id", primary_key=True),
    text("visitor_id", unique=True),
    text("kind"),
    text("name"),
    text("school"),
    text("grade"),
    text("municipality"),
    text("group_id"),
    flag("consent"),
    text("help"),
    text("epoch"),
)
"""`id` is the row's number in the name index."""

visitor_group = Table(
    "visitor_group",
    METADATA,
    number("id", primary_key=True),
    text("group_id", unique=True),
    text("school"),
    text("grade"),
    text("leader"),
    number("pupils"),
    number("adults"),
    text("epoch"),
)
"""`id` is the row's number in the name index."""

ticket = Table(
    "ticket",
    METADATA,
    number("number", primary_key=True),
    number("event"),
    number("site"),
    text("kind"),
    text("code", index=True),
    text("holder_id"),
    number("day"),
    number("slot"),
    flag("cancelled"),
    flag("cleared"),
    text("external"),
    text("epoch"),
    Index("ix_ticket_external", "external", sqlite_where=sql(FOREIGN)),
    Index("ix_ticket_holder", "holder_id", "kind", "cancelled"),  # also what is counted needs
)
"""`holder_id` names a group where `kind` is a group's, and else a visitor."""

roster_cursor = Table(
    "roster_cursor",
    METADATA,
    number("id", primary_key=True),
    text("epoch"),
    number("version"),
    number("expected"),
)
"""The one row of how far the roster was read, and how many heads it lists."""
