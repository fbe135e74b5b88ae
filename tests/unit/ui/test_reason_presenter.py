"""The reasons for a guest of another site."""

from __future__ import annotations

import pytest

from kiosk.domain.admission import VerdictName
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.screens.reason.presenter import (
    OTHER_KEY,
    Again,
    GuestReason,
    ReasonPresenter,
    ReasonState,
)
from tests.gui import world
from tests.gui.walk_in_desk import WalkInDesk

FULL = NotRecorded(Cause.DISK_FULL, "full")


class Guest:
    """The reasons for a guest of another site."""

    def __init__(self) -> None:
        self.desk = WalkInDesk()
        self.admitted: list[CheckIn] = []
        self.lost: list[Again] = []
        self.left = 0
        self.presenter = ReasonPresenter(
            self.desk,
            lambda _state: None,
            admitted=self.admitted.append,
            not_recorded=lambda _error, again: self.lost.append(again),
            left=self._leave,
        )
        self.presenter.open(world.refused(VerdictName.WRONG_SITE, site=3))

    def _leave(self) -> None:
        self.left += 1


@pytest.mark.parametrize(("key", "reason"), list(enumerate(GuestReason, start=1)))
def test_a_guest_is_let_in_for_a_ready_reason(key: int, reason: GuestReason) -> None:
    guest = Guest()
    assert guest.presenter.state.expected_at == world.OTHER_SITE.name
    guest.presenter.key(str(key))
    guest.presenter.key(str(key))
    assert guest.desk.asked("admit_anyway") == [reason.value]
    assert guest.admitted == [world.admitted()]


def test_a_guest_is_let_in_for_another_reason_or_not_at_all() -> None:
    guest = Guest()
    guest.presenter.key(OTHER_KEY)
    guest.presenter.enter()
    guest.presenter.set_text(" late bus ")
    guest.presenter.key("1")
    guest.desk.fault = FULL
    guest.presenter.enter()
    assert guest.admitted == []
    guest.desk.fault = None
    guest.lost[0]()
    assert guest.desk.asked("admit_anyway") == ["late bus", "late bus"]
    guest.presenter.open(world.refused(VerdictName.WRONG_SITE, site=3))
    guest.presenter.key(OTHER_KEY)
    guest.presenter.close()
    assert (guest.left, guest.presenter.state.writing) == (0, False)
    guest.presenter.close()
    assert guest.left == 1


def test_a_reason_counts_for_one_guest_only() -> None:
    guest = Guest()
    guest.presenter.key("1")
    assert guest.presenter.state == ReasonState()
