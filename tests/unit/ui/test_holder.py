"""Whom a ticket is for, and what of it the queue may read."""

from __future__ import annotations

import pytest

from kiosk.domain.tickets import TicketKind
from kiosk.ui.holder import Holder, class_name
from tests.gui.world import GROUP, MARIA


@pytest.mark.parametrize(
    ("grade", "shown"),
    [("9Б", "9 «Б»"), ("10 «а»", "10 «А»"), ("8-В", "8 «В»"), ("", ""), ("11", "11"), ("I", "I")],
)
def test_a_class_is_written_as_people_write_it(grade: str, shown: str) -> None:
    assert class_name(grade) == shown


def test_a_pupil_is_named_short() -> None:
    holder = Holder.of(TicketKind.PUPIL, 1, MARIA)
    assert (holder.short_name, holder.grade) == ("Мария Ё.", "9 «Б»")


def test_a_group_goes_by_its_leader() -> None:
    holder = Holder.of(TicketKind.GROUP, 28, GROUP)
    assert (holder.heads, holder.name, holder.grade) == (28, "Назарова Ольга Ивановна", "9 «В»")


def test_an_unlisted_ticket_has_no_name() -> None:
    assert Holder.of(TicketKind.PARENT, 1, None) == Holder(TicketKind.PARENT)
