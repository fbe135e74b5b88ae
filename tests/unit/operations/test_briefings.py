"""The slots with their briefings."""

from __future__ import annotations

from kiosk.operations.brief import brief_slot, briefings
from tests.unit.operations.invented import Kiosk


def test_a_slot_is_briefed_once_it_was_marked_and_until_that_is_undone(kiosk: Kiosk) -> None:
    def briefed() -> list[tuple[int, bool]]:
        return [(b.slot.number, b.briefed) for b in kiosk.store.read(briefings)]

    assert briefed() == [(3, False)]
    done = kiosk.do(lambda uow, at: brief_slot(uow, at, 3))
    assert done.record is not None
    assert briefed() == [(3, True)]
    kiosk.undo(done.record.seq)
    assert briefed() == [(3, False)]
