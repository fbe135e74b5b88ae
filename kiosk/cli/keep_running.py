"""A program that is started again when it crashes, with growing pauses, and not without end."""

from __future__ import annotations

import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from threading import Event
from types import FrameType

MOST = 5
WITHIN_S = 120.0
"""After so many crashes in so many seconds another start would be of no use."""
PAUSES_S = (0.2, 1.0, 2.0, 4.0)
"""The pauses before the next starts; the last one goes on."""
GAVE_UP = 1

_DONE = frozenset({0, 1, 2})
"""Exit statuses of a program that ended by itself: done, refused, wrong use."""
_SIGNALS = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if (number := getattr(signal, name, None)) is not None
)


def keep_running(
    command: Sequence[str], tell: Callable[[str], None], pauses_s: Sequence[float] = PAUSES_S
) -> int:
    """Runs a program, again and again until it ends by itself; returns its exit status.

    Signals are passed on to it, and after one it is not started again. `tell` gets one sentence
    when it is given up.
    """
    crashes: deque[float] = deque(maxlen=MOST)
    with _Child() as child:
        for place in count():
            status = child.run(command)
            if status in _DONE or child.was_ended:
                return max(status, 0)
            crashes.append(time.monotonic())
            if len(crashes) == MOST and crashes[-1] - crashes[0] < WITHIN_S:
                tell(
                    f"The kiosk crashed {MOST} times in {round(WITHIN_S / 60)} minutes:"
                    " restart the computer, and then run «kiosk doctor»."
                )
                return GAVE_UP
            child.wait(pauses_s[min(place, len(pauses_s) - 1)])
    return GAVE_UP
