"""The demo's staff: the same for the same seed, and with somebody of each role."""

from __future__ import annotations

from datetime import date

from kiosk.demo.staff import DEMO_PIN, INSTRUCTORS, VOLUNTEERS, invented_staff
from kiosk.demo.world import make_world
from kiosk.domain.staff import Role, is_staff_id
from kiosk.tickets.pin import is_guessed_first, is_pin

TRIALS = make_world(1, today=date(2026, 4, 18), visitors_here=20).here.trials


def test_a_seed_has_one_staff() -> None:
    assert invented_staff(1, TRIALS) == invented_staff(1, TRIALS)
    assert invented_staff(1, TRIALS) != invented_staff(2, TRIALS)


def test_there_is_somebody_of_each_role_and_for_the_first_trials() -> None:
    staff = invented_staff(1, TRIALS)
    roles = [one.role for one in staff]
    assert roles.count(Role.VOLUNTEER) == VOLUNTEERS
    assert roles.count(Role.SITE_MANAGER) == 1
    first = [trial.trial_id for trial in TRIALS[:INSTRUCTORS]]
    assert [one.trial_id for one in staff if one.trial_id] == first
    assert len({one.staff_id for one in staff}) == len({one.name for one in staff}) == len(staff)
    assert all(is_staff_id(one.staff_id) for one in staff)


def test_the_demos_pin_is_one_that_the_server_takes() -> None:
    assert is_pin(DEMO_PIN)
    assert not is_guessed_first(DEMO_PIN)
