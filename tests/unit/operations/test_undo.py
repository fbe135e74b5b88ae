"""Taking a record back, once, and only what may be taken back."""

from __future__ import annotations

import pytest

from kiosk.domain import attendance
from kiosk.operations.undo import CannotUndo, undo
from tests.unit.operations.invented import Kiosk, ticket


def test_an_undo_names_what_it_takes_back_and_the_record_stays(kiosk: Kiosk) -> None:
    came = kiosk.scan(ticket(1)).record
    record = kiosk.undo(came.seq)
    assert record.data == {
        "target": came.hash,
        "target_seq": came.seq,
        "reason": "a slip",
        "ticket": 1,
    }
    assert came in kiosk.records()
    assert attendance.fold(kiosk.records()).unique_visitors() == 0


def test_trial_results_can_be_undone(kiosk: Kiosk) -> None:
    assert kiosk.undo(kiosk.log_trial(ticket(1)).seq).kind == "retraction"


def test_nothing_is_taken_back_twice(kiosk: Kiosk) -> None:
    seq = kiosk.scan(ticket(1)).record.seq
    kiosk.undo(seq)
    with pytest.raises(CannotUndo, match="already"):
        kiosk.undo(seq)


def test_other_records_cannot_be_taken_back(kiosk: Kiosk) -> None:
    refusal = kiosk.scan(ticket(6)).record.seq
    arrival = kiosk.scan(ticket(1)).record.seq
    retraction = kiosk.undo(arrival).seq
    for seq in (0, 1, refusal, retraction, 99):
        with pytest.raises(CannotUndo):
            kiosk.undo(seq)
    assert kiosk.kinds() == ["opened", "refusal", "arrival", "retraction"]


@pytest.mark.parametrize("reason", ["", " ", "\n\t"])
def test_nothing_is_taken_back_without_a_reason(kiosk: Kiosk, reason: str) -> None:
    seq = kiosk.scan(ticket(1)).record.seq
    with pytest.raises(CannotUndo, match="reason"):
        kiosk.do(lambda uow, at: undo(uow, at, seq, reason))
    assert kiosk.kinds() == ["opened", "arrival"]


def test_a_reason_is_kept_without_the_spaces_around_it(kiosk: Kiosk) -> None:
    seq = kiosk.scan(ticket(1)).record.seq
    record = kiosk.do(lambda uow, at: undo(uow, at, seq, " a slip "))
    assert record.text("reason") == "a slip"
