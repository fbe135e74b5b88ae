"""What the readiness screen shows."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.readiness import Line, State
from kiosk.ui.failure import Failure
from kiosk.ui.tone import Tone

_TONES = {
    State.OK: Tone.GO,
    State.HEED: Tone.HEED,
    State.STOP: Tone.FAIL,
    State.UNKNOWN: Tone.IDLE,
}


@dataclass(frozen=True, slots=True)
class ReadinessState:
    """The lines of the latest look. `looking`: the next one is under way."""

    lines: tuple[Line, ...] = ()
    looking: bool = False
    failure: Failure | None = None


def tone_of(state: State) -> Tone:
    """The tone of a line. Red stays with «do not let in»: what stops a kiosk is black."""
    return _TONES[state]
