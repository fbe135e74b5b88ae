"""Invented people who work the demo's kiosks."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from kiosk.central.staff import StaffEntry
from kiosk.demo.names import people
from kiosk.domain.programme import Trial
from kiosk.domain.staff import Role

DEMO_PIN = "102030"
"""Everybody's in the demo world, where nothing is real."""

VOLUNTEERS = 3
INSTRUCTORS = 2
"""Those of the first trials: each PIN takes a tenth of a second to hash."""
MANAGER = "manager"


def invented_staff(seed: int, trials: Sequence[Trial]) -> list[StaffEntry]:
    """Volunteers, instructors of the first trials and one manager: a function of the seed."""
    rng = Random(f"{seed}/staff")  # noqa: S311 - an invented world, not a secret
    name = people(rng)
    return [
        *(_entry(f"volunteer-{n}", next(name), Role.VOLUNTEER) for n in range(1, VOLUNTEERS + 1)),
        *(
            _entry(f"instructor-{n}", next(name), Role.INSTRUCTOR, trial.trial_id)
            for n, trial in enumerate(trials[:INSTRUCTORS], 1)
        ),
        _entry(MANAGER, next(name), Role.SITE_MANAGER),
    ]


def _entry(staff_id: str, name: str, role: Role, trial_id: str = "") -> StaffEntry:
    return StaffEntry(staff_id, name, role, trial_id, DEMO_PIN)
