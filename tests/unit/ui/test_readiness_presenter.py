"""The readiness screen's behaviour, without a window."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.readiness import Line, State, judge
from kiosk.domain.readiness_facts import Disk, Facts
from kiosk.operations.ports import StoreError
from kiosk.ui.desk import Failed
from kiosk.ui.failure import Failure
from kiosk.ui.screens.readiness.presenter import ReadinessPresenter
from kiosk.ui.screens.readiness.state import ReadinessState, tone_of
from kiosk.ui.tone import Tone

LINES = judge(Facts(disk=Disk(10**10)))


class Examiner:
    """Keeps both answers for the test to give."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[[tuple[Line, ...]], None], Failed]] = []

    def readiness(self, done: Callable[[tuple[Line, ...]], None], failed: Failed) -> None:
        self.asked.append((done, failed))


def test_one_look_at_a_time_and_the_last_ones_lines_stay() -> None:
    desk, shown = Examiner(), list[ReadinessState]()
    presenter = ReadinessPresenter(desk, shown.append)
    presenter.open()
    presenter.open()
    assert len(desk.asked) == 1
    desk.asked[0][0](LINES)
    presenter.open()
    assert [(state.looking, state.lines) for state in shown] == [
        (True, ()),
        (False, LINES),
        (True, LINES),
    ]


def test_a_failure_is_shown_until_the_next_look() -> None:
    desk, shown = Examiner(), list[ReadinessState]()
    presenter = ReadinessPresenter(desk, shown.append)
    presenter.open()
    desk.asked[0][1](StoreError("no"))
    assert (shown[-1].failure, shown[-1].looking) == (Failure.OTHER, False)
    presenter.open()
    assert shown[-1].failure is None


def test_red_is_not_for_a_kiosk() -> None:
    assert [tone_of(state) for state in State] == [Tone.GO, Tone.HEED, Tone.FAIL, Tone.IDLE]
