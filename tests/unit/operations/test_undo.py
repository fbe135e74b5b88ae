"""Taking a record back, once, and only what may be taken back."""

from __future__ import annotations

import pytest

from kiosk.domain import attendance
from kiosk.operations.undo import CannotUndo
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
