"""Trial results: for whom, what is recorded, what is refused."""

from __future__ import annotations

import pytest

from kiosk.domain.trials import Outcome, TrialResult
from kiosk.journal.private import FIELD
from kiosk.operations.log_trial import TrialRefused, find_participant, log_trial, trial_list
from kiosk.operations.recording import Moment
from tests.unit.operations.invented import FOREIGN_KEY, Kiosk, code, group_ticket, ticket


def test_a_result_is_recorded_and_its_remark_kept_beside_the_line(kiosk: Kiosk) -> None:
    record = kiosk.log_trial(ticket(1), score=9)
    result = TrialResult.from_record(record)
    assert result is not None
    assert (result.ticket, result.trial_id, result.score) == (1, "weld", 9)
    entry = kiosk.store.contents.entries[record.hash]
    assert entry.private is not None
    assert entry.private.belongs_to(record)
    assert "Молодец".encode() in entry.private.part
    assert "Молодец".encode() not in entry.line


def test_without_a_remark_there_is_no_private_part(kiosk: Kiosk) -> None:
    record = kiosk.do(
        lambda uow, at: log_trial(
            uow, at, find_participant(uow, ticket(1)), "weld", Outcome.COMPLETED
        )
    )
    assert FIELD not in record.data
    assert kiosk.store.contents.entries[record.hash].private is None


def test_the_latest_result_counts_and_the_earlier_stays(kiosk: Kiosk) -> None:
    kiosk.log_trial(ticket(1), Outcome.NOT_COMPLETED)
    kiosk.clock.pass_ms(1)
    kiosk.log_trial(ticket(1), Outcome.COMPLETED)
    [line] = kiosk.store.read(lambda uow: trial_list(uow, "weld"))
    assert line.result.outcome is Outcome.COMPLETED
    assert kiosk.kinds() == ["opened", "trial_result", "trial_result"]


def test_an_undone_result_leaves_the_list(kiosk: Kiosk) -> None:
    record = kiosk.log_trial(ticket(1))
    kiosk.undo(record.seq)
    assert kiosk.store.read(lambda uow: trial_list(uow, "weld")) == []


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_out_of_range_is_refused_and_nothing_written(kiosk: Kiosk, score: int) -> None:
    with pytest.raises(TrialRefused, match="0 to 10"):
        kiosk.log_trial(ticket(1), score=score)
    assert kiosk.records() == []


@pytest.mark.parametrize("score", [None, 0, 10])
def test_scores_in_range_are_kept(kiosk: Kiosk, score: int | None) -> None:
    result = TrialResult.from_record(kiosk.log_trial(ticket(1), score=score))
    assert result is not None
    assert result.score == score


def test_an_unknown_trial_is_refused_with_the_known_ones(kiosk: Kiosk) -> None:
    participant = kiosk.store.read(lambda uow: find_participant(uow, ticket(1)))
    with pytest.raises(TrialRefused, match="weld"):
        kiosk.store.write(
            lambda uow: log_trial(
                uow, Moment(kiosk.clock.now()), participant, "sew", Outcome.COMPLETED
            )
        )


@pytest.mark.parametrize(
    "text", ["", "TP-0010", ticket(1, FOREIGN_KEY), ticket(1, event=2), code(1)]
)
def test_a_text_that_is_nobodys_here_is_refused(kiosk: Kiosk, text: str) -> None:
    with pytest.raises(TrialRefused):
        kiosk.store.read(lambda uow: find_participant(uow, text))


def test_participants(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    find = kiosk.store.read
    came = find(lambda uow: find_participant(uow, ticket(1)))
    assert (came.ticket, came.heads, came.entered) == (1, 1, True)
    typed = find(lambda uow: find_participant(uow, code(2), typed=True))
    assert (typed.ticket, typed.entered) == (2, False)
    group = find(lambda uow: find_participant(uow, group_ticket(8, 25)))
    assert (group.heads, group.listed is not None) == (25, True)
    newer = find(lambda uow: find_participant(uow, ticket(77)))
    assert newer.listed is None
