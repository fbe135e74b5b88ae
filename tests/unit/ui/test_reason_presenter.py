"""The reasons for letting in whom a rule refuses."""

from __future__ import annotations

import pytest

from kiosk.domain.admission import OVERRULABLE, VerdictName
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.screens.reason.presenter import (
    OTHER_KEY,
    REASONS,
    Again,
    Reason,
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


@pytest.mark.parametrize(
    ("key", "reason"), list(enumerate(REASONS[VerdictName.WRONG_SITE], start=1))
)
def test_a_guest_is_let_in_for_a_ready_reason(key: int, reason: Reason) -> None:
    guest = Guest()
    assert guest.presenter.state.expected_at == world.OTHER_SITE.name
    guest.presenter.key(str(key))
    guest.presenter.key(str(key))
    assert guest.desk.asked("admit_anyway") == [reason.value]
    assert guest.admitted == [world.admitted()]


@pytest.mark.parametrize("refusal", sorted(OVERRULABLE - {VerdictName.WRONG_SITE}))
def test_whatever_may_be_overruled_has_reasons_of_its_own(refusal: VerdictName) -> None:
    guest = Guest()
    guest.presenter.open(world.refused(refusal))
    reasons = guest.presenter.state.reasons
    assert guest.presenter.state.expected_at == ""
    assert reasons
    assert {Reason.TOO_FAR, Reason.CLOSED_THERE}.isdisjoint(reasons)
    guest.presenter.key(str(len(reasons) + 1))
    assert guest.desk.asked("admit_anyway") == []
    guest.presenter.key(str(len(reasons)))
    assert guest.desk.asked("admit_anyway") == [Reason.MANAGER.value]


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
