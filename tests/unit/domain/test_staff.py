"""Roles and their rights, and what a kiosk can work with of a staff list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.staff import RECOVERY_ID, Right, Role, StaffMember, in_groups, is_staff_id
from kiosk.tickets.pin import hash_secret

ANNA = StaffMember("anna.k", "Котова Анна", Role.VOLUNTEER)


def test_volunteers_have_the_gate_instructors_the_trials_managers_all() -> None:
    assert ANNA.rights == {Right.GATE}
    assert replace(ANNA, role=Role.INSTRUCTOR).rights == {Right.TRIALS}
    assert replace(ANNA, role=Role.SITE_MANAGER).rights == set(Right)


@pytest.mark.parametrize(
    ("changes", "usable"),
    [
        ({}, True),
        ({"pin": hash_secret("271828")}, True),
        ({"badge": "ab" * 32}, True),
        ({"staff_id": "Котова"}, False),
        ({"staff_id": ""}, False),
        ({"staff_id": RECOVERY_ID}, False),
        ({"badge": "AB" * 32}, False),
        ({"pin": "271828"}, False),
        ({"pin": hash_secret("271828").replace("m=65536", "m=999999")}, False),
        ({"pin": hash_secret("271828").replace("t=3", "t=99")}, False),
    ],
)
def test_a_kiosk_works_only_with_what_costs_it_little(
    changes: dict[str, str], usable: bool
) -> None:
    assert replace(ANNA, **changes).is_usable is usable  # type: ignore[arg-type]


def test_neither_pin_nor_badge_shows_in_words_about_a_member() -> None:
    shown = repr(replace(ANNA, pin="$argon2id$x", badge="ab" * 32))
    assert "argon2" not in shown
    assert "abab" not in shown


def test_a_name_is_no_id() -> None:
    assert is_staff_id("anna.k-2")
    assert not is_staff_id("Анна")
    assert not is_staff_id("a" * 33)


def test_a_recovery_code_is_read_in_groups() -> None:
    assert in_groups("1234567890") == "1234 5678 90"
    assert in_groups("") == ""
