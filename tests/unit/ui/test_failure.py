"""Errors as the kinds that a person tells apart."""

from __future__ import annotations

import pytest

from kiosk.domain.staff import Right
from kiosk.operations.depart import ExitsNotTracked
from kiosk.operations.log_trial import TrialRefused
from kiosk.operations.ports import Cause, Final, NotRecorded, Retryable, StoreError, Trouble
from kiosk.operations.recording import NotEnrolled, UnfitText
from kiosk.operations.staff import NotAllowed, UnknownOperator
from kiosk.ui.failure import PASSING, Failure, failure_of


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_its_kind(cause: Cause) -> None:
    assert failure_of(NotRecorded(cause, "")).value == cause.value


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("error", [Retryable, Final])
def test_every_trouble_has_its_kind(error: type[Retryable | Final], trouble: Trouble) -> None:
    assert failure_of(error(trouble, "")).value == trouble.value


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (NotEnrolled(), Failure.NOT_ENROLLED),
        (TrialRefused(""), Failure.NOT_A_PARTICIPANT),
        (UnfitText(""), Failure.UNFIT_TEXT),
        (StoreError(""), Failure.OTHER),
        (ExitsNotTracked(), Failure.EXITS_NOT_TRACKED),
        (NotAllowed(Right.SETTINGS), Failure.NOT_ALLOWED),
        (UnknownOperator(), Failure.NOT_ALLOWED),
    ],
)
def test_other_errors(error: Exception, failure: Failure) -> None:
    assert failure_of(error) is failure


def test_a_person_must_act_where_the_network_is_not_at_fault() -> None:
    assert Failure.NO_NETWORK in PASSING
    assert PASSING.isdisjoint({Failure.NOT_AUTHORISED, Failure.CERTIFICATE, Failure.DISK_FULL})
