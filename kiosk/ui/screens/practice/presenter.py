"""The coach's behaviour: which card is to be played, what was right about the last one, the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kiosk.domain.practice import Practised, Situation
from kiosk.ui.failure import failure_of
from kiosk.ui.screens.practice.desk import PracticeDesk
from kiosk.ui.screens.practice.state import PracticeState, Stage

if TYPE_CHECKING:
    from kiosk.operations.practise import Progress


class PracticePresenter:
    """Follows what is recorded. `scan` takes a ticket's text as if it had been scanned; `begun`
    hears that a round began anew, and `left` that practice is over.
    """

    def __init__(
        self,
        desk: PracticeDesk,
        show: Callable[[PracticeState], None],
        *,
        scan: Callable[[str], None],
        begun: Callable[[], None],
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._scan = scan
        self._begun = begun
        self._left = left
        self._progress: Progress | None = None
        self.state = PracticeState()

    def open(self, name: str = "") -> None:
        """Begins a round for whoever is signed in, or for somebody who says their name later."""
        self.state = PracticeState(name=name)
        self._begin()

    def recorded(self) -> None:
        """Something was recorded, or may have been."""
        self._desk.practice_progress(self._take, self._fail)

    def again(self) -> None:
        """The same cards once more; what was played becomes a test."""
        self.state = PracticeState(name=self.state.name)
        self._begin()

    def show_ticket(self) -> None:
        """Plays the current card without the card."""
        current = self.state.current
        if current is not None and self._progress and current in self._progress.texts:
            self._scan(self._progress.texts[current])

    def end(self) -> None:
        """Asks whose score it is."""
        self._put(stage=Stage.ENDING)

    def go_on(self) -> None:
        """Back to the cards, while there are any."""
        if self.state.current is not None:
            self._put(stage=Stage.PLAYING, failure=None)

    def leave(self, name: str) -> None:
        """Ends practice; the score is kept for whoever gave a name."""
        if self.state.busy:
            return
        if not name.strip() or not self.state.score:
            self._left()
            return
        self._put(busy=True, name=name, failure=None)
        self._desk.note_practised(name, self.state.score, self._noted, self._fail)

    def _begin(self) -> None:
        self._put(busy=True)
        self._desk.begin_practice(self._take_new, self._fail)

    def _take_new(self, progress: Progress) -> None:
        self._put(busy=False)
        self._take(progress)
        self._begun()

    def _take(self, progress: Progress) -> None:
        solved = progress.solved
        fresh = [situation for situation in solved if situation not in self.state.solved]
        current = next((one for one in Situation if one not in solved), None)
        if fresh:
            praised: Situation | None = fresh[-1]
        elif current in progress.begun and progress != self._progress:
            praised = None  # beside a wrong step, the praise of the last card would be for this one
        else:
            praised = self.state.praised
        self._progress = progress
        ends = current is None and bool(fresh)
        self._put(
            stage=Stage.ENDING if ends else self.state.stage,
            solved=solved,
            current=current,
            begun=current in progress.begun,
            asked=current is not None and current is progress.asked,
            praised=praised if praised in solved else None,
            counted=progress.counted,
            code=progress.code,
            can_show=current in progress.texts,
        )

    def _noted(self, _practised: Practised) -> None:
        self._put(busy=False)
        self._left()

    def _fail(self, error: Exception) -> None:
        self._put(busy=False, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
