"""A program that is started again when it crashes, with growing pauses, and not without end."""

from __future__ import annotations

import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Sequence
from threading import Event
from types import FrameType
from typing import Any, Self

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
        while True:
            status = child.run(command)
            if status in _DONE or child.is_to_end:
                return max(status, 0)
            now = time.monotonic()
            crashes.append(now)
            latest = sum(now - crash < WITHIN_S for crash in crashes)
            if latest == MOST:
                tell(
                    f"The kiosk crashed {MOST} times in {round(WITHIN_S / 60)} minutes:"
                    " restart the computer, and then run «kiosk doctor»."
                )
                return GAVE_UP
            child.pause(pauses_s[min(latest, len(pauses_s)) - 1])
            if child.is_to_end:
                return 0


class _Child:
    """The program that runs now, or none; signals to this process go to it as well."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._signal: int | None = None
        self._woken = Event()
        self._former: dict[int, Any] = {}

    def __enter__(self) -> Self:
        heeded = [one for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN]
        for number in heeded:
            self._former[number] = signal.signal(number, self._pass_on)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._former.items():
            signal.signal(number, handler)

    @property
    def is_to_end(self) -> bool:
        """Whether a signal has come."""
        return self._signal is not None

    def run(self, command: Sequence[str]) -> int:
        """Runs the program to its end; on POSIX a negative status is the signal that ended it."""
        self._process = subprocess.Popen(command)  # noqa: S603 - our own program
        if self._signal is not None:  # it came while there was nobody to pass it on to
            self._process.send_signal(self._signal)
        return self._process.wait()

    def pause(self, seconds: float) -> None:
        """Waits, but not after a signal."""
        self._woken.wait(seconds)

    def _pass_on(self, number: int, _frame: FrameType | None) -> None:
        self._signal = number
        self._woken.set()
        if self._process is not None:
            self._process.send_signal(number)
