"""The outcomes of professional trials (профессиональные пробы)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.domain.attendance import retracted
from kiosk.domain.records import Kind, Record
from kiosk.domain.true_time import Anchor, anchors, true_time


class Outcome(StrEnum):
    """A trial is completed or not completed; nobody fails."""

    COMPLETED = "completed"
    NOT_COMPLETED = "not_completed"


@dataclass(frozen=True, slots=True)
class TrialResult:
    """One person's (or one whole group's) result in one trial, as a record tells it."""

    hash: str
    device_id: str
    seq: int
    ticket: int
    trial_id: str
    outcome: Outcome
    score: int | None
    heads: int
    recorded_at: int
    timebase_id: str
    elapsed_ms: int
    operator: str

    @classmethod
    def from_record(cls, record: Record) -> TrialResult | None:
        """The result that a record tells of, or None where it tells of none that counts."""
        ticket, trial_id = record.integer("ticket"), record.text("trial")
        outcome = record.text("outcome")
        known = outcome in (Outcome.COMPLETED, Outcome.NOT_COMPLETED)
        if record.kind != Kind.TRIAL_RESULT or ticket <= 0 or not trial_id or not known:
            return None
        return cls(
            hash=record.hash,
            device_id=record.device_id,
            seq=record.seq,
            ticket=ticket,
            trial_id=trial_id,
            outcome=Outcome(outcome),
            score=record.integer("score") if "score" in record.data else None,
            heads=max(record.integer("heads", 1), 1),
            recorded_at=record.recorded_at,
            timebase_id=record.timebase_id,
            elapsed_ms=record.elapsed_ms,
            operator=record.operator,
        )

    @staticmethod
    def data(
        ticket: int, trial_id: str, outcome: Outcome, *, heads: int, score: int | None
    ) -> dict[str, Any]:
        """The data of a result's record; `from_record` is its inverse."""
        data: dict[str, Any] = {
            "ticket": ticket,
            "trial": trial_id,
            "outcome": outcome.value,
            "heads": heads,
        }
        if score is not None:
            data["score"] = score
        return data


def last(results: Iterable[TrialResult], known: Mapping[str, Anchor]) -> TrialResult | None:
    """The result that counts: the latest in true time, then by hash."""
    return max(results, key=lambda r: (true_time(r, known).ms, r.hash), default=None)


def fold(records: Iterable[Record]) -> dict[tuple[int, str], TrialResult]:
    """The result that counts for each ticket and trial, whatever the records' order."""
    unique = {record.hash: record for record in records}.values()
    gone, known = retracted(unique), anchors(unique)
    by_key: dict[tuple[int, str], list[TrialResult]] = {}
    for record in unique:
        result = TrialResult.from_record(record)
        if result is not None and result.hash not in gone:
            by_key.setdefault((result.ticket, result.trial_id), []).append(result)
    return {
        key: found
        for key, results in sorted(by_key.items())
        if (found := last(results, known)) is not None
    }


def completed(results: Iterable[TrialResult]) -> int:
    """How many results are completed ones."""
    return sum(result.outcome is Outcome.COMPLETED for result in results)
