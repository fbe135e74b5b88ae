"""Each benchmark runs, in sizes so small that its figures mean nothing and nobody looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.__main__ import SUBJECTS, run
from tests.bench.options import Options
from tests.bench.result import Goal, Measure, Row, table
from tests.bench.timing import Times, in_turn, side_by_side


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_benchmark_runs(subject: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_KEYS_DIR", str(tmp_path / "keys"))
    rows = run(subject, Options(tmp_path, tiny=True))
    assert rows
    assert all(row.value >= 0 and row.count > 0 for row in rows)
    assert table(rows).row_count == len(rows)
    assert all(row.document()["met"] is row.met for row in rows)


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        (Goal(10), True),
        (Goal(9.9), False),
        (Goal(2, Measure.RATIO), True),
        (Goal(1.9, Measure.RATIO), False),
        (Goal(5, Measure.BEYOND), True),
        (Goal(4.9, Measure.BEYOND), False),
        (Goal(10, at_least=True), True),
        (Goal(2.1, Measure.RATIO, at_least=True), False),
    ],
    ids=str,
)
def test_a_goal_is_met_or_not(goal: Goal, met: bool) -> None:
    assert Row("name", "what", 10.0, "ms", 1, 5.0, goal).met is met


def test_percentiles_are_times_that_were_taken() -> None:
    times = Times()
    for ms in range(100, 0, -1):
        times.add(ms)
    assert (times.median, times.percentile(99), times.percentile(100)) == (50, 99, 100)


def test_works_are_done_side_by_side() -> None:
    done: list[tuple[str, int]] = []
    works = [in_turn(lambda n: done.append(("a", n))), in_turn(lambda n: done.append(("b", n)))]
    ours, other = side_by_side(2, *works)
    assert done == [("a", 0), ("b", 0), ("b", 1), ("a", 1)]
    assert (len(ours), len(other)) == (2, 2)
