"""Who works the kiosk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kiosk.desk.lanes import Done, Lanes
from kiosk.operations.sign_in import (
    SignedIn,
    SignIn,
    make_recovery_code,
    sign_in_by_badge,
    sign_in_by_pin,
    sign_in_by_recovery_code,
)
from kiosk.operations.staff import Operator, present_operator, staff_list
from kiosk.ui.desk import Failed


class StaffDesk:
    """Signing in. Every record that is written afterwards carries who."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    def staff(self, done: Done[list[Operator]], failed: Failed) -> None:
        self._lanes.read(staff_list, done, failed)

    def present(self, done: Done[Operator | None], failed: Failed) -> None:
        """Who is signed in since an earlier start of the program, None for nobody."""
        now = self._lanes.clock.now().wall_ms

        def take(operator: Operator | None) -> None:
            if operator is not None:
                self._lanes.operator = operator.staff_id
            done(operator)

        self._lanes.read(lambda uow: present_operator(uow, now), take, failed)

    def sign_in(self, staff_id: str, pin: str, done: Done[SignIn], failed: Failed) -> None:
        self._try(partial(sign_in_by_pin, staff_id=staff_id, pin=pin), done, failed)

    def sign_in_by_badge(self, text: str, done: Done[SignIn], failed: Failed) -> None:
        self._try(partial(sign_in_by_badge, text=text), done, failed)

    def sign_in_by_recovery_code(self, code: str, done: Done[SignIn], failed: Failed) -> None:
        self._try(partial(sign_in_by_recovery_code, code=code), done, failed)

    def make_recovery_code(self, done: Done[str], failed: Failed) -> None:
        self._lanes.aside(partial(make_recovery_code, self._lanes.store), done, failed)

    def _try(self, attempt: Callable[..., SignIn], done: Done[SignIn], failed: Failed) -> None:
        lanes = self._lanes

        def take(answer: SignIn) -> None:
            if isinstance(answer, SignedIn):
                lanes.operator = answer.operator.staff_id
            done(answer)

        lanes.aside(partial(attempt, lanes.store, lanes.clock), take, failed)
