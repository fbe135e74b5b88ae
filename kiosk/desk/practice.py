"""Practice: rounds in the practice folder; who ended one is kept on the kiosk of the day."""

from __future__ import annotations

from functools import partial

from kiosk.desk.lanes import Done, Lanes
from kiosk.domain.practice import Practised
from kiosk.operations.practise import (
    Progress,
    begin_practice,
    note_practised,
    practice_progress,
)
from kiosk.ui.desk import Failed


class PracticeDesk:
    """The screens' port of this name.

    `played` is the practice folder's, `real` the kiosk's of the day, whose operator is who
    practises.
    """

    def __init__(self, played: Lanes, real: Lanes) -> None:
        self._played = played
        self._real = real

    def begin_practice(self, done: Done[Progress], failed: Failed) -> None:
        self._played.write(begin_practice, done, failed)

    def practice_progress(self, done: Done[Progress], failed: Failed) -> None:
        self._played.read(practice_progress, done, failed)

    def note_practised(self, name: str, score: int, done: Done[Practised], failed: Failed) -> None:
        self._real.write(partial(note_practised, name=name, score=score), done, failed)
